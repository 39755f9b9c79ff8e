public import DocumentReading
public import MunicipalModel

/// The municipalities whose documents are built in.
public enum BuiltInMunicipalities {
  /// What reads their documents, by code.
  package static var adapters: [any MunicipalityAdapter] {
    all.sorted { $0.municipality.code < $1.municipality.code }
  }

  /// The kinds of document that they publish, with the title of each.
  public static var documentTitles: [(id: DocumentID, title: String)] {
    adapters.flatMap(\.documentKinds).map { ($0.id, $0.title.ja) }
  }

  /// The titles of the kinds of document in both languages.
  package static var documentNames: [DocumentID: LocalizedText] {
    Dictionary(
      adapters.flatMap(\.documentKinds).map { ($0.id, $0.title) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The adapter that reads a document, if one does.
  package static func adapter(for document: DocumentID) -> (any MunicipalityAdapter)? {
    adapters.first { $0.documentKinds.contains { $0.id == document } }
  }
}

extension MunicipalityRecord {
  /// What the built-in municipalities published.
  ///
  /// - Throws: ``DocumentReading/DocumentError`` if a built-in document is damaged.
  public static func builtIn() throws(DocumentError) -> [Self] { try builtInRecords.get() }

  /// A part of what they published, for those who ask for nothing else.
  ///
  /// - Throws: ``DocumentReading/DocumentError`` if a built-in document is damaged.
  package static func builtIn(_ scope: ReadingScope) throws(DocumentError) -> [Self] {
    guard scope != .everything else { return try builtIn() }
    var records: [Self] = []
    for adapter in BuiltInMunicipalities.adapters { records.append(try adapter.record(scope)) }
    return records
  }

  /// The documents are read once: they stay what they are as long as a program runs.
  private static let builtInRecords = Result { () throws(DocumentError) -> [MunicipalityRecord] in
    var records: [MunicipalityRecord] = []
    for adapter in BuiltInMunicipalities.adapters { records.append(try adapter.record()) }
    return records
  }
}
