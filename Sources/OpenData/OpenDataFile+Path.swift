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
    do throws(FileError) {
      try SystemFile.forEachPiece(of: path) { reader.append($0) }
    } catch {
      throw OpenDataError(
        code: .unreadableFile, document: document, found: error.reason)
    }
    return try reader.finish()
  }
}

extension SystemFile {
  /// All bytes of a file of open data.
  static func bytes(of path: String, document: DocumentID) throws(OpenDataError) -> [UInt8] {
    do throws(FileError) {
      return try bytes(of: path)
    } catch {
      throw OpenDataError(
        code: .unreadableFile, document: document, found: error.reason)
    }
  }
}
