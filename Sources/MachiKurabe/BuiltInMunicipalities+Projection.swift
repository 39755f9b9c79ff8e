public import Demography
package import DocumentReading
public import MunicipalModel

extension MunicipalityAdapter {
  /// The figures and the scenarios that the municipality's population can be projected with.
  ///
  /// Beside its documents the city's folder has `…-population-by-age.csv` (census, base of the projection),
  /// `…-projection-by-age.csv` (the published projection), both read as ``DocumentReading/AgeFile``, and
  /// `projection-scenarios.json`. A city without them still has the national figures.
  ///
  /// - Throws: `DocumentError` or ``Demography/ProjectionError`` if a file is damaged.
  package func projectionLibrary() throws -> ProjectionLibrary {
    try projectionLibrary(
      of: MunicipalityRecord(
        municipality: municipality, documents: [],
        populationsByAge: builtInLibrary().populationsByAge))
  }

  /// The same for a record that has been read.
  func projectionLibrary(of record: MunicipalityRecord) throws -> ProjectionLibrary {
    var projection: [AgeTable] = []
    var scenarios: [ProjectionScenario] = []
    for file in builtInFiles {
      if file.name.hasSuffix("-projection-by-age.csv") {
        let id = DocumentID(rawValue: String(file.name.dropLast(".csv".count)))
        projection += try AgeFile(id: id, text: file.text).tables(of: .population).map(\.table)
      } else if file.name == "projection-scenarios.json" {
        scenarios = try ProjectionScenario.scenarios(json: Array(file.text.utf8))
      }
    }
    return try .municipality(record, projection: projection, scenarios: scenarios)
  }
}

extension ProjectionLibrary {
  /// The figures and the scenarios that the population of a built-in municipality can be projected with.
  ///
  /// - Returns: `nil` if no municipality of the code is built in.
  /// - Throws: `DocumentError` or ``Demography/ProjectionError`` if a built-in file is damaged.
  public static func builtIn(for municipality: MunicipalityCode) throws -> Self? {
    try BuiltInMunicipalities.adapters.first { $0.municipality.code == municipality }?
      .projectionLibrary()
  }
}

extension ProjectionStudies {
  /// The projections that a report shows: a city's vision, or 社人研準拠 where it has none, beside all
  /// other scenarios.
  ///
  /// A record that brings populations of its own, as that of a folder does, need not have what the built-in
  /// scenarios rest on; its projection is then left out, and said to be.
  ///
  /// - Parameters:
  ///   - records: what the municipalities published; those without scenarios are passed over.
  ///   - endYear: the last year.
  /// - Throws: `DocumentError` or ``Demography/ProjectionError`` if a built-in file is damaged.
  public init(of records: [MunicipalityRecord], to endYear: Int = 2060) throws {
    var studies: [ProjectionStudy] = []
    var leftOut: [LeftOut] = []
    for record in records {
      let code = record.municipality.code
      guard
        let adapter = BuiltInMunicipalities.adapters.first(where: { $0.municipality.code == code })
      else { continue }
      let isBuiltIn = try record.populationsByAge == adapter.builtInLibrary().populationsByAge
      do {
        let library = try adapter.projectionLibrary(of: record)
        guard let main = library.mainScenario else { continue }
        studies.append(
          try ProjectionStudy(
            of: record, library: library, main: main, others: library.scenarios, to: endYear))
      } catch let error as ProjectionError where !isBuiltIn {
        leftOut.append(.init(municipality: record.municipality, error: error))
      }
    }
    self.init(studies: studies, leftOut: leftOut)
  }
}
