import MunicipalModel
import Testing

@testable import Demography

/// Figures beside a threshold of a formula, where the wrong one would still look like a life table.
@Suite("Life tables and periods at their thresholds")
struct ThresholdTests {
  static func ages() throws -> AgeClassification {
    try AgeClassification(["0", "1-4", "5+"].compactMap { AgeGroup(printed: $0) })
  }

  /// nax of the first two groups, from L = n l(x+n) + a d with deaths from the survivors.
  static func averageYears(_ table: LifeTable) throws -> [Double] {
    let alive = try #require(table.survivors)
    return (0...1).map { row in
      let width = row == 0 ? 1.0 : 4.0
      return (table.personYearsLived[row] - width * alive[row + 1]) / (alive[row] - alive[row + 1])
    }
  }

  /// Preston, Heuveline and Guillot (2001), table 3.3: above q(0) = 0.100 and m(0) = 0.107 nax are constant.
  @Test(arguments: [
    (Sex.male, 0.103, true, 0.330, 1.352), (.female, 0.103, true, 0.350, 1.361),
    (.male, 0.097, true, 0.0425 + 2.875 * 0.097, 1.653 - 3.013 * 0.097),
    (.female, 0.097, true, 0.050 + 3 * 0.097, 1.524 - 1.627 * 0.097),
    (.male, 0.103, false, 0.3215, 1.651 - 2.816 * 0.103),
    (.female, 0.103, false, 0.053 + 2.8 * 0.103, 1.522 - 1.518 * 0.103),
    (.male, 0.110, false, 0.330, 1.352), (.female, 0.110, false, 0.350, 1.361),
  ])
  func `Coale and Demeny's West formulas`(
    sex: Sex, infant: Double, isProbability: Bool, first: Double, second: Double
  ) throws {
    let table =
      isProbability
      ? try LifeTable(
        ages: Self.ages(), probabilitiesOfDying: [infant, 0.02],
        closing: .remainingLifeExpectancy(60), averageYearsLived: .coaleDemenyWest(sex))
      : try LifeTable(
        ages: Self.ages(), deathRates: [infant, 0.005, 0.02],
        averageYearsLived: .coaleDemenyWest(sex))
    let years = try Self.averageYears(table)
    #expect(abs(years[0] - first) < 0.000_1 && abs(years[1] - second) < 0.000_1)
  }

  /// m = ln 2 ÷ 5 = 0.138629 holds for ever: 500 ÷ 0.138629 = 3,606.7; of a single year it would be 721.3.
  @Test(arguments: [("0-4", "5+", 3_606.74), ("0", "1+", 721.35)])
  func `The open group follows the force of a closed group of its own width`(
    closed: String, open: String, expected: Double
  ) throws {
    let ages = try AgeClassification([closed, open].compactMap { AgeGroup(printed: $0) })
    let table = try LifeTable(
      ages: ages, probabilitiesOfDying: [0.5], closing: .constantForceOfLastGroup, radix: 1_000)
    #expect(table.survivors == [1_000, 500])
    #expect(abs(table.personYearsLived[1] - expected) < 0.01)
  }

  @Test func `Births and women two years apart are refused`() throws {
    func rates(_ births: Int, _ women: Int) throws -> FertilityRates {
      try FertilityRates(
        births: FertilityRatesTests.table(
          .births, [100, 200], period: .calendarYear(births), sex: .both),
        women: FertilityRatesTests.table(
          .population, [1_000, 1_000], period: .calendarYear(women), sex: .female))
    }
    #expect(try rates(2020, 2020).rates == [0.1, 0.2])
    #expect(try rates(2020, 2021).rates == [0.1, 0.2])
    for women in [2018, 2022] {
      let error = #expect(throws: AgeMethodError.self) { try rates(2020, women) }
      #expect(error?.code == .missingPopulation)
    }
  }

