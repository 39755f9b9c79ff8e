import MunicipalModel
import Testing

@testable import DocumentReading

/// Two figures above each other below one year. The tables are made for these tests.
struct StackedFigureTests {
  private static let figures = [
    "健診受診率: target FY2021 60, target FY2022 62, actual FY2021 58.2, actual FY2022 61.1",
    "相談件数: target FY2021 100, target FY2022 110, actual FY2021 98, actual FY2022 115",
  ]

  @Test func `Two rows of one indicator hold what a note says`() throws {
    let table = try TableSample(
      csv: """
        （上段：目標値、下段：実績値）,,,
        指標,単位,令和3年度,令和4年度
        健診受診率,％,60,62
        ,,58.2,61.1
        相談件数,件,100,110
        ,,98,115
        """)
    #expect(table.figures == Self.figures)
    #expect(table.notes.allSatisfy { $0.severity == .info })
  }

  @Test func `One cell holds both, and each is cited by itself`() throws {
    let table = try TableSample(
      csv: """
        指標,単位,"令和3年度
        （上段：目標
        下段：実績）","令和4年度
        （上段：目標
        下段：実績）"
        健診受診率,％,"60
        58.2","62
        61.1"
        相談件数,件,"100
        98","110
        115"
        """)
    #expect(table.figures == Self.figures)
    #expect(
      table.indicators.first?.figures.map(\.citation.printed) == ["60", "62", "58.2", "61.1"])
  }

  @Test func `One figure where two should stand is told and not read`() throws {
    let table = try TableSample(
      csv: "指標,単位,令和3年度（上段：目標、下段：実績）\n相談件数,件,100\n講座数,回,3 5")
    #expect(table.findings == ["stacked-figures 2:3"])
    #expect(
      table.figures == [
        "相談件数: target FY2021 -, actual FY2021 -", "講座数: target FY2021 3, actual FY2021 5",
      ])
  }

  @Test(arguments: ["1 200", "１　０３７", "△1 200", "110 115", "80 ％", "累計 148"])
  func `One figure with a space in it is not taken for two`(cell: String) throws {
    let table = try TableSample(csv: "指標,単位,令和3年度（上段：目標、下段：実績）\n相談件数,,\(cell)")
    #expect(table.figures == ["相談件数: target FY2021 -, actual FY2021 -"])
    #expect(table.findings.contains("stacked-figures 2:3"))
  }

  @Test func `Two figures of three digits are two where others in the table are`() throws {
    let table = try TableSample(
      csv:
        "指標,単位,令和3年度（上段：目標、下段：実績）\n相談件数,件,110 115\n講座数,回,12 15\n貸出冊数,冊,1 200\n検診数,件,60 －")
    #expect(
      table.figures == [
        "相談件数: target FY2021 110, actual FY2021 115", "講座数: target FY2021 12, actual FY2021 15",
        "貸出冊数: target FY2021 -, actual FY2021 -", "検診数: target FY2021 60, actual FY2021 -",
      ])
    #expect(table.findings.contains("stacked-figures 4:3"))
  }

  @Test func `What the lower row says in another column is told`() throws {
    let table = try TableSample(
      csv: """
        （上段：目標値、下段：実績値）,,,
        指標,単位,令和3年度,目標値（R6）
        健診受診率,％,60,70
        ,,58.2,65
        """)
    #expect(
      table.figures == [
        "健診受診率: target FY2021 60, target FY2024 70, actual FY2021 58.2"
      ])
    #expect(table.findings.contains("stacked-figures 5:4"))
  }
}
