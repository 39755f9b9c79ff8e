import DocumentReading
import MunicipalModel
import Testing

/// Figures of the population that cannot well stand beside those of other years or items.
@Suite("Figures of the population beside their neighbours")
struct OddPopulationTests {
  private static let items: [(String, String)] = [
    ("総人口", "year_end_population"), ("人口増減", "total_change"), ("出生", "births"), ("死亡", "deaths"),
    ("自然増減", "natural_change"), ("転入", "in_migrants"), ("転出", "out_migrants"),
    ("社会増減", "social_change"), ("その他", "other_change"), ("世帯数", "households"),
    ("年少", "young_population"),
    ("生産年齢", "working_age_population"), ("老年", "elderly_population"),
    ("高齢化率", "ageing_rate"), ("自然増減率", "natural_change_rate"),
  ]

  private func notes(_ text: String, definition: Bool = true) throws -> [String] {
    let rules = Self.items.map { #"{ "heading": "\#($0.0)", "item": "\#($0.1)" }"# }
    let layout = """
      { "population": [ { "heading": "年次", "years": "down", "items": [ \(rules.joined(separator: ", ")) ] } ] }
      """
    let about =
      definition
      ? #", "population_definition": { "stock_date": "12-31", "source": "住民基本台帳" }"# : ""
    let files = [
      BuiltInFile(
        name: "municipality.json",
        text: DeclaredSample.description(#""layout": "a.layout.json"\#(about)"#)),
      BuiltInFile(name: "a.layout.json", text: layout), BuiltInFile(name: "sample.txt", text: text),
    ]
    let contents = try #require(try DeclaredMunicipality(files: files).record().documents.first)
    return contents.diagnostics.filter { $0.severity >= .warning }.map {
      "\($0.code.rawValue) \($0.citation.line):\($0.citation.cell ?? 0)"
    }
  }

  /// 苫小牧市, 令和5年度第1回総合戦略推進会議資料, 本市の現状: 2018 to 2020.
  private static let years = """
    年次\t総人口\t人口増減\t出生\t死亡\t転入\t転出\t社会増減
    平成30年\t171,811人\t▲562人\t1,243人\t1,859人\t6,122人\t6,070人\t52人
    令和元年\t171,242人\t▲569人\t1,146人\t1,927人\t6,166人\t5,978人\t188人
    令和2年\t170,205人\t▲1,037人\t1,152人\t1,970人\t5,772人\t5,997人\t▲225人
    """

  @Test("A table as printed has nothing odd")
  func asPrinted() throws {
    #expect(try notes(Self.years) == [])
    #expect(try notes(Self.years, definition: false).filter { !$0.contains("definition") } == [])
  }

  @Test("An ageing rate below one is a share of one; a rate of change may be that small")
  func shareOfOne() throws {
    let head = "年次\t高齢化率\t自然増減率\n"
    let found = try notes(head + "平成27年\t0.486\t-0.9\n令和2年\t0.519\t-0.8\n", definition: false)
    #expect(found.filter { $0.hasPrefix("share") } == ["share-of-one 2:2"])
    let percent = try notes(head + "平成27年\t48.6\t-0.9\n令和2年\t51.9\t-0.8\n", definition: false)
    #expect(percent.filter { $0.hasPrefix("share") } == [])
  }

  @Test("Swapped columns leave a residual out of proportion, although their difference holds")
  func swapped() throws {
    let swapped = Self.years.replacing("5,978人\t188人", with: "188人\t5,978人")
    #expect(try notes(swapped).contains("residual-out-of-proportion 3:8"))
  }

  @Test(
    "One figure of a change miscopied",
    arguments: [
      ("171,242人", "177,242人", "residual-out-of-proportion 4:8"),
      ("188人", "1,880人", "parts-do-not-add-up 3:8"),
      ("▲225人", "225人", "parts-do-not-add-up 4:8"), ("6,070人", "6,170人", "parts-do-not-add-up 2:8"),
    ])
  func miscopied(printed: String, other: String, note: String) throws {
    let found = try notes(Self.years.replacing(printed, with: other))
    #expect(found.contains(note), "\(found)")
  }

  @Test(
    "A count that jumps tenfold, at the beginning, in the middle or at the end",
    arguments: [
      ("171,811人", "17,181人", "figure-jumps 2:2"), ("171,242人", "1,712,420人", "figure-jumps 3:2"),
      ("170,205人", "17,020人", "figure-jumps 4:2"), ("1,243人", "12,430人", "figure-jumps 2:4"),
      ("1,927人", "192人", "figure-jumps 3:5"), ("5,772人", "577人", "figure-jumps 4:6"),
    ])
  func jump(printed: String, other: String, note: String) throws {
    let found = try notes(Self.years.replacing(printed, with: other))
    #expect(found.contains(note), "\(found)")
    #expect(found.filter { $0.hasPrefix("figure-jumps") } == [note])
  }

  @Test("Few births that double, a merger, and gaps in the years are no jumps")
  func noJump() throws {
    #expect(
      try notes("年次\t総人口\t出生\n2018年\t310人\t1人\n2019年\t305人\t9人\n2020年\t299人\t2人") == [])
    #expect(
      try notes("年次\t総人口\n2004年\t41,000人\n2005年\t40,500人\n2006年\t93,000人\n2007年\t92,400人") == [])
    #expect(try notes("年次\t総人口\n1950年\t8,000人\n1980年\t31,000人\n2020年\t19,000人") == [])
  }

  @Test("Births, movers and the old cannot be more than all; the ages make all")
  func parts() throws {
    #expect(
      try notes("年次\t総人口\t出生\t老年\n2018年\t310人\t311人\t400人")
        == ["part-exceeds-whole 2:3", "part-exceeds-whole 2:4"])
    let ages = "年次\t総人口\t年少\t生産年齢\t老年\n2020年\t1,000人\t100人\t600人\t"
    #expect(try notes(ages + "300人") == [])
    #expect(try notes(ages + "290人") == [])
    #expect(try notes(ages + "390人") == ["parts-do-not-add-up 2:3"])
    #expect(try notes(ages + "90人") == ["parts-do-not-add-up 2:3"])
  }

  @Test("Changes in hundreds are each rounded, and a printed other change explains a residual")
  func noContradiction() throws {
    let rounded = """
      （単位：百人）

      年次\t総人口\t出生\t死亡\t自然増減
      2019年\t1,718\t12\t18\t▲7
      2020年\t1,712\t11\t19\t▲7
      """
    #expect(try notes(rounded).filter { !$0.hasPrefix("rounded-unit") } == [])
    let other = """
      年次\t総人口\t自然増減\t社会増減\tその他
      2018年\t10,000人\t▲50人\t▲20人\t
      2019年\t9,930人\t▲50人\t▲20人\t0人
      2020年\t10,160人\t▲50人\t▲20人\t300人
      2021年\t10,090人\t▲50人\t▲20人\t0人
      """
    #expect(try notes(other) == [])
    #expect(
      try notes(other.replacing("300人", with: "")).contains("residual-out-of-proportion 4:4"))
  }
}
