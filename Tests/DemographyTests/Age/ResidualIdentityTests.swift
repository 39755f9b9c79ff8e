import MunicipalModel
import Testing

@testable import Demography

@Suite("Residual methods: identities, births and children")
struct ResidualIdentityTests {
  static func born(_ male: [Double], _ female: [Double], width: Int = 5) throws -> AgeTable {
    let groups = (0..<male.count).compactMap { AgeGroup($0 * width, through: $0 * width + 4) }
    return try AgeTable(
      .births, ages: AgeClassification(groups),
      columns: [AgeTable.Column(.male, male), AgeTable.Column(.female, female)])
  }

  /// 2015 if nobody had moved since 2010, and 9,000 births.
  static func unmoved() throws -> (pair: IntercensalPair, births: AgeTable, deaths: AgeTable) {
    let start = try TomakomaiCohortTests.census2010(.leftOut)
    let births = try born([4600], [4400])
    let survival = try TomakomaiCohortTests.survival()
    var columns: [AgeTable.Column] = []
    var deaths: [AgeTable.Column] = []
    for (column, sex) in start.sexes.enumerated() {
      let people = Array(try #require(start.counts(of: sex)))
      let ratios = survival.ratios[column * 19..<(column + 1) * 19].map(\.self)
      let survivors = zip(people, ratios).map(*)
      let young = births.counts[column] * survival.birthRatios[column]
      let counts = [young] + survivors[..<17] + [survivors[17] + survivors[18]]
      let before = [births.counts[column]] + people[..<17] + [people[17] + people[18]]
      columns.append(AgeTable.Column(sex, counts))
      deaths.append(AgeTable.Column(sex, zip(before, counts).map { $0 - $1 }))
    }
    let end = try AgeTable(
      .population, period: .calendarYear(2015), ages: start.ages, columns: columns)
    return (
      try IntercensalPair(start: start, end: end), births,
      try AgeTable(.deaths, ages: end.ages, columns: deaths)
    )
  }

  @Test func `Without migration every method gives nothing`() throws {
    let (pair, births, deaths) = try Self.unmoved()
    let survival = try TomakomaiCohortTests.survival()
    let results = [
      try pair.survivalRatioResidual(.forward, survival, births: births),
      try pair.survivalRatioResidual(.reverse, survival, births: births),
      try pair.survivalRatioResidual(.average, survival, births: births),
      try pair.vitalStatisticsResidual(deaths: deaths, births: births),
    ]
    for result in results {
      #expect(result.rows.count == 38)
      #expect(result.rows.allSatisfy { abs($0.netMigrants) < 1e-9 })
    }
    #expect(try pair.netMigrationRates(survival).allSatisfy { abs($0.value ?? 1) < 1e-12 })
    #expect(
      abs(try pair.vitalStatisticsResidualOfAllAges(births: births, deaths: deaths)) < 1e-7)
    let children = try pair.netMigrationOfChildren(
      by: results[0], childAges: #require(AgeGroup(0, through: 4)),
      womenAges: #require(AgeGroup(15, through: 44)))
    #expect(abs(children.netMigrants) < 1e-9)
    for (rate, ratio) in zip(try pair.netMigrationRates(survival), pair.cohortChangeRatios()) {
      #expect(abs(rate.survivalRatio - (try #require(ratio.value))) < 1e-12)
    }
  }

  @Test func `Who came is found again`() throws {
    let (pair, births, deaths) = try Self.unmoved()
    let end = try AgeTable(
      .population, ages: pair.end.ages,
      columns: pair.end.sexes.map { sex in
        AgeTable.Column(sex, (pair.end.counts(of: sex) ?? []).map { $0 + 10 })
      })
    let moved = try IntercensalPair(start: pair.start, end: end, years: 5)
    let survival = try TomakomaiCohortTests.survival()
    let forward = try moved.survivalRatioResidual(.forward, survival, births: births)
    #expect(forward.rows.allSatisfy { abs($0.netMigrants - 10) < 1e-9 })
    #expect(forward.rows[0].ageAtStart == nil && forward.rows[0].populationAtStart == 4600)
    let vital = try moved.vitalStatisticsResidual(deaths: deaths, births: births)
    #expect(vital.rows.allSatisfy { abs($0.netMigrants - 10) < 1e-9 })
    let all = try moved.vitalStatisticsResidualOfAllAges(births: births, deaths: deaths)
    #expect(abs(all - vital.netMigrants) < 1e-7)
    let reverse = try moved.survivalRatioResidual(.reverse, survival, births: births)
    #expect(abs(reverse.rows[0].netMigrants * survival.birthRatios[0] - 10) < 1e-9)
    let rate = try forward.rows[1].netMigrationRate()
    #expect(abs(rate - 10 / 3836.0) < 1e-12)
  }

  /// UN Manual VI: ¼ of the child–woman ratio for 0–4 and ¾ for 5–9 over ten years.
  @Test(arguments: [(0, 4, 15, 44, 0.25, 10), (5, 9, 20, 49, 0.75, 10), (0, 4, 15, 44, 0.5, 5)])
  func `Children move with the women`(
    first: Int, last: Int, from: Int, to: Int, part: Double, years: Int
  ) throws {
    let start = try TomakomaiCohortTests.census2010(.leftOut)
    let pair = try IntercensalPair(
      start: AgeTable(
        .population, ages: start.ages,
        columns: start.sexes.map { AgeTable.Column($0, Array(start.counts(of: $0) ?? [])) }),
      end: TomakomaiCohortTests.projectionBase2015(), years: years)
    let migration = try pair.survivalRatioResidual(
      .forward, .nobodyDies(years: years, sexes: [.male, .female], ages: start.ages))
    let womenAges = try #require(AgeGroup(from, through: to))
    let childAges = try #require(AgeGroup(first, through: last))
    let children = try pair.netMigrationOfChildren(
      by: migration, childAges: childAges, womenAges: womenAges)
    let women = try migration.netMigrants(of: womenAges, at: .end, sex: .female)
    let ratio = try pair.end.count(at: childAges) / pair.end.count(of: .female, at: womenAges)
    #expect(children.partMovedAfterBirth == part)
    #expect(abs(children.netMigrants - part * ratio * women) < 1e-9)
    let bySex = try #require(children.bySex)
    #expect(abs(bySex.boys + bySex.girls - children.netMigrants) < 1e-9)
    let error = try #require(throws: AgeMethodError.self) {
      try pair.netMigrationOfChildren(
        by: migration, childAges: #require(AgeGroup(10, through: 14)), womenAges: womenAges)
    }
    #expect(error.code == .periodDoesNotMatchAgeStep)
    // The migration of a pair with one woman more at the end is that of another place.
    let end = try AgeTable(
      .population, ages: pair.end.ages,
      columns: [
        AgeTable.Column(.male, Array(pair.end.counts(of: .male) ?? [])),
        AgeTable.Column(.female, (pair.end.counts(of: .female) ?? []).map { $0 + 1 }),
      ])
    let other = try IntercensalPair(start: pair.start, end: end, years: years)
    let foreign = try #require(throws: AgeMethodError.self) {
      try other.netMigrationOfChildren(
        by: migration, childAges: childAges, womenAges: womenAges)
    }
    #expect(foreign.code == .differentTables && foreign.sex == .female)
  }
}
