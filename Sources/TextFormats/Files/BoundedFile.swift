/// Reads a file of a folder, which must be an ordinary one and not longer than a document can be.
///
/// A pipe or a device, also behind a link, would never end.
package enum BoundedFile {
  /// The most bytes of a document, a layout, or another file of a municipality: 16 MiB.
  package static let limit = 16 << 20

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: the path.
  ///   - name: by which an error calls the file.
  /// - Throws: `DataFileError` with `missing-file`, `not-a-file` or `too-large`.
  package static func bytes(of path: String, name: String) throws(DataFileError) -> [UInt8] {
    switch (try? SystemFile.kind(of: path)) ?? .nothing {
    case .nothing: throw DataFileError(code: .missingFile, file: name)
    case .folder, .other:
      throw DataFileError(
        code: .notAFile, file: name,
        expected: LocalizedText(ja: "ふつうのファイル", en: "an ordinary file"))
    case .ordinary(_, let size) where size > limit:
      throw DataFileError(
        code: .tooLarge, file: name,
        expected: LocalizedText(
          ja: "\(limit >> 20) MiB以下", en: "\(limit >> 20) MiB or less"),
        found: "\(size >> 20) MiB")
    case .ordinary:
      guard let bytes = try? SystemFile.bytes(of: path, upTo: limit) else {
        throw DataFileError(code: .missingFile, file: name)
      }
      return bytes
    }
  }
}
