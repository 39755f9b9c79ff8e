import MunicipalModel
import Testing

@testable import Demography

/// Rounding other than half up: by hand, with half up giving another figure in each case.
@Suite("Rounding other than half up")
struct OtherRoundingTests {
  static func definition(
    _ rounding: RoundingRule, scale: RateScale = .perMille, decimals: Int = 0
  ) -> RateDefinition {
    RateDefinition(
      denominator: .previousYearEnd, scale: scale, decimals: decimals, rounding: rounding)
  }

  static func account(_ year: Int, natural: Int, opening: Int = 10_000) -> PopulationAccount {
    .made(year: year, [.openingStock: opening, .naturalChange: natural])
  }

  /// −5 per mille are −0.5 %: cut to 0, rounded to −1.
  @Test(arguments: [(RoundingRule.truncated, "0"), (.up, "-1"), (.halfUp, "-1")])
  func `Another scale keeps the rounding`(rule: RoundingRule, expected: String) throws {
    let rate = try madeRate(-50, per: 10_000, .socialChange, Self.definition(rule))
    #expect(rate.rounded?.description == "-5")
    let percent = try rate.expressed(in: .percent, decimals: 0)
    #expect(percent.rounded?.description == expected)
    #expect(percent.definition.rounding == rule && percent.definition.scale == .percent)
    #expect(percent.definition.denominator == .previousYearEnd && percent.value == -0.5)
  }

  /// −1.6, −2.4 and −3.9 ‰ of one size: the mean and the pooled rate are −2.633…; of the printed figures the mean
  /// is −6 ÷ 3 cut, −9 ÷ 3 raised and −8 ÷ 3 = −2.67 rounded.
  @Test(arguments: [(RoundingRule.truncated, "-2", "-2"), (.up, "-3", "-3"), (.halfUp, "-3", "-3")])
  func `Means of years keep the rounding`(
    rule: RoundingRule, mean: String, ofRounded: String
  ) throws {
    let accounts = [(2018, -16), (2019, -24), (2020, -39)].map {
      Self.account($0.0, natural: $0.1)
    }
    let definition = Self.definition(rule)
    let rates = try accounts.meanOfYearlyRates(of: .naturalChange, definition)
    #expect(rates.rounded?.description == mean)
    #expect(rates.ofRounded?.description == ofRounded)
    let pooled = try accounts.pooledCrudeRate(of: .naturalChange, definition)
    #expect(pooled.rounded?.description == mean && pooled.definition == definition)
    #expect(pooled.numerator == -79 && pooled.denominator.description == "30000")
    let yearly = try accounts.yearlyMean(of: .naturalChange)
    // −79 ÷ 3 = −26.33.
    #expect(yearly.rounded(to: 0, rule: rule)?.description == (rule == .up ? "-27" : "-26"))
  }

  /// −1.6, −2.4 and −2.9 ‰, cut to −1, −2 and −2: their mean of −1.67 is cut to −1, where half up would make −2.
  @Test func `The mean of cut figures is cut too`() throws {
    let accounts = [(2018, -16), (2019, -24), (2020, -29)].map {
      Self.account($0.0, natural: $0.1)
    }
    let rates = try accounts.meanOfYearlyRates(of: .naturalChange, Self.definition(.truncated))
    #expect(rates.ofRounded?.description == "-1" && rates.rounded?.description == "-2")
  }

  /// 999 against 1,000: −0.1 %; 1,016 are 101.6.
  @Test(arguments: [
    (RoundingRule.truncated, "0", "101"), (.up, "-1", "102"), (.halfUp, "0", "102"),
  ])
  func `Changes and index numbers are cut as asked`(
    rule: RoundingRule, change: String, index: String
  ) throws {
    let accounts = [(2018, 1_000), (2019, 999), (2020, 1_016)].map {
      PopulationAccount.made(year: $0.0, [.closingStock: $0.1])
    }
    let relative = try accounts[1].change(of: .closingStock, since: accounts[0], convention: .plain)
    #expect(relative.rounded(to: 0, rule: rule)?.description == change)
    let numbers = try accounts.indexNumbers(of: .closingStock, base: .calendarYear(2018))
    #expect(numbers[2].rounded(to: 0, rule: rule)?.description == index)
    #expect(numbers[2].base.value == 1_000 && numbers[1].value == 99.9)
  }

  /// 336 of 1,000 are 33.6 %.
  @Test(arguments: [(RoundingRule.truncated, "33"), (.up, "34"), (.halfUp, "34")])
  func `Shares are cut as asked`(rule: RoundingRule, expected: String) throws {
    let account = PopulationAccount.made([.closingStock: 1_000, .elderlyPopulation: 336])
    #expect(try account.ageingRate().rounded(to: 0, rule: rule)?.description == expected)
  }
}
