import MunicipalModel
import Testing

@testable import DocumentReading

@Suite("Headings that are written otherwise than the layout says")
struct HeadingVariantTests {
  private static let goal = "基本目標{number} {title}"

  @Test(
    "A short line that begins with the pattern's word and a number",
    arguments: [
      (goal, "■基本目標２ ひと", "2"), (goal, "基本目標３：くらし", "3"), (goal, "第4節　基本目標４　まち", "4"),
      (goal, "第4節基本目標４　まち", "4"), (goal, "【基本目標5】まち", "5"), (goal, "基本目標【5】まち", "5"),
      (goal, "基本目標２ひとの流れ", "2"), (goal, "◆ 基本目標 Ⅲ", "3"),
      ("【基本目標{number}】{title}", "基本目標２　ひと", "2"),
      ("施策{number}-{number} {title}", "●施策１－２ 起業", "1-2"),
      ("第{number}章 {title}", "■第十二章 総論", "12"),
    ])
  func variants(pattern: String, line: String, number: String) throws {
    #expect(try #require(HeadingPattern(pattern)).numberOfVariant(line) == number)
  }

  @Test(
    "No heading: one that fits, running text, several numbers, another word, no number",
    arguments: [
      (goal, "基本目標２ ひと"), (goal, "本計画の基本目標２ ひと"), (goal, "基本目標２の達成に向けて"),
      (goal, "（基本目標２、３に関連する施策）"), (goal, "■基本目標１～４"), (goal, "■基本目標1・2"),
      (goal, "■基本目標２ ひとが集まるまちをつくります。"), (goal, "■基本目標一覧"), (goal, "■基本目標"),
      (goal, "■基本目標2024年"), (goal, "■基本目標２ " + String(repeating: "長い", count: 30)),
      ("目標{number} {title}", "数値目標2件"), ("{number} {title}", "■2 ひと"),
      ("第{number}章 {title}", "第2期総合戦略"), ("({number}) {title}", "・(2)の表"),
    ])
  func noHeading(pattern: String, line: String) throws {
    #expect(try #require(HeadingPattern(pattern)).numberOfVariant(line) == nil)
  }

  private func notes(_ text: String) throws -> [String] {
    try LayoutSample.read(text).notes.filter { $0.code == "heading-not-taken" }
      .map { "\($0.severity.rawValue) \($0.citation.line) \($0.citation.printed)" }
  }

  @Test("Each is told by its line; the table below it belongs to the goal before")
  func told() throws {
    let text = """
      基本目標１ しごと
      \(LayoutSample.table)
      ■基本目標２ ひと
      \(LayoutSample.table)
      基本目標３：くらし
      """
    let (roots, all) = try LayoutSample.read(text)
    #expect(LayoutSample.outline(roots).hasPrefix("goal 1 しごと (2)"))
    #expect(try notes(text) == ["warning 4 ■基本目標２ ひと", "warning 7 基本目標３：くらし"])
    #expect(
      all.first { $0.code == "heading-not-taken" }?.message.en
        == "\"■基本目標２ ひと\" looks like the heading of goal 2 but fits no pattern; "
        + "a table below it is read as one of the heading before")
  }

  @Test("A list of headings that were taken, a page's running header and a mention are not told")
  func repeated() throws {
    let body = "基本目標１ しごと\n\(LayoutSample.table)\n基本目標２ ひと\n\(LayoutSample.table)\n"
    #expect(try notes("目次\n・基本目標１：しごと …… 3\n・基本目標２：ひと …… 9\n" + body) == [])
    #expect(try notes(body + "■基本目標２（再掲）\n基本目標５に掲げる目標値\n国の基本目標３ くらし\n") == [])
    #expect(try notes(body + "■基本目標３ くらし\n\n■基本目標３ くらし\n") == ["warning 7 ■基本目標３ くらし"])
  }
}
