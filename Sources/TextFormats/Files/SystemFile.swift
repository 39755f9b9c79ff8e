#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open file, closed when nobody holds it any more. Calls that a signal interrupts are repeated.
package final class SystemFile: Sendable {
  /// What tells that a file was changed.
  package struct Stamp: Hashable, Sendable {
    package let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// The most bytes of what is read at once, and of a pipe or a device, which may never end: 256 MiB.
  package static let limit = 256 << 20

  private let descriptor: Int32
  package let path: String

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { _ = close(descriptor) }

  /// Opens a file for reading.
  package static func reading(_ path: String) throws(FileFault) -> SystemFile {
    try open(path, O_RDONLY | O_CLOEXEC, mode: 0, shown: path)
  }

  /// Makes a new file, or opens one that is no ordinary file, such as `/dev/stdout`.
  package static func writing(
    _ path: String, new: Bool, mode: UInt32 = 0o666, shown: String
  ) throws(FileFault) -> SystemFile {
    let creation = new ? O_CREAT | O_EXCL : 0
    return try open(path, O_WRONLY | O_CLOEXEC | creation, mode: mode, shown: shown)
  }

  private static func open(
    _ path: String, _ flags: Int32, mode: UInt32, shown: String
  ) throws(FileFault) -> SystemFile {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw FileFault(.notFound, path: shown)
    }
    let descriptor = openFile(path, flags, mode_t(mode))
    guard descriptor >= 0 else { throw lastError(shown) }
    return SystemFile(descriptor: descriptor, path: shown)
  }

  /// The error of a call that has just failed.
  private static func lastError(_ path: String) -> FileFault {
    let number = errno
    let words = strerror(number).map { String(cString: $0) } ?? "errno \(number)"
    let kind: FileFault.Kind =
      switch number {
      case ENOENT, ENOTDIR: .notFound
      case EISDIR: .isFolder
      case EACCES, EPERM, EROFS: .notPermitted
      default: .failed
      }
    return FileFault(kind, path: path, words: words)
  }

  /// Size and time of change of an ordinary file, or `nil` of a pipe or device.
  package func stamp() throws(FileFault) -> Stamp? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.lastError(path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw FileFault(.isFolder, path: path)
    case S_IFREG: break
    default: return nil
    }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Stamp(
      size: max(0, Int(status.st_size)), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
  }

  /// Reads at an offset until the room is full or the file ends, and returns how much was read.
  package func read(
    at offset: Int, into room: UnsafeMutableRawBufferPointer
  ) throws(FileFault) -> Int {
    var done = 0
    while done < room.count, let base = room.baseAddress {
      let count = pread(descriptor, base + done, room.count - done, off_t(offset + done))
      if count == 0 { break }
      if count > 0 { done += count } else if errno != EINTR { throw Self.lastError(path) }
    }
    return done
  }

  /// Reads all that a pipe or device gives, up to a limit.
  package func readToEnd(upTo most: Int = limit) throws(FileFault) -> [UInt8] {
    var bytes: [UInt8] = []
    let chunk = 1 << 16
    while true {
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: chunk) { room, initialized in
        count = readDescriptor(descriptor, room.baseAddress, chunk)
        initialized = max(0, count)
      }
      if count == 0 { return bytes }
      if count < 0, errno != EINTR { throw Self.lastError(path) }
      bytes += part
      if bytes.count > most { throw FileFault(.tooLarge, path: path) }
    }
  }

  /// Writes all bytes, at an offset or, without one, where the last call ended.
  package func write(_ bytes: UnsafeRawBufferPointer, at offset: Int?) throws(FileFault) {
    var done = 0
    while done < bytes.count, let base = bytes.baseAddress {
      let rest = bytes.count - done
      let count =
        offset.map { pwrite(descriptor, base + done, rest, off_t($0 + done)) }
        ?? writeDescriptor(descriptor, base + done, rest)
      if count >= 0 { done += count } else if errno != EINTR { throw Self.lastError(path) }
    }
  }
}

// Reading a file by its path.
extension SystemFile {
  /// All bytes of a file, a pipe or a device.
  package static func bytes(of path: String, upTo most: Int = limit) throws(FileFault) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPiece(of: path, upTo: most) { bytes += $0 }
    return bytes
  }

  /// Gives a file piece by piece; a pipe or device at once.
  package static func forEachPiece(
    of path: String, upTo most: Int = limit, _ take: ([UInt8]) -> Void
  ) throws(FileFault) {
    let file = try reading(path)
    guard let stamp = try file.stamp() else { return take(try file.readToEnd(upTo: most)) }
    var offset = 0
    while max(offset, stamp.size) <= most {
      var piece = [UInt8](repeating: 0, count: 1 << 20)
      let count = try piece.withUnsafeMutableBufferPointer { (room) throws(FileFault) in
        try file.read(at: offset, into: UnsafeMutableRawBufferPointer(room))
      }
      let isLast = count < piece.count
      piece.removeLast(piece.count - count)
      if count > 0 { take(piece) }
      if isLast { return }
      offset += count
    }
    throw FileFault(.tooLarge, path: path)
  }
}

// The calls that work on a path.
extension SystemFile {
  /// What stands at a path.
  package enum Kind {
    case nothing, ordinary(mode: UInt32, size: Int), folder, other
  }

  package static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      return .ordinary(mode: UInt32(status.st_mode & 0o777), size: max(0, Int(status.st_size)))
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The path without links, or the path itself if there is no such file.
  package static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package static func rename(_ path: String, to target: String) throws(FileFault) {
    if renameFile(path, target) != 0 { throw lastError(target) }
  }

  package static func remove(_ path: String) { _ = unlink(path) }

  package static var processID: Int32 { getpid() }

  /// How many processors are at work.
  package static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

// The system's functions under names that the methods above do not hide.

private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

private func readDescriptor(
  _ descriptor: Int32, _ room: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, room, count)
}

private func writeDescriptor(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, bytes, count)
}

private func renameFile(_ path: String, _ target: String) -> Int32 { rename(path, target) }
