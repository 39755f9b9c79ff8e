@testable import Demography
@testable import DocumentReading
@testable import MunicipalityFolders
@testable import PlanAnalysis
@testable import TextFormats

/// Reads a city's folder that stands in one input (`municipality.json`, layouts, documents, corrections, concepts,
/// scenarios, populations by age), and ends the program if a reader breaks a promise.
///
/// Whatever the bytes: no trap; what is told cites lines that are there.
enum FolderFuzz {
  static func read(_ bytes: [UInt8]) {
    let files = NamedParts.of(bytes).map { BuiltInFile(name: $0.name, bytes: $0.bytes) }
    guard let municipality = try? DeclaredMunicipality(files: files) else { return }
    _ = try? municipality.conceptNotes()
    guard let library = try? municipality.builtInLibrary(),
      let record = try? municipality.record(of: library)
    else { return }
    for contents in record.documents {
      guard let document = library.documents[contents.document] else {
        fatalError("no such document: \(contents.document)")
      }
      for diagnostic in contents.diagnostics where diagnostic.citation.document == document.id {
        let citation = diagnostic.citation
        guard (1...document.lineCount).contains(citation.line) else {
          fatalError("line \(citation.line) of \(document.lineCount): \(diagnostic)")
        }
      }
      _ = FigureCoverage(of: document, in: contents, ages: record.populationsByAge)
    }
    guard let projections = try? municipality.projectionLibrary(of: record) else { return }
    for scenario in projections.scenarios.prefix(3) {
      _ = try? projections.projection(of: scenario, to: 2060)
    }
  }

  static func readScales(_ bytes: [UInt8]) {
    for scale in (try? JudgementScale.scales(json: bytes)) ?? [] {
      for value in [-Double.infinity, -1, 0, 0.5, 1, 1e9] { _ = scale.grade(of: value) }
    }
  }
}
