import DocumentReading
import MunicipalModel

/// A municipality of one document, described in JSON.
enum DeclaredSample {
  static func description(_ members: String) -> String {
    """
    {
      "code": "016071",
      "name": { "ja": "浦河町", "en": "Urakawa" },
      "documents": [
        { "id": "sample", "title": { "ja": "見本", "en": "sample" }, \(members) }
      ]
    }
    """
  }

  static func read(
    csv: String, content: String = "indicators", corrections: String? = nil
  ) throws -> DocumentContents {
    var files = [
      BuiltInFile(
        name: "municipality.json", text: description(#""content": "\#(content)""#)),
      BuiltInFile(name: "sample.csv", text: csv),
    ]
    if let corrections { files.append(BuiltInFile(name: "corrections.tsv", text: corrections)) }
    let record = try DeclaredMunicipality(files: files).record()
    return record.documents[0]
  }

  /// What was noticed: `unknown-role 3:2`.
  static func notes(_ contents: DocumentContents) -> [String] {
    contents.diagnostics.map { note in
      let cell = note.citation.cell.map { ":\($0)" } ?? ""
      return "\(note.code.rawValue) \(note.citation.line)\(cell)"
    }
  }
}
