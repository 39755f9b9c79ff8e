import MunicipalModel
import Testing

@testable import DocumentReading

/// Marks in place of what the row above says, and columns in place of others. Made for these tests.
struct DittoMarkTests {
  @Test func `A name that begins with a mark goes on with the name above`() throws {
    let table = try TableSample(
      csv: """
        総合戦略
        指標,基準値(R1),目標値(R6)
        人口（人）,26902,25000
        〃（65歳以上）,9401,8900
        起業件数（件）【再掲】,3,12
        """)
    #expect(
      table.indicators.map { "\($0.name) \($0.unit)" } == ["人口 人", "人口（65歳以上） 人", "起業件数 件"])
    #expect(table.findings == ["ditto-mark 5:1"])
  }

  @Test func `A target that was set anew is the target`() throws {
    let table = try TableSample(
      csv: """
        総合戦略
        指標,基準値(R1),R5実績,当初目標値(R6),見直し後目標値(R6)
        起業件数（件）,3,6,12,10
        """)
    #expect(table.figures == ["起業件数: baseline FY2019 3, actual FY2023 6, target FY2024 10"])
    #expect(table.findings == ["superseded-column 3:4"])
  }

  @Test func `A target with the words of both takes no place of its own`() throws {
    let table = try TableSample(
      csv: """
        総合戦略
        指標,基準値(R1),当初目標値（見直し後）
        起業件数（件）,3,12
        """)
    #expect(table.figures == ["起業件数: baseline FY2019 3, target - 12"])
    #expect(!table.findings.contains { $0.hasPrefix("superseded-column") })
  }

  @Test func `The target of the next plan is none of this one`() throws {
    let table = try TableSample(
      csv: """
        総合戦略
        指標,基準値(R1),R5実績,目標値(R6),次期目標値(R11)
        起業件数（件）,3,6,12,15
        """)
    #expect(table.figures == ["起業件数: baseline FY2019 3, actual FY2023 6, target FY2024 12"])
    #expect(table.findings == ["unknown-column 3:5"])
  }

  @Test func `A multiple of another unit is a change and no level`() throws {
    let table = try TableSample(
      csv: """
        総合戦略
        指標,基準値(R1),R5実績,目標値(R6)
        農業所得（万円）,301,323,1.2倍
        有効求人倍率（倍）,1.01,1.12,1.2倍
        """)
    #expect(
      table.figures == [
        "農業所得: baseline FY2019 301, actual FY2023 323, target FY2024 -",
        "有効求人倍率: baseline FY2019 1.01, actual FY2023 1.12, target FY2024 1.2",
      ])
    #expect(table.findings == ["figure-of-change 4:4"])
  }

  @Test func `A name may say that its years are calendar years`() throws {
    let table = try TableSample(
      csv: """
        総合戦略
        指標,基準値(R1),R5実績,目標値(R6年度)
        出生数（暦年）,201,171,200
        """)
    #expect(
      table.indicators.first?.figures.map { $0.period?.code } == ["CY2019", "CY2023", "FY2024"])
  }

  @Test func `A unit of money is none of people`() throws {
    let table = try TableSample(
      csv: """
        総合戦略
        （単位：千円）
        指標,基準値(R1),目標値(R6)
        ふるさと納税額,3001,12001
        新規就農者数,5,7
        """)
    #expect(table.indicators.map(\.unit) == ["千円", ""])
    #expect(table.findings.contains("unit-open 6:1"))
  }

  @Test(
    "A mark with a unit stands in place of a figure", arguments: ["―%", "－件", "―　件/年"])
  func dashes(cell: String) throws {
    let table = try TableSample("指標\t基準値(R1)\t目標値(R6)\n割合\t\(cell)\t75%\n回数\t1回\t2回")
    #expect(table.figures.first == "割合: baseline FY2019 -, target FY2024 75")
    #expect(!table.findings.contains("unreadable-figure 2:2"))
  }
}
