package import DocumentReading
public import MunicipalModel
public import PlanAnalysis

extension MunicipalityAdapter {
  /// What the city's folder says about the concepts of its indicators, in a file `concepts.json`.
  ///
  /// The file stands beside the city's documents and is built in with them.
  ///
  /// - Returns: `nil` if the city has no such file.
  /// - Throws: ``TextFormats/DataFileError`` if the file is damaged or another city's.
  package func conceptNotes() throws(DataFileError) -> ConceptNotes? {
    guard let file = builtInFiles.first(where: { $0.name == "concepts.json" }) else { return nil }
    let name = "\(municipality.name.en)/\(file.name)"
    let notes = try ConceptNotes(BuiltInFile(name: name, text: file.text))
    guard notes.municipality == municipality.code else {
      throw DataFileError(
        code: .badValue, file: name, path: "municipality",
        expected: LocalizedText(municipality.code.sixDigits),
        found: notes.municipality.sixDigits)
    }
    return notes
  }
}

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
