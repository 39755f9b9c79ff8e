import MunicipalModel
import Testing

@testable import Demography

@Suite("The time between stocks")
struct IntervalBetweenStocksTests {
  private static func stock(_ date: String, _ counts: [Double]) throws -> AgeTable {
    try AgeTable(
      .population, period: Period(code: date), ages: .fiveYearGroups(openFrom: 10),
      columns: [AgeTable.Column(.both, counts)])
  }

  @Test(arguments: [
    ("2015-10-01", "2020-07-01", "4.75"), ("2015-10-01", "2025-01-01", "9.25"),
    ("2010-04-01", "2015-10-01", "5.5"),
    // 3 years to 28 February 2019, then 184 of the 366 days to 29 February 2020.
    ("2016-02-29", "2019-08-31", "3.5"),
  ])
  func `A part of a year is refused with what to do`(
    start: String, end: String, years: String
  ) throws {
    let error = try #require(throws: AgeMethodError.self) {
      try IntercensalPair(
        start: Self.stock(start, [100, 100, 100]), end: Self.stock(end, [100, 100, 100]))
    }
    #expect(error.code == .periodDoesNotMatchAgeStep)
    #expect(error.text?.contains("\(years) years") == true, "\(error.text ?? "")")
    #expect(error.hint.en.contains("interpolated") && error.hint.ja.contains("補間"))
    #expect(error.message.en.contains("not whole years"))
  }

  /// Civil Code, article 143: a year from 29 February ends with February where there is no such day.
  @Test(arguments: [
    ("2016-02-29", "2021-02-28"), ("2015-12-31", "2021-01-01"), ("2016-01-01", "2020-12-31"),
    ("2015-03-31", "2020-04-01"), ("2015-02-28", "2020-02-28"),
  ])
  func `The end of a month is the beginning of the next`(start: String, end: String) throws {
    let pair = try IntercensalPair(
      start: Self.stock(start, [100, 100, 100]), end: Self.stock(end, [100, 100, 100]))
    #expect(pair.years == 5)
  }

  /// By hand: 1,461 days from 1 October 2016 to 1 October 2020, 365 of them by 1 October 2017: 100 × 1.44^¼ = 109.54
  /// and 100 + (0 − 100) × 365 ÷ 1,461 = 75.02; 0 stays 0.
  @Test func `A stock between two others, and a little after them`() throws {
    let first = try Self.stock("2016-10-01", [100, 100, 0])
    let last = try Self.stock("2020-10-01", [144, 0, 0])
    let middle = try AgeTable.interpolated(
      first, last, on: #require(CalendarDate(year: 2017, month: 10, day: 1)))
    #expect(abs(middle.counts[0] - 109.538) < 0.01 && middle.counts[2] == 0)
    #expect(abs(middle.counts[1] - 75.017) < 0.001)
    #expect(middle.period?.code == "2017-10-01")
    let ends = try [(2016, first), (2020, last)].map { year, table in
      let day = try #require(CalendarDate(year: year, month: 10, day: 1))
      return (try AgeTable.interpolated(first, last, on: day).counts, table.counts)
    }
    for (own, given) in ends { #expect(zip(own, given).allSatisfy { abs($0 - $1) < 1e-9 }) }
    // A stock of 1 July brought to 1 October makes whole years.
    let july = try Self.stock("2020-07-01", [144, 90, 30])
    let day = try #require(CalendarDate(year: 2021, month: 10, day: 1))
    let moved = try AgeTable.interpolated(first, july, on: day)
    #expect(try IntercensalPair(start: first, end: moved).years == 5)
    for (year, one, other) in [(2030, first, last), (2000, first, last), (2018, last, first)] {
      let day = try #require(CalendarDate(year: year, month: 10, day: 1))
      #expect(throws: AgeMethodError.self) { try AgeTable.interpolated(one, other, on: day) }
    }
  }

  @Test func `Twenty years are told to be weak`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    let stock = try AgeTable(
      .population, ages: ages, columns: [AgeTable.Column(.both, [Int](repeating: 9, count: 18))])
    #expect(try IntercensalPair(start: stock, end: stock, years: 10).caution == nil)
    let caution = try #require(try IntercensalPair(start: stock, end: stock, years: 20).caution)
    #expect(caution.en.contains("20 years") && caution.ja.contains("20年間"))
    func analysis(_ end: Int) throws -> CohortAnalysis {
      func cited(_ year: Int) throws -> CitedAgeTable {
        try CohortAnalysisTests.cited(
          AgeTable(
            .population, period: .calendarYear(year), ages: ages,
            columns: [AgeTable.Column(.both, [Int](repeating: 9, count: 18))]))
      }
      return try CohortAnalysis(from: cited(2000), to: cited(end), method: .cohortChange)
    }
    #expect(try analysis(2020).caution == caution && analysis(2015).caution == nil)
  }

  /// By hand: 10,500 − 10,000 − (900 − 700) = 300, of totals in one group, of ages apart, and of both sexes.
  @Test func `Totals without ages are enough for the balance`() throws {
    let all = try AgeClassification([#require(AgeGroup(andOver: 0))])
    func total(_ measure: AgeMeasure, _ men: Double, _ women: Double) throws -> AgeTable {
      try AgeTable(
        measure, ages: all,
        columns: [AgeTable.Column(.male, [men]), AgeTable.Column(.female, [women])])
    }
    let end = try AgeTable(
      .population, ages: .broadGroups,
      columns: [
        AgeTable.Column(.female, [1000.0, 3000, 1400]),
        AgeTable.Column(.male, [1100.0, 3200, 800]),
      ])
    let start = try total(.population, 4_900, 5_100)
    let births = try total(.births, 470, 430)
    let deaths = try total(.deaths, 360, 340)
    #expect(
      try IntercensalPair.vitalStatisticsResidualOfAllAges(
        from: start, to: end, births: births, deaths: deaths) == 300)
    #expect(
      try IntercensalPair.vitalStatisticsResidualOfAllAges(
        from: start.bothSexes(), to: end, births: births.bothSexes(), deaths: deaths) == 300)
    #expect(throws: AgeMethodError.self) {
      try IntercensalPair.vitalStatisticsResidualOfAllAges(
        from: start, to: end, births: deaths, deaths: deaths)
    }
    #expect(throws: AgeMethodError.self) {
      try IntercensalPair.vitalStatisticsResidualOfAllAges(
        from: start.only(.male), to: end, births: births, deaths: deaths)
    }
  }
}
