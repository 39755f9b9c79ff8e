import DocumentReading
import MunicipalModel
import Testing

/// Headings of the plan that stand in tables, with the tabs of the table or without.
@Suite("Headings of the plan in tables")
struct TableHeadingRowTests {
  static let heading = "指標\t単位\t現状値（R1）\tR5実績\t目標値（R6）"
  private static let expected = ["goal 1 しごと (1), goal 2 ひと (1)"]

  @Test(
    "A heading inside a table opens its node, and the table goes on with the same columns",
    arguments: [
      "\(heading)\n基本目標1 しごと\t\t\t\t\n立地企業数\t社\t4\t6\t10\n基本目標2 ひと\t\t\t\t\n移住者数\t人\t20\t31\t40",
      "基本目標1 しごと\n\(heading)\n立地企業数\t社\t4\t6\t10\n基本目標2 ひと\n移住者数\t人\t20\t31\t40",
      "基本目標1 しごと\t\t\t\t\n\(heading)\n立地企業数\t社\t4\t6\t10\n\t\t\t\t\n基本目標2 ひと\t\t\t\t\n\(heading)\n移住者数\t人\t20\t31\t40",
      "基本目標1 しごと\n\(heading)\n立地企業数\t社\t4\t6\t10\n\t基本目標2 ひと\t\t\t\n移住者数\t人\t20\t31\t40",
      "基本目標1 しごと\n\(heading)\n立地企業数\t社\t4\t6\t10\n基本目標2\tひと\t\t\t\n移住者数\t人\t20\t31\t40",
      "基本目標1 しごと\n\(heading)\n立地企業数\t社\t4\t6\t10\n基本目標2 ひと\t\t\t\t\n\(heading)\n移住者数\t人\t20\t31\t40",
    ])
  func opens(text: String) throws {
    let table = try TableSample(text, LayoutSample.goals)
    #expect([LayoutSample.outline(table.roots)] == Self.expected)
    #expect(
      table.figures == [
        "立地企業数: baseline FY2019 4, actual FY2023 6, target FY2024 10",
        "移住者数: baseline FY2019 20, actual FY2023 31, target FY2024 40",
      ])
    #expect(table.notes == [])
  }

  @Test("Headings of two levels one below the other")
  func twoLevels() throws {
    let table = try TableSample(
      "指標\t基準値\t目標値\n基本目標1 しごと\t\t\n施策1 起業\t\t\n件数(件)\t1\t2\n施策2 農業\t\t\n人数(人)\t3\t4\n基本目標2 ひと\t\t\n施策1 移住\t\t\n世帯(世帯)\t5\t6",
      LayoutSample.goals)
    #expect(
      LayoutSample.outline(table.roots)
        == "goal 1 しごと [measure 1 起業 (1), measure 2 農業 (1)], goal 2 ひと [measure 1 移住 (1)]")
  }

  @Test(
    "A row that looks like a heading and is not taken is told, and is no indicator",
    arguments: ["基本目標２：ひと", "【ひと】", "■ひとの流れ", "施策2-1 移住", "第3章 くらし"])
  func notTaken(row: String) throws {
    let table = try TableSample("指標\t基準値\t目標値\n件数(件)\t1\t2\n\(row)\t\t\n人数(人)\t3\t4")
    #expect(table.figures == ["件数: baseline - 1, target - 2", "人数: baseline - 3, target - 4"])
    #expect(table.findings == ["heading-not-taken 3:1"])
    #expect(table.notes.map(\.severity) == [.warning])
  }

  @Test("A name without any figure is told")
  func withoutFigures() throws {
    let table = try TableSample("指標\t基準値\t目標値\n件数(件)\t1\t2\n子育て支援\t\t\n人数(人)\t3\t4")
    #expect(table.findings == ["row-without-figures 3:1"])
  }

  @Test("Another table behind a heading is no part of the one before")
  func otherTable() throws {
    let table = try TableSample(
      "基本目標1 しごと\n指標\t基準値\t目標値\n件数(件)\t1\t2\n\n基本目標2 ひと\n年次\t出生\t死亡\n令和元年\t380\t400",
      LayoutSample.goals)
    #expect(table.figures == ["件数: baseline - 1, target - 2"])
  }
}
