public import DocumentReading
internal import Foundation
public import MunicipalModel

/// The complete texts of the published documents, which stand beside the checkout on machines that
/// have them. They are not a part of the repository.
public enum SharedDocuments {
  private static let files: [DocumentID: String] = [
    "tomakomai-progress": "000_5a75ff59ed95451e.txt",
    "tomakomai-revision": "001_9b268e00e5f45447.txt",
    "tomakomai-pledges": "002_ca3170da63b5eb24.txt",
    "iwamizawa-progress": "003_9fd2a621cef68687.txt",
    "tomakomai-outline": "004_ebe3fcc3fed13691.txt",
  ]

  /// Whether the complete texts are there.
  public static var areThere: Bool {
    files.values.allSatisfy { FileManager.default.fileExists(atPath: folder + "/" + $0) }
  }

  /// The complete text of a document.
  public static func text(_ id: DocumentID) throws -> DocumentText {
    let path = folder + "/" + (files[id] ?? "")
    return try DocumentText(id: id, bytes: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static let folder = RepositoryFolder.file("../shared/documents")
}
