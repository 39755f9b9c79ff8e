import DocumentReading
import MunicipalModel
import Testing

@Suite("Marks, projects before tables and periods, as a layout reads them")
struct LayoutMarkTests {
  private static let layout = """
    { "headings": [
        { "level": "goal", "pattern": "基本目標{number} {title}" },
        { "level": "goal", "pattern": "【基本目標{number}】{title}", "effect": "resumes" },
        { "level": "project", "pattern": "○{title}", "before_table": true } ],
      "marks": [
        { "word": "新規事業", "means": "new_project" },
        { "word": "新規登録", "means": "newly_listed", "legend": "新規登載" } ],
      "periods": { "actual": "指標（{period}）", "target": "plan_end", "baseline": "平成30年度" } }
    """
  private let table = "指標\t基準値\tR4実績\t目標値\n参加者数(人)\t9\t10\t40"
  private let undated = "指標\t基準値\t実績\t目標値\n参加者数(人)\t9\t10\t40"

  private func read(
    _ text: String, term: Period? = nil
  ) throws -> (plan: Plan, notes: [Diagnostic]) {
    var session = DocumentSession(try DocumentText(id: "sample", text: text))
    let roots = LaidOutPlanReader.roots(
      of: try LayoutSample.layout(Self.layout), title: "計画", term: term, in: &session)
    return (Plan(document: "sample", title: "計画", roots: roots), session.diagnostics)
  }

  @Test("Marks stand behind the title or alone below it; one of another spelling is said")
  func marks() throws {
    let (plan, notes) = try read(
      """
      基本目標1 しごと
      ○起業支援事業 新規事業
      \(table)

      ○移住事業　新規登録
      \(table)

      ○観光事業
      新規事業
      \(table)

      ○新規事業
      \(table)
      """)
    let projects = try #require(plan.roots.first?.children)
    #expect(projects.map(\.title) == ["起業支援事業", "移住事業", "観光事業", "新規事業"])
    #expect(projects.map(\.lifecycle) == [[.newProject], [.newlyListed], [.newProject], []])
    #expect(notes.map { "\($0.code.rawValue) \($0.citation.line)" } == ["unusual-mark 6"])
    let headings = projects[0].indicators.first?.citation.headings
    #expect(headings == ["基本目標1 しごと", "起業支援事業"])
  }

  @Test("A line is a project only where a table of indicators follows before another heading")
  func beforeTable() throws {
    let (plan, notes) = try read(
      """
      基本目標1 しごと
      ○指標は概ね順調
      【基本目標1】しごと
      \(table)

      ○人口の推移
      年\t人口
      2020\t100

      ○起業支援事業
      本文が続く
      \(table)
      """)
    #expect(LayoutSample.outline(plan.roots) == "goal 1 しごと (1) [project 起業支援事業 (1)]")
    #expect(notes == [])
  }

  @Test("A heading goes back to the node of its number, or begins it, and says if titles differ")
  func resumes() throws {
    let (plan, notes) = try read(
      "基本目標1 しごと\n基本目標2 くらし\n\n【基本目標1】仕事\n\(table)\n\n【基本目標3】まなび\n\(table)")
    #expect(
      LayoutSample.outline(plan.roots) == "goal 1 しごと (1), goal 2 くらし, goal 3 まなび (1)")
    #expect(notes.map { "\($0.code.rawValue) \($0.citation.line)" } == ["title-differs 4"])
    #expect(
      plan.indicators.map(\.indicator.citation.headings) == [["【基本目標1】仕事"], ["【基本目標3】まなび"]])
  }

  @Test("A heading names the period of the tables below it, and targets are for the plan's end")
  func periods() throws {
    let (plan, _) = try read(
      "指標 (2020年)\n基本目標1 しごと\n\(undated)\n\n指標（令和3年度）\n基本目標2 くらし\n\(undated)",
      term: .span(.fiscalYear(2020), .fiscalYear(2024)))
    let periods = plan.indicators.map { $0.indicator.figures.map { $0.period?.code } }
    #expect(periods == [["FY2018", "CY2020", "FY2024"], ["FY2018", "FY2021", "FY2024"]])
  }

  @Test("Without a term, or without a heading, a period is not known")
  func noPeriod() throws {
    let (plan, _) = try read("指標 (KPI)\n基本目標1 しごと\n\(undated)")
    let periods = plan.indicators.map { $0.indicator.figures.map { $0.period?.code } }
    #expect(periods == [["FY2018", nil, nil]])
  }

  @Test("The number of a page is no heading of a list")
  func pageNumber() throws {
    let layout = """
      { "headings": [
        { "level": "goal", "pattern": "基本目標{number} {title}" },
        { "level": "measure", "pattern": "- {number} {title}", "effect": "lists" } ] }
      """
    let (roots, _) = try LayoutSample.read(
      "基本目標1 しごと\n- 1 起業\n\n- 12 -\n\n- 2 雇用", layout)
    #expect(LayoutSample.outline(roots) == "goal 1 しごと [measure 1 起業, measure 2 雇用]")
  }

  @Test(
    "A mark or a period that cannot be meant is refused with its member",
    arguments: [
      (#""marks": [ { "word": "新規", "means": "new" } ]"#, "bad-value", "marks[0].means"),
      (#""marks": [ { "word": " ", "means": "ended" } ]"#, "bad-value", "marks[0].word"),
      (#""marks": [ { "means": "ended" } ]"#, "missing-member", "marks[0]"),
      (#""periods": { "target": "計画の終わり" }"#, "bad-value", "periods"),
      (#""periods": { "actual": "指標{titel}{period}" }"#, "bad-value", "periods"),
      (
        #""headings": [ { "level": "goal", "pattern": "○", "before_table": "yes" } ]"#,
        "bad-value", "headings[0].before_table"
      ),
    ])
  func refused(member: String, code: String, path: String) throws {
    let error = try #require(throws: DataFileError.self) {
      try LayoutSample.layout("{ \(member) }")
    }
    #expect(error.code.rawValue == code)
    #expect(error.path == path)
  }

  @Test("Marks and headings of periods that a document does not have are told")
  func unusedRules() throws {
    let layout = try LayoutSample.layout(Self.layout)
    let text = try DocumentText(
      id: "sample", text: "指標（2020年）\n基本目標1 しごと\n【基本目標1】しごと\n○事業 新規登録\n")
    #expect(layout.unusedRules(in: text) == ["新規事業"])
    let empty = try DocumentText(id: "sample", text: "資料")
    #expect(layout.unusedRules(in: empty).contains("指標（{period}）"))
  }
}
