import MunicipalModel
import Testing

@testable import DocumentReading

/// Rows that a text extraction damaged: what is not read is told, and the other rows are read as before.
@Suite("Damaged rows of tables")
struct LostFigureTests {
  private static let heading = "指標\t現状値\t目標値"

  @Test(
    "A row whose tabs were lost is told, and glued to no name",
    arguments: [
      "乙  3件  4件", "乙　3件　4件", "乙 | 3件 | 4件", "|乙|3件|4件|", "乙｜3件｜4件", "乙 3件 4件", "乙  ―  4件",
      "新規就農者数（人）  1,498  1,600",
    ],
    ["丙\t5件\t6件", "", "\n見出し"])
  func withoutTabs(row: String, next: String) throws {
    let table = try TableSample("\(Self.heading)\n甲\t1件\t2件\n\(row)\n\(next)")
    #expect(table.figures.first == "甲: baseline - 1, target - 2")
    #expect(table.indicators.dropFirst().map(\.name) == (next.hasPrefix("丙") ? ["丙"] : []))
    #expect(table.findings == ["row-without-tabs 3:0"])
  }

  @Test(
    "A note below a table and a name that was wrapped are no such rows",
    arguments: ["※令和2年 10人 20人", "（注）10人、20人", "乙の", "出典：令和2年国勢調査"])
  func noRow(line: String) throws {
    let table = try TableSample("\(Self.heading)\n甲\t1件\t2件\n\(line)\n丙\t5件\t6件")
    #expect(!table.findings.contains("row-without-tabs 3:0"))
  }

  @Test("Rows that were cut short are no cell of each other")
  func cutShort() throws {
    let table = try TableSample("\(Self.heading)\n甲\t1件\t2件\n乙\t3件\n丙\t5件\n丁\t7件\t8件")
    #expect(table.indicators.map(\.name) == ["甲", "乙", "丙", "丁"])
    #expect(table.findings == ["truncated-row 3:0", "truncated-row 4:0"])
  }

  @Test("A row of too many cells with a gap has no figure that is sure of its place")
  func extraCell() throws {
    let table = try TableSample("\(Self.heading)\n甲\t1件\t\t2件\n乙\t3件\t4件\t9件")
    #expect(table.figures == ["甲: ", "乙: baseline - 3, target - 4"])
    #expect(table.findings == ["extra-cells 2:0", "extra-cells 3:0"])
  }

  @Test(
    "An indicator that is named by a figure is told", arguments: ["10件", "12", "3,400人", "55.3%"])
  func figureAsName(name: String) throws {
    let table = try TableSample("\(Self.heading)\n\(name)\t11件\t12件")
    #expect(table.figures == ["\(name): baseline - 11, target - 12"])
    #expect(table.findings == ["figure-as-name 2:1"])
  }

  @Test(
    "A name that has a number in it is none", arguments: ["65歳以上人口", "3世代同居数", "1人当たり所得", "5か年平均"])
  func numberInName(name: String) throws {
    #expect(try TableSample("\(Self.heading)\n\(name)\t11件\t12件").findings == [])
  }

  @Test(
    "A figure in a column of text is told with the figure that may have lost its place",
    arguments: ["今後の方向性", "備考", "取組"])
  func figureInText(heading: String) throws {
    let table = try TableSample(
      "指標\t現状値\tR3実績\t目標値\t\(heading)\n甲\t2人\t3人\t9人\t続ける\n乙\t78人\t\t0人\t160人 (計画終了時)")
    #expect(
      table.findings.filter { $0 != "unknown-column 1:5" }
        == ["figure-in-text-column 3:5", "shifted-row 3:4"])
  }

  @Test("A figure in a text is only text where no figure is missing")
  func textWithFigures() throws {
    let table = try TableSample("指標\t現状値\t目標値\t備考\n甲\t2人\t3人\t10人\n乙\t78人\t90人\t5年に1回")
    #expect(table.findings == ["unknown-column 1:4"])
  }

  @Test("One indicator twice with other figures is told, with the same figures not")
  func twice() throws {
    let other = try TableSample("\(Self.heading)\n甲\t1件\t10件\n甲\t1件\t12件")
    #expect(other.findings == ["repeated-indicator 3:3"])
    #expect(try TableSample("\(Self.heading)\n甲\t1件\t10件\n甲\t1件\t10件").findings == [])
    let projects = try TableSample(
      "事業名\t指標\t目標値\n一\t人数\t1\n二\t人数\t2\n一\t人数\t3")
    #expect(projects.findings == ["repeated-indicator 4:3"])
  }

  @Test("A column without a heading whose figures are not read is told")
  func unnamedColumn() throws {
    let table = try TableSample("指標\t現状値\t\t目標値\n甲\t1件\t5件\t2件\n乙\t3件\t6件\t4件")
    #expect(table.findings == ["unknown-column 1:3"])
  }
}
