#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// The steps by which several files are written as one.
extension SystemFile {
  /// A name in a folder that nothing has.
  static func temporary(in folder: String) -> String {
    "\(folder)/.machikurabe-\(getpid())-\(String(UInt32.random(in: 0 ... .max), radix: 36))"
  }

  /// Writes a new file.
  ///
  /// - Parameter shown: the path that an error names.
  static func create(
    _ path: String, _ bytes: [UInt8], mode: UInt32?, shown: String
  ) throws(FileError) {
    let file = try open(path, O_WRONLY | O_CREAT | O_EXCL, shown: shown)
    if let mode { _ = fchmod(file.descriptor, mode_t(mode)) }
    try file.write(bytes)
    // The name is given after the bytes are on the disk.
    _ = fsync(file.descriptor)
  }

  /// Keeps other programs from writing a set into the folder as long as the result lives.
  static func lock(_ folder: String) throws(FileError) -> SystemFile {
    let file = try open(folder, O_RDONLY | O_DIRECTORY)
    if flock(file.descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      throw FileError(code: .inUse, path: folder)
    }
    return file
  }

  /// Refuses a place that a file cannot take: a folder, a device, a file that may not be written.
  static func checkReplaceable(_ path: String) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: return
    case S_IFREG:
      if access(path, W_OK) != 0 { throw FileError(code: .notPermitted, path: path) }
    case S_IFDIR: throw FileError(code: .isFolder, path: path)
    default: throw FileError(code: .failed, path: path, words: "not a file")
    }
  }

  /// Whether a link stands at a path.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The mode of an ordinary file, not of one that a link leads to; `nil` if there is none.
  static func ownMode(of path: String) -> UInt32? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return UInt32(status.st_mode & 0o777)
  }

  /// Gives what stands at a path a second name.
  ///
  /// - Returns: whether anything stands there.
  static func keep(_ path: String, as other: String) throws(FileError) -> Bool {
    if linkFile(path, other) == 0 { return true }
    if errno == ENOENT { return false }
    // Some disks know no second names: the file goes there itself.
    if [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno), renameFile(path, other) == 0 {
      return true
    }
    throw lastError(path)
  }

  /// Gives a file or a folder another name, in place of what has it.
  static func move(_ path: String, to target: String) throws(FileError) {
    if renameFile(path, target) != 0 { throw lastError(target) }
  }

  /// Undoes ``keep(_:as:)``, whatever a test lets fail.
  static func moveBack(_ path: String, to target: String) { _ = rename(path, target) }

  static func remove(_ path: String) { _ = unlink(path) }
}
