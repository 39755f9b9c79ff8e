import DocumentReading
import MunicipalModel
import Testing

@Suite("Rows and columns of population tables that look like others")
struct PopulationRowTests {
  private static func layout(_ items: [(String, String)], years: String = "across") -> String {
    let rules = items.map { #"{ "heading": "\#($0.0)", "item": "\#($0.1)" }"# }
    return """
      { "population": [ { "heading": "区分", "years": "\(years)", "items": [
        \(rules.joined(separator: ",\n")) ] } ] }
      """
  }

  private static let common = layout([
    ("出生", "births"), ("死亡", "deaths"), ("自然増減", "natural_change"), ("人口", "year_end_population"),
  ])

  private func figures(_ figures: [PopulationFigure]) -> [String] {
    figures.map {
      "\($0.period?.code ?? "-") \($0.item.rawValue) \($0.reading.value?.description ?? "-")"
    }
  }

  private func notes(_ notes: [Diagnostic]) -> [String] {
    notes.map { "\($0.code.rawValue) \($0.citation.line)" }
  }

  /// 出生 861 − 死亡 776 = 85, and 85 ÷ 96,900 = 0.0877… %; of 900 residents it would be 9.44 %.
  @Test("うち外国人人口 is no year-end population")
  func part() throws {
    let text = """
      区分\tH29\tH30
      年末人口\t96,900\t97,204
      うち外国人人口\t900\t1,000
      出生\t894\t861
      """
    let read = try LayoutSample.population(text, Self.common)
    #expect(
      figures(read.figures) == [
        "CY2017 year_end_population 96900", "CY2018 year_end_population 97204",
        "CY2017 births 894", "CY2018 births 861",
      ])
    #expect(notes(read.notes) == ["part-not-read 3"])
    #expect(read.notes.first?.message.ja.contains("うち外国人人口") == true)
  }

  @Test(
    "Every way to write a part",
    arguments: ["うち人口", "日本人人口", "外国人人口", "（うち日本人人口）", "内 人口", "・うち人口", "再掲 人口"])
  func parts(name: String) throws {
    let read = try LayoutSample.population("区分\tH29\n\(name)\t900", Self.common)
    #expect(read.figures == [] && notes(read.notes) == ["part-not-read 2"])
  }

  @Test("A part below its group, and a column that is one")
  func partOfGroup() throws {
    let rows = try LayoutSample.population("区分\t\tH29\nうち外国人\t出生\t9\n\t死亡\t8", Self.common)
    #expect(rows.figures == [] && notes(rows.notes) == ["part-not-read 2", "part-not-read 3"])
    let columns = try LayoutSample.population(
      "区分\t人口\tうち外国人人口\nH29\t96,900\t900",
      Self.layout([("人口", "year_end_population")], years: "down"))
    #expect(figures(columns.figures) == ["CY2017 year_end_population 96900"])
    #expect(columns.notes.map(\.citation.cell) == [3])
  }

