import DocumentReading
import MunicipalModel
import Testing

/// Units and fractions that a count of people cannot have.
@Suite struct PopulationCountTests {
  private static let layout = """
    { "population": [ { "heading": "区分", "years": "across", "items": [
      { "heading": "総人口", "item": "year_end_population" }, { "heading": "出生", "item": "births" },
      { "heading": "死亡", "item": "deaths" }, { "heading": "転入", "item": "in_migrants" },
      { "heading": "自然増減", "item": "natural_change" }, { "heading": "世帯", "item": "households" },
      { "heading": "高齢化率", "item": "ageing_rate" } ] } ] }
    """

  private func read(_ row: String, head: String = "令和2年") throws -> (String, [String]) {
    let (figures, notes) = try LayoutSample.population("区分\t\(head)\n\(row)", Self.layout)
    return (
      figures.map { summary($0.reading) }.joined(separator: " | "),
      notes.map { "\($0.severity.rawValue) \($0.code.rawValue)" }
    )
  }

  @Test(
    "A unit or a fraction that the count cannot have is a warning and no value",
    arguments: [
      ("総人口\t10,000世帯", "not-in-persons"), ("総人口\t9,900%", "not-in-persons"),
      ("総人口\t9,900％", "not-in-persons"), ("総人口\t12.5ha", "not-in-persons"),
      ("転入\t300件", "not-in-persons"), ("世帯\t4,500人", "not-in-persons"),
      ("死亡\t0.8", "not-whole"), ("死亡\t150.5", "not-whole"), ("死亡\t150.5人", "not-whole"),
      ("自然増減\t△12.5", "not-whole"), ("総人口\t9.800", "point-for-comma"),
      ("総人口\t1.200人", "point-for-comma"), ("出生\t8O", "letter-for-digit"),
      ("出生\tl50", "letter-for-digit"), ("総人口\t9,8O0", "letter-for-digit"),
      ("死亡\t1,6O", "letter-for-digit"), ("出生\t80 70", "malformed-number"),
      ("死亡\t80 100", "malformed-number"), ("出生\t80人 70人", "several-figures"),
    ])
  func impossible(_ row: String, _ code: String) throws {
    let (reading, notes) = try read(row)
    #expect(reading == "unreadable")
    #expect(notes.contains("warning \(code)") && !notes.contains { $0.hasPrefix("error") })
  }

  @Test(
    "What a count can have is read",
    arguments: [
      ("総人口\t10,000人", "10000 人"), ("総人口\t10,000名", "10000 名"), ("総人口\t1.2万人", "1.2 万人"),
      ("出生\t5件", "5 件"), ("死亡\t150.0", "150.0 人"), ("世帯\t4,500戸", "4500 戸"),
      ("高齢化率\t24.5%", "24.5 %"), ("総人口\t約10,000人", "10000 人 about"),
    ])
  func possible(_ row: String, _ expected: String) throws {
    let (reading, notes) = try read(row)
    #expect(reading == expected && notes.isEmpty)
  }

  @Test("A mean may have a fraction, and so may what is projected")
  func fractions() throws {
    #expect(try read("死亡\t150.5", head: "2015～2019平均").0 == "150.5 人")
    #expect(try read("死亡\t150.5", head: "令和7年（推計）").0 == "150.5 人")
  }

  @Test("A table that groups by commas here and by spaces there leaves the spaces open")
  func twoFigures() throws {
    let (figures, notes) = try LayoutSample.population(
      """
      区分\t令和2年\t令和3年\t令和4年
      総人口\t10 000\t9 900\t9,800
      出生\t80 70\t60\t50
      死亡\t80 100\t150\t160
      """, Self.layout)
    #expect(
      figures.map { summary($0.reading) } == [
        "unreadable", "unreadable", "9800 人", "unreadable", "60 人", "50 人", "unreadable", "150 人",
        "160 人",
      ])
    #expect(notes.map(\.code) == Array(repeating: "malformed-number", count: 4))
    #expect(notes.map(\.citation.cell) == [2, 3, 2, 2])
  }

  @Test("An era and a year that disagree at the head of a column are told with both")
  func contradiction() throws {
    let (reading, notes) = try read("出生\t5\t6", head: "令和2年\t令和3年（2022年）")
    #expect(reading == "5 人" && notes == ["warning contradictory-years"])
  }
}
