import DocumentReading
import MunicipalModel
import Testing

@Suite("Tables of indicators, as a layout reads them")
struct LayoutColumnTests {
  private func indicators(_ table: String, _ members: String) throws -> [Indicator] {
    let (roots, _) = try LayoutSample.read(table, "{ \(members) }")
    return Plan(document: "sample", title: "", roots: roots).indicators.map(\.indicator)
  }

  private func figures(_ indicator: Indicator) -> [String] {
    indicator.figures.map {
      "\($0.role.rawValue) \($0.period?.code ?? "-") \($0.reading.value?.description ?? "-")"
    }
  }

  @Test("The layout's own words stand before the common ones")
  func ownWords() throws {
    let table = "取組\t数値目標（KPI）\t策定時\tめざす値\t目標設定の理由\n事業A\t人数(人)\t9\t40\t7年"
    let found = try indicators(
      table,
      """
      "columns": [ { "heading": "取組", "means": "project" }, { "begins": "数値目標", "means": "indicator" },
        { "heading": "策定時", "means": "baseline" }, { "heading": "めざす", "means": "target" },
        { "heading": "理由", "means": "ignored" } ]
      """)
    #expect(found.map(\.name) == ["人数"])
    #expect(found.map(figures) == [["baseline - 9", "target - 40"]])
  }

  @Test("A word of a layout may be written in full width or with spaces")
  func foldedWords() throws {
    let found = try indicators(
      "KPI名(案)\t現状(R1)\t目標(R6)\n人数\t9\t40",
      """
      "columns": [ { "begins": "ＫＰＩ名（案）", "means": "indicator" },
        { "heading": "現 状（", "means": "baseline" } ]
      """)
    #expect(found.map(figures) == [["baseline FY2019 9", "target FY2024 40"]])
  }

  @Test("Periods and accumulations of the layout hold where the document says none")
  func periods() throws {
    let found = try indicators(
      "指標\t基準値\tR3実績\t目標値\n人数\t9\t累計19\t40",
      """
      "periods": { "baseline": "平成26年度", "actual": "令和9年度", "target": "令和元年度" },
      "accumulations": { "target": "cumulative", "actual": "average" }
      """)
    let indicator = try #require(found.first)
    #expect(figures(indicator) == ["baseline FY2014 9", "actual FY2021 19", "target FY2019 40"])
    #expect(indicator.figures.map(\.accumulation) == [.single, .cumulative, .cumulative])
  }

  @Test("A heading of two lines whose lower line names the columns")
  func lowerLineNames() throws {
    let found = try indicators(
      "事業名\t重要業績評価指標\t\t\n\t指標\tH30基準\tR6目標\n事業A\t人数(人)\t9\t40", #""heading_lines": 2"#)
    #expect(found.map(figures) == [["baseline FY2018 9", "target FY2024 40"]])
  }

  @Test("A heading of two lines whose lower line holds the years")
  func lowerLineOfYears() throws {
    let found = try indicators(
      """
      指標\t基準値\t実績値\t\t\t目標値
      \tH30\tR2\tR3\tR4\tR6
      人数(人)\t9\t10\t11\t―\t40
      件数(件)\t1\t2\t3\t4\t5
      """, #""heading_lines": 2"#)
    #expect(
      found.map(figures) == [
        [
          "baseline FY2018 9", "actual FY2020 10", "actual FY2021 11", "actual FY2022 -",
          "target FY2024 40",
        ],
        [
          "baseline FY2018 1", "actual FY2020 2", "actual FY2021 3", "actual FY2022 4",
          "target FY2024 5",
        ],
      ])
  }

  @Test("A table of one heading line in a document whose others have two")
  func oneLineAmongTwo() throws {
    let found = try indicators("指標\t基準値\t目標値\n人数\t9\t40", #""heading_lines": 2"#)
    #expect(found.map(figures) == [["baseline - 9", "target - 40"]])
  }

  @Test("A printed achievement is of the newest actual year, and not in the indicator's unit")
  func achievement() throws {
    let found = try indicators(
      "指標\t基準値(R元)\tR4実績\tR2実績\t目標値(R6)\t達成状況\n人数(人)\t9\t30\t20\t40\t75\n件数(件)\t9\t30\t20\t40\t75%",
      "")
    #expect(
      found.map { $0.first(.achievement)?.period } == [.fiscalYear(2022), .fiscalYear(2022)])
    #expect(found.map { $0.first(.achievement)?.reading.quantity?.unit } == ["", "%"])
    #expect(found.map { $0.first(.actual)?.reading.quantity?.unit } == ["人", "件"])
  }

  @Test("Figures that a project shares stand for the blank cells below them too")
  func shared() throws {
    let found = try indicators(
      """
      事業名\t指標\t基準値\t目標値
      事業A\t甲\t移住促進事業との共通指標\t
      \t乙\t\t
      \t丙\t1\t2
      """, "")
    #expect(
      found.map { $0.figures.map(\.reading.status) } == [
        ["shared"], ["shared"], ["value", "value"],
      ])
  }

