import MunicipalModel
import Testing

@testable import Demography

/// Sexes that differ, so that one counted for the other, or twice, shows.
@Suite("Each sex with its own figures")
struct SecondSexTests {
  static func table(_ measure: AgeMeasure, _ male: [Int], _ female: [Int]) throws -> AgeTable {
    try AgeTable(
      measure, ages: .tenYearGroups(openFrom: 20),
      columns: [AgeTable.Column(.male, male), AgeTable.Column(.female, female)])
  }

  /// Net of the men 10–19: −20, of the women +7, of 2,000 people in all.
  static func change() throws -> RegisteredSocialChange {
    try RegisteredSocialChange(
      RegisteredYear(
        inMigrants: table(.inMigrants, [1, 30, 5], [4, 50, 9]),
        outMigrants: table(.outMigrants, [2, 50, 3], [1, 43, 6]),
        exposure: .previousYearEnd(table(.population, [200, 300, 400], [250, 350, 500]))))
  }

  @Test func `A span adds up one man and one woman, not one of them twice`() throws {
    let change = try Self.change()
    let span = try #require(AgeGroup(10, through: 19))
    #expect(abs(try change.contribution(of: span) - (-20 + 7) * 100.0 / 2_000) < 1e-13)
    let all = try #require(AgeGroup(andOver: 0))
    #expect(abs(try change.contribution(of: all) - (-20 + 7 + 1 + 6) * 100.0 / 2_000) < 1e-13)
    #expect(change.rows(of: .female).map(\.netMigrants) == [3, 7, 3])
    #expect(change.span(span, sex: .female)?.socialChangeRate == 2)
    #expect(change.span(span)?.population == 650)
    #expect(change.span(span)?.outMigrants == 93)
    #expect(change.rows[4].sex == .female && change.rows[4].age == span)
    #expect(change.rows[4].inMigrationRate == 50 * 100.0 / 350)
    #expect(change.effectiveness.map { abs($0 - -6 * 100.0 / 204) < 1e-12 } == true)
  }

  @Test func `Rates by age keep the order of the sexes, and add up for both`() throws {
    let out = try Self.change().ageSpecificRates(.outMigration)
    let women: [Double?] = [0.4, 4_300.0 / 350, 1.2]
    let both: [Double?] = [300.0 / 450, 9_300.0 / 650, 1]
    #expect(out.rates(of: .female) == women)
    #expect(out.bothSexes().rates == both)
    #expect(out.strata[4].label.en == "female 10–19" && out.strata[4].population == 350)
    let peak = try out.youngAdultPeak(of: .female, within: AgeGroup(10, through: 19))
    #expect(peak.rateAtPeak == 4_300.0 / 350 && peak.ageAtPeak == 15)
  }

  /// By hand, on 100 men and 300 women of each age: men 1 + 50 ÷ 3 + 0.75 %, women as above.
  @Test func `A standard of two sexes weighs each rate with its own people`() throws {
    let out = try Self.change().ageSpecificRates(.outMigration)
    let standard = try StandardPopulation(
      name: LocalizedText("standard"),
      population: Self.table(.population, [100, 100, 100], [300, 300, 300]))
    let men = 1 + 50.0 / 3 + 0.75
    let women = 0.4 + 43 * 100.0 / 350 + 1.2
    let result = try out.directlyStandardized(on: standard)
    #expect(abs(result.value - (100 * men + 300 * women) / 1_200) < 1e-12)
    #expect(abs(result.crudeRate - 105 * 100.0 / 2_000) < 1e-12)
  }

  /// 1,000 men and 2,000 women at the start; of the men 0.9, of the women 0.8 survive.
  @Test func `Reverse and average residuals use the women's own survival`() throws {
    let ages = try AgeClassification.groups(ofWidth: 20, openFrom: 20)
    func stock(_ male: [Int], _ female: [Int]) throws -> AgeTable {
      try AgeTable(
        .population, ages: ages,
        columns: [AgeTable.Column(.male, male), AgeTable.Column(.female, female)])
    }
    let pair = try IntercensalPair(
      start: stock([1_000, 0], [2_000, 0]), end: stock([0, 1_000], [0, 1_000]), years: 20)
    let survival = try SurvivalRatios(
      years: 20,
      rows: [
        .init(.male, ages.groups[0], 0.9), .init(.male, ages.groups[1], 0.1),
        .init(.female, ages.groups[0], 0.8), .init(.female, ages.groups[1], 0.1),
      ])
    func net(_ migration: CohortMigration) -> [Double] { migration.rows.map(\.netMigrants) }
    let forward = try pair.survivalRatioResidual(.forward, survival)
    #expect(zip(net(forward), [100, -600]).allSatisfy { abs($0 - $1) < 1e-9 })
    let reverse = try pair.survivalRatioResidual(.reverse, survival)
    #expect(zip(net(reverse), [100 / 0.9, -750]).allSatisfy { abs($0 - $1) < 1e-9 })
    let average = try pair.survivalRatioResidual(.average, survival)
    #expect(zip(net(average), [50 + 50 / 0.9, -675]).allSatisfy { abs($0 - $1) < 1e-9 })
    let ratios = pair.cohortChangeRatios()
    #expect(ratios.map(\.value) == [1, 0.5] && ratios.map(\.sex) == [.male, .female])
    let rates = try pair.netMigrationRates(survival)
    #expect(zip(rates, [0.1, -0.3]).allSatisfy { abs(($0.value ?? .nan) - $1) < 1e-9 })
    let deaths = try AgeTable(
      .deaths, ages: ages,
      columns: [AgeTable.Column(.male, [0, 50]), AgeTable.Column(.female, [0, 300])])
    #expect(net(try pair.vitalStatisticsResidual(deaths: deaths)) == [50, -700])
  }

