import MunicipalModel
import Testing

@testable import Demography

@Suite("Crude rates")
struct CrudeRateTests {
  /// 自然増減率, iwamizawa-progress, line 180; 社会増減率, line 184.
  @Test(arguments: [
    (2015, "-0.68", "-0.76"), (2016, "-0.68", "-0.34"), (2017, "-0.80", "-0.53"),
    (2018, "-0.89", "-0.38"), (2019, "-0.97", "-0.70"), (2020, "-0.89", "-0.42"),
    (2021, "-1.12", "-0.44"),
  ])
  func `Iwamizawa's printed rates follow from its counts`(
    year: Int, natural: String, social: String
  ) throws {
    let account = try Iwamizawa.account(year)
    let naturalRate = try account.crudeNaturalChangeRate(.percentOfPreviousYearEnd)
    let socialRate = try account.crudeSocialChangeRate(.percentOfPreviousYearEnd)
    #expect(naturalRate.rounded?.description == natural)
    #expect(socialRate.rounded?.description == social)
  }

  /// 社会動態における転入率 and 転出率, iwamizawa-progress, lines 434–435.
  @Test(arguments: [(2018, "3.19", "3.57"), (2020, "3.05", "3.47")])
  func `Iwamizawa's migration rates divide by the previous year-end`(
    year: Int, inMigration: String, outMigration: String
  ) throws {
    let account = try Iwamizawa.account(year)
    #expect(
      try account.crudeRate(of: .inMigration, .percentOfPreviousYearEnd).rounded?.description
        == inMigration)
    #expect(
      try account.crudeRate(of: .outMigration, .percentOfPreviousYearEnd).rounded?.description
        == outMigration)
  }

  /// Worked by hand from tomakomai-progress, lines 106–107, per 168,913.5 persons.
  @Test func `The mid-year population may end in a half`() throws {
    let account = try Tomakomai.account(2022)
    let births = try account.crudeRate(of: .birth, .perMilleOfMidYear)
    #expect(births.denominator.description == "168913.5")
    #expect(births.rounded?.description == "5.7")
    #expect(births.rounded(to: 4)?.description == "5.6775")
    #expect(abs(births.value - 5.677462) < 1e-6)
    #expect(try account.crudeRate(of: .death, .perMilleOfMidYear).rounded?.description == "12.7")
    // 1,229 ÷ 169,528 = 0.72495 %, and ÷ 168,299 = 0.73025 %
    #expect(
      try account.crudeRate(of: .totalChange, .percentOfPreviousYearEnd).rounded?.description
        == "-0.72")
    let atYearEnd = RateDefinition(denominator: .yearEnd, scale: .percent, decimals: 2)
    #expect(try account.crudeRate(of: .totalChange, atYearEnd).rounded?.description == "-0.73")
  }

  @Test func `A rate says what it is made of`() throws {
    let rate = try Iwamizawa.account(2018).crudeNaturalChangeRate(.percentOfPreviousYearEnd)
    #expect(
      rate.sources.map(\.description) == [
        "iwamizawa-progress:179 \"-733\"", "iwamizawa-progress:185 \"82823\"",
      ])
    #expect(rate.formula.ja == "自然増減 ÷ 前年末人口 × 100")
    #expect(rate.formula.en == "natural change ÷ previous year-end population × 100")
    #expect(rate.calculation == "-733 ÷ 82823 × 100")
    #expect(
      rate.label == LocalizedText(ja: "2018年 自然増減率", en: "crude rate of natural change, 2018"))
    #expect(rate.unit == LocalizedText("%"))
    // The opening stock of 2015 is computed, which the formula says.
    let first = try Iwamizawa.account(2015).crudeNaturalChangeRate(.percentOfPreviousYearEnd)
    #expect(first.calculation == "-589 ÷ 86054 × 100")
    #expect(first.formula.en.contains("[closing − natural change − social change]"))
  }

  @Test(arguments: CrudeRateKind.allCases)
  func `Every kind has the rate of its numerator`(kind: CrudeRateKind) throws {
    let account = try Tomakomai.account(2020)
    let rate = try account.crudeRate(of: kind, .percentOfPreviousYearEnd)
    #expect(rate.kind == kind)
    #expect(rate.numerator == account[kind.numerator]?.value)
    #expect(rate.denominator == ExactDecimal(171242))
    #expect(rate.population == account.definition)
    #expect(rate.period == .calendarYear(2020))
  }

  @Test func `Gains less losses give the rate of the balance`() throws {
    let account = try Tomakomai.account(2021)
    let definition = RateDefinition.perMilleOfMidYear
    let births = try account.crudeRate(of: .birth, definition).value
    let deaths = try account.crudeRate(of: .death, definition).value
    let natural = try account.crudeNaturalChangeRate(definition).value
    let social = try account.crudeSocialChangeRate(definition).value
    #expect(abs(births - deaths - natural) < 1e-12)
    // Other change was 0 in 2021, so natural and social change are all.
    #expect(
      abs(natural + social - (try account.crudeRate(of: .totalChange, definition).value)) < 1e-12)
  }

  @Test func `A balance that is not printed is computed from its parts`() throws {
    let account = PopulationAccount.made([
      .openingStock: 1000, .closingStock: 990, .births: 5, .deaths: 12, .inMigrants: 7,
      .outMigrants: 10,
    ])
    let natural = try account.crudeNaturalChangeRate(.percentOfPreviousYearEnd)
    #expect(natural.numerator == -7)
    #expect(natural.rounded?.description == "-0.70")
    #expect(natural.sources.map { $0.headings.first } == ["births", "deaths", "opening_stock"])
    #expect(natural.formula.en.contains("[births − deaths]"))
    #expect(try account.crudeSocialChangeRate(.percentOfPreviousYearEnd).numerator == -3)
    #expect(try account.crudeRate(of: .totalChange, .percentOfPreviousYearEnd).numerator == -10)
  }

  /// −5 ÷ 1,000 = −0.5 %: a half, which each rule cuts in its way.
  @Test(arguments: [(RoundingRule.halfUp, "-1"), (.truncated, "0"), (.up, "-1")])
  func `The definition's rule rounds`(rule: RoundingRule, expected: String) throws {
    let definition = RateDefinition(
      denominator: .previousYearEnd, scale: .percent, decimals: 0, rounding: rule)
    #expect(try madeRate(-5, per: 1000, .socialChange, definition).rounded?.description == expected)
  }

  @Test func `A rate can be stated in another unit`() throws {
    let percent = try madeRate(-349, per: 79352)
    let perMille = try percent.expressed(in: .perMille, decimals: 1)
    #expect(perMille.rounded?.description == "-4.4")
    #expect(perMille.unit == LocalizedText("‰"))
    #expect(perMille.formula.en == "made × 1000")
    #expect(try perMille.expressed(in: .percent, decimals: 2) == percent)
  }

  @Test func `Scaling both figures leaves the rate`() throws {
    let small = try madeRate(-12, per: 7001)
    let large = try madeRate(-12000, per: 7_001_000)
    #expect(small.rounded(to: 9) == large.rounded(to: 9))
  }
}
