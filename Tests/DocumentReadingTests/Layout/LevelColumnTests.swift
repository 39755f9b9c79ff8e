import MunicipalModel
import Testing

@testable import DocumentReading

@Suite("Columns of goals and measures in a flat table")
struct LevelColumnTests {
  private static let rows =
    "1 しごと\t1-1 企業誘致\t立地企業数\t社\t4\t10\n\t1-2 農業\t新規就農者数\t人\t3\t12\n2 ひと\t2-1 移住\t移住者数\t人\t20\t40"

  @Test(
    "They are carried down, by rules of the layout and by their usual names",
    arguments: [
      ("基本目標\t施策\tKPI\t単位\t現状値（R1）\t目標値（R6）", "{ }"),
      ("基本目標\t具体的施策\tKPI\t単位\t現状値（R1）\t目標値（R6）", "{ }"),
      (
        "柱\t取組\tKPI\t単位\t現状値（R1）\t目標値（R6）",
        #"{ "columns": [ { "heading": "柱", "means": "goal" }, { "heading": "取組", "means": "measure" } ] }"#
      ),
    ])
  func carried(heading: String, layout: String) throws {
    let table = try TableSample("\(heading)\n\(Self.rows)", layout)
    #expect(
      LayoutSample.outline(table.roots)
        == "goal 1 しごと [measure 1-1 企業誘致 (1), measure 1-2 農業 (1)], goal 2 ひと [measure 2-1 移住 (1)]")
    #expect(
      table.figures == [
        "立地企業数: baseline FY2019 4, target FY2024 10", "新規就農者数: baseline FY2019 3, target FY2024 12",
        "移住者数: baseline FY2019 20, target FY2024 40",
      ])
    #expect(table.notes == [])
  }

  @Test("A direction and a project between; a name that is printed in every row is one node")
  func fourLevels() throws {
    let table = try TableSample(
      """
      基本目標\t施策の方向\t施策\t事業名\t指標\t目標値
      基本目標1 しごと\t(1) 産業\t① 企業誘致\t助成事業\t件数\t1
      基本目標1 しごと\t(1) 産業\t① 企業誘致\t融資事業\t件数\t2
      基本目標1 しごと\t(1) 産業\t② 農業\t就農事業\t人数\t3
      基本目標1 しごと\t(2) 観光\t\t観光事業\t人数\t4
      """)
    #expect(
      LayoutSample.outline(table.roots)
        == "goal 1 しごと [direction 1 産業 [measure 1 企業誘致 [project 助成事業 (1), project 融資事業 (1)], "
        + "measure 2 農業 [project 就農事業 (1)]], direction 2 観光 [project 観光事業 (1)]]")
  }

  @Test("Below a heading of the document they hang in its node")
  func belowHeading() throws {
    let table = try TableSample(
      "基本目標1 しごと\n施策\t指標\t目標値\n1 起業\t件数\t1\n\n基本目標2 ひと\n指標\t目標値\n人数\t2",
      #"{ "headings": [ { "level": "goal", "pattern": "基本目標{number} {title}" } ] }"#)
    #expect(
      LayoutSample.outline(table.roots) == "goal 1 しごと [measure 1 起業 (1)], goal 2 ひと (1)")
  }

  static let names: [(String, String, String)] = [
    ("1-1 企業誘致", "1-1", "企業誘致"), ("１－２　農業", "1-2", "農業"), ("基本目標2 ひと", "2", "ひと"),
    ("基本目標３：くらし", "3", "くらし"), ("（4） 観光", "4", "観光"), ("①起業", "1", "起業"),
    ("Ⅱ 子育て", "2", "子育て"), ("1.2 農業", "1.2", "農業"), ("第1章 総論", "1", "総論"),
    ("3世代同居の促進", "", "3世代同居の促進"), ("十勝の農業", "", "十勝の農業"), ("企業誘致", "", "企業誘致"),
    ("2030年の姿", "", "2030年の姿"), ("基本目標1", "1", ""),
  ]

  @Test("Number and title of a cell", arguments: names)
  func name(_ text: String, _ number: String, _ title: String) {
    let name = LevelName(text, heading: "基本目標")
    #expect(name.number == number)
    #expect(name.title == title)
  }
}
