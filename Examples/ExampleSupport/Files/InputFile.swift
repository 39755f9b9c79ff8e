/// Reads files and standard input as bytes.
public enum InputFile {
  /// The bytes of a file; of standard input if the path is `-`.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    if path == "-" { return try read(System.standardInput, named: path, expected: 0) }
    let descriptor = try System.open(path, for: .reading)
    defer { System.close(descriptor) }
    let status = try System.status(of: descriptor, path: path)
    if status.kind == .folder { throw FileError(code: .isFolder, path: path) }
    return try read(descriptor, named: path, expected: status.size)
  }

  private static func read(
    _ descriptor: Int32, named path: String, expected: Int
  ) throws(FileError) -> [UInt8] {
    let chunk = 1 << 16
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    while true {
      let part = try System.read(descriptor, upTo: max(chunk, expected - bytes.count), path: path)
      if part.isEmpty { return bytes }
      bytes += part
    }
  }
}
