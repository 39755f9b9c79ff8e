import MachiKurabe
import Testing

@testable import machi

@Suite("Errors of the library, as a command tells them")
struct LibraryErrorTests {
  private func told(_ error: any Error, in language: String) -> String {
    SampleTool.run(["--language", language, "file"]) { _ in throw error }.2
  }

  @Test func `A document error is told in both languages`() {
    let error = DocumentError(
      code: .wrongKind, document: "tomakomai-progress",
      expected: LocalizedText(ja: "資料", en: "a report"),
      found: LocalizedText(ja: "別", en: "another"))
    #expect(
      told(error, in: "ja") == "machi sample: tomakomai-progress: 資料の種類が違います。必要なもの: 資料。実際: 別\n")
    #expect(
      told(error, in: "en")
        == "machi sample: tomakomai-progress: another kind of document; expected a report; found another\n"
    )
  }

  /// The most severe come first, five at most; a diagnostic may stand for several.
  @Test func `An error of open data is told with what its reader noticed`() {
    func noticed(
      _ severity: Diagnostic.Severity, _ line: Int, _ code: Diagnostic.Code = "unreadable-cell",
      printed: String = ""
    ) -> Diagnostic {
      Diagnostic(
        severity: severity, code: code, message: LocalizedText(ja: "読めません", en: "not read"),
        citation: Citation(document: "sheet.csv", line: line, cell: 2, printed: printed))
    }
    let error = OpenDataError(
      code: .noRows, document: "sheet.csv",
      diagnostics: (1...5).map { noticed(.info, $0) }
        + [noticed(.error, 9, printed: "x"), noticed(.info, 1, "more-of-the-same", printed: "30")])
    #expect(
      told(error, in: "en").split(separator: "\n") == [
        "machi sample: sheet.csv: there is no row of figures",
        "machi sample: sheet.csv:9:2: not read (x)",
        "machi sample: sheet.csv:1:2: not read", "machi sample: sheet.csv:2:2: not read",
        "machi sample: sheet.csv:3:2: not read", "machi sample: sheet.csv:4:2: not read",
        "machi sample: sheet.csv: 31 more",
      ])
    #expect(told(error, in: "ja").contains("machi sample: sheet.csv:9:2: 読めません（x）\n"))
  }

  @Test func `A demography error is told in both languages`() {
    let error = DemographyError(
      code: .missingInput, subject: LocalizedText(ja: "自然増減率", en: "natural change rate"),
      period: .calendarYear(2021), missing: [.births])
    #expect(told(error, in: "ja") == "machi sample: 2021年の自然増減率を計算できません: 必要な値が記載されていません（出生）\n")
    #expect(
      told(error, in: "en")
        == "machi sample: natural change rate, 2021 cannot be computed: a figure that is needed is not printed (births)\n"
    )
  }

  @Test(
    arguments: [
      DemographyError.Code.missingInput, .denominatorNotPositive, .baseIsZero, .missingBasePeriod,
      .negativeCount, .partExceedsWhole, .noYears, .duplicatePeriod, .mixedPopulationDefinitions,
      .tooLarge, .unsupportedDecimals,
    ])
  func `Every reason has words`(code: DemographyError.Code) {
    let message = DemographyError(code: code, subject: LocalizedText("x")).message
    #expect(!message.ja.contains(code.rawValue) && !message.en.contains(code.rawValue))
  }

  @Test(
    arguments: [
      DocumentError.Code.notFound, .empty, .notText, .wrongKind, .unknownDocument,
      .duplicateDocument, .damagedResource,
    ])
  func `Every fault of a document has words`(code: DocumentError.Code) {
    let message = DocumentError(code: code, document: "x").message
    #expect(!message.ja.contains(code.rawValue) && !message.en.contains(code.rawValue))
  }
}
