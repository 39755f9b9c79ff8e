#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder for the benchmark's own files, removed at the end.
struct TemporaryFolder {
  /// A file or a folder that could not be made.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let path: String

  init() throws(Failure) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let suffix = String(UInt64.random(in: 0 ... .max), radix: 36)
    path = "\(base)/benchmark-national-\(suffix)"
    guard mkdir(path, 0o700) == 0 else {
      throw Failure(description: "\(path): errno \(errno)")
    }
  }

  func remove() {
    for name in ["input.csv", "rates.csv", "ranking.csv"] { _ = unlink("\(path)/\(name)") }
    _ = rmdir(path)
  }

  /// Writes a file of the pieces that `body` hands on, without holding them in memory.
  static func write(to path: String, _ body: (([UInt8]) -> Void) -> Void) throws(Failure) {
    guard let file = fopen(path, "wb") else {
      throw Failure(description: "\(path): errno \(errno)")
    }
    var isWritten = true
    body { piece in
      isWritten = isWritten && fwrite(piece, 1, piece.count, file) == piece.count
    }
    let number = errno
    guard fclose(file) == 0, isWritten else {
      throw Failure(description: "\(path): errno \(number)")
    }
  }
}
