import MunicipalModel
import Testing

@testable import DocumentReading

/// Years that print no era. The tables are made for these tests.
struct EralessYearTests {
  private func periods(_ heading: String, above: String = "") throws -> ([String], TableSample) {
    let cells = heading.split(separator: "\t").map { _ in "1件" }.joined(separator: "\t")
    let table = try TableSample("\(above)\n指標\t\(heading)\t目標値\n相談件数\t\(cells)\t9件")
    let figures = table.indicators.first?.figures ?? []
    return (figures.dropLast().map { $0.period?.code ?? "-" }, table)
  }

  @Test(arguments: [
    ("計画（令和2年度～令和6年度）", ["FY2019", "FY2020", "FY2024"]),
    ("平成31年3月策定", ["FY2019", "FY2020", "FY2024"]),
    ("平成3年3月策定", ["FY1989", "FY1990", "FY1994"]),
  ])
  func `The lines above tell the era, which is told to be assumed`(
    title: String, expected: [String]
  ) throws {
    let (found, table) = try periods("元年度\t2年度\t6年度", above: title)
    #expect(found == expected)
    #expect(table.findings == ["assumed-era 2:2"])
    #expect(table.notes.first { $0.code == "assumed-era" }?.severity == .warning)
    let assumed = table.indicators.first?.figures.dropLast().map(\.assumption)
    #expect(assumed == [.era, .era, .era])
  }

  @Test(arguments: [
    ("基準値（平成30年度）\t元年度\t実績値（2年度）", ["FY2018", "FY2019", "FY2020"]),
    ("29年度\t30年度\t令和元年度", ["FY2017", "FY2018", "FY2019"]),
    ("基準値（平成20年度）\t23年度\t25年度", ["FY2008", "FY2011", "FY2013"]),
  ])
  func `A year beside tells the era`(heading: String, expected: [String]) throws {
    let (found, table) = try periods(heading)
    #expect(found == expected)
    #expect(table.notes.first { $0.code == "assumed-era" }?.severity == .info)
    #expect(table.indicators.first?.figures.allSatisfy { $0.assumption == nil } == true)
  }

  @Test(arguments: [
    ("元年度\t2年度\t3年度", ["FY2019", "FY2020", "FY2021"]),
    ("24年度\t29年度", ["FY2012", "FY2017"]), ("13年度\t15年度", []),
  ])
  func `Years of which no line tells the era are those of the only era that they fit`(
    heading: String, expected: [String]
  ) throws {
    let (found, table) = try periods(heading)
    #expect(found == expected)
    #expect(
      table.notes.contains { $0.code == "assumed-era" && $0.severity == .warning }
        == !expected.isEmpty)
  }

  @Test func `One year alone without its era is not taken for granted`() throws {
    let (found, table) = try periods("現状値\t実績値（5年度）")
    #expect(found == ["-", "-"])
    #expect(!table.findings.contains { $0.hasPrefix("assumed-era") })
  }

  @Test(arguments: ["5年間の実績", "実績（3年生）", "実績値（直近5年平均）"])
  func `A number of years is no year`(heading: String) throws {
    let (found, table) = try periods("基準値（令和2年度）\t\(heading)")
    #expect(found == ["FY2020", "-"])
    #expect(!table.findings.contains { $0.hasPrefix("assumed-era") })
  }
}
