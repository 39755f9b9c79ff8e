/// A file that is to be written: its name and its text.
public struct RenderedFile: Hashable, Sendable {
  /// The name, such as `observations.csv`.
  public let name: String
  /// The text, in UTF-8 with line feeds.
  public let text: String

  /// Makes a file.
  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
