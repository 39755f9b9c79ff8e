import DocumentReading
import TestSupport
import Testing
import Tomakomai

@Suite("Tomakomai: no figure printed in another way is another number without a word")
struct TomakomaiMutationTests {
  @Test("Every kind of figure, by itself")
  func cells() throws { checkMutatedFigures(of: try BuiltIn.record()) }

  @Test("A sample of cells, in the whole document")
  func documents() throws {
    let adapter = Tomakomai()
    try checkMutatedDocuments(
      of: adapter, library: adapter.builtInLibrary(), count: TestSize.of(40, part: 4), seed: 11)
  }
}
