import MachiKurabe
import TestSupport
import Testing
import Tomakomai

@Suite("Tomakomai: what every adapter owes its users")
struct TomakomaiContractTests {
  @Test("Every name and figure is cited, and nothing is unreadable")
  func contract() throws {
    try checkAdapter(Tomakomai())
  }

  @Test(
    "The complete document gives the same model as the committed facts",
    .enabled(if: SharedDocuments.areThere),
    arguments: [
      "tomakomai-progress", "tomakomai-revision", "tomakomai-pledges", "tomakomai-outline",
    ] as [DocumentID])
  func completeText(id: DocumentID) throws {
    let adapter = Tomakomai()
    let complete = try adapter.read(SharedDocuments.text(id))
    let facts = try #require(BuiltIn.record().contents(of: id))
    #expect(complete.contents == facts)
  }

  @Test(
    "A document of another kind or city is refused with what was expected and found",
    arguments: [
      ("tomakomai-progress", "tomakomai-revision"), ("tomakomai-revision", "tomakomai-pledges"),
      ("tomakomai-pledges", "tomakomai-outline"), ("tomakomai-outline", "tomakomai-progress"),
      ("tomakomai-progress", "iwamizawa-progress"),
    ] as [(DocumentID, DocumentID)])
  func wrongKind(expected: DocumentID, given: DocumentID) throws {
    let owner = try #require(BuiltInMunicipalities.adapter(for: given))
    let other = try #require(owner.builtInLibrary().documents[given])
    let text = (1...other.lineCount).map { other.line($0) }.joined(separator: "\n")
    let renamed = try DocumentText(id: expected, text: text)
    let error = try #require(throws: DocumentError.self) { try Tomakomai().read(renamed) }
    #expect(error.code == .wrongKind)
    #expect(error.document == expected)
    #expect(!error.expected.ja.isEmpty && !error.found.en.isEmpty)
  }

  @Test("A document that the city does not have is refused")
  func unknownDocument() throws {
    let document = try DocumentText(id: "sapporo-progress", text: "札幌市")
    let error = try #require(throws: DocumentError.self) { try Tomakomai().read(document) }
    #expect(error.code == .unknownDocument)
  }
}
