import MunicipalModel
import Testing

@testable import DocumentReading

/// The documents are made for these tests.
struct LayoutDraftTests {
  private func draft(_ text: String) throws -> LayoutDraft {
    LayoutDraft(of: try DocumentText(id: "plan", text: text))
  }

  private func plan(_ text: String) throws -> (plan: Plan, layout: PlanLayout) {
    let document = try DocumentText(id: "plan", text: text)
    let layout = LayoutDraft(of: document).layout
    var session = DocumentSession(document)
    let roots = LaidOutPlanReader.roots(of: layout, title: "計画", in: &session)
    return (Plan(document: "plan", title: "計画", roots: roots), layout)
  }

  private let goals = """
    山川市総合戦略
    目次
    基本目標1 しごと
    基本目標2 ひと
    第1章 はじめに
    1 趣旨
    基本目標1 しごと
    施策1-1 企業誘致
    指標	基準値（R1）	目標値（R6）
    立地企業数	4社	10社
    施策1-2 農業
    指標	基準値（R1）	目標値（R6）
    新規就農者数	3人	12人
    基本目標2 ひと
    施策2-1 移住
    指標	基準値（R1）	目標値（R6）
    移住者数	11人	17人
    """

  @Test func `Headings that recur with rising numbers are the plan's levels`() throws {
    let (plan, layout) = try plan(goals)
    #expect(
      layout.headings.map { "\($0.level.rawValue) \($0.pattern.text) \($0.effect)" } == [
        "goal 基本目標{number} {title} resumes", "measure 施策{number}-{number} {title} opens",
      ])
    #expect(plan.roots.map(\.title) == ["しごと", "ひと"])
    #expect(plan.roots.map { $0.children.map(\.title) } == [["企業誘致", "農業"], ["移住"]])
    #expect(plan.indicators.count == 3)
  }

  @Test func `A sheet that is called by the number of its goal is no level above it`() throws {
    let sheets = ["しごと", "ひと"].enumerated().map { index, title in
      "目標\(index + 1)\n進捗管理シート\n基本目標\(index + 1) \(title)\n指標\t基準値（R1）\t目標値（R6）\n件数\(index)\t4社\t10社\n"
    }
    let (plan, _) = try plan(sheets.joined(separator: "\n"))
    #expect(plan.roots.map(\.title) == ["しごと", "ひと"])
    #expect(plan.roots.allSatisfy { $0.level == .goal && $0.children.isEmpty })
  }

  @Test func `A document that the usual words explain needs no layout`() throws {
    let text = "山川市\n指標\t基準値（R1）\t目標値（R6）\n立地企業数\t4社\t10社\n"
    #expect(try draft(text).isEmpty)
    #expect(try draft("山川市の人口は減っている。").isEmpty)
  }

  @Test func `A heading that names a target stands above the names where its cells are names`()
    throws
  {
    let text = """
      施策	基本目標／KPI	現状値	目標値
      道路	舗装率	7.4％（2014年）	8.9％（2020年）
      公園	公園の数	2箇所（2014年）	3箇所（2020年）
      """
    let draft = try draft(text)
    #expect(draft.layout.columns.first == ColumnRule(.contains("基本目標/KPI"), .indicator))
    #expect(draft.guesses.map(\.member) == ["columns[0]"])
    #expect(draft.guesses.first?.citation.cell == 2)
    #expect(try plan(text).plan.indicators.map(\.indicator.name) == ["舗装率", "公園の数"])
  }

  @Test func `Figures of years without a target are read where the column of names is told`() throws
  {
    let text = "区分\t平成30年度\t令和元年度\n宿泊客数\t97.2万人\t101.5万人\n会議の数\t84件\t91件\n"
    let (plan, _) = try plan(text)
    #expect(plan.indicators.map(\.indicator.name) == ["宿泊客数", "会議の数"])
    #expect(
      plan.indicators.first?.indicator.figures.map { $0.period?.code } == ["FY2018", "FY2019"])
  }

  @Test func `A form's labelled cells are headings`() throws {
    let text = """
      基本目標	Ⅲ	活力にあふれるまち			主管課	戦略課
      施策	23	移住の促進			関係課	なし

      成果指標名	単位	区分	平成26年度	平成27年度
      移住者数	人	実績値	11	13
      		目標値	12	14

      基本目標	Ⅳ	健やかなまち			主管課	福祉課
      施策	30	健診の推進			関係課	なし

      成果指標名	単位	区分	平成26年度	平成27年度
      受診率	％	実績値	41.0	42.5
      		目標値	45.0	50.0
      """
    let (plan, _) = try plan(text)
    #expect(
      plan.roots.map { "\($0.level.rawValue) \($0.number) \($0.title)" } == [
        "goal 3 活力にあふれるまち", "goal 4 健やかなまち",
      ])
    #expect(
      plan.roots.flatMap(\.children).map { "\($0.number) \($0.title)" } == [
        "23 移住の促進", "30 健診の推進",
      ])
    #expect(plan.roots.first?.children.first?.citation.cell == 3)
  }

  @Test func `Headings that a file marks itself are levels`() throws {
    var lines: [FormText.Line] = [.init("成果指標", place: .paragraph(1), headingLevel: 1)]
    for (number, title) in ["学びの促進", "運動の促進"].enumerated() {
      lines.append(.init(title, place: .paragraph(number + 2), headingLevel: 3))
      lines.append(.init("指標\t基準値\t目標値", place: .table(number + 1, row: 1)))
      lines.append(.init("利用者数\(number)\t5人\t9人", place: .table(number + 1, row: 2)))
      lines.append(.init(""))
    }
    let document = try DocumentText(id: "page", form: FormText(lines: lines))
    let layout = LayoutDraft(of: document).layout
    #expect(layout.headings.map(\.headingLevel) == [3])
    var session = DocumentSession(document)
    let roots = LaidOutPlanReader.roots(of: layout, title: "", in: &session)
    #expect(roots.map(\.title) == ["学びの促進", "運動の促進"])
    let figure = try #require(roots.first?.indicators.first?.figures.first)
    #expect(figure.citation.place == .table(1, row: 2, cell: 2))
    #expect(figure.citation.shortPlace == "page:table1!R2C2")
  }

  @Test func `The file of a draft reads back to the draft`() throws {
    let draft = try draft(
      goals + "\n\n年次\t人口\t出生数\t死亡数\n平成30年\t9,870\t61\t130\n31年\t9,760\t58\t128\n")
    let read = try PlanLayout(BuiltInFile(name: "plan.layout.json", text: draft.json))
    #expect(read == draft.layout)
    #expect(draft.layout.population.map(\.heading) == ["年次"])
  }

  @Test func `A block of rows below KPI1, the name and the unit is one indicator`() throws {
    let text = """
      （1）競争力の強化
      KPI1	創業件数（累計）				単位：件
      	区分	基準値（H26）	H27	H31
      	目標値			400
      	実績値	64	72	
      	達成率		18.0%	

      KPI2	利用額				単位：百万円
      	区分	基準値（H26）	H27	H31
      	目標値			2,500
      	実績値	2,184	2,310	
      """
    let (plan, layout) = try plan(text)
    #expect(layout.columns == ColumnRule.common)
    let read = plan.indicators.map(\.indicator)
    #expect(read.map { "\($0.name) \($0.unit)" } == ["創業件数（累計） 件", "利用額 百万円"])
    #expect(
      read.first?.figures.compactMap { figure in
        figure.reading.value.map { "\(figure.role.rawValue) \(figure.period?.code ?? "") \($0)" }
      } == [
        "target FY2019 400", "baseline FY2014 64", "actual FY2015 72", "achievement FY2015 18.0",
      ])
    #expect(read.first?.figures.first { $0.reading.value != nil }?.citation.cell == 5)
  }

  @Test func `Which of the years is the target is asked, and the answer is a rule`() throws {
    let document = try DocumentText(
      id: "plan", text: "山川市総合戦略\n指標\tR4\tR8\n移住者数\t11人\t17人\n会議の数\t84件\t91件\n")
    var asked: [OpenChoice] = []
    let open = LayoutDraft(of: document) { choice in
      asked.append(choice)
      return nil
    }
    #expect(asked.map(\.options) == [["R4", "R8"]])
    #expect(asked.first?.citation.line == 2 && asked == open.openChoices)
    let draft = LayoutDraft(of: document) { _ in 1 }
    #expect(draft.openChoices.isEmpty)
    #expect(draft.json.contains("{\"heading\": \"R8\", \"means\": \"target\"}"))
    var session = DocumentSession(document)
    let roots = LaidOutPlanReader.roots(of: draft.layout, title: "", in: &session)
    let figures = try #require(roots.first?.indicators.first?.figures)
    #expect(figures.map(\.role) == [.actual, .target])
    // None of them: all are actual figures, as they are read without an answer.
    #expect(LayoutDraft(of: document) { _ in 2 }.openChoices.isEmpty)
  }

  @Test func `Which of two targets counts is asked`() throws {
    let document = try DocumentText(
      id: "plan", text: "計画\n指標\t現状値\t目標値\t見直し後の目標値\n移住者数\t11人\t17人\t15人\n")
    let draft = LayoutDraft(of: document) { $0.options.firstIndex(of: "目標値") }
    #expect(
      draft.layout.columns.prefix(2) == [
        ColumnRule(.contains("見直し後の目標値"), .prose), ColumnRule(.contains("目標値"), .figure(.target)),
      ])
    #expect(
      try PlanLayout(BuiltInFile(name: "plan.layout.json", text: draft.json)) == draft.layout)
    #expect(LayoutDraft(of: document).openChoices.count == 1)
  }

  @Test(arguments: ["指標\t現状値\t目標値\n移住者数\t11人\t17人\n", "観光統計\n区分\tR3\tR4\n宿泊客数\t8万人\t9万人\n"])
  func `A target that is told, and a table of statistics, leave nothing open`(
    text: String
  ) throws {
    #expect(try draft(text).openChoices.isEmpty)
  }
}
