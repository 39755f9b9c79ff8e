import MunicipalModel
import Testing

@testable import Rendering

/// What a table's text has to stand: long cells, no rows, hostile texts, many sources.
struct TextTableTests {
  private func rendered(
    _ columns: [ReportColumn], _ rows: [ReportRow], cellWidth: Int = 40
  ) -> String {
    TextRenderer(language: .japanese, cellWidth: cellWidth)
      .render(SampleReport.report(columns: columns, rows: rows))
  }

  private let name = ReportColumn.key("name", LocalizedText(ja: "指標", en: "Indicator"))
  private let value = ReportColumn.number("value", LocalizedText(ja: "実績", en: "Actual"))

  @Test func aLongCellIsBroken() {
    let expected = """
      t
      =

      指標        実績
      ----------  ----
      移住相談の     9
      件数（年）
      観光客数      10

      """
    let rows: [ReportRow] = [
      [ReportCell("移住相談の件数（年）"), ReportCell(9)], [ReportCell("観光客数"), ReportCell(10)],
    ]
    #expect(rendered([name, value], rows, cellWidth: 10) == expected)
  }

  @Test func aTableWithoutRowsSaysSo() {
    #expect(rendered([name, value], []).hasSuffix("----  ----\n（該当する行はありません）\n"))
    #expect(rendered([], []).hasSuffix("（該当する行はありません）\n"))
  }

  @Test func controlsInATextAreReplaced() {
    let text = rendered([name], [[ReportCell("a\u{1B}]0;x\u{7}\tb")]])
    #expect(text.contains("a\u{FFFD}]0;x\u{FFFD} b\n"))
  }

  @Test func noLineEndsWithASpace() {
    let text = rendered([name, name], [[ReportCell("長い名前"), ReportCell("")], [ReportCell("a ")]])
    #expect(!text.contains(" \n"))
  }

  @Test func rowsOfTheSameSourcesShareAMark() {
    let lines = [5, 3, 4, 4, 9]
    let many = ReportCell(1, sources: lines.map { SampleReport.source("d", $0, "x") })
    let other = ReportCell(1, sources: [SampleReport.source("e", 1, "x")])
    let text = rendered(
      [name, value],
      [
        [ReportCell("a"), many], [ReportCell("b"), other], [ReportCell("c"), many],
        [ReportCell("d"), ReportCell(1)],
      ])
    #expect(text.contains("a        1  [1]\nb        1  [2]\nc        1  [1]\nd        1\n"))
    #expect(text.hasSuffix("出典\n  [1] d:3-5,9\n  [2] e:1\n"))
  }

  @Test func aLongListOfSourcesIsBroken() {
    let sources = (1...40).map { SampleReport.source("document", $0 * 3, "x") }
    let text = rendered([name, value], [[ReportCell("a"), ReportCell(1, sources: sources)]])
    for line in text.split(separator: "\n") { #expect(line.utf8.count <= 80) }
    #expect(text.contains("120\n"))
  }

  @Test func columnsOfTheSameFormulaShareALine() {
    func figure(_ formula: String) -> ReportCell {
      ReportCell(1, formula: LocalizedText(formula))
    }
    let years = (2019...2021).map { ReportColumn.number("y\($0)", LocalizedText("\($0)")) }
    let unnamed = ReportColumn.number("n", LocalizedText(""))
    let text = rendered(
      years + [unnamed],
      [
        [figure("a / b"), figure("a / b"), ReportCell(1), figure("c")],
        [figure("a / b"), figure("a / [b]"), figure("a / b"), .empty],
      ])
    #expect(text.hasSuffix("算式\n  - 2019、2020、2021: a / b\n  - 2020: a / [b]\n  - c\n"))
  }
}
