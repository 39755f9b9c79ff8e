import MunicipalModel
import Testing

@testable import Rendering

struct MarkdownRendererTests {
  @Test func japanese() {
    let expected = #"""
      # 人口動態

      ## 自然増減

      暦年の数値です。

      ### 自然増減率

      | 市 | 年 | 出生（人） | 自然増減率<br>（‰） | 出典 |
      | :--- | :--- | ---: | ---: | :--- |
      | **2市** |  |  |  |  |
      | 苫小牧市 | 2021年 | 1,032 | -5.21 | \[1\] |
      | 岩見沢市 | 2021年 | 未公表 | 算出不可 | \[2\] |
      | **合計** |  | **1,032** |  | \[3\] |

      日本人のみ。

      算式:

      - 2市・苫小牧市・2021年: 自然増減率 （‰）: (出生-死亡)/人口

      出典:

      - \[1\] tomakomai-progress:103-104
      - \[2\] iwamizawa-plan:12
      - \[3\] tomakomai-progress:103; iwamizawa-plan:12

      以上。

      """#
    #expect(MarkdownRenderer(language: .japanese).render(SampleReport.report) == expected)
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("a\\b", "a\\\\b"), ("*a* _b_", "\\*a\\* \\_b\\_"), ("`x`", "\\`x\\`"),
    ("<b>&amp;", "\\<b\\>\\&amp;"), ("[a](b)", "\\[a\\](b)"), ("2019~2021", "2019\\~2021"),
    ("a\nb", "a<br>b"), ("a\r\nb", "a<br>b"), ("a\tb", "a b"), ("$x$", "\\$x\\$"),
    ("http://例.jp", "http://例.jp"), ("\u{1B}[0m", "\u{FFFD}\\[0m"),
  ])
  func cellsAreEscaped(text: String, escaped: String) {
    let report = SampleReport.report(
      columns: [.key("a", LocalizedText("a"))], rows: [[ReportCell(text)]])
    let markdown = MarkdownRenderer(language: .english).render(report)
    #expect(markdown.hasSuffix("| :--- |\n| \(escaped) |\n"))
  }

  @Test(arguments: [
    ("# a", "\\# a"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("1. a", "1\\. a"),
    ("12) a", "12\\) a"), ("2021年", "2021年"), ("> a", "\\> a"), ("===", "\\==="), ("2021", "2021"),
  ])
  func aNoteIsNoList(text: String, escaped: String) {
    let section = ReportSection(key: "s", introduction: [LocalizedText(text)])
    let report = Report(title: LocalizedText("t"), sections: [section])
    #expect(MarkdownRenderer(language: .english).render(report) == "# t\n\n\(escaped)\n")
  }

  @Test func aTableWithoutRowsSaysSo() {
    let report = SampleReport.report(columns: [.key("a", LocalizedText("a"))], rows: [])
    #expect(MarkdownRenderer(language: .english).render(report) == "# t\n\n(no rows)\n")
  }

  @Test func sourcesCanBeLeftOut() {
    let renderer = MarkdownRenderer(language: .english, showsSources: false)
    let text = renderer.render(SampleReport.report)
    #expect(!text.contains("Sources"))
    #expect(text.contains("| Tomakomai | 2021 | 1,032 | -5.21 |\n"))
  }
}
