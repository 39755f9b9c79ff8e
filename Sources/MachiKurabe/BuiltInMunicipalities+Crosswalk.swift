internal import DocumentReading
public import MunicipalModel
public import PlanAnalysis

extension ConceptNotes {
  /// What the folders of the built-in municipalities say about the concepts of their indicators.
  ///
  /// - Throws: ``TextFormats/DataFileError`` if a file is damaged.
  public static func builtIn() throws(DataFileError) -> [Self] {
    var notes: [Self] = []
    for adapter in BuiltInMunicipalities.adapters {
      if let own = try adapter.conceptNotes() { notes.append(own) }
    }
    return notes
  }
}

extension Crosswalk {
  /// What plans can be compared on, by the built-in concepts and the built-in cities' own files.
  ///
  /// - Parameter records: what the municipalities published, such as those that are built in.
  /// - Throws: ``TextFormats/DataFileError`` if a file is damaged.
  public init(of records: [MunicipalityRecord]) throws(DataFileError) {
    try self.init(records, taxonomy: .builtIn(), notes: ConceptNotes.builtIn())
  }
}