  @Test("A heading of two lines whose lower line is longer than the upper")
  func longerLowerLine() throws {
    let found = try indicators(
      "事業名\t重要業績評価指標\n\t指標\tH30基準\tR6目標\n事業A\t人数(人)\t9\t40", #""heading_lines": 2"#)
    #expect(found.map(figures) == [["baseline FY2018 9", "target FY2024 40"]])
  }

  @Test("A heading that stands beside its figures is moved over them, once")
  func shiftedHeading() throws {
    let table = "指標\t基準値(R元)\t\t目標値(R6)\n"
    #expect(
      try indicators(table + "甲\t1件\t5件\t", "").map(figures) == [
        ["baseline FY2019 1", "target FY2024 5"]
      ])
    // A figure that cannot be read stands below its heading all the same.
    let prose = "指標\t基準値(R元)\tR2\t\t目標値(R6)\n"
    for cell in ["5件☆", "約5", "5?", "?5件"] {
      let found = try indicators(prose + "甲\t1件\t\(cell)\t9件\t", "")
      #expect(found.first?.figures.map(\.role) == [.baseline, .actual, .target])
      #expect(found.first?.target?.reading.value == ExactDecimal(9))
      let shifted = try indicators(table + "甲\t1件\t\(cell)\t", "")
      #expect(
        shifted.first?.figures.map(\.citation.printed) == ["1件", cell] || cell.first == "?")
    }
    #expect(
      try indicators("指標\t基準値(R元)\t\t目標値(R6)\n甲\t1件\t3年かけて進めるため、今後も広く周知していく。\t", "")
        .map(figures) == [["baseline FY2019 1", "target FY2024 -"]])
  }

  @Test("A row that breaks within a cell is one row, and so is its figure")
  func brokenRow() throws {
    let found = try indicators(
      "指標\t基準値(R元)\tR2\t目標値(R6)\n人数(人)\t1,\n234\t1,500\t2,000\n件数(件)\t1\t2\t3", "")
    #expect(
      found.map(figures) == [
        ["baseline FY2019 1234", "actual FY2020 1500", "target FY2024 2000"],
        ["baseline FY2019 1", "actual FY2020 2", "target FY2024 3"],
      ])
  }

  @Test("A project's merged cell goes on until the next project")
  func projectCarriedDown() throws {
    let (roots, notes) = try LayoutSample.read(
      "事業名\t指標\t基準値\t目標値\n事業A\t甲\t1\t2\n\t乙\t3\t4\n事業B\t丙\t5\t6", "{ }")
    #expect(
      LayoutSample.outline(roots) == "plan 計画 [project 事業A (2), project 事業B (1)]")
    #expect(notes == [])
  }

  @Test("One heading that spans a theme and the indicator beside it")
  func besideTheme() throws {
    let found = try indicators(
      "数値目標\t\t基準値\t目標値\n所得の向上\t農業産出額\t9\t40\n\t観光消費額\t1\t2",
      """
      "columns": [ { "begins": "数値目標", "means": "indicator" } ], "indicator_beside_theme": true
      """)
    #expect(found.map(\.theme) == ["所得の向上", "所得の向上"])
    #expect(found.map(\.name) == ["農業産出額", "観光消費額"])
  }

  @Test("Tables of an inner level's place belong to the level that the layout names")
  func levelOfTables() throws {
    let layout = LayoutSample.goals.dropLast() + #", "level_of_tables": "goal" }"#
    let (roots, _) = try LayoutSample.read(
      "基本目標1 しごと\n施策1 起業\n\(LayoutSample.table)", String(layout))
    #expect(LayoutSample.outline(roots) == "goal 1 しごと (1) [measure 1 起業]")
  }
}
