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
    indicator.observations.map {
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
    #expect(indicator.observations.map(\.accumulation) == [.single, .cumulative, .cumulative])
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
