public import Demography
internal import DocumentReading
public import MunicipalModel
public import MunicipalityFolders

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

extension ProjectionLibrary {
  /// What two populations by age five years apart allow: `hamilton-perry` and `closed`.
  ///
  /// - Parameter record: a record with such populations, as `MunicipalityData.record(years:stocksUpTo:)` makes one.
  /// - Returns: `nil` if the record has fewer than two.
  /// - Throws: ``Demography/ProjectionError`` if they do not fit.
  package static func ofStocks(_ record: MunicipalityRecord) throws(ProjectionError) -> Self? {
    let stocks = record.stocksByAge
    guard stocks.count > 1 else { return nil }
    var library = try municipality(record, projection: [], scenarios: [])
    try library.addScenarios(ofStocks: stocks)
    return library
  }
}

extension ProjectionStudies {
  /// The projections that a report shows: a city's vision, or 社人研準拠 where it has none, beside all
  /// other scenarios.
  ///
  /// A municipality of a folder is projected by what its folder holds: its own scenarios, or what two stocks
  /// allow. A folder with populations of a built-in city need not have what the built-in scenarios rest on.
  /// What cannot be projected from a folder is left out, and said to be.
  ///
  /// - Parameters:
  ///   - records: what the municipalities published; those without scenarios are passed over.
  ///   - folders: the folders that some of them are of.
  ///   - isOfNation: whether the records are made from files of the nation: each is projected by its stocks alone.
  ///   - endYear: the last year; where steps do not meet it, the last before it that they do.
  /// - Throws: `DocumentError` or ``Demography/ProjectionError`` if a file is damaged.
  public init(
    of records: [MunicipalityRecord], folders: [MunicipalityFolder] = [],
    isOfNation: Bool = false, to endYear: Int = 2060
  ) throws {
    var studies: [ProjectionStudy] = []
    var leftOut: [LeftOut] = []
    for record in records {
      let code = record.municipality.code
      let folder = folders.last { $0.municipality.municipality.code == code }
      var isOfFolder = folder != nil
      do {
        var library = try folder?.projectionLibrary(of: record)
        if isOfNation {
          library = try .ofStocks(record)
        } else if library == nil {
          isOfFolder = false
          library = try BuiltInMunicipalities.adapters.first { $0.municipality.code == code }?
            .projectionLibrary(of: record)
        }
        guard let library, let main = library.mainScenario else { continue }
        studies.append(
          try ProjectionStudy(
            of: record, library: library, main: main, others: library.scenarios,
            to: library.lastYear(of: main, upTo: endYear)))
      } catch let error as ProjectionError where error.file == nil {
        guard try isOfFolder || !record.hasBuiltInPopulations else { throw error }
        leftOut.append(
          .init(municipality: record.municipality, error: error, isOfFolder: isOfFolder))
      }
    }
    self.init(studies: studies, leftOut: leftOut)
  }
}

extension MunicipalityRecord {
  /// Whether its populations by age are those that are built in.
  fileprivate var hasBuiltInPopulations: Bool {
    get throws {
      let adapter = BuiltInMunicipalities.adapters.first {
        $0.municipality.code == municipality.code
      }
      return try adapter.map { try $0.builtInLibrary().populationsByAge == populationsByAge }
        ?? false
    }
  }
}
