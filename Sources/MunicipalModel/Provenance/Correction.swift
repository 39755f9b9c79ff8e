/// A documented repair of one printed cell. It is never applied silently.
public struct Correction: Hashable, Sendable, Codable {
  /// The document.
  public let document: DocumentID
  /// The line in the document's text, from 1.
  public let line: Int
  /// The cell in the line, from 1.
  public let cell: Int
  /// What was printed.
  public let printed: String
  /// What is used instead.
  public let used: String
  /// Why.
  public let reason: LocalizedText

  /// Makes a correction.
  package init(
    document: DocumentID, line: Int, cell: Int, printed: String, used: String,
    reason: LocalizedText
  ) {
    self.document = document
    self.line = line
    self.cell = cell
    self.printed = printed
    self.used = used
    self.reason = reason
  }
}
