import MunicipalModel
import Testing

@testable import Demography

/// Paths, series and arrivals where the first figure alone would not do.
@Suite("Projections with several periods, paths and arrivals")
struct SeveralPeriodsTests {
  /// 2 % of the births are net migrants in the second step, 1 % in the first.
  @Test("The rate of the born is that of their own step")
  func born() throws {
    func rates(_ rate: Double) throws -> AgeSchedule {
      var values = [Double](repeating: 0, count: 38)
      (values[0], values[19]) = (rate, 2 * rate)
      return try AgeSchedule(ages: ProjectionSamples.fiveYear(), values: values)
    }
    let plan = ProjectionPlan(
      base: try ProjectionSamples.base(), startYear: 2015,
      steps: try [(1.2, 0.01), (2.4, 0.02)].map { total, rate in
        ProjectionPlan.Step(
          survival: try ProjectionSamples.survival(), births: try ProjectionSamples.births(total),
          migration: .rates(try rates(rate)))
      })
    for (index, step) in try plan.projection().steps.enumerated() {
      let found = step.netMigrationRates.values
      #expect(abs(found[0] - 0.01 * Double(index + 1)) < 1e-9)
      #expect(abs(found[19] - 0.02 * Double(index + 1)) < 1e-9)
    }
  }

  /// By hand: nobody dies; of 1,000 men and women of 90 and over who arrive at the start nobody is counted as dead, and
  /// all of them as migrants.
  @Test("Arrivals in the open-ended group are arrivals, not deaths")
  func openGroup() throws {
    var values = [Double](repeating: 0, count: 38)
    (values[18], values[37]) = (1_000, 500)
    let survival = SurvivalRatios.nobodyDies(
      years: 5, sexes: [.male, .female], ages: try ProjectionSamples.fiveYear(),
      birthAges: try AgeClassification([ProjectionSamples.fiveYear().groups[0]]))
    let plan = ProjectionPlan(
      base: try ProjectionSamples.base(), startYear: 2015,
      steps: [
        ProjectionPlan.Step(
          survival: survival, births: try ProjectionSamples.births(0),
          migration: .numbers(
            try AgeSchedule(ages: ProjectionSamples.fiveYear(), values: values), .start))
      ])
    let step = try plan.projection().steps[0]
    #expect(abs(step.netMigrants.counts[18] - 1_000) < 1e-6)
    #expect(abs(step.netMigrants.counts[37] - 500) < 1e-6)
    #expect(step.deaths.totalOfKnownAge == 0)
    #expect(abs(step.change - 1_500) < 1e-6)
  }

  /// 7 × 1,000 women and as many who come at the start, one child each in 35 years: 205 × 1.435… see below.
  ///
  /// Births = n ÷ 2 × Σ f × (women at the start + arrivals + women at the end): men who arrive bear none.
  @Test("Women who arrive at the start bear children, men do not")
  func arrivals() throws {
    let ages = try ProjectionSamples.fiveYear()
    let base = try AgeTable(
      .population, period: .calendarYear(2015), ages: ages,
      columns: [
        AgeTable.Column(.male, Array(repeating: 1_000.0, count: 19)),
        AgeTable.Column(.female, Array(repeating: 1_000.0, count: 19)),
      ])
    func births(_ men: Double, _ women: Double) throws -> Double {
      var values = [Double](repeating: 0, count: 38)
      for row in 2...9 { (values[row], values[19 + row]) = (men, women) }
      let survival = SurvivalRatios.nobodyDies(
        years: 5, sexes: [.male, .female], ages: ages,
        birthAges: try AgeClassification([ages.groups[0]]))
      let schedule = try FertilitySchedule(
        ages: AgeClassification(Array(ages.groups[3...9])), weights: Array(repeating: 1, count: 7))
      return try ProjectionPlan(
        base: base, startYear: 2015,
        steps: [
          ProjectionPlan.Step(
            survival: survival,
            births: .fertility(schedule, totalFertility: 1.4, sexRatioAtBirth: 1),
            migration: .numbers(try AgeSchedule(ages: ages, values: values), .start))
        ]
      ).projection().steps[0].births()
    }
    // 5 × 0.04 a year × 7,000 women.
    #expect(abs(try births(0, 0) - 1_400) < 1e-6)
    #expect(abs(try births(500, 0) - 1_400) < 1e-6)
    #expect(abs(try births(0, 500) - 2_100) < 1e-6)
  }

  @Test("After the last period of a series its own ratios hold")
  func heldSurvival() throws {
    let ages = try ProjectionSamples.fiveYear()
    let first = SurvivalRatios.nobodyDies(years: 5, sexes: [.female], ages: ages)
    let last = SurvivalRatios.nobodyDies(years: 5, sexes: [.male], ages: ages)
    let series = try SurvivalSeries([2015: first, 2020: last])
    #expect(try series.ratios(from: 2015) == first && series.ratios(from: 2020) == last)
    #expect(try series.ratios(from: 2040, holdsLast: true) == last)
    let early = #expect(throws: ProjectionError.self) { try series.ratios(from: 2040) }
    #expect(early?.code == .figuresEndEarly && early?.text == "survival to 2025")
    #expect(throws: ProjectionError.self) { try series.ratios(from: 2010, holdsLast: true) }
  }

