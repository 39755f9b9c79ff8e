/// A file that travels inside the program, such as a document of a municipality.
public struct BuiltInFile: Sendable {
  /// The name of the file, such as `tomakomai-progress.txt`.
  public let name: String
  /// Its text; of a workbook or the like, the lines as they are read.
  public let text: String
  /// What stands in a file of a form that is no plain text, with its places.
  package let form: FormText?

  /// Makes a built-in file.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
    form = nil
  }

  /// Takes a file of any form.
  package init(name: String, form: FormText) {
    self.name = name
    text = form.lines.map(\.text).joined(separator: "\n")
    self.form = form
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
