package import DocumentReading
package import MunicipalModel
package import PlanAnalysis

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
