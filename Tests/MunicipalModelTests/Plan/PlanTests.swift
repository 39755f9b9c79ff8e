import MunicipalModel
import Testing

@Suite struct PlanTests {
  static func citation(_ text: String, line: Int = 1) -> Citation {
    Citation(document: "test-plan", line: line, printed: text)
  }

  static func node(
    _ level: PlanLevel, _ number: String, _ title: String, indicators: [Indicator] = [],
    reference: String? = nil, children: [PlanNode] = []
  ) -> PlanNode {
    PlanNode(
      level: level, number: number, title: title, citation: citation(title),
      measureReference: reference.map { NodeReference(number: $0, citation: citation(title)) },
      indicators: indicators, children: children)
  }

  static func indicator(_ name: String, _ figures: [IndicatorFigure] = []) -> Indicator {
    Indicator(name: name, unit: "人", citation: citation(name), figures: figures)
  }

  static let plan = Plan(
    document: "test-plan", title: "総合戦略",
    roots: [
      node(
        .goal, "1", "雇用", indicators: [indicator("新規雇用創出数")],
        children: [
          node(
            .measure, "2", "交流",
            children: [node(.project, "", "就職", indicators: [indicator("掲載企業数")])])
        ]),
      node(.project, "", "独立", indicators: [indicator("参加者数")], reference: "7"),
    ])

  @Test("Nodes come in printed order with their paths")
  func nodes() {
    #expect(Self.plan.nodes.map(\.node.title) == ["雇用", "交流", "就職", "独立"])
    #expect(Self.plan.nodes.map { $0.path.map(\.title) } == [[], ["雇用"], ["雇用", "交流"], []])
    #expect(Self.plan.nodes[2].nearest(.goal)?.title == "雇用")
    #expect(Self.plan.nodes[2].nearest(.project)?.title == "就職")
    #expect(Self.plan.nodes[2].nearest(.vision) == nil)
  }

  @Test("Indicators know the nodes that they belong to")
  func indicators() {
    let placed = Self.plan.indicators
    #expect(placed.map(\.indicator.name) == ["新規雇用創出数", "掲載企業数", "参加者数"])
    #expect(placed.map(\.level) == [.goal, .project, .project])
    #expect(placed.map(\.measureNumber) == [nil, "2", "7"])
    #expect(placed[1].node(.goal)?.number == "1")
  }

  @Test("Actual figures come oldest first, and the first of a role is found")
  func actuals() throws {
    func observation(_ role: IndicatorFigure.Role, _ year: Int) -> IndicatorFigure {
      IndicatorFigure(
        role: role, period: .fiscalYear(year),
        reading: .value(Quantity(ExactDecimal(Int32(year)), unit: "人")),
        citation: Self.citation("\(year)"))
    }
    let indicator = Self.indicator(
      "内定者数",
      [observation(.target, 2024), observation(.actual, 2021), observation(.actual, 2020)])
    #expect(indicator.actuals.compactMap(\.period?.year) == [2020, 2021])
    #expect(indicator.first(.actual)?.period == .fiscalYear(2021))
    #expect(indicator.first(.baseline) == nil)
    #expect(try throughJSON(indicator) == indicator)
  }

  @Test("Actual figures of different kinds of period come by time")
  func actualsByTime() throws {
    func actual(_ code: String) -> IndicatorFigure {
      IndicatorFigure(
        role: .actual, period: Period(code: code), reading: .missing(.blank),
        citation: Self.citation(code))
    }
    let indicator = Self.indicator(
      "指標", [actual("FY2015"), actual("CY2020"), actual("2014-03-31")])
    #expect(indicator.actuals.compactMap(\.period?.code) == ["2014-03-31", "FY2015", "CY2020"])
  }

  @Test("Actual figures without a time come first, in their order")
  func actualsWithoutTime() {
    func actual(_ code: String?, _ text: String) -> IndicatorFigure {
      IndicatorFigure(
        role: .actual, period: code.flatMap { Period(code: $0) }, reading: .missing(.blank),
        citation: Self.citation(text))
    }
    let indicator = Self.indicator(
      "指標", [actual("FY2021", "c"), actual(nil, "a"), actual("FY2020", "b")])
    #expect(indicator.actuals.map(\.citation.printed) == ["a", "b", "c"])
  }

  @Test("A plan is the same after JSON")
  func json() throws { #expect(try throughJSON(Self.plan) == Self.plan) }

  @Test(
    "There are 17 goals", arguments: [(0, false), (1, true), (17, true), (18, false), (-1, false)])
  func sustainableDevelopmentGoals(_ goal: Int, _ exists: Bool) {
    let tag = SDGTag(goal: goal, basis: .assigned(rationale: LocalizedText("test")))
    #expect((tag != nil) == exists)
  }
}
