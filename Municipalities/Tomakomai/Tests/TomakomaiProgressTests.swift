import MachiKurabe
import TestSupport
import Testing
import Tomakomai

/// Figures are those of the document; the line is given beside each.
@Suite("Tomakomai: progress report")
struct TomakomaiProgressTests {
  let contents: DocumentContents
  let plan: Plan

  init() throws {
    contents = try #require(BuiltIn.record().contents(of: "tomakomai-progress"))
    plan = try #require(contents.plans.first)
  }

  @Test("It has 4 goals, 16 directions, 19 measures, 10 numeric targets and 94 KPIs")
  func counts() {
    func count(_ level: PlanLevel) -> Int { plan.nodes.count { $0.node.level == level } }
    #expect(count(.goal) == 4)
    #expect(count(.direction) == 16)
    #expect(count(.measure) == 19)
    #expect(plan.indicators.count { $0.level == .goal } == 10)
    #expect(plan.indicators.count { $0.level == .project } == 94)
    #expect(plan.term == .span(.fiscalYear(2020), .fiscalYear(2024)))
  }

  @Test("Measures are numbered 1 to 19 and the KPIs belong to them as printed")
  func measures() {
    let perMeasure = (1...19).map { number in
      plan.indicators.count { $0.measureNumber == String(number) }
    }
    // Counted in the tables of lines 253–724.
    #expect(perMeasure == [6, 5, 3, 3, 7, 12, 5, 2, 2, 4, 4, 3, 7, 6, 6, 7, 3, 6, 3])
  }

  @Test(
    "Figures stand where they are printed",
    arguments: [
      // line, role, period, value, unit, accumulation
      (212, .actual, "FY2022", "148", "人", .cumulative),
      (212, .achievement, "FY2022", "64.3", "%", .single),
      (254, .baseline, "FY2018", "9", "人", .single),
      (294, .actual, "FY2020", "918", "件", .cumulative),
      (312, .actual, "FY2022", "1", "式", .single),
      (456, .target, "FY2024", "260", "万人", .single),
      (495, .actual, "FY2020", "11516324", "件", .single),
      (613, .baseline, "FY2018", "16", "件", .cumulative),
      (670, .target, "FY2024", "304494", "千円", .single),
      (709, .actual, "FY2021", "1218", "人泊", .single),
    ] as [(Int, IndicatorFigure.Role, String, String, String, Accumulation)])
  func figures(
    line: Int, role: IndicatorFigure.Role, period: String, value: String, unit: String,
    accumulation: Accumulation
  ) throws {
    let figures = plan.indicators.flatMap(\.indicator.figures)
    let observation = try #require(
      figures.first {
        $0.citation.line == line && $0.role == role && $0.period?.code == period
      })
    #expect(observation.reading.value?.description == value)
    #expect(observation.reading.quantity?.unit == unit)
    #expect(observation.accumulation == accumulation)
  }

  @Test("Marks keep their meaning: ⇒, — and a blank are three things")
  func marks() throws {
    let figures = plan.indicators.flatMap(\.indicator.figures)
    func reading(_ line: Int, _ cell: Int) -> Reading? {
      figures.first { $0.citation.line == line && $0.citation.cell == cell }?.reading
    }
    #expect(reading(331, 3) == .missing(.notYetDue))
    #expect(reading(331, 2) == .missing(.notApplicable))
    #expect(reading(401, 3) == .missing(.blank))
    #expect(reading(672, 4) == .value(Quantity(ExactDecimal(0), unit: "千円")))
  }

  @Test("A project named once belongs to the rows below it")
  func mergedCells() throws {
    let rows = plan.indicators.filter { (390...392).contains($0.indicator.citation.line) }
    #expect(rows.count == 3)
    #expect(Set(rows.compactMap { $0.node(.project)?.title }) == ["地域子育て支援事業"])
  }

  @Test("The two malformed figures are read, each with a diagnostic")
  func malformed() {
    let notes = contents.diagnostics.filter { $0.code == "malformed-grouping" }
    #expect(notes.map(\.citation.line) == [294, 495])
    #expect(notes.map(\.citation.printed) == ["累計9,18", "115,16,324"])
    #expect(contents.diagnostics.count == 2)
  }

  @Test("The population table gives one account a year, with its definition")
  func population() throws {
    let accounts = contents.accounts
    #expect(accounts.map(\.period.year) == [2018, 2019, 2020, 2021, 2022])
    let account = try #require(accounts.last)
    #expect(account.closingStock?.value == 168_299)  // line 107
    #expect(account.openingStock?.value == 169_528)  // line 106
    #expect(account.socialChange?.value == -54)
    #expect(account.elderlyPopulation?.value == 50_634)
    #expect(account.definition.foreignResidents == .included)
    #expect(account.definition.otherChange == .apart)
    // 171,811 less △562, line 103: the year before is not printed.
    #expect(accounts.first?.openingStock?.value == 172_373)
    #expect(accounts.first?.openingStock?.formula != nil)
  }

  @Test("The vision's population is told from the institute's projection")
  func vision() throws {
    func value(_ label: String, _ period: String) -> String? {
      contents.populationFigures.first { $0.label == label && $0.period?.code == period }?
        .reading.value?.description
    }
    #expect(value("total_population", "2023-10-31") == "167106")  // lines 90, 92
    #expect(value("total_population_projection", "CY2040") == "148081")
    #expect(value("total_population_vision", "CY2060") == "133338")
    #expect(value("total_fertility_rate_assumption", "CY2040") == "1.80")  // line 70
    #expect(value("net_migration_rate", "CY2010/CY2015") == "-0.02")  // line 74
  }

  @Test("The survey's answers keep their shares")
  func survey() {
    let results = contents.surveyResults
    #expect(results.count == 10)  // lines 113–116: 2 + 2 + 3 + 3
    #expect(results.first?.answer == "2人")
    #expect(results.first?.share.reading.value?.description == "55.3")
    #expect(results.last?.answer == "職場環境の整備")
    #expect(results.allSatisfy { $0.period == .calendarYear(2019) })
  }
}
