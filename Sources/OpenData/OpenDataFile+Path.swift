internal import MunicipalModel

extension OpenDataFile {
  /// Reads a file from disk, piece by piece; its name without the folder stands in citations.
  ///
  /// - Parameters:
  ///   - path: the file as it was published.
  ///   - encoding: the encoding of its text; `nil` to find it.
  /// - Throws: ``OpenDataError`` with `unreadable-file` if it cannot be opened or read, or has more than
  ///   256 MiB; else as
  ///   ``read(_:document:encoding:)``.
  public static func read(
    contentsOfFile path: String, encoding: TextEncoding? = nil
  ) throws(OpenDataError) -> Self {
    let document = DocumentID(rawValue: path.split(separator: "/").last.map(String.init) ?? path)
    var reader = reader(document: document, encoding: encoding)
    do throws(LongTableError) {
      try SystemFile.forEachPiece(of: path) { reader.append($0) }
    } catch {
      throw OpenDataError(
        code: .unreadableFile, document: document, found: error.messageWithoutPlace)
    }
    return try reader.finish()
  }
}

extension SystemFile {
  /// All bytes of a file.
  static func bytes(of path: String, document: DocumentID) throws(OpenDataError) -> [UInt8] {
    do throws(LongTableError) {
      return try reading(path).readToEnd()
    } catch {
      throw OpenDataError(
        code: .unreadableFile, document: document, found: error.messageWithoutPlace)
    }
  }

  /// Gives a file piece by piece; a pipe or device at once.
  fileprivate static func forEachPiece(
    of path: String, _ take: ([UInt8]) -> Void
  ) throws(LongTableError) {
    let file = try reading(path)
    guard let stamp = try file.stamp() else { return take(try file.readToEnd()) }
    if stamp.size > limit { throw file.tooLarge }
    let size = 1 << 20
    var offset = 0
    while true {
      var block = ByteBlock(capacity: size)
      try block.fill(from: 0, upTo: size) { (room) throws(LongTableError) in
        try file.read(at: offset, into: room)
      }
      if block.count > 0 { take(block.bytes(0..<block.count)) }
      if block.count < size { return }
      offset += size
      if offset > limit { throw file.tooLarge }
    }
  }
}
