import MunicipalModel
import Testing

@testable import Demography

@Suite("Averages over years")
struct AverageTests {
  private static let firstTerm = Array(Iwamizawa.accounts.prefix(5))

  /// 2015～2019平均, iwamizawa-progress, lines 177–183.
  @Test(arguments: [
    (AccountItem.births, "438", 437.8), (.deaths, "1112", 1111.8),
    (.naturalChange, "-674", -674), (.inMigrants, "2705", 2704.8), (.outMigrants, "3160", 3159.6),
    (.socialChange, "-455", -454.8),
  ])
  func `Iwamizawa's mean flows`(item: AccountItem, printed: String, exact: Double) throws {
    let mean = try Self.firstTerm.yearlyMean(of: item)
    #expect(mean.rounded(to: 0)?.description == printed)
    #expect(abs(mean.value - exact) < 1e-9)
    #expect(mean.sources.count == 5)
    #expect(mean.period == .span(.calendarYear(2015), .calendarYear(2019)))
    #expect(mean.unit.en == "persons")
  }

  /// 合計特殊出生率, iwamizawa-progress, line 177: printed mean 1.23 of five rates.
  @Test func `Iwamizawa's mean fertility`() throws {
    let rates = ["1.27", "1.25", "1.21", "1.26", "1.14"].compactMap { ExactDecimal($0) }
    let mean = try YearlyMean(
      of: rates, item: LocalizedText(ja: "合計特殊出生率", en: "total fertility rate"),
      unit: LocalizedText(""), period: nil)
    #expect(mean.rounded(to: 2)?.description == "1.23")
    #expect(mean.rounded(to: 3)?.description == "1.226")
    #expect(mean.label.ja == "合計特殊出生率の平均")
  }

  /// Printed −0.81 (line 180) and −0.54 (line 184): only the mean of unrounded rates gives the first.
  @Test(arguments: [
    (CrudeRateKind.naturalChange, "-0.81", "-0.80", "-0.80"),
    (.socialChange, "-0.54", "-0.54", "-0.54"),
  ])
  func `Iwamizawa averages its yearly rates`(
    kind: CrudeRateKind, mean: String, pooled: String, ofRounded: String
  ) throws {
    let yearly = try Self.firstTerm.meanOfYearlyRates(of: kind, .percentOfPreviousYearEnd)
    #expect(yearly.rounded?.description == mean)
    #expect(yearly.ofRounded?.description == ofRounded)
    #expect(yearly.rates.count == 5)
    let together = try Self.firstTerm.pooledCrudeRate(of: kind, .percentOfPreviousYearEnd)
    #expect(together.rounded?.description == pooled)
    #expect(together.period == yearly.period)
    #expect(together.sources == yearly.sources)
  }

  @Test func `The two averages are named and traced`() throws {
    let yearly = try Self.firstTerm.meanOfYearlyRates(of: .naturalChange, .percentOfPreviousYearEnd)
    // Worked by hand: (0.684454 + 0.683890 + 0.804126 + 0.885020 + 0.969698) ÷ 5
    #expect(abs(yearly.value - -0.8054377) < 1e-7)
    #expect(yearly.rounded(to: 7)?.description == "-0.8054377")
    #expect(yearly.label.en == "mean crude rate of natural change, 2015–2019")
    #expect(
      yearly.formula.ja
        == "(自然増減 ÷ 前年末人口 × 100)の合計 ÷ 5")
    let pooled = try Self.firstTerm.pooledCrudeRate(of: .naturalChange, .percentOfPreviousYearEnd)
    #expect(pooled.calculation == "-3370 ÷ 419406 × 100")
    #expect(
      pooled.formula.en
        == "sum of natural change ÷ sum of previous year-end population × 100")
  }

  @Test func `Equal populations make both averages equal`() throws {
    let years = (0..<3).map { index in
      PopulationAccount.made(year: 2018 + index, [.births: 3 + index, .openingStock: 700])
    }
    let mean = try years.meanOfYearlyRates(of: .birth, .percentOfPreviousYearEnd)
    let pooled = try years.pooledCrudeRate(of: .birth, .percentOfPreviousYearEnd)
    #expect(mean.rounded(to: 9) == pooled.rounded(to: 9))
  }

  @Test func `One year is its own average`() throws {
    let year = [try Iwamizawa.account(2018)]
    let rate = try year[0].crudeSocialChangeRate(.percentOfPreviousYearEnd)
    #expect(
      try year.meanOfYearlyRates(of: .socialChange, .percentOfPreviousYearEnd).rounded(to: 9)
        == rate.rounded(to: 9))
    let pooled = try year.pooledCrudeRate(of: .socialChange, .percentOfPreviousYearEnd)
    #expect(pooled.rounded == rate.rounded)
    #expect(pooled.period == .calendarYear(2018))
  }

  @Test func `Mid-year populations are pooled as person-years`() throws {
    let pooled = try Tomakomai.accounts.suffix(2).pooledCrudeRate(of: .birth, .perMilleOfMidYear)
    // (170,205 + 169,528) ÷ 2 + (169,528 + 168,299) ÷ 2
    #expect(pooled.denominator.description == "338780.0")
    #expect(pooled.numerator == 2010)
  }

  @Test(
    arguments: [
      ([], DemographyError.Code.noYears),
      ([.made(year: 2020, [.births: 1]), .made(year: 2020, [.births: 2])], .duplicatePeriod),
      (
        [
          .made(year: 2020, [.births: 1]),
          .made(year: 2021, definition: .made(stockDate: "03-31"), [.births: 2]),
        ],
        .mixedPopulationDefinitions
      ),
      ([.made(year: 2020, [.births: 1]), .made(year: 2021, [:])], .missingInput),
      ([.made(year: 2020, [.births: .max])], .tooLarge),
    ] as [([PopulationAccount], DemographyError.Code)])
  func `Years that cannot be averaged are refused`(
    accounts: [PopulationAccount], code: DemographyError.Code
  ) throws {
    let error = try #require(throws: DemographyError.self) {
      try accounts.yearlyMean(of: .births)
    }
    #expect(error.code == code)
    #expect(throws: DemographyError.self) {
      try accounts.meanOfYearlyRates(of: .birth, .percentOfPreviousYearEnd)
    }
    #expect(throws: DemographyError.self) {
      try accounts.pooledCrudeRate(of: .birth, .percentOfPreviousYearEnd)
    }
  }

  @Test func `A sum beyond 18 digits is told`() throws {
    let years = [2020, 2021].map {
      PopulationAccount.made(year: $0, [.births: 1, .openingStock: 900_000_000_000_000_000])
    }
    let error = try #require(throws: DemographyError.self) {
      try years.pooledCrudeRate(of: .birth, .percentOfPreviousYearEnd)
    }
    #expect(error.code == .tooLarge)
    #expect(
      try years.meanOfYearlyRates(of: .birth, .percentOfPreviousYearEnd).rounded == ExactDecimal(0))
  }

  @Test func `No values have no mean`() throws {
    let error = try #require(throws: DemographyError.self) {
      try YearlyMean(of: [], item: LocalizedText("x"), unit: LocalizedText(""), period: nil)
    }
    #expect(error.code == .noYears)
  }
}
