package import Demography
package import DocumentReading
package import MunicipalModel

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
  package func projectionLibrary(of record: MunicipalityRecord) throws -> ProjectionLibrary {
    var projection: [AgeTable] = []
    var scenarios: [ProjectionScenario] = []
    for file in builtInFiles {
      if file.isProjectionByAge {
        projection += try populationsByAge(in: file).map(\.table)
      } else if file.name == BuiltInFile.scenarios {
        do throws(ProjectionError) {
          scenarios = try ProjectionScenario.scenarios(json: Array(file.text.utf8))
        } catch {
          throw error.inFile(file.name)
        }
      }
    }
    return try .municipality(record, projection: projection, scenarios: scenarios)
  }
}
