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

  /// Cells of a document that comes again join those above, and a document of a workbook alone has no lines.
  @Test func documentsMayComeByTurns() {
    let sheet = FilePlace.sheet("KPI", row: 12, column: 3)
    let cells = [
      Citation(document: "a", line: 3, printed: "1"),
      Citation(document: "b", line: 2, printed: "1"),
      Citation(document: "a", line: 1, printed: "1"),
      Citation(document: "a", line: 4, printed: "1"),
      Citation(document: "c", line: 9, printed: "1", place: sheet),
      Citation(document: "b", line: 2, printed: "2"),
    ]
    #expect(SourceList.compact(cells) == "a:1,3-4; b:2; c:KPI!C12")
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

  /// Where there is no room for all lines, no document is left out; sheets of a series stand under the last one.
  @Test(arguments: [
    (
      Language.japanese,
      "総合戦略 1行ほか；令和4年1月1日人口（ほか同じ統計の2表） 7行；計画 9行"
    ),
    (
      .english,
      "The strategy, lines 1 …; 令和4年1月1日人口 (and 2 more of its series), line 7; 計画, line 9"
    ),
  ])
  func everyDocumentIsNamed(_ language: Language, _ expected: String) {
    var publications = Self.publications
    let titles = ["a": "平成31年1月1日人口", "b": "令和2年1月1日人口", "c": "令和4年1月1日人口", "d": "計画"]
    for (id, title) in titles {
      publications[DocumentID(rawValue: id)] = Publication(title: LocalizedText(title))
    }
    func cell(_ document: DocumentID, _ line: Int) -> Citation {
      Citation(document: document, line: line, cell: 1, printed: "1")
    }
    let cells =
      (1...60).map { cell("plan", 2 * $0 - 1) }
      + [cell("a", 5), cell("b", 6), cell("c", 7), cell("d", 9)]
    #expect(SourceWords(publications, language: language).short(cells) == expected)
  }
}
