import DocumentReading
import MunicipalModel
import TestSupport
import Testing

@Suite("Tables of the plan's tree, as a layout reads them")
struct TreeTableTests {
  private static let layout = """
    { "tree_tables": [
      { "columns": [
        { "level": "goal", "heading": "基本目標", "number_from": "direction" },
        { "level": "direction", "heading": "方向", "pattern": "{number}-{number} {title}" },
        { "level": "measure", "heading": "施策", "pattern": "{number}{title}" },
        { "level": "example_project", "heading": "事業例", "list": true } ] },
      { "title": "既存の事業", "columns": [
        { "level": "goal", "heading": "基本目標", "effect": "reopens" },
        { "level": "existing_project", "heading": "関連する事業", "list": true } ] } ] }
    """
  private let heading = "基本目標\t方向\t施策\t事業例"

  @Test("Empty cells belong to the cell above, and cells hold numbers and lists")
  func tree() throws {
    let (roots, notes) = try LayoutSample.read(
      """
      \(heading)
      しごと\t1-1 産業\t①起業\t<ul> <li>補助</li> <li>講座</li> </ul>
      \t\t②商業\t
      \t1-2 雇用\t③就職\t●面接 ●見学
      くらし\t2-1 医療\t④病院\t
      """, Self.layout)
    #expect(
      LayoutSample.outline(roots)
        == "goal 1 しごと [direction 1-1 産業 [measure 1 起業 [example_project 補助, example_project 講座], "
        + "measure 2 商業], direction 1-2 雇用 [measure 3 就職 [example_project 面接, example_project 見学]]], "
        + "goal 2 くらし [direction 2-1 医療 [measure 4 病院]]")
    #expect(notes == [])
  }

  @Test("Every node is cited with its cell, and a list under the headings of the cell beside it")
  func citations() throws {
    let (roots, _) = try LayoutSample.read(
      "\(heading)\nしごと\t1-1 産業\t①起業\t●補助 ●講座", Self.layout)
    let nodes = Plan(document: "sample", title: "", roots: roots).nodes.map(\.node.citation)
    #expect(nodes.map(\.line) == [2, 2, 2, 2, 2])
    #expect(nodes.map(\.cell) == [1, 2, 3, 4, 4])
    #expect(nodes.map(\.printed) == ["しごと", "1-1 産業", "①起業", "補助", "講座"])
    #expect(
      nodes.map(\.headings) == [
        [], ["しごと"], ["しごと", "産業"], ["しごと", "産業"], ["しごと", "産業"],
      ])
  }

  @Test("The same columns twice across, which go back to nodes of the same title")
  func twiceAcross() throws {
    let (roots, notes) = try LayoutSample.read(
      """
      \(heading)
      しごと\t1-1 産業\t①起業\t
      くらし\t2-1 医療\t②病院\t

      基本目標\t関連する事業\t基本目標\t関連する事業
      しごと\t✓ 市場\tくらし\t✓ 水道 ✓ 公園
      まなび\t✓ 学校\tしごと\t✓ 港
      """, Self.layout)
    #expect(
      LayoutSample.outline(roots)
        == "goal 1 しごと [direction 1-1 産業 [measure 1 起業], existing_project 市場, existing_project 港], "
        + "goal 2 くらし [direction 2-1 医療 [measure 2 病院], existing_project 水道, existing_project 公園]")
    #expect(notes.map { "\($0.code.rawValue) \($0.citation.line)" } == ["unknown-goal 7"])
    #expect(roots.first?.children.last?.citation.headings == ["既存の事業"])
    #expect(roots.first?.children.last?.citation.cell == 4)
  }

  @Test("Columns stand in any order; what no rule names is said once and not read")
  func otherOrder() throws {
    let (roots, notes) = try LayoutSample.read(
      "担当\t施策\t事業例\t方向\t基本目標\n市民課\t①起業\t●補助\t1-1 産業\tしごと", Self.layout)
    #expect(
      LayoutSample.outline(roots)
        == "goal 1 しごと [direction 1-1 産業 [measure 1 起業 [example_project 補助]]]")
    #expect(notes.map { "\($0.code.rawValue) \($0.citation.cell ?? 0)" } == ["unknown-column 1"])
  }

  @Test("A node that is named again, as after a page break, is one node")
  func namedAgain() throws {
    let (roots, notes) = try LayoutSample.read(
      """
      \(heading)
      しごと\t1-1 産業\t①起業\t

      - 12 -

      \(heading)
      しごと\t1-1 産業\t②商業\t
      """, Self.layout)
    #expect(
      LayoutSample.outline(roots) == "goal 1 しごと [direction 1-1 産業 [measure 1 起業, measure 2 商業]]")
    #expect(notes == [])
  }

  @Test("Numbers of two parts printed twice or out of order are warnings; 1-10 is after 1-9")
  func printedOrder() throws {
    let (_, notes) = try LayoutSample.read(
      """
      \(heading)
      しごと\t1-9 産業\t①起業\t
      \t1-10 雇用\t②就職\t
      \t1-9 産業\t③商業\t
      """, Self.layout)
    #expect(
      notes.map { "\($0.code.rawValue) \($0.citation.line):\($0.citation.cell ?? 0)" } == [
        "direction-repeated 4:2", "direction-out-of-order 4:2",
      ])
  }

  @Test("A cell without an outer one is an error with its place, and the good rows are kept")
  func withoutPlace() throws {
    let (roots, notes) = try LayoutSample.read(
      "\(heading)\n\t\t①起業\t●補助\nしごと\t1-1 産業\t②商業\t", Self.layout)
    #expect(LayoutSample.outline(roots) == "goal 1 しごと [direction 1-1 産業 [measure 2 商業]]")
    #expect(notes.map { "\($0.code.rawValue) \($0.severity)" } == ["measure-without-place error"])
    #expect(notes.first?.citation.line == 2)
    #expect(notes.first?.citation.cell == 3)
  }

  @Test("A number that is not printed comes from the rows below, up to the column's next cell")
  func numberFromRowsBelow() throws {
    let (roots, _) = try LayoutSample.read(
      "\(heading)\nしごと\t\t\t\n\t1-1 産業\t①起業\t\nくらし\t\t\t\nまなび\t3-1 学校\t②校舎\t\n\t3-2 図書\t③本\t",
      Self.layout)
    #expect(
      LayoutSample.outline(roots)
        == "goal 1 しごと [direction 1-1 産業 [measure 1 起業]], goal くらし, "
        + "goal 3 まなび [direction 3-1 学校 [measure 2 校舎], direction 3-2 図書 [measure 3 本]]")
  }

  @Test("Any table is read without a trap, and every node is cited with a cell that is there")
  func anything() throws {
    var random = SeededGenerator(seed: 17)
    let pieces = [
      "基本目標", "方向", "施策", "事業例", "関連する事業", "\t", "\t", "\t", "\n", "\n", "1-1 産業", "①起業",
      "●補助", "<li>講座</li>", "しごと", "", "12", "　", "9-", "{",
    ]
    var count = 0
    for _ in 0..<1_500 {
      let body = (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined()
      let text = "基本目標\t方向\t施策\t事業例\n" + body
      let (roots, _) = try LayoutSample.read(text, Self.layout)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for placed in Plan(document: "sample", title: "", roots: roots).nodes {
        count += 1
        let citation = placed.node.citation
        let cells = lines[citation.line - 1].split(
          separator: "\t", omittingEmptySubsequences: false)
        let cell = try #require(citation.cell)
        #expect(cells.indices.contains(cell - 1))
      }
    }
    #expect(count > 300)
  }

  @Test("A heading goes back to a node of a table, and indicators belong to it")
  func headingsAfterTable() throws {
    let layout = """
      { "headings": [ { "level": "goal", "pattern": "基本目標{number} {title}", "effect": "reopens" } ],
        "tree_tables": [ { "columns": [
          { "level": "goal", "heading": "基本目標", "pattern": "{number} {title}" },
          { "level": "measure", "heading": "施策" } ] } ] }
      """
    let (roots, notes) = try LayoutSample.read(
      "基本目標\t施策\n1 しごと\t起業\n2 くらし\t病院\n\n基本目標1 しごと\n\(LayoutSample.table)", layout)
    #expect(
      LayoutSample.outline(roots) == "goal 1 しごと (1) [measure 起業], goal 2 くらし [measure 病院]")
    #expect(notes == [])
  }

  @Test("A table of indicators behind a table of the tree belongs to none of its nodes")
  func indicatorsBehind() throws {
    let (roots, notes) = try LayoutSample.read(
      "\(heading)\nしごと\t1-1 産業\t①起業\t\n\n\(LayoutSample.table)", Self.layout)
    #expect(Plan(document: "sample", title: "", roots: roots).indicators.isEmpty)
    #expect(notes.map(\.code) == ["table-without-goal"])
  }

  @Test("The plan's title stands on a line of its own")
  func planTitle() throws {
    let layout = try LayoutSample.layout(#"{ "plan_title": "{title}の計画期間" }"#)
    var session = DocumentSession(
      try DocumentText(id: "sample", text: "表\tの計画期間\n見本町戦略の計画期間\n別の計画期間"))
    #expect(layout.planTitle(in: &session) == "見本町戦略")
    #expect(session.factsOnlyText == "\n見本町戦略の計画期間\n")
  }

  @Test(
    "A layout that cannot be meant is refused with its line and member",
    arguments: [
      (#"{ "columns": [] }"#, "bad-value", "tree_tables[0].columns"),
      (#"{ "column": [] }"#, "unknown-member", "tree_tables[0]"),
      (
        #"{ "columns": [ { "level": "goal", "heading": "目標", "list": true } ] }"#, "bad-value",
        "tree_tables[0].columns"
      ),
      (
        #"{ "columns": [ { "level": "goal", "heading": "目標", "number_from": "measure" } ] }"#,
        "unknown-reference", "tree_tables[0].columns"
      ),
      (
        #"{ "columns": [ { "level": "goal", "heading": "目標", "effect": "closes" } ] }"#,
        "bad-value", "tree_tables[0].columns[0].effect"
      ),
      (
        #"{ "columns": [ { "level": "goal", "heading": "目標", "pattern": "{titel}" } ] }"#,
        "bad-value", "tree_tables[0].columns[0].pattern"
      ),
      (#"{ "columns": [ { "level": "goal" } ] }"#, "missing-member", "tree_tables[0].columns[0]"),
    ])
  func refused(table: String, code: String, path: String) throws {
    let error = try #require(throws: DataFileError.self) {
      try LayoutSample.layout("{\n \"tree_tables\": [\n \(table) ] }")
    }
    #expect(error.code.rawValue == code)
    #expect(error.path == path)
    #expect(error.line == 3)
  }

  @Test("Words and patterns that a document does not have are told")
  func unusedRules() throws {
    let layout = try LayoutSample.layout(Self.layout)
    let none = try DocumentText(id: "sample", text: "基本目標\t施策\nしごと\t起業")
    #expect(layout.unusedRules(in: none) == ["方向", "事業例", "関連する事業"])
    let unwritten = try DocumentText(
      id: "sample", text: "\(heading)\nしごと\t産業\t①起業\t\n\n基本目標\t関連する事業\nしごと\t港")
    #expect(layout.unusedRules(in: unwritten) == ["{number}-{number} {title}"])
  }
}
