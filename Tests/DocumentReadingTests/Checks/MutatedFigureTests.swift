import DocumentReading
import Foundation
import MunicipalModel
import TestSupport
import Testing

/// Urakawa's strategy is read by data alone, as any folder is.
@Suite("No figure printed in another way is another number without a word")
struct MutatedFigureTests {
  private func urakawa() throws -> DeclaredMunicipality {
    let folder = RepositoryFolder.municipality("Urakawa") + "/Documents/"
    let names = ["municipality.json", "urakawa-strategy.layout.json", "urakawa-strategy.txt"]
    return try DeclaredMunicipality(
      files: names.map {
        BuiltInFile(name: $0, text: try String(contentsOfFile: folder + $0, encoding: .utf8))
      })
  }

  @Test("Every kind of figure, by itself")
  func cells() throws { checkMutatedFigures(of: try urakawa().record()) }

  @Test("A sample of cells, in the whole document")
  func documents() throws {
    let urakawa = try urakawa()
    try checkMutatedDocuments(
      of: urakawa, library: urakawa.builtInLibrary(), count: TestSize.of(150, part: 3), seed: 13)
  }
}
