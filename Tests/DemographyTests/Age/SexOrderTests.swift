import MunicipalModel
import Testing

@testable import Demography

/// Tables with the women first mean the same as those with the men first.
@Suite("The order of the sexes")
struct SexOrderTests {
  private static func table(
    _ measure: AgeMeasure, _ sexes: [Sex], ages: AgeClassification, factor: Double = 1
  ) throws -> AgeTable {
    try AgeTable(
      measure, ages: ages,
      columns: sexes.map { sex in
        let base = sex == .male ? 1000.0 : 1300
        return AgeTable.Column(sex, ages.groups.indices.map { (base - Double($0) * 17) * factor })
      })
  }

  @Test func `Cohorts, residuals and indices do not depend on it`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    let (first, other): ([Sex], [Sex]) = ([.male, .female], [.female, .male])
    let start = try Self.table(.population, first, ages: ages)
    let young = try AgeClassification([ages.groups[0]])
    func net(_ sexes: [Sex]) throws -> (CohortMigration, CohortMigration, Double) {
      let pair = try IntercensalPair(
        start: start, end: Self.table(.population, sexes, ages: ages, factor: 1.02), years: 5)
      let births = try Self.table(.births, sexes, ages: young, factor: 0.9)
      let deaths = try Self.table(.deaths, sexes, ages: ages, factor: 0.01)
      let survival = SurvivalRatios.nobodyDies(
        years: 5, sexes: sexes, ages: ages, birthAges: young)
      return (
        try pair.survivalRatioResidual(.forward, survival, births: births),
        try pair.vitalStatisticsResidual(deaths: deaths, births: births),
        try start.indexOfDissimilarity(to: Self.table(.population, sexes, ages: ages, factor: 2))
      )
    }
    let (one, two) = (try net(first), try net(other))
    #expect(one.0 == two.0 && one.1 == two.1 && one.2 == 0 && two.2 == 0)
    let sum = try AgeTable.sum(of: [start, Self.table(.population, other, ages: ages)])
    #expect(sum.counts == start.counts.map { $0 * 2 })
  }

  @Test func `Rates take the population in the order of the events`() throws {
    let ages = AgeClassification.broadGroups
    let deaths = try Self.table(.deaths, [.female, .male], ages: ages, factor: 0.01)
    let rates = try AgeSpecificRates(
      events: deaths, population: Self.table(.population, [.male, .female], ages: ages),
      scale: .percent)
    #expect(rates.sexes == [.female, .male])
    for rate in rates.rates { #expect(abs(try #require(rate) - 1) < 1e-12) }
  }

  @Test func `A decomposition finds the same strata in any order`() throws {
    let ages = AgeClassification.broadGroups
    func strata(_ sexes: [Sex], _ factor: Double) throws -> [KitagawaDecomposition.Stratum] {
      try AgeSpecificRates(
        events: Self.table(.deaths, sexes, ages: ages, factor: 0.01 * factor),
        population: Self.table(.population, sexes, ages: ages, factor: factor * factor)
      ).strata
    }
    let first = try strata([.male, .female], 1)
    let one = try KitagawaDecomposition(from: first, to: strata([.male, .female], 1.3))
    let two = try KitagawaDecomposition(from: first, to: strata([.female, .male], 1.3))
    #expect(one.effects == two.effects && one.difference == two.difference)
    #expect(abs(one.difference) > 0.1)
  }

  @Test func `A projection has the men first`() throws {
    let plan = try ProjectionSamples.plan(
      migration: .numbers(
        AgeSchedule(ages: ProjectionSamples.fiveYear(), values: (0..<38).map { Double($0) })))
    let base = plan.base
    var turned = plan
    turned.base = base.ordered(as: [.female, .male])
    #expect(turned.base.sexes == [.female, .male])
    for index in turned.steps.indices {
      turned.steps[index].migration = .numbers(
        try AgeSchedule(
          ages: base.ages, sexes: [.female, .male],
          values: (19..<38).map { Double($0) } + (0..<19).map { Double($0) }))
    }
    #expect(try turned.projection() == plan.projection())
    let end = try #require(try plan.projection().population(in: 2020))
    #expect(
      try CohortChange(from: base, to: end)
        == CohortChange(from: turned.base, to: end))
    let difference = try ProjectionDifference(from: plan, to: turned, in: 2030)
    #expect(try difference.difference() == 0)
  }
}
