import MunicipalModel
import Testing

@testable import Rendering

struct SourceWordsTests {
  private static let publications: [DocumentID: Publication] = [
    "plan": Publication(title: LocalizedText(ja: "総合戦略", en: "The strategy"))
  ]
  private static let cells = [103, 104, 105, 110].map {
    Citation(document: "plan", line: $0, cell: 1, printed: "\($0)人")
  }

  @Test(arguments: [
    (Language.japanese, "総合戦略 103～105、110行"), (.english, "The strategy, lines 103–105, 110"),
  ])
  func linesOfAKnownDocument(_ language: Language, _ expected: String) {
    #expect(SourceWords(Self.publications, language: language).lines(Self.cells) == expected)
  }

  @Test(arguments: [
    (Language.japanese, "総合戦略 103行「103人」、104行「104人」"),
    (.english, "The strategy, line 103 \"103人\", line 104 \"104人\""),
  ])
  func cellsOfAKnownDocument(_ language: Language, _ expected: String) {
    let words = SourceWords(Self.publications, language: language)
    #expect(words.cells(Self.cells.prefix(2)) == expected)
  }

  @Test(arguments: Language.allCases)
  func anUnknownDocumentIsNamedByItsID(_ language: Language) {
    let words = SourceWords(language: language)
    #expect(words.lines(Self.cells) == "plan:103-105,110")
    #expect(words.cells(Self.cells.prefix(2)) == "plan:103 \"103人\", :104 \"104人\"")
  }
}
