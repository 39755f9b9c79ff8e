import DocumentReading
import TestSupport
import Testing
import Iwamizawa

@Suite("Iwamizawa: no figure printed in another way is another number without a word")
struct IwamizawaMutationTests {
  @Test("Every kind of figure, by itself")
  func cells() throws { checkMutatedFigures(of: try BuiltIn.record()) }

  @Test("A sample of cells, in the whole document")
  func documents() throws {
    let adapter = Iwamizawa()
    try checkMutatedDocuments(
      of: adapter, library: adapter.builtInLibrary(), count: TestSize.of(40, part: 4), seed: 12)
  }
}
