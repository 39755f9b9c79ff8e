// The model's messages, names of files and encodings are types of the formats.
@_exported public import TextFormats
