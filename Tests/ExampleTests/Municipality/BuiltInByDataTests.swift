import MachiKurabe
import Testing

/// The plan of a built-in city, read without its Swift.
@Suite("A built-in city by data alone")
struct BuiltInByDataTests {
  @Test("Tomakomai's progress report gives the tree that its adapter gives")
  func tomakomai() throws {
    let adapter = try #require(MachiKurabe.adapter(for: "tomakomai-progress"))
    let names = ["tomakomai-progress.txt", "tomakomai-progress.layout.json", "corrections.tsv"]
    let description = """
      { "code": "\(adapter.municipality.code.sixDigits)",
        "name": { "ja": "苫小牧市", "en": "Tomakomai" },
        "documents": [ { "id": "tomakomai-progress", "title": { "ja": "進捗", "en": "progress" },
          "layout": "tomakomai-progress.layout.json" } ] }
      """
    let municipality = try DeclaredMunicipality(
      files: adapter.builtInFiles.filter { names.contains($0.name) }
        + [BuiltInFile(name: "municipality.json", text: description)])
    let declared = try #require(municipality.record().contents(of: "tomakomai-progress"))
    let built = try #require(adapter.record().contents(of: "tomakomai-progress"))
    #expect(declared.plans.first?.roots == built.plans.first?.roots)
    #expect(declared.plans.first?.indicators.isEmpty == false)
    // The adapter reads more tables of the population than the layout can say, but none otherwise.
    #expect(!declared.populationFigures.isEmpty)
    for figure in declared.populationFigures {
      #expect(
        built.populationFigures.contains {
          $0.item == figure.item && $0.period == figure.period && $0.reading == figure.reading
        }, "\(figure.citation)")
    }
  }

  @Test(
    "Every rule of a built-in layout fits something in its document",
    arguments: ["tomakomai-progress", "iwamizawa-progress"] as [DocumentID])
  func unusedRules(id: DocumentID) throws {
    let adapter = try #require(MachiKurabe.adapter(for: id))
    let text = try #require(adapter.builtInLibrary().documents[id])
    #expect(try adapter.builtInLayout(of: id).unusedRules(in: text) == [])
  }
}
