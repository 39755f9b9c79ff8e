import MunicipalModel
import Testing

@testable import Demography

@Suite("Identities of a projection")
struct ProjectionIdentityTests {
  static func migrations() throws -> [ProjectionPlan.Migration] {
    let numbers = try AgeSchedule(
      ages: ProjectionSamples.fiveYear(),
      values: (0..<38).map { Double(($0 * 37) % 23) * 7.31 - 60 })
    return [
      .none, .rates(try ProjectionSamples.rates(0.013)), .numbers(numbers, .end),
      .numbers(numbers, .start), .numbers(numbers, .even),
      try .scaled(ProjectionSamples.rates(1), toTotal: -1_234.5, .even),
      try .rates(ProjectionSamples.rates(-0.02)).adding(.numbers(numbers)),
    ]
  }

  @Test("Births, deaths and net migrants leave nothing of the change, for every cohort")
  func balance() throws {
    for migration in try Self.migrations() {
      let projection = try ProjectionSamples.plan(migration: migration).projection()
      for step in projection.steps {
        #expect(step.balance == 0, "\(step.startYear)")
        let start = try #require(projection.population(in: step.startYear))
        let end = try #require(projection.population(in: step.endYear))
        for (column, sex) in [Sex.male, .female].enumerated() {
          for row in 0..<19 {
            let index = column * 19 + row
            var cohort = row == 0 ? step.births(of: sex) : start.counts[index - 1]
            if row == 18 { cohort += start.counts[index] }
            #expect(
              end.counts[index]
                == cohort - step.deaths.counts[index] + step.netMigrants.counts[index])
          }
        }
      }
    }
  }

  @Test("Twice the people and twice the migrants give exactly twice the result")
  func doubling() throws {
    let numbers = try AgeSchedule(
      ages: ProjectionSamples.fiveYear(), values: (0..<38).map { Double($0) * 3.7 - 50 })
    let once = try ProjectionSamples.plan(migration: .numbers(numbers, .even)).projection()
    let twice = try ProjectionSamples.plan(
      base: ProjectionSamples.base(times: 2), migration: .numbers(numbers.scaled(by: 2), .even)
    ).projection()
    for (one, two) in zip(once.counts, twice.counts) { #expect(two == 2 * one) }
  }

  @Test("A stationary population stays: L(x) of the table, and births equal to its radix")
  func stationary() throws {
    let survival = try ProjectionSamples.survival()
    let count = survival.ages.count
    var columns: [AgeTable.Column] = []
    for (column, sex) in survival.sexes.enumerated() {
      let births = sex == .male ? 5_250.0 : 5_000
      var people = [births * survival.birthRatios[column]]
      for row in 1..<count - 1 {
        people.append(people[row - 1] * survival.ratios[column * count + row - 1])
      }
      let last = survival.ratios[column * count + count - 1]
      people.append(people[count - 2] * survival.ratios[column * count + count - 2] / (1 - last))
      columns.append(AgeTable.Column(sex, people))
    }
    let base = try AgeTable(
      .population, period: .calendarYear(2015), ages: survival.ages, columns: columns)
    // The total fertility at which these women bear 10,250 children in five years.
    let women = columns[1].counts[3...9]
    let exposure = zip(women, try ProjectionSamples.schedule().shares).reduce(0) {
      $0 + $1.0 * $1.1
    }
    let projection = try ProjectionSamples.plan(
      base: base, totalFertility: 10_250 / exposure, steps: 40
    ).projection()
    let last = try #require(projection.population(in: projection.endYear))
    for (before, after) in zip(base.counts, last.counts) { #expect(abs(before - after) < 1e-4) }
  }

  @Test("Without births a population ages and dies out")
  func zeroFertility() throws {
    let projection = try ProjectionSamples.plan(totalFertility: 0, steps: 40).projection()
    for (step, year) in projection.years.enumerated().dropFirst() {
      let table = try #require(projection.population(in: year))
      for row in 0..<min(step, 18) {
        #expect(table.counts[row] == 0 && table.counts[19 + row] == 0, "\(year)")
      }
    }
    #expect((projection.total(in: projection.endYear) ?? 1) < 1)
  }

  @Test("Both sexes are the sum of the two, as without a sex")
  func bothSexes() throws {
    let projection = try ProjectionSamples.plan().projection()
    let step = projection.steps[0]
    #expect(step.births(of: .both) == step.births() && step.births() > 1_000)
    #expect(step.births(of: .male) + step.births(of: .female) == step.births(of: .both))
    let sexes = try [Sex.male, .female].map { try #require(projection.total(in: 2020, sex: $0)) }
    #expect(projection.total(in: 2020, sex: .both) == sexes[0] + sexes[1])
    #expect(projection.total(in: 2021, sex: .both) == nil)
  }

  /// By hand: 1,000 women in each group of 15–49, nobody dies, 205 children for 1,000 women: 1,435 births of
  /// 7,000 women, 0.205 each in five years, so 7 × 0.205 = 1.435 in 35 years. Girls alone would be 0.70.
  @Test("Total fertility counts boys and girls, or is not told")
  func childrenPerWoman() throws {
    let ages = try ProjectionSamples.fiveYear()
    let women = AgeTable.Column(.female, Array(repeating: 1_000.0, count: 19))
    let men = AgeTable.Column(.male, Array(repeating: 1_000.0, count: 19))
    let schedule = try FertilitySchedule(
      ages: AgeClassification(Array(ages.groups[3...9])), weights: Array(repeating: 1, count: 7))
    let births = ProjectionPlan.Births.childrenPerWoman(
      try ChildrenPerWoman(
        boys: 105, girls: 100, women: 1_000, womenAges: #require(AgeGroup(15, through: 49))))
    func total(_ columns: [AgeTable.Column]) throws -> Double? {
      let base = try AgeTable(
        .population, period: .calendarYear(2015), ages: ages, columns: columns)
      let survival = SurvivalRatios.nobodyDies(
        years: 5, sexes: base.sexes, ages: ages,
        birthAges: try AgeClassification([ages.groups[0]]))
      let plan = ProjectionPlan(
        base: base, startYear: 2015,
        steps: [ProjectionPlan.Step(survival: survival, births: births)])
      return try plan.projection().steps[0].totalFertility(with: schedule)
    }
    #expect(abs(try #require(try total([men, women])) - 1.435) < 1e-9)
    #expect(try total([women]) == nil)
  }

  @Test("A projection built from a published one returns it exactly")
  func following() throws {
    let base = try ProjectionSamples.base()
    let end = try AgeTable(
      .population, ages: ProjectionSamples.fiveYear(),
      columns: [
        AgeTable.Column(.male, (0..<19).map { 3_001 + 17 * $0 % 977 }),
        AgeTable.Column(.female, (0..<19).map { 2_777 + 31 * $0 % 653 }),
      ])
    let womenAges = try #require(AgeGroup(20, through: 44))
    let step = ProjectionPlan.Step(
      survival: try ProjectionSamples.survival(),
      births: .childrenPerWoman(try ChildrenPerWoman(of: end, womenAges: womenAges)),
      migration: .following(try CohortChange(from: base, to: end)))
    let projection = try ProjectionPlan(base: base, startYear: 2015, steps: [step]).projection()
    #expect(projection.population(in: 2020)?.counts == end.counts)
    #expect(projection.steps[0].balance == 0)
    // Its own rates and total fertility, put in again, give it back.
    let own = projection.steps[0]
    let schedule = try ProjectionSamples.schedule()
    let total = try #require(try own.totalFertility(with: schedule))
    let ratio = own.births(of: .male) / own.births(of: .female)
    let again = try ProjectionPlan(
      base: base, startYear: 2015,
      steps: [
        ProjectionPlan.Step(
          survival: step.survival,
          births: .fertility(schedule, totalFertility: total, sexRatioAtBirth: ratio),
          migration: .rates(own.netMigrationRates))
      ]
    ).projection()
    for (one, two) in zip(projection.counts, again.counts) { #expect(abs(one - two) < 1e-6) }
  }

  @Test("Totals of the sexes add up, and between two steps the line is straight")
  func totals() throws {
    let projection = try ProjectionSamples.plan().projection()
    for year in projection.years {
      let men = try #require(projection.total(in: year, sex: .male))
      let women = try #require(projection.total(in: year, sex: .female))
      #expect(projection.total(in: year) == men + women)
    }
    let (first, last) = (try #require(projection.total(in: 2015)), projection.total(in: 2020) ?? 0)
    let middle = try #require(projection.total(at: 2017.5))
    #expect(abs(middle - (first + last) / 2) < 1e-6)
    #expect(projection.total(at: 2014.9) == nil)
    #expect(projection.total(in: 2017) == nil)
  }
}