  @Test("A part is read where a rule names it")
  func namedPart() throws {
    let layout = Self.layout([("うち外国人", "foreign_residents"), ("人口", "year_end_population")])
    let read = try LayoutSample.population("区分\tH29\n人口\t96,900\nうち外国人人口\t900", layout)
    #expect(
      figures(read.figures) == ["CY2017 year_end_population 96900", "CY2017 foreign_residents 900"])
    #expect(read.notes == [])
  }

  @Test("A row of the very name of a rule is that item, whatever stands in its brackets")
  func veryName() throws {
    let text = "区分\tH29\n出生\t894\n死亡\t741\n自然増減（出生－死亡）\t153"
    let read = try LayoutSample.population(text, Self.common)
    #expect(
      figures(read.figures) == [
        "CY2017 births 894", "CY2017 deaths 741", "CY2017 natural_change 153",
      ])
    #expect(read.notes == [])
  }

  @Test("The very name goes before an earlier rule that fits too, with or without a bracket")
  func veryNameAmongSeveral() throws {
    let layout = Self.layout([
      ("人口", "total_population"), ("年末人口", "year_end_population"), ("老年人口", "elderly_population"),
    ])
    let text = "区分\tH29\n年末人口（人）\t96,900\n老年人口（65歳以上）\t31,000\n人口（10月1日）\t96,950"
    let read = try LayoutSample.population(text, layout)
    #expect(
      figures(read.figures) == [
        "CY2017 year_end_population 96900", "CY2017 elderly_population 31000",
        "CY2017 total_population 96950",
      ])
    #expect(read.notes == [])
  }

  /// 合計特殊出生率 of one column is printed in brackets beside the births.
  @Test("Births stand before the bracket, and fertility within")
  func birthsAndFertility() throws {
    let layout = Self.layout([("合計特殊出生率", "births")])
    let read = try LayoutSample.population(
      "区分\tH29\tH30\tR元\tR2\n出生数（合計特殊出生率）\t491 (1.27)\t329 (算定中)\t300\t―", layout)
    #expect(
      figures(read.figures) == [
        "CY2017 births 491", "CY2017 total_fertility_rate 1.27", "CY2018 births 329",
        "CY2018 total_fertility_rate -", "CY2019 births 300", "CY2020 births -",
      ])
    #expect(
      read.figures.map { $0.reading.status } == [
        "value", "value", "value", "being_computed", "value", "not_applicable",
      ])
  }

  @Test(
    "A change, a rate or a balance of a count is not the count",
    arguments: ["人口増減", "人口増減率", "人口密度", "人口の割合", "出生率", "世帯当たり人口"])
  func otherQuantity(name: String) throws {
    let read = try LayoutSample.population("区分\tH29\n\(name)\t-52\n総人口\t97,403", Self.common)
    #expect(figures(read.figures) == ["CY2017 year_end_population 97403"])
    #expect(notes(read.notes) == ["unknown-row 2"])
    let layout = Self.layout([("\(name)", "births")])
    #expect(try LayoutSample.population("区分\tH29\n\(name)\t52", layout).figures.count == 1)
  }

  @Test("Of two rows of one item the first counts, and the second is told once with both names")
  func repeated() throws {
    let text = "区分\tH29\tH30\n年末人口\t96,900\t97,204\n現住人口\t96,000\t96,100"
    let read = try LayoutSample.population(text, Self.common)
    #expect(
      figures(read.figures) == [
        "CY2017 year_end_population 96900", "CY2018 year_end_population 97204",
      ])
    let note = try #require(read.notes.first)
    #expect(notes(read.notes) == ["repeated-figure 3"] && note.severity == .warning)
    #expect(note.message.ja == "3行目の「現住人口」は2行目の「年末人口」と同じ項目（year_end_population）・時期なので、読んでいません")
    #expect(note.message.en.contains("\"現住人口\" (line 3)") && note.message.en.contains("(line 2)"))
  }

  @Test("Of two columns of one item the first counts, and the second is told once")
  func repeatedColumn() throws {
    let read = try LayoutSample.population(
      "区分\t人口\t現住人口\nH29\t96,900\t96,000\nH30\t97,204\t96,100",
      Self.layout([("人口", "year_end_population")], years: "down"))
    #expect(read.figures.map(\.citation.cell) == [2, 2])
    #expect(notes(read.notes) == ["repeated-figure 2"])
    #expect(read.notes.first?.message.ja.hasPrefix("2行目の3列目は2行目の2列目と同じ") == true)
  }

  @Test("The same figure in a second table is kept without a word")
  func sameFigureAgain() throws {
    let read = try LayoutSample.population(
      "区分\tH29\n出生\t894\n\n区分\tH29\n出生\t894", Self.common)
    #expect(read.figures.count == 2 && read.notes == [])
  }
}
