/// A file that travels inside the program, such as a document of a municipality.
public struct BuiltInFile: Sendable {
  /// The name of the file, such as `tomakomai-progress.txt`.
  public let name: String
  /// Its text.
  public let text: String

  /// Makes a built-in file.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
