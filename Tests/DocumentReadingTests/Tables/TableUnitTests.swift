import MunicipalModel
import Testing

@testable import DocumentReading

/// Units that are stated once for a table, and times that lines at it name. The tables are made for these tests.
struct TableUnitTests {
  private func units(_ text: String) throws -> [String] {
    try TableSample(csv: text).indicators.map(\.unit)
  }

  @Test(arguments: [
    "数値目標（単位：千人）,,\n指標,基準値（R1）,目標値（R6）\n観光入込客数,120,150",
    "数値目標,,（単位：千人）\n指標,基準値（R1）,目標値（R6）\n観光入込客数,120,150",
    "指標（単位：千人）,基準値（R1）,目標値（R6）\n観光入込客数,120,150",
  ])
  func `The unit of a table is that of its figures`(text: String) throws {
    let table = try TableSample(csv: text)
    #expect(table.indicators.map(\.unit) == ["千人"])
    #expect(table.notes.map(\.code) == ["unit-of-table"])
  }

  @Test func `A unit of the row's own goes before that of the table, and is told`() throws {
    let text = """
      （単位：人）,,
      指標,基準値（R1）,目標値（R6）
      移住者数,30,60
      高齢化率,33.0%,36.0%
      消費額（百万円）,120,140
      """
    #expect(try units(text) == ["人", "%", "百万円"])
    #expect(try TableSample(csv: text).notes.map(\.code).contains("unit-differs"))
  }

  @Test func `Which of two units it is, and half persons, are not guessed`() throws {
    let two = "（単位：千人、百万円）,,\n指標,基準値（R1）,目標値（R6）\n観光入込客数,120,150"
    #expect(try units(two) == [""])
    #expect(try TableSample(csv: two).notes.map(\.code) == ["unit-open"])
    let half = "（単位：人）,,\n指標,基準値（R1）,目標値（R6）\n合計特殊出生率,1.35,1.5"
    #expect(try units(half) == [""])
  }

  // MARK: Times

  @Test func `A line above the table says the times of its columns`() throws {
    let table = try TableSample(
      csv: "数値目標（基準値：令和元年度、目標値：令和6年度）,,\n指標,基準値,目標値\n創業件数（件）,10,14")
    #expect(table.figures == ["創業件数: baseline FY2019 10, target FY2024 14"])
    #expect(table.notes.map(\.code) == ["time-of-table", "time-of-table"])
  }

  @Test
  func `The year of the title is taken for that of the actual figures, and they are not judged by`()
    throws
  {
    let table = try TableSample(
      csv: "令和4年度 進捗状況,,,\n指標,基準値,実績値,目標値\n受講者数（人）,80,90,100")
    #expect(table.figures == ["受講者数: baseline - 80, actual FY2022 90, target - 100"])
    #expect(table.indicators.first?.figures.map(\.assumption) == [nil, .title, nil])
    #expect(table.notes.contains { $0.code == "assumed-time" && $0.severity == .warning })
  }

  @Test(arguments: ["①課税状況調（基準値：2018年）", "※人口の基準値：2018年", "・参加者数 基準値：2018年"])
  func `A note to one of the indicators dates no others`(note: String) throws {
    let table = try TableSample("計画\n指標\t基準値\t目標値\n受講者数（人）\t80\t100\n\n\(note)")
    #expect(table.figures == ["受講者数: baseline - 80, target - 100"])
  }

  @Test(arguments: ["計画期間 令和2年度～令和6年度", "令和4年度予算"])
  func `A title that tells no state dates nothing`(title: String) throws {
    let table = try TableSample(csv: "\(title),,,\n指標,基準値,実績値,目標値\n受講者数（人）,80,90,100")
    #expect(table.figures == ["受講者数: baseline - 80, actual - 90, target - 100"])
  }

  @Test func `Thirty before one is an era's end`() throws {
    let table = try TableSample("令和の計画\n指標\t30年度\t元年度\t目標値（6年度）\n講座数（回）\t3\t4\t5")
    #expect(table.figures == ["講座数: actual FY2018 3, actual FY2019 4, target FY2024 5"])
  }

  @Test(arguments: ["健診受診率", "女性の割合（管理職）", "転入転出比率"])
  func `A rate below a unit of persons is left without one, and told`(name: String) throws {
    for unit in ["人", "件", "千円"] {
      let counted = unit == "千円" ? "利用料" : "利用者数"
      let table = try TableSample(
        csv: "（単位：\(unit)）,,\n指標,基準値（R1）,目標値（R6）\n\(name),95,96\n\(counted),30,60")
      #expect(table.indicators.map(\.unit) == ["", unit])
      #expect(table.findings.contains("unit-open 4:1"))
    }
  }

  @Test func `A rate has the share that the table states`() throws {
    #expect(try units("（単位：％）,,\n指標,基準値（R1）,目標値（R6）\n健診受診率,95,96") == ["%"])
  }
}
