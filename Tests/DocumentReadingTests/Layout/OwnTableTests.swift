import MunicipalModel
import Testing

@testable import DocumentReading

@Suite("A table of one indicator, which the line above names")
struct OwnTableTests {
  private static let layout = """
    { "headings": [ { "level": "goal", "pattern": "基本目標{number} {title}" },
      { "level": "measure", "pattern": "数値目標{number} {title}" } ] }
    """
  static let table = "平成25年（基準値）\t平成27年\t平成28年（現状値）\t平成31年（目標値）\n5.5‰\t5.4‰\t5.0‰\t5.9‰"
  private static let figures =
    "婚姻率: baseline CY2013 5.5, actual CY2015 5.4, actual CY2016 5.0, target CY2019 5.9"

  @Test(
    "The name stands in a heading of the plan or in a line of its own",
    arguments: ["数値目標① 婚姻率", "■婚姻率", "指標：婚姻率", "婚姻率\n（単位：‰）", "婚姻率\t\t\t", "数値目標① 婚姻率\n"])
  func named(line: String) throws {
    let table = try TableSample("基本目標1 子育て\n\(line)\n\(Self.table)", Self.layout)
    #expect(table.figures == [Self.figures])
    #expect(table.indicators.first?.unit == "‰")
    #expect(table.indicators.first?.citation.line == 2)
    #expect(table.notes == [])
  }

  /// 小諸市, 施策評価 施策3-2 (expydoc.com/doc/7730943).
  @Test func `A form names the indicator in a row of its own, and has rows of plan and result`()
    throws
  {
    let table = try TableSample(
      csv: """
        成果指標
        指標名,特定健康診査受診率,,,,,
        設定理由,国の基準で示された目標値の目安を基準とした。,,,,,
        目標値,単位,計画策定時,平成25年度,平成26年度,平成27年度,平成28年度
        計画,％,,40,45,50,55
        実績,,38（見込）,34.0（見込値）,,,
        """)
    #expect(table.indicators.map { "\($0.name) \($0.unit)" } == ["特定健康診査受診率 %"])
    #expect(
      table.indicators.first?.figures.map {
        "\($0.role.rawValue) \($0.period?.code ?? "-") \($0.reading.value?.description ?? "-")"
      }.sorted() == [
        "actual FY2013 34.0", "baseline - 38", "target FY2013 40", "target FY2014 45",
        "target FY2015 50", "target FY2016 55",
      ])
  }

  @Test("Several of them below each other")
  func several() throws {
    let table = try TableSample(
      "基本目標1 子育て\n数値目標① 婚姻率\nH25（基準値）\tH31（目標値）\n5.5‰\t5.9‰\n数値目標② 出生数\nH26（基準値）\tH31（目標値）\n3,823\t4,107",
      Self.layout)
    #expect(
      table.figures == [
        "婚姻率: baseline FY2013 5.5, target FY2019 5.9",
        "出生数: baseline FY2014 3823, target FY2019 4107",
      ])
  }

  @Test(
    "Without a name, with a sentence above, or with cells that are no figures it is not read",
    arguments: [
      table, "婚姻率は次のとおりである。\n\(table)", "婚姻率\nH25\tH26\n5.5\t5.4",
      "婚姻率\nH25（基準値）\tH31（目標値）\n高い\t5.9",
    ])
  func notRead(text: String) throws { #expect(try TableSample("\n\(text)").figures == []) }

  @Test("Rows of targets and of actual figures", arguments: ["", "区分", "年度"])
  func labelled(corner: String) throws {
    let table = try TableSample(
      "新規プロジェクト数\n\(corner)\t従前値\tH27\tH28\tH31\n目標\t\t8\t9\t12\n実績\t4\t8\t10\t-")
    #expect(
      table.figures == [
        "新規プロジェクト数: target FY2015 8, target FY2016 9, target FY2019 12, baseline - 4, "
          + "actual FY2015 8, actual FY2016 10, actual FY2019 -"
      ])
    #expect(table.notes == [])
  }
}
