#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The few calls to the system that a command needs. Foundation would triple its time to start.
enum System {
  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  static var processID: Int32 { getpid() }

  /// What a path names.
  enum Kind {
    case file
    case folder
    case other
  }

  /// What is known of a file.
  struct Status {
    let kind: Kind
    let size: Int
    let mode: mode_t
  }

  /// How a file is opened.
  enum Purpose {
    case reading
    case writing
    /// The file must not exist. Without a mode, the user's mask decides.
    case creating(mode: mode_t?)
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Lets a write to a closed pipe fail instead of ending the program.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  static func exit(_ status: Int32) -> Never {
    endProgram(status)
  }

  /// The system's words for an error number.
  static func description(of number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "errno \(number)"
  }

  /// The error of a call that has just failed.
  private static func lastError(_ path: String) -> FileError {
    let number = errno
    let code: FileError.Code =
      switch number {
      case ENOENT, ENOTDIR: .notFound
      case EISDIR: .isFolder
      case EACCES, EPERM, EROFS: .notPermitted
      case ENOSPC, EDQUOT: .noSpace
      case EPIPE: .brokenPipe
      default: .failed
      }
    return FileError(code: code, path: path, number: number)
  }
}

// The calls that work on a path.
extension System {
  /// Opens a file.
  ///
  /// - Parameter shown: the path that an error names, if it is another.
  static func open(
    _ path: String, for purpose: Purpose, named shown: String? = nil
  ) throws(FileError) -> Int32 {
    if path.utf8.contains(0) { throw FileError(code: .notFound, path: path) }
    let descriptor: Int32 =
      switch purpose {
      case .reading: openFile(path, O_RDONLY | O_CLOEXEC, 0)
      case .writing: openFile(path, O_WRONLY | O_CLOEXEC, 0)
      case .creating(let mode):
        openFile(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
      }
    guard descriptor >= 0 else { throw lastError(shown ?? path) }
    if case .creating(let mode?) = purpose { _ = fchmod(descriptor, mode) }
    return descriptor
  }

  /// The path without links, or `nil` if there is no such file.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What is known of a file, or `nil` if there is none.
  static func status(of path: String) throws(FileError) -> Status? {
    var result = stat()
    if stat(path, &result) == 0 { return Status(result) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw lastError(path)
  }

  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  static func remove(_ path: String) { _ = unlink(path) }

  /// Makes a folder; it is fine if another program has just made it.
  static func makeFolder(_ path: String, named shown: String) throws(FileError) {
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw lastError(shown) }
  }

  static func rename(
    _ path: String, to target: String, named shown: String
  ) throws(FileError) {
    if renameFile(path, target) != 0 { throw lastError(shown) }
  }
}

// The calls that work on an open descriptor. An interrupted call is repeated.
extension System {
  static func status(of descriptor: Int32, path: String) throws(FileError) -> Status {
    var result = stat()
    guard fstat(descriptor, &result) == 0 else { throw lastError(path) }
    return Status(result)
  }

  /// Up to so many bytes; none at the end of the file.
  static func read(
    _ descriptor: Int32, upTo count: Int, path: String
  ) throws(FileError) -> [UInt8] {
    while true {
      var result = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        result = readDescriptor(descriptor, buffer.baseAddress, count)
        initialized = max(0, result)
      }
      if result >= 0 { return bytes }
      if errno != EINTR { throw lastError(path) }
    }
  }

  /// Writes as many of the bytes as the system takes, and returns how many.
  static func write(
    _ descriptor: Int32, _ bytes: ArraySlice<UInt8>, path: String
  ) throws(FileError) -> Int {
    while true {
      let result = bytes.withUnsafeBytes { buffer in
        writeDescriptor(descriptor, buffer.baseAddress, buffer.count)
      }
      if result >= 0 { return result }
      if errno != EINTR { throw lastError(path) }
    }
  }

  static func close(_ descriptor: Int32) {
    _ = closeDescriptor(descriptor)
  }
}

extension System.Status {
  init(_ status: stat) {
    let format = status.st_mode & S_IFMT
    kind = format == S_IFREG ? .file : format == S_IFDIR ? .folder : .other
    size = max(0, Int(status.st_size))
    mode = status.st_mode & 0o777
  }
}

// The system's functions under names that the methods above do not hide.

private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

private func readDescriptor(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, buffer, count)
}

private func writeDescriptor(
  _ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, buffer, count)
}

private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func renameFile(_ path: String, _ target: String) -> Int32 { rename(path, target) }

private func endProgram(_ status: Int32) -> Never { exit(status) }
