import MunicipalModel
import Testing

@testable import Demography

/// Which deaths and births belong to two stocks, and the cells that they leave.
@Suite("Deaths and births of the time between two stocks")
struct IntercensalPeriodTests {
  private static func table(
    _ measure: AgeMeasure, _ period: Period?, _ counts: [Double], document: DocumentID,
    code: String = "016071"
  ) throws -> CitedAgeTable {
    let groups = [AgeGroup(0, through: 4), AgeGroup(5, through: 9), AgeGroup(andOver: 10)]
    let ages = try AgeClassification(groups.prefix(counts.count).compactMap(\.self))
    let table = try AgeTable(
      measure, period: period, ages: ages, columns: [AgeTable.Column(.both, counts)])
    return try #require(
      CitedAgeTable(
        municipality: MunicipalityCode(code), statistic: .census, table: table,
        citations: counts.indices.map {
          Citation(document: document, line: $0 + 2, printed: counts[$0].countText)
        }, notReportedCitations: [nil]))
  }

  private static func years(_ first: Int, _ last: Int) -> Period {
    .span(.calendarYear(first), .calendarYear(last))
  }

  /// 100, 100, 800 in 2010; 90, 95, 850 in 2015; 80, 85, 870 in 2020.
  private static func populations() throws -> [CitedAgeTable] {
    try [
      (2010, [100.0, 100, 800]), (2015, [90, 95, 850]), (2020, [80, 85, 870]),
    ].map { try table(.population, .calendarYear($0), $1, document: "pop") }
  }

  /// By hand, 2015 to 2020: 85 − 90 = −5; 870 − (95 + 850) + 200 = +125; together +120.
  /// With the deaths of 2010–2015 it would be −5 − 75 + 20 = −60.
  @Test func `The deaths of the period, in whichever order they stand`() throws {
    let tables = try [
      Self.table(.deaths, Self.years(2010, 2015), [0, 0, 20], document: "d"),
      Self.table(.deaths, Self.years(2015, 2020), [0, 0, 200], document: "d"),
    ]
    for deaths in [tables, tables.reversed()] {
      let analysis = try #require(
        try CohortAnalysis.members(
          of: Self.populations(), from: 2015, to: 2020, method: .vitalStatistics, deaths: deaths
        ).first)
      #expect(analysis.net == 120 && analysis.rows.map(\.net) == [-5, 125])
      #expect(analysis.deaths?.period == Self.years(2015, 2020))
      let cells = analysis.sources(of: analysis.rows[1]).filter { $0.document == "d" }
      #expect(cells.map(\.description) == ["d:4 \"200\""])
    }
  }

  /// By hand: 162 born in 2015–2020 − 80 at the end = −82; 190 born before would give −110.
  @Test func `The births of the period, with their cells`() throws {
    let births = try [
      Self.table(.births, Self.years(2010, 2015), [190], document: "b"),
      Self.table(.births, Self.years(2015, 2020), [162], document: "b"),
    ]
    let analysis = try #require(
      try CohortAnalysis.members(
        of: Self.populations(), from: 2015, to: 2020, method: .cohortChange, births: births
      ).first)
    let born = try #require(analysis.rows.first { $0.ageAtStart == nil })
    #expect(born.populationAtStart == 162 && born.net == -82)
    #expect(
      analysis.sources(of: born).map(\.description) == ["pop:2 \"80\"", "b:2 \"162\""])
  }

  @Test(arguments: [CohortMethod.vitalStatistics, .cohortChange])
  func `Without the period's table, municipality and period are named`(method: CohortMethod)
    throws
  {
    let measure: AgeMeasure = method == .vitalStatistics ? .deaths : .births
    let counts = measure == .deaths ? [0.0, 0, 20] : [190]
    let other = try Self.table(measure, Self.years(2010, 2015), counts, document: "v")
    let elsewhere = try Self.table(
      measure, Self.years(2015, 2020), counts, document: "v", code: "012106")
    func error(_ tables: [CitedAgeTable]) throws -> AgeMethodError {
      try #require(throws: AgeMethodError.self) {
        try CohortAnalysis.members(
          of: Self.populations(), from: 2015, to: 2020, method: method,
          deaths: measure == .deaths ? tables : [], births: measure == .births ? tables : [])
      }
    }
    let code: AgeMethodError.Code = measure == .deaths ? .missingDeaths : .missingBirths
    let missing = try error([other, elsewhere])
    #expect(missing.code == code && missing.text == "016071, CY2015/CY2020")
    #expect(missing.message.en.hasSuffix("; there are those of CY2010/CY2015"))
    #expect(missing.message.ja.hasSuffix("。あるのはCY2010/CY2015のものです"))
    #expect(try error([elsewhere]).code == code)
    let twice = try Self.table(measure, Self.years(2015, 2020), counts, document: "v")
    #expect(try error([twice, twice]).code == .duplicateRow)
    // The analysis of two tables refuses what belongs to another time or place, too.
    let stocks = try Self.populations()
    for table in [other, elsewhere] {
      let refused = try #require(throws: AgeMethodError.self) {
        try CohortAnalysis(
          from: stocks[1], to: stocks[2], method: method,
          deaths: measure == .deaths ? table : nil, births: measure == .births ? table : nil)
      }
      #expect(refused.code == code)
    }
  }

  /// Stocks, the period of the deaths, and whether they belong together.
  @Test(
    arguments: [
      ("CY2015", "CY2020", "CY2015/CY2020", true), ("CY2015", "CY2020", "CY2016/CY2020", false),
      ("CY2015", "CY2020", "2015-10-01/2020-09-30", true),
      ("CY2015", "CY2020", "2015-10-01/2020-10-01", false),
      ("FY2015", "FY2020", "FY2015/FY2020", true),
      ("2015-10-01", "2020-10-01", "CY2015/CY2020", true),
      ("2015-10-01", "2020-10-01", "CY2016/CY2020", false),
      ("2015-10-01", "2020-10-01", "2015-10-01/2020-09-30", true),
      ("2015-10-01", "2020-10-01", "2015-10-02/2020-10-01", true),
      ("2015-10-01", "2020-10-01", "2014-10-01/2020-09-30", false),
      ("2015-10-01", "2020-10-01", "CY2020", false),
      ("2015-12-31", "2020-12-31", "CY2016/CY2020", true),
      ("2015-12-31", "2020-12-31", "CY2015/CY2020", false),
      ("2015-01-01", "2020-01-01", "CY2015/CY2020", false),
      ("2015-01-01", "2020-01-01", "CY2015/CY2019", true),
      ("2016-01-01", "2021-01-01", "CY2016/CY2020", true),
      ("2015-03-31", "2020-03-31", "FY2015/FY2019", true),
      ("2015-03-31", "2020-03-31", "CY2015/CY2019", false),
      ("2020-12-31", "2021-12-31", "CY2021", true), ("2020-12-31", "2021-12-31", "CY2020", false),
    ])
  func `Which period is the one between the stocks`(
    start: String, end: String, period: String, belongs: Bool
  ) throws {
    let interval = IntercensalPeriod(
      municipality: try MunicipalityCode("016071"), start: Period(code: start),
      end: Period(code: end))
    let deaths = try Self.table(.deaths, Period(code: period), [0, 0, 20], document: "d")
    #expect(deaths.period != nil)
    let found = try? interval.table(
      among: [deaths], orThrow: .missingDeaths, subject: LocalizedText(""))
    #expect((found != nil) == belongs)
  }

  /// By hand, of 300 people: with 100 births and 90, 100, 180 at the end the total is (−10 + 0 − 20) ÷ 300;
  /// with 120 births and 30, 90, 150 it is (−90 − 10 − 50) ÷ 300. Of the difference of −40 points the
  /// born have (0.4 − 1/3) × (−10 − 75) ÷ 2 = −2.8333 by their number and −65 × (0.4 + 1/3) ÷ 2 =
  /// −23.8333 by their rate; the others −10 ÷ 3 and −30 ÷ 3.
  @Test func `The born have their part in the difference of two cities`() throws {
    func analysis(_ births: Double, _ end: [Double]) throws -> CohortAnalysis {
      try CohortAnalysis(
        from: Self.table(.population, .calendarYear(2010), [100, 100, 100], document: "p"),
        to: Self.table(.population, .calendarYear(2015), end, document: "p"),
        method: .cohortChange,
        births: Self.table(.births, Self.years(2010, 2015), [births], document: "b"))
    }
    let first = try analysis(100, [90, 100, 180])
    let second = try analysis(120, [30, 90, 150])
    #expect(abs(first.totalRate + 10) < 1e-12 && abs(second.totalRate + 50) < 1e-12)
    let parts = try CohortAnalysis.decomposition(from: first, to: second)
    #expect(parts.difference == parts.compositionEffect + parts.rateEffect)
    #expect(abs(parts.difference + 40) < 1e-9)
    #expect(abs(parts.effects[0].composition + 17.0 / 6) < 1e-9)
    #expect(abs(parts.effects[0].rate + 143.0 / 6) < 1e-9)
    #expect(parts.effects[0].label.en == "both sexes born, 0–4 at the end")
    #expect(abs(parts.effects[1].rate + 10.0 / 3) < 1e-9 && abs(parts.effects[2].rate + 10) < 1e-9)
    // One with births, the other without.
    let without = try CohortAnalysis(from: first.start, to: first.end, method: .cohortChange)
    let error = try #require(throws: AgeMethodError.self) {
      try CohortAnalysis.decomposition(from: first, to: without)
    }
    #expect(error.code == .differentTables)
  }

  /// By hand: nobody of 0–4 at the start, 6 at the end: 6 ÷ 100 more, all of it by the rate.
  @Test func `What an empty cohort adds is in the difference, too`() throws {
    func analysis(_ end: Double) throws -> CohortAnalysis {
      try CohortAnalysis(
        from: Self.table(.population, .calendarYear(2010), [0, 40, 60], document: "p"),
        to: Self.table(.population, .calendarYear(2015), [1, end, 100], document: "p"),
        method: .cohortChange)
    }
    let parts = try CohortAnalysis.decomposition(from: analysis(0), to: analysis(6))
    #expect(abs(parts.difference - 6) < 1e-12 && abs(parts.effects[0].rate - 6) < 1e-12)
    #expect(parts.compositionEffect == 0)
  }

  /// By hand: the first has 100 of 0–4 of its 200 and keeps 50 more of them, +25 points; the second had nobody there and
  /// keeps nobody. The cohort takes the first's rate of 50, so that all of −25 is the age composition.
  @Test func `A cohort that one of two does not have adds to the composition alone`() throws {
    func analysis(_ start: [Double], _ end: [Double]) throws -> CohortAnalysis {
      try CohortAnalysis(
        from: Self.table(.population, .calendarYear(2010), start, document: "p"),
        to: Self.table(.population, .calendarYear(2015), end, document: "p"),
        method: .cohortChange)
    }
    let first = try analysis([100, 40, 60], [0, 150, 100])
    let second = try analysis([0, 40, 60], [0, 0, 100])
    #expect(abs(first.totalRate - 25) < 1e-12 && second.totalRate == 0)
    let parts = try CohortAnalysis.decomposition(from: first, to: second)
    #expect(abs(parts.compositionEffect + 25) < 1e-9 && abs(parts.rateEffect) < 1e-9)
  }
}
