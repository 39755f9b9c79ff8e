public import MunicipalModel

/// The whole model as files: tidy tables, their description, and one JSON file without loss.
public enum DataExport {
  /// A file of the export.
  public struct File: Hashable, Sendable {
    /// The name, such as `observations.csv`.
    public let name: String
    /// The text, in UTF-8 with line feeds.
    public let text: String

    /// Makes a file.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The files of some records.
  ///
  /// - Parameters:
  ///   - records: what municipalities published.
  ///   - sources: the documents, each with its title.
  /// - Throws: `EncodingError`, which the model's own types do not cause.
  public static func files(
    _ records: [MunicipalityRecord], sources: [(id: DocumentID, title: String)]
  ) throws -> [File] {
    let tables = TidyTables(records).all
    return tables.map { File(name: $0.name + ".csv", text: $0.csv) } + [
      File(name: "datapackage.json", text: try DataPackage.json(for: tables, sources: sources)),
      File(name: "municipalities.json", text: try RecordArchive.json(records)),
    ]
  }
}

extension TidyTable {
  /// The table as CSV: a row of names, then the rows (RFC 4180, UTF-8, line feeds).
  public var csv: String {
    var writer = CSVWriter()
    writer.row(columns.map(\.name))
    for row in rows { writer.row(row.map { $0.isEmpty ? nil : $0 }) }
    return writer.text
  }
}
