import DocumentReading
import MunicipalModel
import TestSupport
import Testing

@Suite("Indicators as tidy CSV")
struct TidyIndicatorsTests {
  private func outline(_ contents: DocumentContents) -> [String] {
    contents.plans.flatMap(\.indicators).map { placed in
      let path = placed.path.map { "\($0.level.rawValue) \($0.number) \($0.title)" }
      let figures = placed.indicator.figures.map {
        "\($0.role.rawValue) \($0.period?.code ?? "-") \($0.reading.value?.description ?? "-")"
      }
      return (path + ["\(placed.indicator.name)/\(placed.indicator.unit)"] + figures)
        .joined(separator: "; ")
    }
  }

  @Test("Rows become goals, measures, projects and indicators")
  func tree() throws {
    let contents = try DeclaredSample.read(
      csv: """
        goal,goal_title,measure,measure_title,project,indicator,unit,role,period,printed
        1,しごと,,,,新規雇用者数,人,baseline,平成26年度,―
        1,,,,,新規雇用者数,人,target,FY2019,50
        1,しごと,2,起業,,創業件数,件,target,,"1,010"
        1,しごと,2,起業,事業A,相談件数,件,actual,2018年度,累計12
        2,くらし,,,,転入者数,人,target,R元,950人
        """)
    #expect(
      outline(contents) == [
        "goal 1 しごと; 新規雇用者数/人; baseline FY2014 -; target FY2019 50",
        "goal 1 しごと; measure 2 起業; 創業件数/件; target - 1010",
        "goal 1 しごと; measure 2 起業; project  事業A; 相談件数/件; actual FY2018 12",
        // A year that says neither 年 nor 年度 is a calendar year in data.
        "goal 2 くらし; 転入者数/人; target CY2019 950",
      ])
    #expect(DeclaredSample.notes(contents) == [])
    let cell = contents.plans[0].indicators[1].indicator.figures[0].citation
    #expect(cell.line == 4 && cell.cell == 10 && cell.printed == "1,010")
  }

  @Test(
    "The column of periods goes before the cell's, and the cell's accumulation before the column's")
  func precedence() throws {
    let contents = try DeclaredSample.read(
      csv: """
        indicator,role,period,accumulation,printed
        甲,baseline,FY2020,,46人（H30）
        甲,actual,,,46人（H30）
        甲,actual,FY2021,yearly,累計46人
        甲,target,FY2024,yearly,50人
        """)
    let found = try #require(contents.plans.first?.indicators.first?.indicator.figures)
    #expect(found.map { $0.period?.code } == ["FY2020", "FY2018", "FY2021", "FY2024"])
    #expect(found.map(\.accumulation) == [.single, .single, .cumulative, .yearly])
  }

  @Test("Indicators without a goal belong to the plan, whose title the node has")
  func planNode() throws {
    let contents = try DeclaredSample.read(csv: "indicator,role,value\n人口,target,950\n")
    #expect(outline(contents) == ["plan  見本; 人口/; target - 950"])
  }

  @Test("A unit that changes between rows stays one indicator; a printed unit serves as well")
  func changedUnit() throws {
    let contents = try DeclaredSample.read(
      csv: """
        indicator,unit,role,printed
        新規就農者数,人/年,baseline,1.4
        新規就農者数,組/年,target,4
        移住者数,,baseline,11.4人/年
        移住者数,,target,17人/年
        達成,人,target,4
        達成,%,achievement,50.0
        """)
    #expect(
      outline(contents) == [
        "plan  見本; 新規就農者数/人/年; baseline - 1.4; target - 4",
        "plan  見本; 移住者数/人/年; baseline - 11.4; target - 17",
        "plan  見本; 達成/人; target - 4; achievement - 50.0",
      ])
    let first = contents.plans[0].indicators[0].indicator
    #expect(first.figures.compactMap { $0.reading.quantity?.unit } == ["人/年", "組/年"])
  }

  @Test("Two indicators of one name in two units stay two")
  func sameName() throws {
    let contents = try DeclaredSample.read(
      csv: """
        indicator,unit,role,printed
        講座,人,baseline,1
        講座,回,baseline,2
        講座,人,target,3
        講座,回,target,4
        """)
    #expect(
      outline(contents) == [
        "plan  見本; 講座/人; baseline - 1; target - 3",
        "plan  見本; 講座/回; baseline - 2; target - 4",
      ])
    #expect(DeclaredSample.notes(contents) == [])
  }

  @Test("A title that only a later row has is taken; a second one is told once")
  func titles() throws {
    let contents = try DeclaredSample.read(
      csv: """
        goal,goal_title,indicator,role,printed
        1,,甲,target,1
        1,しごと,乙,target,2
        1,くらし,丙,target,3
        1,くらし,丁,target,4
        """)
    #expect(contents.plans[0].roots.map(\.title) == ["しごと"])
    #expect(contents.plans[0].indicators.count == 4)
    #expect(DeclaredSample.notes(contents) == ["title-differs 4:2"])
  }

  @Test("What is odd is told with line and cell, and the other rows are read")
  func oddities() throws {
    let contents = try DeclaredSample.read(
      csv: """
        indicator,role,period,printed,accumulation,source,role
        甲,goal,2019年度,1,single,,
        ,target,2019年度,1,single,,
        乙,target,来年,1,single,,
        丙,target,2019年度,約束,total,,
        丁,target,2019年度
        戊,target,2019年度,5,single,,,9
        己,target,2019年度,6,cumulative,,
        己,target,2019年度,7,cumulative,,
        庚,assessment,,順調,,,
        """)
    #expect(
      DeclaredSample.notes(contents) == [
        "unknown-column 1", "repeated-column 1", "truncated-row 6", "extra-cells 7",
        "unknown-role 2:2", "row-without-indicator 3:1", "unreadable-period 4:3",
        "unreadable-figure 5:4", "unknown-accumulation 5:5", "repeated-figure 9:4",
      ])
    #expect(
      contents.diagnostics.first { $0.code == "repeated-figure" }?.message.ja
        == "「己」の同じ役割・時期の値がもう一つあります: 7")
    #expect(contents.plans[0].indicators.map(\.indicator.name) == ["乙", "丙", "丁", "戊", "己", "庚"])
    #expect(contents.plans[0].indicators.last?.indicator.figures[0].reading == .label("順調"))
  }

  @Test("An open quote is an error with its line")
  func openQuote() throws {
    let contents = try DeclaredSample.read(
      csv: "indicator,role,printed\n甲,target,1\n乙,target,\"2\n丙,target,3\n")
    #expect(DeclaredSample.notes(contents).contains("unclosed-quote 3"))
    #expect(contents.diagnostics.contains { $0.severity == .error })
  }

  @Test(
    "A column that is needed and missing is named",
    arguments: [
      ("indicator,role\n甲,target", "a column printed or value"),
      ("role,printed\ntarget,1", "a column indicator"),
      ("指標,役割,値\n甲,target,1", "a column indicator"),
    ])
  func missingColumn(csv: String, expected: String) throws {
    let error = try #require(throws: DocumentError.self) { try DeclaredSample.read(csv: csv) }
    #expect(error.code == .wrongKind)
    #expect(error.line == 1)
    #expect(error.expected.en == expected)
  }

  @Test(
    "Nothing, blanks and binary bytes are refused",
    arguments: [("", DocumentError.Code.empty), (" \n\n", .empty), ("PK\u{3}\u{4}", .notText)])
  func noText(csv: String, code: DocumentError.Code) throws {
    let error = try #require(throws: DocumentError.self) { try DeclaredSample.read(csv: csv) }
    #expect(error.code == code)
  }

  @Test("A correction of a whole line is used, and said")
  func correction() throws {
    let contents = try DeclaredSample.read(
      csv: "indicator,role,printed\n甲,target,9,18\n",
      corrections: """
        document\tline\tcell\tprinted\tused\treason_ja\treason_en
        sample\t2\t1\t甲,target,9,18\t甲,target,918\t桁\tdigits
        """)
    #expect(outline(contents) == ["plan  見本; 甲/; target - 918"])
    #expect(DeclaredSample.notes(contents) == ["correction-applied 2:1"])
  }

  @Test("Very many rows are read in one pass")
  func manyRows() throws {
    let count = TestSize.of(20_000)
    let rows = (0..<count).map { "\($0 % 300),指標\($0),target,\($0)" }
    let contents = try DeclaredSample.read(
      csv: "goal,indicator,role,printed\n" + rows.joined(separator: "\n"))
    #expect(contents.plans[0].indicators.count == count)
    #expect(contents.plans[0].roots.count == 300)
  }
}
