/// A file that travels inside the program, such as a document of a municipality.
public struct BuiltInFile: Sendable {
  /// The name of the file, such as `tomakomai-progress.txt`.
  public let name: String
  /// Its text; of a workbook or the like, the lines as they are read.
  public let text: String
  /// What stands in a document of any form, with its places, or why that cannot be read; `nil` of a built-in text.
  package let form: Result<FormText, FormError>?

  /// Makes a built-in file.
  package init(name: String, text: String) {
    self.name = name
    self.text = text
    form = nil
  }

  /// Takes a document of any form.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    do throws(FormError) {
      let form = try FormText.read(bytes, name: name)
      text = form.lines.map(\.text).joined(separator: "\n")
      self.form = .success(form)
    } catch {
      text = ""
      form = .failure(error)
    }
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

  /// The text of the file of a name; empty if there is none.
  package func text(_ name: String) -> String { first { $0.name == name }?.text ?? "" }
}
