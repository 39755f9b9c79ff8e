import DocumentReading
import MunicipalModel
import Testing

@Suite("The tree of a plan, as a layout reads it")
struct PlanTreeTests {
  private let table = LayoutSample.table

  @Test("Headings of three levels make a tree, and tables belong to the innermost")
  func threeLevels() throws {
    let (roots, notes) = try LayoutSample.read(
      """
      基本目標1 しごと
      \(table)

      基本的方向1 産業
      施策1 起業
      \(table)
      人数\t1\t2

      施策2 雇用
      \(table)

      基本目標2 くらし
      基本的方向1 子育て
      施策3 保育
      \(table)
      """)
    #expect(
      LayoutSample.outline(roots)
        == "goal 1 しごと (1) [direction 1 産業 [measure 1 起業 (2), measure 2 雇用 (1)]], "
        + "goal 2 くらし [direction 1 子育て [measure 3 保育 (1)]]")
    #expect(notes == [])
  }

  @Test("A level may be missing")
  func missingLevel() throws {
    let (roots, notes) = try LayoutSample.read(
      "基本目標1 しごと\n施策1 起業\n\(table)\n\n基本的方向1 産業\n施策2 雇用\n\(table)")
    #expect(
      LayoutSample.outline(roots)
        == "goal 1 しごと [measure 1 起業 (1), direction 1 産業 [measure 2 雇用 (1)]]")
    #expect(notes == [])
  }

  @Test("Headings before the first goal, as in a table of contents, are passed over")
  func beforeFirstGoal() throws {
    let (roots, notes) = try LayoutSample.read(
      "施策1 起業\n基本的方向1 産業\n\n基本目標1 しごと\n施策1 起業\n\(table)")
    #expect(LayoutSample.outline(roots) == "goal 1 しごと [measure 1 起業 (1)]")
    #expect(notes == [])
  }

  @Test("A table before any heading is an error with its line")
  func tableBeforeGoal() throws {
    let (roots, notes) = try LayoutSample.read("計画\n\(table)\n\n基本目標1 しごと\n施策1 起業\n\(table)")
    #expect(LayoutSample.outline(roots) == "goal 1 しごと [measure 1 起業 (1)]")
    #expect(notes.map(\.code) == ["table-without-goal"])
    #expect(notes.first?.citation.line == 2)
    #expect(notes.first?.severity == .error)
  }

  private static let lists = """
    { "headings": [
      { "level": "goal", "pattern": "基本目標{number} {title}" },
      { "level": "direction", "pattern": "方向{number}-{number} {title}", "effect": "reopens" },
      { "level": "direction", "pattern": "方向の終わり", "effect": "closes" },
      { "level": "direction", "pattern": "{number}-{number} {title}", "effect": "lists" },
      { "level": "measure", "pattern": "施策{number} {title}" } ] }
    """

  @Test("A list names nodes, a later heading goes back to them, another ends them")
  func listsAndReopens() throws {
    let (roots, notes) = try LayoutSample.read(
      """
      基本目標1 しごと
      1-1 産業
      1-2 雇用
      \(table)

      方向1-2
      雇用
      施策1 起業
      \(table)

      方向1-1 産業
      施策2 観光
      \(table)

      方向の終わり
      施策3 商業
      \(table)
      """, Self.lists)
    #expect(
      LayoutSample.outline(roots)
        == "goal 1 しごと (1) [direction 1-1 産業 [measure 2 観光 (1)], "
        + "direction 1-2 雇用 [measure 1 起業 (1)], measure 3 商業 (1)]")
    // Measures 1, 2, 3 stand in this order in the document.
    #expect(notes == [])
  }

  @Test("A node that no list names is a warning, and what follows stays below the goal")
  func reopensUnknown() throws {
    let (roots, notes) = try LayoutSample.read(
      "基本目標1 しごと\n1-1 産業\n方向1-9 観光\n施策1 起業\n\(table)", Self.lists)
    #expect(
      LayoutSample.outline(roots) == "goal 1 しごと [direction 1-1 産業, measure 1 起業 (1)]")
    #expect(notes.map(\.code) == ["unknown-direction"])
    #expect(notes.first?.citation.line == 3)
  }

  @Test("The list of another goal is not gone back to")
  func reopensOtherGoal() throws {
    let (roots, notes) = try LayoutSample.read(
      "基本目標1 しごと\n1-1 産業\n基本目標2 くらし\n方向1-1 産業\n施策1 保育\n\(table)", Self.lists)
    #expect(
      LayoutSample.outline(roots)
        == "goal 1 しごと [direction 1-1 産業], goal 2 くらし [measure 1 保育 (1)]")
    #expect(notes.map(\.code) == ["unknown-direction"])
  }

  @Test("The title stands on the next line, after blank ones too, and both lines are cited")
  func titleBelow() throws {
    let (roots, _) = try LayoutSample.read("基本目標１\n\nしごとをつくる\n施策1\n起業\n\(table)")
    #expect(LayoutSample.outline(roots) == "goal 1 しごとをつくる [measure 1 起業 (1)]")
    #expect(roots.first?.citation.line == 3)
    let indicator = try #require(roots.first?.children.first?.indicators.first)
    #expect(indicator.citation.headings == ["基本目標１ しごとをつくる", "施策1 起業"])
  }

  @Test("A heading without a title does not take the next heading or a table for it")
  func noTitle() throws {
    let (roots, notes) = try LayoutSample.read(
      "基本目標1\n施策1 起業\n\(table)\n\n基本目標2\n\(table)\n\n施策2 観光\n\(table)")
    #expect(
      LayoutSample.outline(roots)
        == "goal 1 [measure 1 起業 (1)], goal 2 (1) [measure 2 観光 (1)]")
    #expect(notes.map(\.code) == ["heading-without-title", "heading-without-title"])
    #expect(notes.map(\.citation.line) == [1, 6])
  }

  @Test("The number of a page is no heading, even where a heading begins with its number")
  func pageNumber() throws {
    let layout = #"{ "headings": [ { "level": "goal", "pattern": "{number} {title}" } ] }"#
    let (roots, notes) = try LayoutSample.read(
      "1 しごと\n\(table)\n\n12\n\n本文が続く\n2 くらし\n\(table)\n\n- 13 -\n", layout)
    #expect(LayoutSample.outline(roots) == "goal 1 しごと (1), goal 2 くらし (1)")
    #expect(notes == [])
  }

  @Test("A heading that only the next line tells from others")
  func nextLine() throws {
    let layout = """
      { "headings": [
        { "level": "goal", "pattern": "{number} {title}", "next": "現状と 課題" } ] }
      """
    let (roots, _) = try LayoutSample.read(
      "1 はじめに\n2 しごと\n\n現状と課題\n\(table)\n\n3 くらし", layout)
    #expect(LayoutSample.outline(roots) == "goal 2 しごと (1)")
  }

  @Test("Numbers that jump are a warning; a new goal may begin again at 1")
  func outOfOrder() throws {
    let (_, notes) = try LayoutSample.read(
      """
      基本目標1 しごと
      施策1 起業
      \(table)
      施策3 雇用
      \(table)

      基本目標2 くらし
      施策1 保育
      \(table)
      """)
    #expect(notes.map(\.code) == ["measure-out-of-order"])
    #expect(notes.first?.citation.line == 5)
  }

  @Test("A document without any heading of the plan is an error; an empty layout is one node")
  func nothingFound() throws {
    let (roots, notes) = try LayoutSample.read("議事録\n本日の議題")
    #expect(roots == [])
    #expect(notes.map(\.code) == ["no-goals"])
    let plain = try LayoutSample.read("議事録\n\(table)", "{}")
    #expect(LayoutSample.outline(plain.roots) == "plan 計画 (1)")
    #expect(plain.notes == [])
  }

  @Test("A measure without a table is a warning at its heading")
  func childless() throws {
    let (_, notes) = try LayoutSample.read("基本目標1 しごと\n施策1 起業\n施策2 雇用\n\(table)")
    #expect(notes.map(\.code) == ["measure-without-indicator"])
    #expect(notes.first?.citation.line == 2)
  }

  @Test("Many headings keep their order")
  func manyHeadings() throws {
    let count = 20_000
    let text = (1...count).map { "基本目標\($0 % 999 + 1) 題\($0)" }.joined(separator: "\n")
    let (roots, _) = try LayoutSample.read(text)
    #expect(roots.map(\.title) == (1...count).map { "題\($0)" })
  }
}
