import MunicipalModel
import Testing

@testable import Demography

/// What a fault in the first step alone would not show: each figure is asked of a later step, too.
@Suite("Steps after the first")
struct LaterStepTests {
  @Test("Between two steps the line is straight, in every step")
  func straightLine() throws {
    let projection = try ProjectionSamples.plan().projection()
    func total(_ year: Int) throws -> Double { try #require(projection.total(in: year)) }
    for start in [2015, 2020, 2055] {
      let (first, last) = (try total(start), try total(start + 5))
      let middle = try #require(projection.total(at: Double(start) + 2.5))
      #expect(abs(middle - (first + last) / 2) < 1e-6)
      let quarter = try #require(projection.total(at: Double(start) + 1.25))
      #expect(abs(quarter - (3 * first + last) / 4) < 1e-6)
    }
    #expect(projection.total(at: 2060) == (try total(2060)))
    #expect(projection.total(at: 2060.1) == nil)
  }

  /// 31 December 2022 is 91 days after 1 October, 2 + 91 ÷ 365.25 years into the second step.
  @Test("A stock in the second step is set against the line of that step")
  func gap() throws {
    let projection = try ProjectionSamples.plan(migration: .rates(ProjectionSamples.rates(0.05)))
      .projection()
    let gap = try ProjectionGap(
      of: ProjectionGapTests.record([
        ProjectionGapTests.figure(
          .yearEndPopulation, .observed, 2018, ProjectionGapTests.persons(170_000)),
        ProjectionGapTests.figure(
          .yearEndPopulation, .observed, 2022, ProjectionGapTests.persons(169_000)),
        ProjectionGapTests.figure(.births, .observed, 2022, ProjectionGapTests.persons(900)),
        ProjectionGapTests.figure(.deaths, .observed, 2022, ProjectionGapTests.persons(2_000)),
      ]), beside: projection)
    func total(_ year: Int) throws -> Double { try #require(projection.total(in: year)) }
    let rows = gap.rows(of: .total)
    for (row, (start, years)) in zip(rows, [(2015, 3), (2020, 2)]) {
      let (first, last) = (try total(start), try total(start + 5))
      let expected = first + (last - first) * (Double(years) + 91 / 365.25) / 5
      #expect(abs(row.projected - expected) < 1e-6)
    }
    #expect(rows.count == 2 && rows[1].gap == 169_000 - rows[1].projected)
    let births = try #require(gap.rows(of: .births).first)
    #expect(births.projected == projection.steps[1].births() / 5)
    let deaths = try #require(gap.rows(of: .deaths).first)
    #expect(deaths.projected == projection.steps[1].deaths.totalOfKnownAge / 5)
  }

  /// Of the 366 days of 2020, 274 are before 1 October and 92 from it on.
  @Test("A year that two steps share is divided by its days")
  func straddlingYear() throws {
    let projection = try ProjectionSamples.plan(migration: .rates(ProjectionSamples.rates(0.05)))
      .projection()
    let gap = try ProjectionGap(
      of: ProjectionGapTests.record([
        ProjectionGapTests.figure(
          .yearEndPopulation, .observed, 2020, ProjectionGapTests.persons(170_000)),
        ProjectionGapTests.figure(.births, .observed, 2020, ProjectionGapTests.persons(900)),
        ProjectionGapTests.figure(.births, .observed, 2015, ProjectionGapTests.persons(900)),
      ]), beside: projection)
    let births = gap.rows(of: .births)
    let (first, second) = (projection.steps[0].births(), projection.steps[1].births())
    #expect(first != second)
    // 2015 begins before the projection, and is not set beside it.
    #expect(births.count == 1)
    let expected = first / 5 * 274 / 366 + second / 5 * 92 / 366
    #expect(abs(try #require(births.first).projected - expected) < 1e-9)
  }

  /// The figures of a step stand where that step's people are: rates and fertility put in come out again.
  @Test("A later step tells its own births, rates and total fertility")
  func ownFigures() throws {
    let path = [1.2, 1.4, 1.6]
    let plan = ProjectionPlan(
      base: try ProjectionSamples.base(), startYear: 2015,
      steps: try path.enumerated().map { index, total in
        ProjectionPlan.Step(
          survival: try ProjectionSamples.survival(), births: try ProjectionSamples.births(total),
          migration: .rates(try ProjectionSamples.rates(0.01 * Double(index + 1))))
      })
    let projection = try plan.projection()
    // Fertility by age whose women differ: an own schedule must find the births' women of its step.
    let flat = try FertilitySchedule(
      ages: ProjectionSamples.schedule().ages, weights: Array(repeating: 1, count: 7))
    for (index, step) in projection.steps.enumerated() {
      #expect(step.startYear == 2015 + 5 * index && step.endYear == step.startYear + 5)
      #expect(
        step.period == .span(.calendarYear(step.startYear), .calendarYear(step.endYear)))
      let rates = step.netMigrationRates
      #expect(abs(rates.values[5] - 0.01 * Double(index + 1)) < 1e-9)
      #expect(abs(rates.values[19 + 5] - 0.01 * Double(index + 1)) < 1e-9)
      let own = try #require(try step.totalFertility(with: ProjectionSamples.schedule()))
      #expect(abs(own - path[index]) < 1e-9)
      let start = try #require(projection.population(in: step.startYear))
      let end = try #require(projection.population(in: step.endYear))
      let women = (3...9).reduce(0) { $0 + start.counts[19 + $1] + end.counts[19 + $1] }
      let total = try #require(try step.totalFertility(with: flat))
      #expect(abs(total - step.births() / (women / 2 / 7)) < 1e-9)
      #expect(step.births(of: .male) + step.births(of: .female) == step.births())
      #expect(abs(step.births(of: .male) / step.births(of: .female) - 1.05) < 1e-6)
      let mothers = try #require(step.birthsByMother)
      #expect(abs(mothers.reduce(0) { $0 + $1.births } - step.births()) < 1e-6)
      #expect(step.change == end.totalOfKnownAge - start.totalOfKnownAge)
    }
    for (column, sex) in [Sex.male, .female].enumerated() {
      let people = try #require(projection.population(in: 2030))
      let sum = people.counts[column * 19..<(column + 1) * 19].reduce(0, +)
      #expect(abs(try #require(projection.total(in: 2030, sex: sex)) - sum) < 1e-6)
    }
  }

  /// Published to 2045 with 100, 110 and 66 children of 1,000 women: after it the ratio and the cohort changes are
  /// those of 2040–45, so that 60 % of the cohorts are left in each step.
  @Test("After the last published year the change of the last step is held")
  func heldLastStep() throws {
    func table(_ year: Int, _ children: Double, _ older: Double) throws -> AgeTable {
      let women = [children / 2] + Array(repeating: older, count: 18)
      return try AgeTable(
        .population, period: .calendarYear(year), ages: ProjectionSamples.fiveYear(),
        columns: [AgeTable.Column(.male, women), AgeTable.Column(.female, women)])
    }
    let published = [
      2035: try table(2035, 100, 1_000), 2040: try table(2040, 110, 900),
      2045: try table(2045, 66, 540),
    ]
    let base = try table(2045, 5_400, 5_400)
    let library = ProjectionLibrary(
      populations: ["own": [2045: base], "published": published],
      survival: ["table": .constant(try ProjectionSamples.survival())])
    let json = """
      { "id": "held", "base": { "population": "own", "year": 2045 },
        "survival": { "series": "table" },
        "births": { "method": "children-per-woman", "population": "published",
          "womenAges": "20-44", "after": "hold" },
        "migration": [{ "kind": "projection", "population": "published", "after": "hold" }] }
      """
    let projection = try library.projection(
      of: ProjectionScenario(json: Array(json.utf8)), to: 2055)
    let first = try #require(projection.population(in: 2050)).counts
    // From 900 to 540 in 2040–45; the change of 2035–40 would leave 90 %.
    #expect(abs(first[5] - 5_400 * 0.6) < 1e-6 && abs(first[19 + 5] - 5_400 * 0.6) < 1e-6)
    // 33 boys and 33 girls of 2,700 women.
    #expect(abs(first[0] - 5 * 3_240 * 33 / 2_700) < 1e-6 && first[0] == first[19])
    let second = try #require(projection.population(in: 2055)).counts
    #expect(abs(second[6] - 5_400 * 0.36) < 1e-6)
  }

  /// e(t) = ρ e(t−1) + √(1 − ρ²) z(t): every step has the same spread, and neighbours correlate by ρ.
  @Test(
    "The spread of the draws is that of the first step in every step", arguments: [0, 0.5, 1.0])
  func persistence(_ persistence: Double) throws {
    let runs = try StochasticProjection(
      of: ProjectionSamples.plan(steps: 4), variation: ProjectionAnalysisTests.variation(),
      runs: 3_000, seed: 11, persistence: persistence)
    #expect(runs.redrawn == 0 && runs.persistence == persistence)
    let schedule = try ProjectionSamples.schedule()
    func moments(_ values: [[Double]]) -> (deviations: [Double], correlations: [Double]) {
      let means = (0..<4).map { step in values.reduce(0) { $0 + $1[step] } / 3_000 }
      func product(_ a: Int, _ b: Int) -> Double {
        values.reduce(0) { $0 + ($1[a] - means[a]) * ($1[b] - means[b]) } / 3_000
      }
      let deviations = (0..<4).map { product($0, $0).squareRoot() }
      return (
        deviations, (1..<4).map { product($0 - 1, $0) / deviations[$0 - 1] / deviations[$0] }
      )
    }
    let fertility = try runs.runs.map { run in
      try run.steps.map { try #require(try $0.totalFertility(with: schedule)) }
    }
    let migration = runs.runs.map { run in run.steps.map { $0.netMigrationRates.values[5] } }
    // 0.1 ÷ 1.5 of 1.5; 1 % and 3 % in two past periods deviate by √2 %.
    for (values, deviation) in [(fertility, 0.1), (migration, 0.01 * 2.0.squareRoot())] {
      let (deviations, correlations) = moments(values)
      for found in deviations { #expect(abs(found / deviation - 1) < 0.06) }
      for found in correlations { #expect(abs(found - persistence) < 0.06) }
    }
  }
}
