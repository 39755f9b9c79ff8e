import MunicipalModel
import Testing

@testable import Rendering

/// What a table looks like on a terminal of a stated width.
struct TextScreenTests {
  private let name = ReportColumn.key("name", LocalizedText(ja: "市", en: "City"))
  private let years = (2018...2021).map { ReportColumn.number("y\($0)", LocalizedText("\($0)")) }
  private let word = ReportColumn.text("why", LocalizedText(ja: "理由", en: "Why"))

  private func lines(
    _ columns: [ReportColumn], _ rows: [ReportRow], width: Int, isColoured: Bool = false,
    _ language: Language = .japanese
  ) -> [String] {
    let screen = TextScreen(columns: width, isColoured: isColoured)
    let text = TextRenderer(language: language, screen: screen)
      .render(SampleReport.report(columns: columns, rows: rows))
    // The title, its line and a blank line stand before the table.
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3).dropLast()
      .map(String.init)
  }

  private func rates(_ name: String, _ first: Int) -> ReportRow {
    ReportRow([ReportCell(name)] + (0..<4).map { ReportCell(first - $0) })
  }

  @Test func aTableThatFitsStandsWhole() {
    #expect(
      lines([name] + years, [rates("苫小牧市", 5)], width: 32) == [
        "市        2018  2019  2020  2021", "--------  ----  ----  ----  ----",
        "苫小牧市     5     4     3     2",
      ])
  }

  /// Names take two columns a character, so that the table is 32 wide; one less, and it stands in two parts.
  @Test func figuresStandInPartsThatRepeatTheNames() {
    #expect(
      lines([name] + years, [rates("苫小牧市", 5)], width: 31) == [
        "市        2018  2019  2020", "--------  ----  ----  ----", "苫小牧市     5     4     3", "",
        "市        2021", "--------  ----", "苫小牧市     2",
      ])
  }

  @Test func aPartHasTheHeadingThatItsColumnsShare() {
    let columns = [
      name, .number("a", LocalizedText("岩見沢市\n人")), .number("b", LocalizedText("\n率 %")),
      .number("c", LocalizedText("苫小牧市\n人")), .number("d", LocalizedText("\n率 %")),
    ]
    let rows = [rates("計", 5)]
    #expect(
      lines(columns, rows, width: 24) == [
        "市  岩見沢市", "          人  率 %", "--  --------  ----", "計         5     4", "",
        "市  苫小牧市", "          人  率 %", "--  --------  ----", "計         3     2",
      ])
    // Where not even two columns have room, the second one says whose it is.
    #expect(lines(columns, rows, width: 20).filter { $0.contains("岩見沢市") }.count == 1)
    let long = [name] + [columns[1], .number("b", LocalizedText("\n純移動率 %"))]
    #expect(
      lines(long, [[ReportCell("計"), ReportCell(5), ReportCell(4)]], width: 20) == [
        "市  岩見沢市", "          人", "--  --------", "計         5", "", "市    岩見沢市",
        "    純移動率 %", "--  ----------", "計           4",
      ])
  }

  @Test func longTextsStandInABlockARow() {
    let reason = "対象は創業塾の受講後に創業した人で、市の補助を受けた人に限らない"
    let rows: [ReportRow] = [
      .group(LocalizedText("働く")), [ReportCell("創業"), ReportCell(reason), ReportCell(12)],
      [ReportCell("企業の進出"), .empty, ReportCell(3)],
    ]
    let count = ReportColumn.number("n", LocalizedText("件数\n（件）"))
    #expect(
      lines([name, word, count], rows, width: 30) == [
        "[働く]", "創業", "  理由: 対象は創業塾の受講後", "    に創業した人で、市の補助を",
        "    受けた人に限らない", "  件数 （件）: 12", "企業の進出", "  件数 （件）: 3",
      ])
  }

  @Test func aTableWithoutRowsSaysSo() {
    #expect(lines([name, word], [], width: 20).last == "（該当する行はありません）")
    let long = ReportColumn.text("long", LocalizedText("とても長い見出しがここに書いてある"))
    #expect(lines([name, word, long], [], width: 20).last == "（該当する行はありません）")
  }

  @Test(arguments: [20, 24, 31, 40, 57, 80, 100, 200])
  func nothingIsWiderThanTheScreen(width: Int) {
    for language in Language.allCases {
      let screen = TextScreen(columns: width, isColoured: false)
      for line in TextRenderer(language: language, screen: screen).render(SampleReport.report)
        .split(separator: "\n")
      { #expect(DisplayWidth().columns(of: String(line)) <= width, "\(line)") }
    }
  }

  @Test func proseIsBrokenAtTheScreenButNeverBeyondAHundred() {
    #expect(TextScreen(columns: 60, isColoured: false).proseWidth == 60)
    #expect(TextScreen(columns: 220, isColoured: false).proseWidth == 100)
    #expect(TextScreen(columns: 3, isColoured: false).columns == 20)
    #expect(TextScreen.file.proseWidth == nil)
  }

  @Test func barsStandBesideDrawnFiguresWhereThereIsRoom() {
    let rate = ReportColumn.number("rate", LocalizedText("率")).drawn
    let rows: [ReportRow] = [
      [ReportCell("甲"), ReportCell(-4)], [ReportCell("乙"), ReportCell(2)],
      [ReportCell("丙"), ReportCell(missing: .notPublished)],
    ]
    #expect(
      lines([name, rate], rows, width: 40) == [
        "市                    率", "--  --------------------", "甲      -4 ██████│",
        "乙       2       │███", "丙  未公表",
      ])
    #expect(
      lines([name, rate], rows, width: 20) == [
        "市      率", "--  ------", "甲      -4", "乙       2", "丙  未公表",
      ])
    // A file has none.
    let text = TextRenderer(language: .japanese).render(
      SampleReport.report(columns: [name, rate], rows: rows))
    #expect(!text.contains("█"))
  }

  @Test func colourFollowsToneAndSign() {
    let grade = ReportColumn.text("grade", LocalizedText("評価"))
    let rows: [ReportRow] = [
      [ReportCell("甲"), ReportCell(-1), ReportCell("要改善").toned(.bad)],
      [ReportCell("乙"), ReportCell(1, style: .signed), ReportCell("着実").toned(.good)],
      [ReportCell("丙"), ReportCell(1), ReportCell("概ね").toned(.middling)],
    ]
    let coloured = lines([name, years[0], grade], rows, width: 60, isColoured: true)
    #expect(
      Array(coloured.dropFirst(2)) == [
        "甲  \u{1B}[35m  -1\u{1B}[0m  \u{1B}[31m要改善\u{1B}[0m",
        "乙  \u{1B}[36m  +1\u{1B}[0m  \u{1B}[32m着実  \u{1B}[0m",
        "丙     1  \u{1B}[33m概ね  \u{1B}[0m",
      ])
    // Nothing but the colours is added.
    let plain = lines([name, years[0], grade], rows, width: 60)
    let without = coloured.map { line in
      line.split(separator: "\u{1B}").enumerated()
        .map {
          $0.offset == 0 ? String($0.element) : String($0.element.drop { $0 != "m" }.dropFirst())
        }
        .joined()
    }
    // Behind the last word of a line stand spaces up to the end of the colour.
    #expect(
      without.map { line in String(line.reversed().drop { $0 == " " }.reversed()) } == plain)
    #expect(!lines([name, grade], rows, width: 60).joined().contains("\u{1B}"))
  }
}

extension ReportCell {
  fileprivate func toned(_ tone: Tone) -> Self {
    var cell = self
    cell.tone = tone
    return cell
  }
}
