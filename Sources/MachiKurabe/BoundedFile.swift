#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import MunicipalModel

/// Reads a file of a folder, which must be an ordinary one and not longer than a document can be.
///
/// A pipe or a device, also behind a link, would never end.
enum BoundedFile {
  /// The most bytes of a document, a layout, or another file of a municipality: 16 MiB.
  static let limit = 16 << 20

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: the path.
  ///   - name: by which an error calls the file.
  /// - Throws: `DataFileError` with `missing-file`, `not-a-file` or `too-large`.
  static func bytes(of path: String, name: String) throws(DataFileError) -> [UInt8] {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: url.path) else {
      throw DataFileError(code: .missingFile, file: name)
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw DataFileError(
        code: .notAFile, file: name,
        expected: LocalizedText(ja: "ふつうのファイル", en: "an ordinary file"))
    }
    let size =
      (attributes[.size] as? Int) ?? (attributes[.size] as? UInt64).map { Int(clamping: $0) }
    if let size, size > limit {
      throw DataFileError(
        code: .tooLarge, file: name,
        expected: LocalizedText(
          ja: "\(limit >> 20) MiB以下", en: "\(limit >> 20) MiB or less"),
        found: "\(size >> 20) MiB")
    }
    guard let data = try? Data(contentsOf: url) else {
      throw DataFileError(code: .missingFile, file: name)
    }
    return Array(data)
  }
}
