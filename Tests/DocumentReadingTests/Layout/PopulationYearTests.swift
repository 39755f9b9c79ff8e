import DocumentReading
import MunicipalModel
import Testing

@Suite("Years of population tables: projected, and without their era")
struct PopulationYearTests {
  private static func layout(_ more: String = "", years: String = "across") -> String {
    """
    { "population": [ { "heading": "区分", "years": "\(years)", \(more) "items": [
      { "heading": "人口", "item": "year_end_population" }, { "heading": "出生", "item": "births" },
      { "heading": "展望", "item": "total_population", "basis": "vision" } ] } ] }
    """
  }

  private func read(_ headings: String, _ layout: String = layout()) throws -> (
    figures: [String], notes: [Diagnostic]
  ) {
    let count = headings.split(separator: "\t").count
    let row = Array(repeating: "9", count: count).joined(separator: "\t")
    let read = try LayoutSample.population("区分\t\(headings)\n出生\t\(row)", layout)
    return (read.figures.map { "\($0.period?.code ?? "-") \($0.label)" }, read.notes)
  }

  @Test(
    "A heading that says 推計 is a projection, told once",
    arguments: [
      "令和7年（推計）", "2025年推計値", "2025（見込み）", "令和７年［将来推計］", "R7見込", "推計 2025年", "2025年 将来推計人口",
    ])
  func projected(heading: String) throws {
    let (figures, notes) = try read("平成27年\t令和2年\t\(heading)\t2030年推計")
    #expect(
      figures == [
        "CY2015 births", "CY2020 births", "CY2025 births_projection", "CY2030 births_projection",
      ])
    #expect(notes.map(\.code) == ["projected-years"] && notes.map(\.severity) == [.info])
    #expect(notes.first?.citation.cell == 4)
    #expect(notes.first?.message.ja.contains("2025年、2030年") == true)
  }

  @Test("A note at the table, or the layout, says from which year on figures are projected")
  func projectedFrom() throws {
    let table = "区分\t2015年\t2020年\t2025年\t2030年\n出生\t894\t861\t842\t803"
    let expected: [PopulationFigure.Basis] = [.observed, .observed, .projection, .projection]
    for text in ["\(table)\n（備考）2025年以降は推計値", "※令和7年以降は将来推計\n\n\(table)"] {
      let (figures, notes) = try LayoutSample.population(text, Self.layout())
      #expect(figures.map(\.basis) == expected, "\(text)")
      #expect(notes.map(\.code) == ["projected-years"])
    }
    let layout = Self.layout("\"projected_from\": \"2025年\",")
    #expect(try LayoutSample.population(table, layout).figures.map(\.basis) == expected)
    #expect(try LayoutSample.population(table, Self.layout()).notes == [])
    let error = #expect(throws: DataFileError.self) {
      try LayoutSample.layout(Self.layout("\"projected_from\": \"soon\","))
    }
    #expect(error?.path == "population[0].projected_from")
  }

  @Test("Rows of years, and a row that is a vision whatever its column is")
  func rows() throws {
    let down = try LayoutSample.population(
      "区分\t出生\n平成30年\t861\n令和元年\t842\n２年\t803\n令和7年（推計）\t700", Self.layout(years: "down"))
    #expect(down.figures.map(\.period?.year) == [2018, 2019, 2020, 2025])
    #expect(down.figures.map(\.basis) == [.observed, .observed, .observed, .projection])
    #expect(down.notes.map { "\($0.code.rawValue) \($0.citation.line)" } == ["projected-years 5"])
    let vision = try LayoutSample.population("区分\t2040年推計\n展望\t9", Self.layout())
    #expect(vision.figures.map(\.basis) == [.vision])
  }

  @Test(
    "A year without its era takes that of the year before it",
    arguments: [
      ("平成29年\t30年\t令和元年\t２年\t３年", [2017, 2018, 2019, 2020, 2021]),
      ("H29\t30\tR1\t2\t3", [2017, 2018, 2019, 2020, 2021]),
      ("平成12年\t17年\t22年", [2000, 2005, 2010]), ("令和3年\t2年\t元年", [2021, 2020, 2019]),
      ("平成27年\t令和2年\t7年（推計）", [2015, 2020, 2025]),
    ])
  func era(headings: String, years: [Int]) throws {
    let (figures, notes) = try read(headings)
    #expect(figures.map { Int($0.dropFirst(2).prefix(4)) } == years)
    #expect(notes.filter { $0.code != "projected-years" } == [])
  }

  @Test(
    "A year that does not go on counting, a mean and a number after 2015 are told",
    arguments: ["平成30年\t元年", "令和3年\t5年平均", "2015年\t16年", "令和3年\t増減", "令和3年\t3年"])
  func notCarried(headings: String) throws {
    let (figures, notes) = try read(headings)
    #expect(figures.count == 1)
    #expect(notes.map(\.code) == ["unknown-column"] && notes.first?.citation.cell == 3)
  }
}
