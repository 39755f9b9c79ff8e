package import Demography
internal import DocumentReading
package import MunicipalModel

extension MunicipalityFolder {
  /// What the population of the folder's municipality can be projected with.
  ///
  /// Its own scenarios, `projection-scenarios.json`, and those of 社人研 where it has that projection
  /// (`…-projection-by-age.csv`) with its base; without either, what two stocks allow: `hamilton-perry` and `closed`.
  ///
  /// - Parameter record: what the folder's documents say.
  /// - Returns: `nil` if there is nothing to project: no scenario, and fewer than two stocks.
  /// - Throws: `DocumentError` or ``Demography/ProjectionError`` if a file is damaged or the stocks do not fit.
  package func projectionLibrary(of record: MunicipalityRecord) throws -> ProjectionLibrary? {
    var library: ProjectionLibrary
    do {
      library = try municipality.projectionLibrary(of: record)
    } catch let error as ProjectionError {
      throw error.file.map { error.inFile("\(path)/\($0)") } ?? error
    }
    guard library.scenarios.isEmpty else { return library }
    guard record.stocksByAge.count > 1 else { return nil }
    try library.addScenarios(ofStocks: record.stocksByAge)
    return library
  }
}
