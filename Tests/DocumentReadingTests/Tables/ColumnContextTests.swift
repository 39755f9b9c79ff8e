import MunicipalModel
import Testing

@testable import DocumentReading

@Suite("Columns beside each other")
struct ColumnContextTests {
  @Test(
    "現状値 beside a baseline is an actual figure",
    arguments: [
      ("基準値（H26）", "現状値（H29）"), ("策定時（H26）", "現況（H29）"), ("初期値（H26）", "現在値（H29）"),
      ("従前値(H26)", "現状(H29)"), ("現状値（H26）", "現状値（H29）"),
    ])
  func currentBesideBaseline(first: String, second: String) throws {
    let table = try TableSample("指標\t\(first)\t\(second)\t目標値（H31）\n出生数（人）\t3,800\t3,600\t4,100")
    #expect(table.figures == ["出生数: baseline FY2014 3800, actual FY2017 3600, target FY2019 4100"])
    #expect(table.notes == [])
  }

  @Test("現状値 alone is the baseline, also right of the target", arguments: ["現状値", "現況値", "現状"])
  func currentAlone(heading: String) throws {
    let table = try TableSample("指標\t目標値\t\(heading)\n出生数（人）\t410\t380")
    #expect(table.figures == ["出生数: target - 410, baseline - 380"])
  }

  @Test("Columns of times date the figures beside them")
  func periods() throws {
    let table = try TableSample(
      "指標\t基準年度\t基準値\t目標年次\t目標値\tR5実績\n出生数\tR1\t380\tR6\t400\t301\n転入者数\tH30\t1,200\t2025\t1,300\t1,310"
    )
    #expect(
      table.figures == [
        "出生数: baseline FY2019 380, target FY2024 400, actual FY2023 301",
        "転入者数: baseline FY2018 1200, target FY2025 1300, actual FY2023 1310",
      ])
    #expect(table.notes == [])
  }

  @Test("測定年度 dates the figure left of it; a cell that is no time is told")
  func measuredYears() throws {
    let table = try TableSample(
      "指標\t基準値\t測定年度\t最新値\t時点\t目標値\n甲乙率\t10\tH30\t12\tR4\t20\n丙丁率\t11\t未定の年\t13\t―\t21")
    #expect(
      table.figures == [
        "甲乙率: baseline FY2018 10, actual FY2022 12, target - 20",
        "丙丁率: baseline - 11, actual - 13, target - 21",
      ])
    #expect(table.findings == ["unreadable-period 3:3"])
  }

  @Test("基準年度 above figures holds the figures of that year")
  func yearsAsHeadings() throws {
    let table = try TableSample("指標\t基準年度\t目標年度\n出生数（人）\t380\t400\n転入者数（人）\t1,200\t1,300")
    #expect(
      table.figures == [
        "出生数: baseline - 380, target - 400", "転入者数: baseline - 1200, target - 1300",
      ])
  }

  @Test("達成度 in words is an assessment, in percent an achievement")
  func words() throws {
    let words = try TableSample("指標\t目標値\tR5実績\t達成度\n甲乙率\t10\t9\t△\n丙丁率\t10\t11\t◎")
    #expect(words.indicators.map { $0.figures.last?.role } == [.assessment, .assessment])
    let rates = try TableSample("指標\t目標値\tR5実績\t達成度\n甲乙率\t10\t9\t90%\n丙丁率\t10\t11\t110%")
    #expect(rates.indicators.map { $0.figures.last?.role } == [.achievement, .achievement])
  }

  @Test("A difference and a reason are no targets")
  func noTargets() throws {
    let table = try TableSample(
      "指標\t基準値\tR5実績\t目標値\t目標値との差\t目標値設定の根拠\n出生数（人）\t380\t301\t400\t△99\t約6%を目指す\n転入者数（人）\t1,200\t1,310\t1,300\t10\t約6%"
    )
    #expect(
      table.figures == [
        "出生数: baseline - 380, actual FY2023 301, target - 400",
        "転入者数: baseline - 1200, actual FY2023 1310, target - 1300",
      ])
    #expect(table.findings == ["derived-column 1:5", "unknown-column 1:6"])
    #expect(table.notes.allSatisfy { $0.severity == .info })
  }

  @Test("A column 数値目標 that holds the names is the indicator")
  func targetsAsNames() throws {
    let table = try TableSample("数値目標\t現状値\t目標値\n転入者数\t715人\t950人")
    #expect(table.figures == ["転入者数: baseline - 715, target - 950"])
  }

  @Test("指標値 beside 目標値 is the state of things, and alone the target")
  func valueAlone() throws {
    #expect(
      try TableSample("指標名\t指標値\t目標値\n件数\t1件\t2件").figures == ["件数: baseline - 1, target - 2"])
    #expect(
      try TableSample("指標名\t基準値\t指標値\t目標値\n件数\t1件\t2件\t3件").figures == [
        "件数: baseline - 1, actual - 2, target - 3"
      ])
    #expect(
      try TableSample("指標名\t指標値\t実績値\n件数\t2件\t1件").figures == ["件数: target - 2, actual - 1"])
  }
}
