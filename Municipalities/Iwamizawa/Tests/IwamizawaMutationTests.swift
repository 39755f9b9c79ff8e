import DocumentReading
import TestSupport
import Testing
import Iwamizawa

@Suite("Iwamizawa: no figure printed in another way is another number without a word")
struct IwamizawaMutationTests {
  @Test("Every kind of figure, by itself")
  func cells() throws { checkMutatedFigures(of: try Iwamizawa().record()) }

  @Test("A sample of cells, in the whole document")
  func documents() throws {
    let adapter = Iwamizawa()
    try checkMutatedDocuments(
      of: adapter, library: adapter.builtInLibrary(), count: 40, seed: 12)
  }
}
