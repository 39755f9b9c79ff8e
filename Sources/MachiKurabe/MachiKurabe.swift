@_exported public import Demography
@_exported public import DocumentReading
@_exported public import MunicipalModel
@_exported public import OpenData
@_exported public import PlanAnalysis
@_exported public import Reporting

/// まちくらべ: the municipalities that are built in, and what they published.
public enum MachiKurabe {
  /// The adapters of the built-in municipalities, by code.
  public static var adapters: [any MunicipalityAdapter] {
    BuiltInMunicipalities.all.sorted { $0.municipality.code < $1.municipality.code }
  }

  /// What the built-in municipalities published.
  ///
  /// - Throws: ``DocumentReading/DocumentError`` if a built-in document is damaged.
  public static func records() throws(DocumentError) -> [MunicipalityRecord] {
    var records: [MunicipalityRecord] = []
    for adapter in adapters { records.append(try adapter.record()) }
    return records
  }

  /// The kinds of document that the built-in municipalities publish, with the title of each.
  public static var documentTitles: [(id: DocumentID, title: String)] {
    adapters.flatMap(\.documentKinds).map { ($0.id, $0.title.ja) }
  }

  /// The adapter that reads a document, if one does.
  public static func adapter(for document: DocumentID) -> (any MunicipalityAdapter)? {
    adapters.first { $0.documentKinds.contains { $0.id == document } }
  }
}
