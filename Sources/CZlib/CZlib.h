// The system's zlib, which unpacks the members of archives.
#include <zlib.h>
