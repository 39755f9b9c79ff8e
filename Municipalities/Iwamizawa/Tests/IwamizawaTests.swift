import Iwamizawa
import MachiKurabe
import TestSupport
import Testing

/// Figures are those of the document; the line is given beside each.
@Suite("Iwamizawa: progress report")
struct IwamizawaTests {
  let contents: DocumentContents
  let plan: Plan

  init() throws {
    contents = try #require(BuiltIn.record().contents(of: "iwamizawa-progress"))
    plan = try #require(contents.plans.first)
  }

  @Test("It keeps the contract of adapters")
  func contract() throws { try checkAdapter(Iwamizawa()) }

  @Test(
    "The complete document gives the same model as the committed facts",
    .enabled(if: SharedDocuments.areThere))
  func completeText() throws {
    let document = try SharedDocuments.text("iwamizawa-progress")
    let complete = try Iwamizawa().read(document)
    #expect(complete.contents == contents)
  }

  @Test("4 goals, 10 measures, 14 goal KPIs and 42 rows of project KPIs, 5 of them shared")
  func counts() {
    #expect(plan.nodes.count { $0.node.level == .goal } == 4)
    #expect(plan.nodes.count { $0.node.level == .measure } == 10)
    #expect(plan.indicators.count { $0.level == .goal } == 14)
    #expect(plan.indicators.count { $0.level == .project } == 42)
    #expect(plan.indicators.count { $0.indicator.first(.shared) != nil } == 5)
    #expect(plan.title == "第2期岩見沢市総合戦略")
    #expect(plan.term == .span(.fiscalYear(2020), .fiscalYear(2024)))
  }

  @Test(
    "Figures stand where they are printed",
    arguments: [
      (236, .actual, "CY2020", "1622", "千円", .single),
      (236, .target, "FY2024", "1600", "千円", .atPlanEnd),
      (238, .baseline, "CY2016/CY2018", "28903", "千円", .average),
      (252, .baseline, "CY2018", "-312", "人", .single),
      (330, .target, "FY2024", "6", "件", .cumulative),
      (351, .target, "FY2024", "55", "%", .average),
      (359, .actual, "FY2020", "22.5", "億円", .single),
      (375, .target, "FY2024", "20", "人/年", .yearly),
      (425, .baseline, nil, "1033847", "人/年", .single),
      // The heading 目標値 stands over the next column in the tables of lines 459–477.
      (461, .target, "FY2024", "1322", "件/年", .yearly),
      (580, .target, "FY2024", "170", "件", .atPlanEnd),
    ] as [(Int, IndicatorFigure.Role, String?, String, String, Accumulation)])
  func figures(
    line: Int, role: IndicatorFigure.Role, period: String?, value: String, unit: String,
    accumulation: Accumulation
  ) throws {
    let observation = try #require(
      plan.indicators.flatMap(\.indicator.figures)
        .first { $0.citation.line == line && $0.role == role })
    #expect(observation.period?.code == period)
    #expect(observation.reading.value?.description == value)
    #expect(observation.reading.quantity?.unit == unit)
    #expect(observation.accumulation == accumulation)
  }

  @Test("Marks keep their meaning")
  func marks() {
    func actual(_ line: Int) -> IndicatorFigure? {
      plan.indicators.map(\.indicator).first { $0.citation.line == line }?.first(.actual)
    }
    #expect(actual(237)?.reading == .missing(.notSurveyed))
    #expect(actual(239)?.reading == .missing(.notPublished))
    #expect(actual(560)?.reading == .missing(.notApplicable))
    #expect(actual(274)?.reading.status == "reference")
    #expect(actual(274)?.period?.code == "FY2018")  // line 283
  }

  @Test("Two parts of a cell, and a merged mark over two rows")
  func compositeAndShared() throws {
    let trial = try #require(plan.indicators.first { $0.indicator.citation.line == 437 }?.indicator)
    let parts = trial.first(.baseline)?.reading.quantities.map { "\($0.value)\($0.unit)" }
    // 移住者数 counts the people.
    #expect(parts == ["9人", "3世帯"])
    let shared = plan.indicators.filter { (446...447).contains($0.indicator.citation.line) }
    #expect(
      shared.map { $0.indicator.first(.shared)?.reading } == [
        .missing(.shared(with: "移住定住促進事業")), .missing(.shared(with: "移住定住促進事業")),
      ])
  }

  @Test("The population is read with rates, means, changes and total fertility")
  func population() throws {
    #expect(contents.accounts.map(\.period.year) == Array(2015...2021))
    let last = try #require(contents.accounts.last)
    #expect(last.births?.value == 329)  // line 177
    #expect(last.socialChange?.value == -349)  // line 183
    #expect(last.closingStock?.value == 78_112)  // line 185
    // 2014's year-end is not printed: 84,809 + 589 + 656.
    #expect(contents.accounts.first?.openingStock?.value == 86_054)
    func figure(_ label: String, _ period: String, _ area: String = "岩見沢市") -> Reading? {
      contents.populationFigures.first {
        $0.label == label && $0.period?.code == period && $0.area.name == area
      }?.reading
    }
    #expect(figure("natural_change_rate", "CY2021")?.value?.description == "-1.12")
    #expect(figure("natural_change_rate_average", "CY2015/CY2019")?.value?.description == "-0.81")
    #expect(
      figure("year_end_population_change_from_base", "CY2015/CY2021")?.value?.description == "-6.4")
    #expect(figure("social_change_rate_change_from_base", "CY2015/CY2021")?.quantity?.unit == "P")
    #expect(figure("total_fertility_rate", "CY2021") == .missing(.beingComputed))
    #expect(figure("total_fertility_rate", "CY2020", "全国")?.value?.description == "1.33")
    #expect(figure("total_fertility_rate", "CY2020", "北海道")?.value?.description == "1.21")
    #expect(figure("elderly_population_vision", "CY2040")?.value?.description == "25812")
    #expect(figure("total_population", "CY2010")?.value?.description == "90145")
  }

  @Test("What the strategy cost is read by goal and by year")
  func budgets() {
    func values(_ item: BudgetFigure.Item, _ goal: String) -> [String] {
      contents.budgetFigures.filter { $0.item == item && $0.goal == goal }
        .compactMap { $0.reading.quantity.map { "\($0.value)\($0.unit)" } }
    }
    #expect(values(.cost, "1") == ["11118万円"])  // line 310
    #expect(values(.projects, "4") == ["7事業"])  // line 529
    #expect(values(.cost, "") == ["324046万円", "117547万円", "62666万円", "66060万円"])  // line 303
  }
}