  /// A stock of a day and one of a year can lie a year more or less apart: the years must be said.
  @Test func `A day against a year is refused until the years are said`() throws {
    func stock(_ period: Period) throws -> AgeTable {
      try AgeTable(
        .population, period: period, ages: .fiveYearGroups(openFrom: 10),
        columns: [AgeTable.Column(.both, [100, 90, 80])])
    }
    let day = Period.date(try #require(CalendarDate(year: 2015, month: 10, day: 1)))
    let error = #expect(throws: AgeMethodError.self) {
      try IntercensalPair(start: stock(day), end: stock(.calendarYear(2020)))
    }
    #expect(error?.code == .periodDoesNotMatchAgeStep)
    let said = try IntercensalPair(start: stock(day), end: stock(.fiscalYear(2019)), years: 5)
    #expect(said.years == 5)
    #expect(throws: AgeMethodError.self) {
      try IntercensalPair(start: stock(day), end: stock(.calendarYear(2022)), years: 5)
    }
    let other = Period.date(try #require(CalendarDate(year: 2020, month: 10, day: 2)))
    #expect(throws: AgeMethodError.self) {
      try IntercensalPair(start: stock(day), end: stock(other))
    }
  }

  /// Movers of FY2021 (April 2021 to March 2022): the end of FY2020 is the day before; FY2019 is no year-end
  /// of theirs.
  @Test(arguments: [
    ("FY2020", "FY2020"), ("FY2019 FY2020", "FY2020"), ("FY2019", nil), ("CY2020", nil),
    ("2021-03-31 FY2020", "2021-03-31"), ("2020-03-31", nil), ("FY2020 FY2021", "FY2020"),
  ])
  func `Which stock belongs to movers of a fiscal year`(
    periods: String, expected: String?
  ) throws {
    let stocks = try periods.split(separator: " ").map {
      try RegisteredAnalysisTests.table(
        .population, #require(Period(code: String($0))), [1000, 2000, 3000])
    }
    var found: String?
    do throws(AgeMethodError) {
      let members = try RegisteredAnalysis.members(
        population: stocks,
        inMigrants: [Self.movers(.inMigrants, [10, 40, 5])],
        outMigrants: [Self.movers(.outMigrants, [12, 70, 8])])
      found = members[0].years[0].population.period?.code
    } catch {
      #expect(error.code == .missingPopulation)
    }
    #expect(found == expected)
  }

  private static func movers(
    _ measure: AgeMeasure, _ counts: [Int]
  ) throws(AgeMethodError) -> CitedAgeTable {
    do {
      return try RegisteredAnalysisTests.table(measure, .fiscalYear(2021), counts)
    } catch {
      throw AgeMethodError(code: .noRows, subject: LocalizedText("movers"))
    }
  }

  /// 12 deaths of known ages and 3 of unknown age against 10 that the standard expects.
  @Test func `Deaths of unknown age are observed deaths`() throws {
    let ages = try AgeClassification(["0-29", "30+"].compactMap { AgeGroup(printed: $0) })
    func table(_ measure: AgeMeasure, _ counts: [Double], unknown: Double = 0) throws -> AgeTable {
      try AgeTable(
        measure, ages: ages, columns: [AgeTable.Column(.both, counts, notReported: unknown)])
    }
    let standard = try AgeSpecificRates(
      events: table(.deaths, [1, 9]), population: table(.population, [1_000, 1_000]))
    let ratio = try standard.standardizedRatio(
      of: table(.deaths, [2, 10], unknown: 3), among: table(.population, [1_000, 1_000]),
      standard: LocalizedText("standard"))
    #expect(ratio.observed == 15 && ratio.expected == 10 && ratio.value == 1.5)
    #expect(ratio.standardCrudeRate == 5 && ratio.indirectlyStandardizedRate == 7.5)
  }

  /// 20 of known and 5 of unknown age died, 30 were born, and the people grew by 100: 95 came.
  @Test func `Deaths of unknown age are deaths in the balance of all ages`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 5)
    func table(
      _ measure: AgeMeasure, _ counts: [Double], unknown: Double = 0, ages: AgeClassification
    ) throws -> AgeTable {
      try AgeTable(
        measure, ages: ages, columns: [AgeTable.Column(.both, counts, notReported: unknown)])
    }
    let pair = try IntercensalPair(
      start: table(.population, [100, 900], ages: ages),
      end: table(.population, [120, 980], ages: ages), years: 5)
    let net = try pair.vitalStatisticsResidualOfAllAges(
      births: table(.births, [30], ages: AgeClassification([ages.groups[0]])),
      deaths: table(.deaths, [5, 15], unknown: 5, ages: ages))
    #expect(net == 95)
  }

  /// nLx of 0 and 1 of 0.9 and 0.8 for each born survive from birth as 0.9 and 0.8; a group of five years, 4.2 ÷ 5.
  @Test func `Survival from birth divides by the width of the group`() throws {
    let years = try AgeClassification(["0", "1", "2+"].compactMap { AgeGroup(printed: $0) })
    let single = try SurvivalRatios(
      LifeTable(
        ages: AgeClassification(
          ["0", "1", "2", "3", "4+"].compactMap { AgeGroup(printed: $0) }),
        personYearsLived: [0.9, 0.8, 0.7, 0.6, 20], radix: 1), sex: .female, years: 2, ages: years)
    #expect(single.birthRatios == [0.9, 0.8])
    let groups = try SurvivalRatios(
      LifeTable(
        ages: .fiveYearGroups(openFrom: 10), personYearsLived: [4.2, 4, 60], radix: 1),
      sex: .male, years: 5, ages: .fiveYearGroups(openFrom: 5))
    #expect(abs(groups.birthRatios[0] - 0.84) < 1e-12)
  }
}
