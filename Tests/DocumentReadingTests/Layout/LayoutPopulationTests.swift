import DocumentReading
import MunicipalModel
import Testing

@Suite("Tables of the population, as a layout reads them")
struct LayoutPopulationTests {
  private static let items = """
    "items": [
      { "heading": "増減", "in": "自然", "item": "natural_change" },
      { "heading": "増減", "in": "社会", "item": "social_change" },
      { "heading": "出生", "item": "births" }, { "heading": "死亡", "item": "deaths" },
      { "heading": "総人口", "item": "total_population" } ]
    """
  private static let down =
    #"{ "population": [ { "heading": "年次", "years": "down", \#(items) } ] }"#
  private static let across =
    #"{ "population": [ { "heading": "区分", "years": "across", \#(items) } ] }"#

  private func figures(_ text: String, _ layout: String) throws -> [String] {
    try LayoutSample.population(text, layout).figures.map {
      "\($0.period?.code ?? "-") \($0.item.rawValue) \($0.reading.value?.description ?? "-")"
    }
  }

  @Test("Years down, below groups and what they consist of")
  func yearsDown() throws {
    #expect(
      try figures(
        """
        年次\t自然動態\t\t\t社会動態
        \t出生\t死亡\t増減\t増減
        令和元年\t900\t1,100\t△200\t△50
        令和2年\t880\t1,120\t△240\t―
        """, Self.down) == [
          "CY2019 births 900", "CY2019 deaths 1100", "CY2019 natural_change -200",
          "CY2019 social_change -50", "CY2020 births 880", "CY2020 deaths 1120",
          "CY2020 natural_change -240", "CY2020 social_change -",
        ])
  }

  @Test("Years down below a heading of one line, of which no year is lost")
  func oneHeadingLine() throws {
    let text = "年次\t出生\t死亡\n2019年\t900\t1,100\n2020年\t880\t1,120"
    #expect(
      try figures(text, Self.down) == [
        "CY2019 births 900", "CY2019 deaths 1100", "CY2020 births 880", "CY2020 deaths 1120",
      ])
    #expect(try LayoutSample.population(text, Self.down).notes == [])
  }

  @Test("Years across, groups carried down over merged cells")
  func yearsAcross() throws {
    #expect(
      try figures(
        """
        区分\t\t2019\t2020
        自然動態\t出生\t900\t880
        \t死亡\t1,100\t1,120
        \t増減\t△200\t△240
        社会動態\t増減\t△50\t△60
        総人口\t\t9,000\t8,700
        """, Self.across) == [
          "CY2019 births 900", "CY2020 births 880", "CY2019 deaths 1100", "CY2020 deaths 1120",
          "CY2019 natural_change -200", "CY2020 natural_change -240", "CY2019 social_change -50",
          "CY2020 social_change -60", "CY2019 total_population 9000",
          "CY2020 total_population 8700",
        ])
  }

  @Test("A mark in the first year is no label of the row", arguments: ["―", "調査なし", "算定中", "x"])
  func markInFirstYear(mark: String) throws {
    let text = "区分\t2019\t2020\n出生数\t\(mark)\t880"
    #expect(try figures(text, Self.across) == ["CY2019 births -", "CY2020 births 880"])
    #expect(try LayoutSample.population(text, Self.across).notes == [])
  }

  private static let below = """
    { "population": [ { "heading": "現在 社人研", "years": "below", "items": [
      { "heading": "現在", "item": "total_population" },
      { "heading": "社人研", "item": "total_population", "basis": "projection" },
      { "heading": "展望", "item": "total_population", "basis": "vision" } ] } ] }
    """

  @Test("Years below groups that say which figures are projected, and one row of figures")
  func yearsBelow() throws {
    let text = "現在\t社人研推計\t\t展望\n2023年\t2040年\t2060年\t2060年\n900人\t800人\t700人\t750人"
    let (figures, notes) = try LayoutSample.population(text, Self.below)
    #expect(
      figures.map {
        "\($0.label) \($0.period?.code ?? "-") \($0.reading.value?.description ?? "-")"
      }
        == [
          "total_population CY2023 900", "total_population_projection CY2040 800",
          "total_population_projection CY2060 700", "total_population_vision CY2060 750",
        ])
    #expect(figures.map(\.citation.cell) == [1, 2, 3, 4])
    #expect(notes == [])
  }

  @Test("Below groups, an unknown group, an odd year and a short row are noted with their cells")
  func yearsBelowOddities() throws {
    let text = "現在\t社人研推計\t参考\t展望\n計画時\t2040年\t2040年\t2060年\n900人\t800人\t700人"
    let (figures, notes) = try LayoutSample.population(text, Self.below)
    #expect(figures.compactMap { $0.reading.value?.description } == ["800"])
    #expect(
      notes.map { "\($0.code.rawValue) \($0.citation.line):\($0.citation.cell ?? 0)" } == [
        "unreadable-period 2:1", "unknown-column 2:3", "truncated-row 3:0",
      ])
    #expect(try LayoutSample.population("現在\t社人研\n2023年\t2040年", Self.below).figures == [])
  }

  @Test("A row may hold a projection; what is no basis is refused")
  func basis() throws {
    let layout = """
      { "population": [ { "heading": "区分", "years": "across", "items": [
        { "heading": "社人研", "item": "total_population", "basis": "projection" } ] } ] }
      """
    let (figures, _) = try LayoutSample.population("区分\t2040\t2060\n社人研推計\t800\t700", layout)
    #expect(figures.map(\.basis) == [.projection, .projection])
    for word in ["", "observed", "forecast"] {
      let error = #expect(throws: DataFileError.self) {
        try LayoutSample.layout(layout.replacing("projection", with: word))
      }
      #expect(error?.path == "population[0].items[0].basis")
    }
  }

  @Test("Unknown rows and columns, short rows and odd years are noted with their lines")
  func oddities() throws {
    let across = try LayoutSample.population(
      "区分\t2019\t備考\t2020\n転居\t1\t\t2\n出生\t900\n死亡\t1,100\t\t約束", Self.across)
    #expect(
      across.notes.map { "\($0.code.rawValue) \($0.citation.line)" } == [
        "unknown-column 1", "unknown-row 2", "truncated-row 3", "unreadable-figure 4",
      ])
    let down = try LayoutSample.population(
      "年次\t自然動態\t\n\t出生\t転居\n平成100年\t1\t2\n令和2年\t-5\t3\n令和3年", Self.down)
    #expect(
      down.notes.map { "\($0.code.rawValue) \($0.citation.line)" } == [
        "unknown-column 2", "year-outside-era 3", "negative-count 4",
      ])
  }

  @Test("Of two layouts that begin alike, the one whose items the table has is used")
  func twoLayouts() throws {
    let layout = """
      { "population": [
        { "heading": "区分", "years": "across", \(Self.items) },
        { "heading": "区分", "years": "across", "bare_years": "fiscal", "items": [
          { "heading": "世帯", "item": "households" } ] } ] }
      """
    #expect(
      try figures("区分\t2019\n世帯数\t50\n\n区分\t2020\n出生\t9\n\n区分\t2021\n面積\t7", layout)
        == ["FY2019 households 50", "CY2020 births 9"])
  }

  @Test("Two tables of the same years that begin alike are both read")
  func sameHeading() throws {
    let layout = """
      { "population": [
        { "heading": "区分", "years": "across", \(Self.items) },
        { "heading": "区分", "years": "across", "items": [
          { "heading": "世帯", "item": "households" } ] } ] }
      """
    let text = "区分\t2019\n出生\t9\n\n区分\t2019\n世帯数\t50"
    #expect(try figures(text, layout) == ["CY2019 births 9", "CY2019 households 50"])
    #expect(try LayoutSample.population(text, layout).notes == [])
  }

  @Test("Rows that all look like a heading are read in one pass")
  func manyHeadings() throws {
    let layout = """
      { "population": [
        { "heading": "区分", "years": "across", "items": [ { "heading": "甲", "item": "births" } ] },
        { "heading": "区分", "years": "across", "items": [ { "heading": "乙", "item": "deaths" } ] } ] }
      """
    let text = String(repeating: "区分\t1\n", count: 50_000)
    #expect(try figures(text, layout) == [])
  }
}
