public import MunicipalModel
public import Rendering

/// The whole model as files: tidy tables, their description, and one JSON file without loss.
public enum DataExport {
  /// The files of some records.
  ///
  /// - Parameters:
  ///   - records: what municipalities published.
  ///   - sources: the documents, each with its title.
  /// - Throws: `EncodingError`, which the model's own types do not cause.
  public static func files(
    _ records: [MunicipalityRecord], sources: [(id: DocumentID, title: String)]
  ) throws -> [RenderedFile] {
    let tables = TidyTables(records).all
    return tables.map { RenderedFile(name: $0.name + ".csv", text: $0.csv) } + [
      RenderedFile(
        name: "datapackage.json", text: try DataPackage.json(for: tables, sources: sources)),
      RenderedFile(name: "municipalities.json", text: try RecordArchive.json(records)),
    ]
  }
}
