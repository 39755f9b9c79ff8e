import DocumentReading
import MunicipalModel
import Testing

@Suite("Population tables in thousands")
struct PopulationUnitTests {
  private static func layout(_ more: String = "", years: String = "across") -> String {
    """
    { "population": [ { "heading": "区分", "years": "\(years)", \(more) "items": [
      { "heading": "人口", "item": "year_end_population" }, { "heading": "出生", "item": "births" },
      { "heading": "世帯", "item": "households" },
      { "heading": "高齢化率", "item": "ageing_rate" } ] } ] }
    """
  }

  private func values(_ figures: [PopulationFigure]) -> [String] {
    figures.map { figure in
      figure.reading.quantity.map { "\($0.value)\($0.unit)" } ?? figure.reading.status
    }
  }

  /// 97.0 × 1,000 = 97,000, 8.9 × 100 = 890, 9.7 × 10,000 = 97,000.
  @Test(
    "The unit above the table, in its first cell, in the row's name and in the layout",
    arguments: [
      ("（単位：千人）\n区分\tH29\n人口\t97.0", "", "97000人", 3),
      ("人口の推移（単位：百人）\n\n区分\tH29\n出生\t8.9", "", "890人", 4),
      ("人口の推移（千人）\n区分\tH29\n出生\t0.9", "", "900人", 3),
      ("区分（単位：万人）\tH29\n人口\t9.7", "", "97000人", 2),
      ("区分\tH29\n年末人口（千人）\t96.9", "", "96900人", 2),
      ("区分\tH29\n人口\t96.9", "\"unit\": \"千人\",", "96900人", 2),
      ("（単位：千世帯）\n区分\tH29\n世帯数\t4.5", "", "4500世帯", 3),
    ])
  func scaled(text: String, more: String, value: String, line: Int) throws {
    let (figures, notes) = try LayoutSample.population(text, Self.layout(more))
    #expect(values(figures) == [value])
    #expect(notes.map(\.code) == ["rounded-unit"] && notes.map(\.severity) == [.warning])
    #expect(notes.map(\.citation.line) == [line])
  }

  @Test("The printed text is kept, a row's own unit goes first, and a rate has none")
  func ownUnit() throws {
    let text = """
      区分（千人）\tH29\tH30
      年末人口（千人）\t96.9\t97.2
      出生（人）\t894\t861
      高齢化率\t24.1\t24.5
      """
    let (figures, notes) = try LayoutSample.population(text, Self.layout())
    #expect(values(figures) == ["96900人", "97200人", "894人", "861人", "24.1", "24.5"])
    #expect(figures.first?.citation.printed == "96.9")
    #expect(notes.map(\.code) == ["rounded-unit"])
  }

  @Test("Units of columns, and a list of units")
  func columns() throws {
    let down = try LayoutSample.population(
      "区分\t人口（千人）\t世帯数\nH29\t96.9\t45,000", Self.layout(years: "down"))
    #expect(values(down.figures) == ["96900人", "45000世帯"])
    let list = try LayoutSample.population(
      "（単位：千人、世帯、％）\n区分\tH29\n人口\t96.9\n世帯数\t45,000", Self.layout())
    #expect(values(list.figures) == ["96900人", "45000世帯"])
  }

  @Test("A table in persons, and 単位 in a sentence, say nothing new")
  func persons() throws {
    for line in ["（単位：人）", "世帯を単位として数えたもの", "人口（人）"] {
      let (figures, notes) = try LayoutSample.population(
        "\(line)\n区分\tH29\n人口\t96,900\n世帯数\t45,000", Self.layout())
      #expect(values(figures) == ["96900人", "45000世帯"], "\(line)")
      #expect(notes == [])
    }
  }

  @Test("Another unit is refused with its row")
  func refused() throws {
    for text in ["（単位：千円）\n区分\tH29\n人口\t97.0", "\n区分\tH29\n人口（％）\t0.1"] {
      let (figures, notes) = try LayoutSample.population(text, Self.layout())
      #expect(figures == [])
      #expect(notes.map(\.code) == ["not-in-persons"] && notes.map(\.severity) == [.error])
      #expect(notes.map(\.citation.line) == [3])
    }
    let error = #expect(throws: DataFileError.self) {
      try LayoutSample.layout(Self.layout("\"unit\": \"千円\","))
    }
    #expect(error?.path == "population[0].unit")
  }

  /// 97.0125 × 1,000 = 97,012.5
  @Test("Half a person is refused")
  func notWhole() throws {
    let (figures, notes) = try LayoutSample.population(
      "（単位：千人）\n区分\tH29\n人口\t97.0125", Self.layout())
    #expect(figures.map(\.reading) == [.missing(.unreadable)])
    #expect(notes.map(\.code) == ["rounded-unit", "not-whole"])
  }
}
