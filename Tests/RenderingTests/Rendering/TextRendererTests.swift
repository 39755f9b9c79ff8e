import MunicipalModel
import Testing

@testable import Rendering

struct TextRendererTests {
  @Test func japanese() {
    let expected = """
      人口動態
      ========

      自然増減
      --------

      暦年の数値です。

      自然増減率
      市        年      出生（人）  自然増減率  出典
                                         （‰）
      --------  ------  ----------  ----------  ----
      [2市]
      苫小牧市  2021年       1,032       -5.21  [1]
      岩見沢市  2021年      未公表    算出不可  [2]
      --------  ------  ----------  ----------  ----
      合計                   1,032              [3]

      日本人のみ。

      算式
        - 2市・苫小牧市・2021年: 自然増減率 （‰）: (出生-死亡)/人口

      出典
        [1] tomakomai-progress:103-104
        [2] iwamizawa-plan:12
        [3] tomakomai-progress:103; iwamizawa-plan:12

      以上。

      """
    #expect(TextRenderer(language: .japanese).render(SampleReport.report) == expected)
  }

  @Test func english() {
    let expected = """
      Population
      ==========

      Births and deaths
      -----------------

      By calendar year.

      Natural change
      City       Year         Births            Rate  Sources
                                                 (‰)
      ---------  ----  -------------  --------------  -------
      [Two cities]
      Tomakomai  2021          1,032           -5.21  [1]
      Iwamizawa  2021  not published  not computable  [2]
      ---------  ----  -------------  --------------  -------
      Total                    1,032                  [3]

      Japanese nationals only.

      Formulas
        - Two cities, Tomakomai, 2021: Rate (‰): (births - deaths) / population

      Sources
        [1] tomakomai-progress:103-104
        [2] iwamizawa-plan:12
        [3] tomakomai-progress:103; iwamizawa-plan:12

      That is all.

      """
    #expect(TextRenderer(language: .english).render(SampleReport.report) == expected)
  }

  @Test func sourcesCanBeLeftOut() {
    let text = TextRenderer(language: .english, showsSources: false).render(SampleReport.report)
    #expect(!text.contains("Sources"))
    #expect(!text.contains("[1]"))
    #expect(text.contains("Tomakomai  2021          1,032           -5.21\n"))
  }

  @Test func aTerminalWithWideCircledNumbersGetsFewerSpaces() {
    let report = SampleReport.report(
      columns: [.key("a", LocalizedText("a")), .number("b", LocalizedText("b"))],
      rows: [[ReportCell("①②"), ReportCell(1)], [ReportCell("abcd"), ReportCell(2)]])
    let narrow = TextRenderer(language: .japanese)
    let wide = TextRenderer(language: .japanese, width: DisplayWidth(ambiguousIsWide: true))
    #expect(narrow.render(report).contains("\n①②    1\n"))
    #expect(wide.render(report).contains("\n①②  1\n"))
  }
}
