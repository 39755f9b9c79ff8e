internal import Demography
internal import DocumentReading
internal import MunicipalModel

extension MunicipalityCheck {
  /// Why a folder's population cannot be projected although it has scenarios, or two stocks by age.
  static func projectionFindings(
    of folder: MunicipalityFolder, in record: MunicipalityRecord
  ) -> [Finding] {
    let files = folder.municipality.builtInFiles
    let scenarios = files.first { $0.name == BuiltInFile.scenarios }
    let file = (scenarios ?? files.first { $0.isPopulationByAge })?.name ?? "municipality.json"
    do {
      guard let library = try folder.projectionLibrary(of: record) else { return [] }
      for scenario in library.scenarios {
        _ = try library.projection(
          of: scenario, to: library.lastYear(of: scenario, upTo: lastYear))
      }
      return []
    } catch let error as ProjectionError {
      // Scenarios are what somebody wrote; without any, a projection is not missed by everybody.
      return [
        Finding(
          severity: scenarios == nil ? .info : .error, code: "not-projected", file: file,
          message: error.inFile(nil).message)
      ]
    } catch let error as DocumentError {
      return [
        Finding(
          severity: .error, code: error.code.rawValue, file: "\(error.document).csv",
          line: error.line, message: error.message)
      ]
    } catch {
      return []
    }
  }

  /// The last year that the built-in scenarios are projected to.
  private static let lastYear = 2060
}
