public import MunicipalModel
public import Rendering

/// The whole model as files: tidy tables, their description, and one JSON file without loss.
public enum DataExport {
  /// The files of some records.
  ///
  /// - Parameters:
  ///   - records: what municipalities published.
  ///   - sources: the titles of documents whose publication the records do not tell.
  /// - Throws: `EncodingError`, which the model's own types do not cause.
  public static func files(
    _ records: [MunicipalityRecord], sources: [(id: DocumentID, title: String)]
  ) throws -> [RenderedFile] {
    let tables = TidyTables(records).all
    let titles = Dictionary(
      sources.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let cited = records.flatMap(\.documents).map { contents in
      DataPackage.Source(
        contents.document, contents.publication,
        title: titles[contents.document] ?? contents.document.rawValue)
    }
    return tables.map { RenderedFile(name: $0.name + ".csv", text: $0.csv) } + [
      RenderedFile(
        name: "datapackage.json", text: try DataPackage.json(for: tables, sources: cited)),
      RenderedFile(name: "municipalities.json", text: try RecordArchive.json(records)),
    ]
  }
}
