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

extension [BuiltInFile] {
  /// The file of a name.
  ///
  /// - Throws: ``DataFileError`` with `missing-file` if there is none.
  package func file(_ name: String) throws(DataFileError) -> BuiltInFile {
    guard let file = first(where: { $0.name == name }) else {
      throw DataFileError(code: .missingFile, file: name)
    }
    return file
  }
}
