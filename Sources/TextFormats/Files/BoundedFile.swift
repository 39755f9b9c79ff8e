/// Reads a file of a folder, which must be an ordinary one and not longer than a document can be.
///
/// A pipe or a device, also behind a link, would never end.
package enum BoundedFile {
  /// The most bytes of a document, a layout, or another file of a municipality: 16 MiB.
  package static let limit = AddressSpace.bound(16 << 20, takingEach: 32)

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: the path.
  ///   - name: by which an error calls the file.
  /// - Throws: `DataFileError` with `missing-file`, `not-permitted`, `not-a-file`, `too-large` or `not-readable`.
  package static func bytes(of path: String, name: String) throws(DataFileError) -> [UInt8] {
    do throws(FileError) {
      switch try SystemFile.kind(of: path) {
      case .nothing: throw FileError(code: .notFound, path: path)
      case .folder, .other: throw FileError(code: .isFolder, path: path)
      case .ordinary(_, let size) where size > limit:
        throw FileError(code: .tooLarge, path: path, limit: limit)
      case .ordinary: return try SystemFile.bytes(of: path, upTo: limit)
      }
    } catch {
      throw DataFileError(error, file: name)
    }
  }
}
