import MunicipalModel
import Testing

@testable import Demography

@Suite("What follows from projections")
struct ProjectionAnalysisTests {
  @Test("A bound belongs to the grade above it, and bounds must rise")
  func grades() throws {
    let natural = InfluenceThresholds.naturalOfGuide
    #expect([0.99, 1, 1.049, 1.05, 1.1, 1.15, 2].map(natural.grade) == [1, 2, 2, 3, 4, 5, 5])
    #expect(try InfluenceThresholds([1.5]).grade(of: 1.4) == 1)
    for bad in [[], [1, 1], [2, 1], [.nan]] as [[Double]] {
      #expect(throws: ProjectionError.self) { try InfluenceThresholds(bad) }
    }
  }

  @Test("Influence is a ratio of totals")
  func influence() throws {
    let one = try ProjectionSamples.plan().projection()
    let two = try ProjectionSamples.plan(base: ProjectionSamples.base(times: 1.12)).projection()
    let influence = try PopulationInfluence(
      of: one, simulation1: two, simulation2: one, in: 2040, natural: .naturalOfGuide,
      social: .socialOfGuide)
    #expect(abs(influence.natural - 1.12) < 1e-9)
    #expect(influence.naturalGrade == 4)
    #expect(abs(influence.social - 1 / 1.12) < 1e-9)
    #expect(influence.socialGrade == 1)
    #expect(throws: ProjectionError.self) {
      try PopulationInfluence(
        of: one, simulation1: two, simulation2: one, in: 2041, natural: .naturalOfGuide,
        social: .socialOfGuide)
    }
  }

  @Test("Effects add up to the difference at every age, and turn round with the order")
  func decomposition() throws {
    let one = try ProjectionSamples.plan()
    var two = try ProjectionSamples.plan(
      base: ProjectionSamples.base(times: 1.1), totalFertility: 1.8,
      migration: .rates(ProjectionSamples.rates(0.02)))
    for index in two.steps.indices {
      two.steps[index].survival = try .nobodyDies(
        years: 5, sexes: [.male, .female], ages: ProjectionSamples.fiveYear(),
        birthAges: AgeClassification([ProjectionSamples.fiveYear().groups[0]]))
    }
    let there = try ProjectionDifference(from: one, to: two, in: 2060)
    let back = try ProjectionDifference(from: two, to: one, in: 2060)
    let (first, last) = (try one.projection(), try two.projection())
    let total = try #require(last.total(in: 2060)) - (first.total(in: 2060) ?? 0)
    #expect(abs(try there.difference() - total) < 1e-6)
    for age in there.ages.groups {
      let effects = try ProjectionComponent.allCases.map { try there.effect(of: $0, at: age) }
      #expect(abs(effects.reduce(0, +) - (try there.difference(at: age))) < 1e-6)
    }
    for component in ProjectionComponent.allCases {
      let (forth, back) = (try there.effect(of: component), try back.effect(of: component))
      #expect(forth > 0)
      #expect(abs(forth + back) < 1e-6)
    }
    // A component that agrees has no effect.
    let births = try ProjectionDifference(
      from: one, to: ProjectionSamples.plan(totalFertility: 2), in: 2060)
    #expect(try births.effect(of: .births) == births.difference())
    #expect(try births.effect(of: .migration) == 0)
    #expect(throws: ProjectionError.self) {
      try ProjectionDifference(from: one, to: ProjectionSamples.plan(steps: 3), in: 2030)
    }
  }

  @Test("The value found gives the population; out of reach is said, not guessed")
  func targets() throws {
    let plan = try ProjectionSamples.plan()
    let known = try ProjectionSamples.plan(totalFertility: 1.7321).projection()
    let goal = try #require(known.total(in: 2060))
    let found = try plan.target(goal, in: 2060, turning: .totalFertility, within: 0...4)
    #expect(abs(try #require(found.value) - 1.7321) < 1e-4)
    guard case .found(_, let projection) = found else {
      Issue.record("nothing found")
      return
    }
    #expect(abs(try #require(projection.total(in: 2060)) - goal) <= 0.5)
    let none = try plan.target(goal * 10, in: 2060, turning: .totalFertility, within: 0...4)
    guard case .outOfReach(let low, let high) = none else {
      Issue.record("something found")
      return
    }
    #expect(low < high && high < goal * 10)
    let band = try #require(AgeGroup(20, through: 39))
    let more = try plan.target(goal, in: 2060, turning: .netMigrants(band), within: -3_000...3_000)
    let yearly = try #require(more.value)
    #expect(yearly > 0)
    let split = try #require(AgeGroup(21, through: 39))
    #expect(throws: ProjectionError.self) {
      try plan.target(goal, in: 2060, turning: .netMigrants(split), within: 0...1)
    }
    #expect(throws: ProjectionError.self) {
      try plan.target(goal, in: 2061, turning: .totalFertility, within: 0...4)
    }
    #expect(throws: ProjectionError.self) {
      try plan.target(.nan, in: 2060, turning: .totalFertility, within: 0...4)
    }
  }

  static func variation() throws -> ProjectionVariation {
    try ProjectionVariation(
      totalFertility: [1.4, 1.5, 1.6],
      migrationRates: [ProjectionSamples.rates(0.01), ProjectionSamples.rates(0.03)])
  }

  /// By hand: the standard deviation of 1.4, 1.5, 1.6 is 0.1; ÷ 1.5 = 0.0667. Rates of 1 % and 3 % have
  /// deviations of ∓1 %; a draw (0, 1) gives 1 % ÷ √1.
  @Test("Past variation is measured as by hand")
  func pastVariation() throws {
    let variation = try Self.variation()
    #expect(abs(variation.fertility - 0.1 / 1.5) < 1e-12)
    let drawn = variation.migration(drawing: [0, 1])
    #expect(abs(drawn.values[5] - 0.01) < 1e-12)
    #expect(drawn.values[0] == 0)
    let few = #expect(throws: ProjectionError.self) {
      try ProjectionVariation(totalFertility: [1], migrationRates: [])
    }
    #expect(few?.code == .tooFewFigures)
  }

  @Test("One seed gives the same runs; intervals hold the plan and widen")
  func stochastic() throws {
    let plan = try ProjectionSamples.plan()
    let runs = try StochasticProjection(
      of: plan, variation: Self.variation(), runs: 200, seed: 7)
    let again = try StochasticProjection(
      of: plan, variation: Self.variation(), runs: 200, seed: 7)
    let other = try StochasticProjection(
      of: plan, variation: Self.variation(), runs: 200, seed: 8)
    #expect(runs == again)
    #expect(runs != other)
    let projected = try plan.projection()
    var width = 0.0
    for year in [2020, 2040, 2060] {
      let interval = try runs.interval(of: .total, in: year)
      let total = try #require(projected.total(in: year))
      #expect(interval.lower < total && total < interval.upper)
      #expect(interval.upper - interval.lower > width)
      width = interval.upper - interval.lower
      let narrow = try runs.interval(of: .total, in: year, share: 0.5)
      #expect(interval.lower < narrow.lower && narrow.upper < interval.upper)
    }
    #expect(throws: ProjectionError.self) { try runs.interval(of: .total, in: 2041) }
    #expect(throws: ProjectionError.self) {
      try StochasticProjection(of: plan, variation: Self.variation(), runs: 1)
    }
    #expect(StochasticProjection.quantile([1, 2, 3, 4, 5], 0.1) == 1.4)
  }

  @Test("Normal draws have mean 0 and variance 1")
  func normal() {
    var generator = NormalGenerator(seed: 42)
    let draws = (0..<20_000).map { _ in generator.next() }
    let mean = draws.reduce(0, +) / 20_000
    let variance = draws.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.04)
  }
}
