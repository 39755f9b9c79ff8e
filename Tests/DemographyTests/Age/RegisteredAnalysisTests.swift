import MunicipalModel
import Testing

@testable import Demography

@Suite("Registered movers of municipalities")
struct RegisteredAnalysisTests {
  static func table(
    _ measure: AgeMeasure, _ period: Period, _ counts: [Int], open: Int = 40,
    code: String = "012106", unknown: Int = 0
  ) throws -> CitedAgeTable {
    try CohortAnalysisTests.cited(
      AgeTable(
        measure, period: period, ages: .groups(ofWidth: 20, openFrom: open),
        columns: [AgeTable.Column(.both, counts, notReported: unknown)]), code: code)
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Period {
    .date(try #require(CalendarDate(year: year, month: month, day: day)))
  }

  static func members(
    _ population: [CitedAgeTable], _ denominator: AgeExposure.Denominator = .previousYearEnd,
    period: Period = .calendarYear(2021)
  ) throws -> [RegisteredAnalysis] {
    try RegisteredAnalysis.members(
      population: population, inMigrants: [table(.inMigrants, period, [10, 40, 5])],
      outMigrants: [table(.outMigrants, period, [12, 70, 8])], denominator: denominator)
  }

  /// By hand: net −2, −30, −3 of 1,000, 2,000 and 3,000.
  @Test func `Rates by hand`() throws {
    let member = try #require(
      try Self.members([Self.table(.population, Self.day(2020, 12, 31), [1000, 2000, 3000])]).first)
    #expect(member.change.rows.map(\.socialChangeRate) == [-0.2, -1.5, -0.1])
    #expect(abs(member.change.totalRate - -35.0 / 60) < 1e-12)
    let all = try #require(AgeGroup(andOver: 0))
    let row = try #require(member.change.span(all))
    #expect(row.netMigrants == -35 && abs(row.contribution - member.change.totalRate) < 1e-12)
    #expect(abs(try #require(member.change.rows[1].shareOfTotal) - 30 / 35.0 * 100) < 1e-12)
    #expect(member.change.span(try #require(AgeGroup(10, through: 19))) == nil)
    #expect(member.sources(of: .both, at: all).count == 9)
  }

  /// Periods of the populations, the denominator, and which one is taken for the movers of 2021.
  @Test(
    arguments: [
      ("2020-12-31 2021-01-01 2021-07-01", .previousYearEnd, "2020-12-31"),
      ("2021-07-01 2021-01-01", .previousYearEnd, "2021-01-01"),
      ("2021-07-01 2021-12-31 2022-01-01", .previousYearEnd, nil),
      ("2020-12-31 2021-07-01 2022-01-01", .midYear, "2021-07-01"),
      ("2021-01-01 2021-10-01 2021-05-31", .midYear, "2021-05-31"),
      ("2020-12-31 2022-01-01", .midYear, "2020-12-31/2022-01-01"),
      ("2020-12-31", .personYears, nil), ("2021-01-01", .midYear, nil),
      ("2021-12-31", .personYears, nil), ("2021-03-31", .midYear, nil),
      ("2021-10-01", .personYears, "2021-10-01"),
      ("CY2020 CY2021", .previousYearEnd, "CY2020"), ("CY2021", .previousYearEnd, "CY2021"),
      ("CY2020", .previousYearEnd, "CY2020"),
      ("CY2020", .midYear, nil), ("CY2021", .personYears, "CY2021"), ("FY2021", .midYear, nil),
      ("CY2021 2020-12-31", .previousYearEnd, "2020-12-31"),
    ] as [(String, AgeExposure.Denominator, String?)])
  func `Which population belongs to the movers`(
    periods: String, denominator: AgeExposure.Denominator, expected: String?
  ) throws {
    let tables = try periods.split(separator: " ").map {
      try Self.table(.population, #require(Period(code: $0)), [1000, 2000, 3000])
    }
    let found = try? Self.members(tables, denominator).first?.years.first?.population.period
    #expect(found?.code == expected)
  }

  /// By hand: −30 of the mean of 2,000 and 1,000 people of 20–39; of the first stock alone it would be −1.5 %.
  @Test(arguments: [AgeExposure.Denominator.midYear, .personYears])
  func `The middle of the year is the mean of both its ends`(
    denominator: AgeExposure.Denominator
  ) throws {
    let member = try #require(
      try Self.members(
        [
          Self.table(.population, Self.day(2021, 1, 1), [1000, 2000, 3000]),
          Self.table(.population, Self.day(2021, 12, 31), [500, 1000, 2000]),
        ], denominator
      ).first)
    #expect(member.change.population == [750, 1500, 2500])
    #expect(member.change.rows[1].socialChangeRate == -2)
    #expect(member.years[0].population.citations.count == 6)
  }

  @Test func `A fiscal year begins on the first of April`() throws {
    for day in try [Self.day(2021, 3, 31), Self.day(2021, 4, 1)] {
      let stock = try Self.table(.population, day, [1, 2, 3])
      #expect(try Self.members([stock], period: .fiscalYear(2021)).count == 1)
    }
    let stock = try Self.table(.population, Self.day(2020, 12, 31), [1, 2, 3])
    #expect(throws: AgeMethodError.self) {
      try Self.members([stock], period: .fiscalYear(2021))
    }
  }

