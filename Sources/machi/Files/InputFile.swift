/// How many bytes of a file are read at most, so that none, such as a device, fills the memory.
enum InputLimit {
  /// Of a document's text, and of a file of scales or scenarios: 16 MiB.
  static let document = 16 << 20
  /// Of a file of open data: 256 MiB.
  static let openData = 256 << 20
}

/// Reads files and standard input as bytes.
enum InputFile {
  /// The bytes of a file; of standard input if the path is `-`.
  ///
  /// - Parameter limit: the most bytes that are read.
  /// - Throws: ``FileError`` if the file cannot be read, or with `too-large` if it is longer; a pipe or a
  ///   device is read no further than that.
  static func read(
    _ path: String, upTo limit: Int = InputLimit.openData
  ) throws(FileError) -> [UInt8] {
    if path == "-" {
      return try read(System.standardInput, named: path, expected: 0, upTo: limit)
    }
    let descriptor = try System.open(path, for: .reading)
    defer { System.close(descriptor) }
    let status = try System.status(of: descriptor, path: path)
    if status.kind == .folder { throw FileError(code: .isFolder, path: path) }
    if status.kind == .file, status.size > limit { throw FileError(tooLarge: path, limit: limit) }
    return try read(descriptor, named: path, expected: min(status.size, limit), upTo: limit)
  }

  private static func read(
    _ descriptor: Int32, named path: String, expected: Int, upTo limit: Int
  ) throws(FileError) -> [UInt8] {
    let chunk = 1 << 16
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    while true {
      let part = try System.read(descriptor, upTo: max(chunk, expected - bytes.count), path: path)
      if part.isEmpty { return bytes }
      bytes += part
      if bytes.count > limit { throw FileError(tooLarge: path, limit: limit) }
    }
  }
}
