import MunicipalModel
import Testing

@testable import DocumentReading

@Suite("Lines that state figures, by a rule of the layout")
struct LineRuleTests {
  private static let layout = """
    { "headings": [ { "level": "goal", "pattern": "基本目標{number} {title}" } ],
      "lines": [ "{indicator}：{baseline}→{target}", "{indicator} 現状{baseline} 目標{target}" ] }
    """

  @Test(
    "Names, figures, units and times",
    arguments: [
      ("新規就農者数：12人（R1）→ 20人（R6）", "新規就農者数: baseline FY2019 12, target FY2024 20"),
      ("・新規雇用者数：― → 50人", "新規雇用者数: baseline - -, target - 50"),
      ("　● 創業件数 : 10件⇒20件", "創業件数: baseline - 10, target - 20"),
      ("入込客数（万人） 現状12 目標20", "入込客数: baseline - 12, target - 20"),
      ("移住者数　現状 12人　目標 20人", "移住者数: baseline - 12, target - 20"),
    ])
  func read(line: String, expected: String) throws {
    let table = try TableSample("基本目標1 しごと\n\(line)", Self.layout)
    #expect(table.figures == [expected])
    #expect(table.indicators.allSatisfy { $0.citation.line == 2 })
    #expect(table.indicators.first?.unit.hasSuffix("人") != table.figures[0].contains("創業"))
  }

  @Test(
    "Another line is no such line, and neither is one whose figure cannot be read",
    arguments: ["新規就農者数 12人", "新規就農者数：増やす→20人", "12人：10人→20人", "説明：計画→実行"])
  func notRead(line: String) throws {
    #expect(try TableSample("基本目標1 しごと\n\(line)", Self.layout).figures == [])
  }

  @Test(
    "A rule needs a figure, and something between its parts",
    arguments: [
      "{text}", "{indicator}", "{indicator}{target}", "{indicator}：{aim}",
      "{indicator",
    ])
  func noRule(text: String) {
    #expect(LineRule(text) == nil)
    #expect(throws: DataFileError.self) {
      try LayoutSample.layout(#"{ "lines": ["\#(text)"] }"#)
    }
  }

  @Test("Two hundred rules do not fit lines without their words")
  func manyRules() throws {
    let rules = try (0..<200).map { index in
      try #require(LineRule("{indicator}＊\(index)：{baseline}→{target}"))
    }
    for number in 0..<100 {
      let line = try #require(LineRule.Line("指標\(number)：\(number)人（R1）→ 6人（R6）"))
      #expect(!rules.contains { $0.match(line) != nil })
    }
  }

  @Test(
    "Marks, spaces and any arrow", arguments: ["▷件数➡20件", "▶ 件数  ⇒ 20件 ", "※件数 → 20件"])
  func marks(line: String) throws {
    let match = try #require(LineRule("{indicator}⟶{target}")).match(line)
    #expect(match?.name == "件数" && match?.fields.map(\.text) == ["20件"])
  }

  @Test("A rule that fits no line is named as unused")
  func unused() throws {
    let layout = try LayoutSample.layout(Self.layout)
    let document = try DocumentText(id: "sample", text: "基本目標1 しごと\n件数：1件→2件")
    #expect(layout.unusedRules(in: document) == ["{indicator} 現状{baseline} 目標{target}"])
  }

  @Test("A line of figures inside a table is read or left, and the table goes on below it")
  func insideTable() throws {
    let text = "基本目標1 しごと\n指標\t現状値\t目標値\n件数\t1件\t2件\n新規就農者数：3人→10人\n回数\t5回\t8回"
    let read = try TableSample(text, Self.layout)
    #expect(
      read.figures == [
        "件数: baseline - 1, target - 2", "新規就農者数: baseline - 3, target - 10",
        "回数: baseline - 5, target - 8",
      ])
    let left = try TableSample(text, LayoutSample.goals)
    #expect(left.figures == ["件数: baseline - 1, target - 2", "回数: baseline - 5, target - 8"])
  }

  @Test("A line of figures is no name of the line below it")
  func namelessTwice() throws {
    let layout = """
      { "headings": [ { "level": "goal", "pattern": "基本目標{number} {title}" } ],
        "lines": [ "現状値 {baseline}→目標値 {target}" ] }
      """
    let read = try TableSample(
      "基本目標1 しごと\n新規創業件数\n現状値 60件→目標値 100件\n現状値 50%→目標値 80%", layout)
    #expect(read.figures == ["新規創業件数: baseline - 60, target - 100"])
  }
}