  @Test func `Several years are pooled`() throws {
    let years: [Period] = [.calendarYear(2021), .calendarYear(2020)]
    let member = try #require(
      try RegisteredAnalysis.members(
        population: years.map { try Self.table(.population, $0, [1000, 2000, 3000]) },
        inMigrants: years.map { try Self.table(.inMigrants, $0, [10, 40, 5]) },
        outMigrants: years.map { try Self.table(.outMigrants, $0, [12, 70, 8]) }
      ).first)
    #expect(member.years.map(\.period) == [.calendarYear(2020), .calendarYear(2021)])
    #expect(member.change.years == 2 && member.change.netMigrants == -70)
    #expect(abs(member.change.totalRate - member.years[0].change.totalRate) < 1e-12)
  }

  @Test func `Finer ages are added up, people of unknown age shared out`() throws {
    let period: Period = .calendarYear(2021)
    let member = try #require(
      try RegisteredAnalysis.members(
        population: [Self.table(.population, period, [1000, 2000, 1000, 2000], open: 60)],
        inMigrants: [Self.table(.inMigrants, period, [10, 40, 5], unknown: 11)],
        outMigrants: [Self.table(.outMigrants, period, [12, 70, 8])]
      ).first)
    #expect(member.change.population == [1000, 2000, 3000])
    #expect(member.change.inMigrants == [12, 48, 6])
  }

  @Test func `Ages are brought to the finest groups that all tables have`() throws {
    let period: Period = .calendarYear(2021)
    let odd = try CohortAnalysisTests.cited(
      AgeTable(
        .population, period: period,
        ages: AgeClassification(
          [
            AgeGroup(0, through: 9), AgeGroup(10, through: 39), AgeGroup(40, through: 49),
            AgeGroup(andOver: 50),
          ].compactMap(\.self)), columns: [AgeTable.Column(.both, [400, 1600, 500, 1500])]),
      code: "012106")
    let member = try #require(
      try RegisteredAnalysis.members(
        population: [odd], inMigrants: [Self.table(.inMigrants, period, [10, 40, 5])],
        outMigrants: [Self.table(.outMigrants, period, [12, 70, 8])]
      ).first)
    #expect(member.change.ages.groups.map(\.description) == ["0-39", "40+"])
    // Net −32 of 2,000 and −3 of 2,000.
    #expect(member.change.rows.map(\.socialChangeRate) == [-1.6, -0.15])
  }

  @Test func `What is missing is named`() throws {
    let period: Period = .calendarYear(2021)
    let stock = try Self.table(.population, period, [1000, 0, 3000])
    let movers = try Self.table(.inMigrants, period, [1, 2, 3])
    let out = try Self.table(.outMigrants, period, [1, 2, 3])
    func error(
      _ population: [CitedAgeTable], _ inMigrants: [CitedAgeTable], _ outMigrants: [CitedAgeTable]
    ) throws -> AgeMethodError {
      try #require(throws: AgeMethodError.self) {
        try RegisteredAnalysis.members(
          population: population, inMigrants: inMigrants, outMigrants: outMigrants)
      }
    }
    let zero = try error([stock], [movers], [out])
    #expect(zero.code == .denominatorNotPositive && zero.age?.description == "20-39")
    #expect(zero.text == "t:3 \"0.0\"")
    let none = try error([], [movers], [out])
    #expect(none.code == .missingPopulation && none.text == "012106, CY2021")
    #expect(
      none.hint.en.contains("2020-12-31 or 2021-01-01") && none.hint.en.hasSuffix("there is none"))
    #expect(try error([stock], [movers], []).text == "012106, CY2021: out_migrants")
    #expect(try error([stock], [], []).code == .noRows)
    let other = try Self.table(.outMigrants, period, [1, 2, 3], code: "012131")
    #expect(try error([stock], [movers], [out, other]).text == "012131, CY2021: in_migrants")
    let people = try Self.table(.population, period, [1000, 2000, 3000])
    #expect(try error([people], [movers, movers], [out]).code == .duplicateRow)
    let split = try Self.table(.outMigrants, period, [1, 2, 3], open: 40)
    let odd = try CohortAnalysisTests.cited(
      AgeTable(
        .population, period: period, ages: .groups(ofWidth: 15, openFrom: 30),
        columns: [AgeTable.Column(.both, [1, 2, 3])]), code: "012106")
    let needsSplitting = try error([odd], [movers], [split])
    #expect(needsSplitting.code.rawValue == "needs-splitting" && needsSplitting.row == nil)
    #expect(needsSplitting.text?.contains(" \"") == true)
  }
}
