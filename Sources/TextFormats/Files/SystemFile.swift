#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open file, closed when nobody holds it any more. Calls that a signal interrupts are repeated.
package final class SystemFile: Sendable {
  /// The most bytes of what is read at once, and of a pipe or a device, which may never end: 256 MiB.
  package static let limit = AddressSpace.bound(256 << 20, takingEach: 4)

  /// What the program is given, what it writes, and what it tells beside that.
  package static let standardInput = SystemFile(descriptor: 0, path: "-", isOwned: false)
  package static let standardOutput = SystemFile(descriptor: 1, path: "-", isOwned: false)
  package static let standardError = SystemFile(descriptor: 2, path: "-", isOwned: false)

  let descriptor: Int32
  private let path: String
  private let isOwned: Bool

  private init(descriptor: Int32, path: String, isOwned: Bool = true) {
    self.descriptor = descriptor
    self.path = path
    self.isOwned = isOwned
  }

  deinit { if isOwned { _ = close(descriptor) } }

  /// Opens a file.
  ///
  /// - Parameter shown: the path that an error names, if it is another.
  static func open(
    _ path: String, _ flags: Int32, shown: String? = nil
  ) throws(FileError) -> SystemFile {
    let shown = shown ?? path
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw FileError(code: .notFound, path: shown)
    }
    let descriptor = openFile(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw lastError(shown) }
    return SystemFile(descriptor: descriptor, path: shown)
  }

  /// The error of a call that has just failed.
  static func lastError(_ path: String) -> FileError {
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
    let words = strerror(number).map { String(cString: $0) } ?? "errno \(number)"
    return FileError(code: code, path: path, words: words)
  }

  /// The size of an ordinary file, or `nil` of a pipe or device.
  private func size() throws(FileError) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.lastError(path) }
    switch Kind(status) {
    case .folder: throw FileError(code: .isFolder, path: path)
    case .ordinary(_, let size): return size
    default: return nil
    }
  }

  /// Reads up to so many bytes; none at the end of the file.
  private func read(_ count: Int) throws(FileError) -> [UInt8] {
    while true {
      var done = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, initialized in
        done = readDescriptor(descriptor, room.baseAddress, count)
        initialized = max(0, done)
      }
      if done >= 0 { return bytes }
      if errno != EINTR { throw Self.lastError(path) }
    }
  }

  /// Gives the rest of the file piece by piece, up to a limit.
  private func forEachPiece(
    of size: Int, upTo most: Int, _ take: ([UInt8]) -> Void
  ) throws(FileError) {
    var count = 0
    while true {
      let piece = try read(size)
      if piece.isEmpty { return }
      count += piece.count
      if count > most { throw FileError(code: .tooLarge, path: path, limit: most) }
      take(piece)
    }
  }

  /// Reads all that is left of a file, a pipe or a device, up to a limit.
  package func readToEnd(upTo most: Int = limit) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPiece(of: 1 << 16, upTo: most) { bytes += $0 }
    return bytes
  }

  /// Writes all bytes.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeDescriptor(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw Self.lastError(path)
      }
    }
  }
}

// Reading and writing a file by its path.
extension SystemFile {
  /// All bytes of a file, a pipe or a device.
  package static func bytes(of path: String, upTo most: Int = limit) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPiece(of: path, upTo: most) { piece in
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
    return bytes
  }

  /// Gives a file, a pipe or a device piece by piece.
  package static func forEachPiece(
    of path: String, upTo most: Int = limit, _ take: ([UInt8]) -> Void
  ) throws(FileError) {
    let file = try open(path, O_RDONLY)
    let size = try file.size()
    if let size, size > most { throw FileError(code: .tooLarge, path: path, limit: most) }
    // Some files of the system say that they are empty, and are not.
    try file.forEachPiece(of: min(max(size ?? 0, 1 << 16), 1 << 20), upTo: most, take)
  }

  /// Writes a file as a whole: whoever reads it sees the old content or the new, never a part.
  ///
  /// The bytes go to a new file in the same folder, which then takes the name. A link is followed within
  /// its folder and refused where it leads out; what is no ordinary file, such as `/dev/null` or a pipe, is written to
  /// directly.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = resolved(path)
    var mode: UInt32?
    switch try kind(of: target) {
    case .folder: throw FileError(code: .isFolder, path: path)
    case .other: return try open(target, O_WRONLY, shown: path).write(bytes)
    case .ordinary(let old, _):
      guard folder(of: target) == resolved(folder(of: path)) else {
        throw FileError(code: .isLink, path: path)
      }
      guard access(target, W_OK) == 0 else { throw FileError(code: .notPermitted, path: path) }
      mode = old
    case .nothing: break
    }
    let folder = folder(of: target)
    guard case .folder = try kind(of: folder) else {
      throw FileError(code: .noParentFolder, path: path)
    }
    let temporary = temporary(in: folder)
    do throws(FileError) {
      try create(temporary, bytes, mode: mode, shown: path)
      if renameFile(temporary, target) != 0 { throw lastError(path) }
    } catch {
      remove(temporary)
      throw error
    }
  }

  /// The folder that a path is in.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path without links, or the path itself if there is no such file.
  package static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

// What stands at a path.
extension SystemFile {
  /// Whether an ordinary file stands at a path.
  package static func isFile(_ path: String) -> Bool {
    if case .ordinary? = try? kind(of: path) { true } else { false }
  }

  /// Whether something stands at a path that is neither a file nor a folder.
  package static func isPipeOrDevice(_ path: String) -> Bool {
    if case .other? = try? kind(of: path) { true } else { false }
  }

  /// Whether two paths lead to the same file or folder.
  package static func isSame(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(path, &first) == 0 && stat(other, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// The names in a folder, in order, without those that begin with a dot.
  package static func names(in folder: String) throws(FileError) -> [String] {
    if let fault = SystemCall.open.fault {
      errno = fault
    } else if let stream = opendir(folder) {
      defer { closedir(stream) }
      var names: [String] = []
      while true {
        errno = 0
        guard let entry = readdir(stream) else {
          if errno != 0 { throw lastError(folder) }
          break
        }
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { names.append(name) }
      }
      return names.sorted()
    }
    if errno == ENOTDIR { throw FileError(code: .notFolder, path: folder) }
    throw lastError(folder)
  }

  /// What stands at a path.
  package enum Kind {
    case nothing, ordinary(mode: UInt32, size: Int), folder, other

    fileprivate init(_ status: stat) {
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        self = .ordinary(mode: UInt32(status.st_mode & 0o777), size: max(0, Int(status.st_size)))
      case S_IFDIR: self = .folder
      default: self = .other
      }
    }
  }

  /// What stands at a path.
  package static func kind(of path: String) throws(FileError) -> Kind {
    var status = stat()
    if stat(path, &status) == 0 { return Kind(status) }
    if errno == ENOENT || errno == ENOTDIR { return .nothing }
    throw lastError(path)
  }

  /// Makes a folder; it is fine if another program has just made it.
  ///
  /// - Parameter shown: the path that an error names.
  package static func makeFolder(_ path: String, shown: String) throws(FileError) {
    let made = call(.makeFolder) { Int(mkdir(path, 0o777)) }
    if made != 0, errno != EEXIST { throw lastError(shown) }
  }
}
