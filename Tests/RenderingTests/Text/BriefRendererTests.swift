import MunicipalModel
import Testing

@testable import Rendering

struct BriefRendererTests {
  private func report(rows: Int, answers: [String] = []) -> Report {
    let table = { (key: String) in
      ReportTable(
        key: key, caption: LocalizedText(ja: "表", en: "Table"), rows: Array(0..<rows),
        columns: [TableColumn<Int>.key("number", "番号", "number") { ReportCell($0) }])
    }
    let section = ReportSection(
      key: "a", introduction: [LocalizedText(ja: "定義。", en: "Definition."), LocalizedText("2")],
      tables: [table("a"), table("b")])
    return Report(title: LocalizedText(ja: "題", en: "Title"), sections: [section])
      .answering(answers.map { ReportAnswer(LocalizedText("?"), LocalizedText($0), sources: []) })
  }

  private func lines(_ report: Report, _ language: Language = .english) -> [String] {
    BriefRenderer(language: language).render(report).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }

  @Test func theAnswerThenTheDefinitionThenOneTable() {
    let lines = lines(report(rows: 1, answers: ["Yes.", "No."]))
    #expect(
      lines == [
        "Title", "=====", "", "Yes.", "No.", "", "Definition.", "", "Table", "number", "------",
        "0", "",
        "--all shows all tables, --sources the formulas and sources of this one.",
      ])
  }

  @Test(arguments: [1, 20, 100, 5000])
  func fortyLinesAtMost(rows: Int) {
    for language in Language.allCases {
      let all = lines(report(rows: rows, answers: ["A."]), language)
      #expect(all.count <= 40)
      #expect(all.contains { $0.hasPrefix("…") } == (rows > 40))
    }
  }

  /// What says that nothing can be compared stands before the table; the table's notes and the closing behind it.
  @Test func whatStandsAroundTheTableIsShown() {
    let table = ReportTable(
      key: "a", caption: LocalizedText("Table"), rows: [1],
      columns: [TableColumn<Int>.key("number", "番号", "number") { ReportCell($0) }],
      notes: [LocalizedText("* a mark.")])
    let report = Report(
      title: LocalizedText("Title"),
      sections: [
        ReportSection(key: "none", introduction: [], closing: [LocalizedText("Nothing here.")]),
        ReportSection(
          key: "a", introduction: [LocalizedText("Definition.")], tables: [table],
          closing: [LocalizedText("End.")]),
      ])
    #expect(
      lines(report) == [
        "Title", "=====", "", "Definition.", "", "Nothing here.", "", "Table", "number", "------",
        "1", "", "* a mark.", "", "End.", "",
        "--all shows all tables, --sources the formulas and sources of this one.",
      ])
    let sourced = BriefRenderer(language: .japanese, showsSources: true).render(report)
    #expect(sourced.hasSuffix("\nすべての表は --all で表示します。\n"))
    let empty = Report(title: LocalizedText("Title"), sections: [report.sections[0]])
    #expect(
      lines(empty) == ["Title", "=====", "", "Nothing here.", "", "--all shows everything."])
  }

  @Test func whatIsLeftOutIsCounted() {
    let lines = lines(report(rows: 100), .japanese)
    let left = lines.first { $0.hasPrefix("…") } ?? ""
    let shown = lines.count { $0 == $0.filter(\.isNumber) && !$0.isEmpty && $0 != "2" }
    #expect(left.contains("ほか\(100 - shown - (lines.contains("2") ? 1 : 0))行"), "\(left) \(shown)")
  }
}
