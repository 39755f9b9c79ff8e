import DocumentReading
import MunicipalModel
import Testing

/// Figures of an indicator that cannot well stand beside their neighbours.
@Suite("Figures of indicators beside their neighbours")
struct OddIndicatorTests {
  static let codes: Set<Diagnostic.Code> = [
    "figure-out-of-scale", "share-of-one", "may-be-running-total", "target-before-baseline",
    "interim-after-target",
    "period-far-from-plan",
  ]

  /// What is told of a table in a plan of 2020 to 2024, or one without a term: `figure-out-of-scale 2:3`.
  static func notes(_ table: String, term: String? = "令和2年度～令和6年度") throws -> [String] {
    try contents(table, term: term).diagnostics.filter { codes.contains($0.code) }.map {
      "\($0.code.rawValue) \($0.citation.line):\($0.citation.cell ?? 0)"
    }
  }

  static func contents(_ table: String, term: String?) throws -> DocumentContents {
    let plan = term.map { #", "plan": { "title": "計画", "term": "\#($0)" }"# } ?? ""
    let files = [
      BuiltInFile(
        name: "municipality.json",
        text: DeclaredSample.description(#""layout": "a.layout.json"\#(plan)"#)),
      BuiltInFile(name: "a.layout.json", text: "{ }"), BuiltInFile(name: "sample.txt", text: table),
    ]
    return try #require(try DeclaredMunicipality(files: files).record().documents.first)
  }

  private static let heading = "指標\t基準値(R元)\tR2実績\tR3実績\t目標値(R6)\n"

  @Test func `Counts of 延べ that never fall may be running totals of a target over years`() throws {
    let target = "延べ300人（令和2～6年度）"
    #expect(
      try Self.notes(Self.heading + "参加者数\t45人\t延べ160人\t延べ212人\t\(target)")
        == ["may-be-running-total 2:4"])
    for row in [
      "45人\t延べ160人\t延べ112人\t\(target)", "45人\t160人\t212人\t\(target)", "45人\t延べ160人\t延べ212人\t延べ300人",
      "45人\t延べ160人\t累計212人\t\(target)",
    ] {
      #expect(try !Self.notes(Self.heading + "参加者数\t" + row).contains { $0.hasPrefix("may") })
    }
  }

  @Test func `Percentages that are all below one may be shares of one`() throws {
    #expect(try Self.notes(Self.heading + "満足度(%)\t0.612\t0.623\t\t0.7") == ["share-of-one 2:2"])
    #expect(try Self.notes(Self.heading + "満足度(%)\t0.6\t0.7\t\t1.2") == [])
  }

  @Test(
    "A thousandth, a thousand times, another magnitude of the unit, a share without its point",
    arguments: [
      ("所得\t1.498千円\t\t\t1,600千円", 2), ("所得\t1,498千円\t1,520千円\t1.531千円\t1,600千円", 4),
      ("人口\t88.545千人\t88,400千人\t―\t88,000千人", 2), ("所得\t1.498\t1.501\t\t1,600", 2),
      ("観光客数(人)\t12,400人\t12,500人\t12.6人\t13,000人", 4),
      ("観光客数(人)\t12,400\t12,500,000\t12,600\t13,000", 3),
      ("観光客数(千人)\t124\t125\t125,400\t130", 4), ("所得(千円)\t1,498円\t\t\t1,600千円", 2),
      ("所得(千円)\t1,498千円\t1,520千円\t1,530\t1,600円", 5), ("割合(%)\t45.5%\t46.1%\t468%\t50%", 4),
      ("割合(%)\t45.5\t461\t46.8\t50.0", 3),
    ] as [(String, Int)])
  func outOfScale(row: String, cell: Int) throws {
    let notes = try Self.notes(Self.heading + row)
    #expect(notes.contains("figure-out-of-scale 2:\(cell)"), "\(notes)")
    #expect(notes.allSatisfy { $0.hasPrefix("figure-out-of-scale") } && notes.count <= 3)
  }

  @Test(
    "Growth from little, rates, zeros, ranges of one unit and several units are no slips",
    arguments: [
      "登録者数(人)\t1\t400\t900\t1,000", "登録者数(人)\t0\t400\t900\t1,000", "出生率\t1.498\t1.501\t1.47\t1.6",
      "出生率\t1.27\t1.33\t\t1.80", "割合(%)\t5%\t60%\t120%\t150%", "達成率(%)\t80%\t90%\t105%\t120%",
      "額(円)\t4億円\t4億2,000万円\t41,000万円\t5億円", "人数(人)\t12\t―\t調査中\t20,000",
      "所得(千円)\t1,498千円\t1,520千円\t\t160万円",
      "倍率\t1.498倍\t1.5倍\t2倍\t3倍", "件数\t20件\t50件\t500件\t3,000件", "移住\t3世帯9人\t4世帯10人\t2世帯8人\t20人",
      "収支\t△1,037人\t△850人\t△3人\t0人", "世帯\t1.498世帯\t1.5世帯\t1.6世帯\t2世帯",
    ])
  func inScale(row: String) throws { #expect(try Self.notes(Self.heading + row) == []) }

  @Test("A message names the figure and the one beside it, in both languages")
  func message() throws {
    let contents = try Self.contents("指標\t基準値\t目標値\n所得\t1.498千円\t1,600千円", term: nil)
    let note = try #require(contents.diagnostics.first { $0.code == "figure-out-of-scale" })
    #expect(note.severity == .warning && note.citation.printed == "1.498千円")
    #expect(note.message.ja.contains("1,600千円") && note.message.en.contains("a thousandth"))
  }

  @Test(
    "A target that is due before its baseline, an interim target after the target",
    arguments: [
      ("指標\t基準値(R6)\t目標値(H26)\n甲\t1件\t2件", "target-before-baseline 2:3"),
      ("指標\t基準値(2023年)\t目標値(2020年)\n甲\t1件\t2件", "target-before-baseline 2:3"),
      ("指標\t基準値\t目標値\n甲\t1件（R5.4.1）\t2件（R4）", "target-before-baseline 2:3"),
      ("指標\t基準値(R元)\t中間目標(R8)\t目標値(R6)\n甲\t1件\t2件\t3件", "interim-after-target 2:3"),
    ])
  func reversed(table: String, note: String) throws { #expect(try Self.notes(table) == [note]) }

  @Test(
    "One year for both, a baseline at the end of the target's fiscal year, and yearly targets are in order",
    arguments: [
      "指標\t基準値(R2)\t目標値(R2)\n甲\t1件\t2件", "指標\t基準値\t目標値(R4)\n甲\t1件（R5.3.31）\t2件",
      "指標\t基準値\t目標値\n甲\t1件\t2件", "指標\t基準値(H27～R元)\t目標値(R2～R6)\n甲\t1件\t2件",
      "指標\t区分\t基準値(R元)\tR2\tR6\n甲(件)\t目標\t4\t5\t8\n\t実績\t4\t7\t",
    ])
  func inOrder(table: String) throws { #expect(try Self.notes(table) == []) }

  @Test("A year decades away from the plan is told, with or without a term")
  func far() throws {
    let table = """
      指標\t基準値(R元)\tR2実績\t目標値(令和33年度)
      甲\t1件\t2件\t3件
      乙\t1件（昭和50年）\t2件（2032年度）\t3件（R6）
      丙\t1件（R52）\t2件（2052年）\t3件（R7）
      """
    #expect(
      try Self.notes(table) == [
        "period-far-from-plan 2:4", "period-far-from-plan 3:2", "target-before-baseline 4:4",
        "period-far-from-plan 4:2", "period-far-from-plan 4:3",
      ])
    #expect(
      try Self.notes("指標\t基準値(R元)\tR2実績\t目標値(R6)\n甲\t1件\t2件\t3件（令和36年度）\n乙\t1件\t2件\t3件", term: nil)
        == ["period-far-from-plan 2:4"])
  }

  @Test(
    "A longer plan's target, figures after the term, a census long ago and long aims are not told",
    arguments: [
      "指標\t基準値(H27)\tR7実績\t目標値(R12)\n甲\t1件\t2件\t3件", "指標\t基準値(H2)\tR9実績\t目標値(2038年)\n甲\t1件\t2件\t3件",
      "指標\t基準値(H25)\tR2実績\t目標値(2050年)\nCO2排出量\t9件\t8件\t3件", "指標\t基準値\t目標値(2060年)\n総人口\t9件\t8件",
    ])
  func near(table: String) throws {
    #expect(try Self.notes(table) == [])
    #expect(try Self.notes(table, term: nil) == [])
  }
}