  /// From 1 in 2020 in a straight line to 2 in 2030.
  @Test(
    "A path is read at the start, in the middle or at the end of a step",
    arguments: [
      (AssumptionPath.Reading.start, 2020, 1.0), (.middle, 2020, 1.25), (.end, 2020, 1.5),
      (.end, 2025, 2.0), (.middle, 2025, 1.75),
    ])
  func reading(_ reading: AssumptionPath.Reading, _ start: Int, _ expected: Double) throws {
    let path = try AssumptionPath(.linear, [.init(2020, 1), .init(2030, 2)])
    #expect(abs(try path.value(fromStep: start, years: 5, reading) - expected) < 1e-12)
  }

  @Test("An interval holds its share of the runs, as many above as below")
  func interval() throws {
    let runs = try StochasticProjection(
      of: ProjectionSamples.plan(), variation: ProjectionAnalysisTests.variation(), runs: 101,
      seed: 3)
    let totals = try runs.runs.map { try #require($0.total(in: 2040)) }.sorted()
    let half = try runs.interval(of: .total, in: 2040, share: 0.5)
    #expect(half.lower == totals[25] && half.median == totals[50] && half.upper == totals[75])
    let most = try runs.interval(of: .total, in: 2040, share: 0.8)
    #expect(most.lower == totals[10] && most.upper == totals[90])
    let band = try #require(AgeGroup(20, through: 39))
    let people = try runs.runs.map { try #require($0.population(in: 2040)).count(at: band) }
      .sorted()
    #expect(try runs.interval(of: .ages(band), in: 2040, share: 0.5).upper == people[75])
  }

  static let other = """
    { "id": "other", "extends": "small",
      "births": { "method": "total-fertility",
        "schedule": { "ages": ["0-29", "30-59"], "weights": [1, 1] },
        "totalFertility": { "path": "steps", "after": "hold",
          "points": [{ "year": 2000, "value": 1 }, { "year": 2030, "value": 3 }] },
        "sexRatioAtBirth": 1 },
      "migration": [{ "kind": "numbers", "male": [0, 9, 0], "female": [0, 21, 0] }] }
    """

  static func library() throws -> ProjectionLibrary {
    var library = ProjectionLibrary()
    library.add([
      try ProjectionScenario(json: Array(ScenarioFileTests.complete.utf8)),
      try ProjectionScenario(json: Array(other.utf8)),
    ])
    return library
  }

  /// A year between two steps of the other scenario is the first of the later one: 3, not 1.
  @Test("A point that follows another scenario takes the step that begins with its year")
  func followedPoint() throws {
    let json = """
      { "id": "follower", "extends": "small",
        "births": { "method": "total-fertility",
          "schedule": { "ages": ["0-29", "30-59"], "weights": [1, 1] },
          "totalFertility": { "path": "steps", "before": "hold", "after": "hold",
            "points": [{ "year": 2030, "scenario": "other" }] },
          "sexRatioAtBirth": 1 } }
      """
    let follower = try Self.library().projection(
      of: ProjectionScenario(json: Array(json.utf8)), to: 2060)
    let schedule = try FertilitySchedule(
      ages: AgeClassification(["0-29", "30-59"].compactMap { AgeGroup(printed: $0) }),
      weights: [1, 1])
    for step in follower.steps {
      #expect(abs(try #require(try step.totalFertility(with: schedule)) - 3) < 1e-9)
    }
  }

  /// 30 net migrants in 30 years are one a year, and come back as 30.
  @Test("A total that follows another scenario has its net migrants, a year")
  func followedTotal() throws {
    let json = """
      { "id": "follower", "extends": "small",
        "migration": [{ "kind": "total", "male": [1, 0, 0], "female": [0, 0, 2],
          "total": { "path": "scenario", "scenario": "other" } }] }
      """
    let follower = try Self.library().projection(
      of: ProjectionScenario(json: Array(json.utf8)), to: 2060)
    for step in follower.steps {
      let net = step.netMigrants.counts
      #expect(abs(net[0] - 10) < 1e-9 && abs(net[5] - 20) < 1e-9)
    }
  }

  /// Three censuses: of women of 20–24 none moved in the first period, a tenth left in the second.
  @Test("Past rates are those of each period")
  func pastRates() throws {
    func census(_ year: Int, _ people: Double) throws -> AgeTable {
      let counts =
        Array(repeating: 1_000.0, count: 4) + [people]
        + Array(repeating: 1_000.0, count: 14)
      return try AgeTable(
        .population, period: .calendarYear(year), ages: ProjectionSamples.fiveYear(),
        columns: [
          AgeTable.Column(.male, Array(repeating: 1_000.0, count: 19)),
          AgeTable.Column(.female, counts),
        ])
    }
    let rates = try ProjectionLibrary(
      populations: [
        "census": [
          2005: census(2005, 1_000), 2010: census(2010, 1_000), 2015: census(2015, 900),
        ]
      ]
    ).pastMigrationRates()
    #expect(rates.count == 2)
    for (index, expected) in [1.0, 0.9].enumerated() {
      let survival = try CitedSurvivalRatios.japan(
        from: 2005 + 5 * index, to: 2010 + 5 * index
      ).ratios
      let ratio = try #require(survival.ratio(.female, 15))
      #expect(abs(rates[index].values[19 + 4] - (expected - ratio)) < 1e-9)
    }
  }
}

extension SurvivalRatios {
  /// The ratio of those of five years from an age at the start.
  fileprivate func ratio(_ sex: Sex, _ age: Int) -> Double? {
    guard let column = sexes.firstIndex(of: sex),
      let row = ages.groups.firstIndex(where: { $0.lowerAge == age })
    else { return nil }
    return ratios[column * ages.count + row]
  }
}