  /// 40 boys and 60 girls at the end; 100 of 1,000 women are net migrants, half of them after the birth.
  @Test func `Children move as boys and girls in their own proportion`() throws {
    let ages = try AgeClassification.groups(ofWidth: 5, openFrom: 10)
    func stock(_ male: [Int], _ female: [Int]) throws -> AgeTable {
      try AgeTable(
        .population, ages: ages,
        columns: [AgeTable.Column(.male, male), AgeTable.Column(.female, female)])
    }
    let pair = try IntercensalPair(
      start: stock([50, 500, 0], [70, 900, 0]), end: stock([40, 50, 500], [60, 70, 1_000]),
      years: 5)
    let migration = try pair.survivalRatioResidual(
      .forward, .nobodyDies(years: 5, sexes: [.male, .female], ages: ages))
    let children = try pair.netMigrationOfChildren(
      by: migration, childAges: ages.groups[0], womenAges: ages.groups[2])
    // ½ × 100 ÷ 1,000 × 100.
    #expect(children.netMigrantWomen == 100 && children.netMigrants == 5)
    let bySex = try #require(children.bySex)
    #expect(bySex.boys == 2 && bySex.girls == 3)
  }

  /// Two years by hand: of women 10–19 net +7 of 350 and −3 of 250, of all −6 and −7.
  @Test func `A second year brings its own movers and its own people`() throws {
    let first = try RegisteredYear(
      inMigrants: Self.table(.inMigrants, [1, 30, 5], [4, 50, 9]),
      outMigrants: Self.table(.outMigrants, [2, 50, 3], [1, 43, 6]),
      exposure: .previousYearEnd(Self.table(.population, [200, 300, 400], [250, 350, 500])))
    let second = try RegisteredYear(
      inMigrants: Self.table(.inMigrants, [2, 10, 1], [3, 12, 4]),
      outMigrants: Self.table(.outMigrants, [4, 11, 2], [6, 15, 1]),
      exposure: .previousYearEnd(Self.table(.population, [150, 250, 350], [200, 250, 450])))
    let change = try RegisteredSocialChange([first, second])
    let women = change.rows[4]
    #expect(women.inMigrants == 62 && women.outMigrants == 58 && women.population == 600)
    #expect(change.population == [350, 550, 750, 450, 600, 950])
    #expect(change.outMigrants == [6, 61, 5, 7, 58, 7])
    #expect(abs(change.totalRate - (-6 - 7) * 100.0 / 3_650) < 1e-12)
  }

  @Test func `A mean of two stocks has the women's own`() throws {
    let opening = try Self.table(.population, [100, 200, 300], [10, 20, 30])
    let closing = try Self.table(.population, [110, 220, 330], [30, 40, 50])
    let mean = try AgeExposure.midYear(opening: opening, closing: closing).population
    #expect(mean.counts == [105, 210, 315, 20, 30, 40])
    let lived = try AgeExposure.personYears(opening: opening, closing: closing, years: 2)
    #expect(lived.population.counts == [210, 420, 630, 40, 60, 80])
  }

  /// 100 boys and 80 girls are born, 90 and 60 are there at the end: −10 and −20.
  @Test func `Boys and girls who were born have their own births`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 5)
    func cited(_ table: AgeTable) throws -> CitedAgeTable { try CohortAnalysisTests.cited(table) }
    func stock(_ year: Int, _ male: [Int], _ female: [Int]) throws -> CitedAgeTable {
      try cited(
        AgeTable(
          .population, period: .calendarYear(year), ages: ages,
          columns: [AgeTable.Column(.male, male), AgeTable.Column(.female, female)]))
    }
    let births = try cited(
      AgeTable(
        .births, ages: AgeClassification([ages.groups[0]]),
        columns: [AgeTable.Column(.male, [100]), AgeTable.Column(.female, [80])]))
    let analysis = try CohortAnalysis(
      from: stock(2015, [50, 500], [40, 600]), to: stock(2020, [90, 500], [60, 600]),
      method: .cohortChange, births: births)
    let born = analysis.rows.filter { $0.ageAtStart == nil }
    #expect(born.map(\.net) == [-10, -20] && born.map(\.populationAtStart) == [100, 80])
  }
}
