import Foundation
import MunicipalModel
import Testing

@testable import Demography

@Suite("Crude rates from bad input")
struct CrudeRateErrorTests {
  @Test(arguments: CrudeRateKind.allCases)
  func `An empty account names what is missing`(kind: CrudeRateKind) throws {
    let account = PopulationAccount.made([:])
    let error = try #require(throws: DemographyError.self) {
      try account.crudeRate(of: kind, .percentOfPreviousYearEnd)
    }
    let parts = kind.numerator.parts.map { [$0.gain, $0.loss] } ?? []
    #expect(error.code == .missingInput)
    #expect(error.missing == [kind.numerator] + parts)
    #expect(error.subject == kind.label)
    #expect(error.period == .calendarYear(2020))
  }

  @Test func `Half a balance is not enough`() throws {
    let account = PopulationAccount.made([.births: 5, .openingStock: 1000])
    let error = try #require(throws: DemographyError.self) {
      try account.crudeNaturalChangeRate(.percentOfPreviousYearEnd)
    }
    #expect(error.missing == [.naturalChange, .deaths])
    #expect(
      error.description
        == "crude rate of natural change, 2020: missing-input (natural change, deaths)")
  }

  /// 6,176 − 5,978 leaves out what the register counts besides.
  @Test func `A social change that holds other change is not made of movers`() throws {
    let account = PopulationAccount.made(
      definition: .made(otherChange: .insideSocialChange),
      [.inMigrants: 6_176, .outMigrants: 5_978, .openingStock: 171_811])
    let error = try #require(throws: DemographyError.self) {
      try account.crudeSocialChangeRate(.percentOfPreviousYearEnd)
    }
    #expect(error.missing == [.socialChange])
    #expect(try account.crudeRate(of: .inMigration, .percentOfPreviousYearEnd).numerator == 6_176)
  }

  @Test(arguments: [
    (RateDenominator.previousYearEnd, [AccountItem.openingStock]),
    (.yearEnd, [.closingStock]),
    (.midYear, [.openingStock, .closingStock]),
  ])
  func `A missing stock is named`(denominator: RateDenominator, missing: [AccountItem]) throws {
    let account = PopulationAccount.made([.births: 5])
    let error = try #require(throws: DemographyError.self) {
      try account.crudeRate(
        of: .birth,
        RateDefinition(denominator: denominator, scale: .percent, decimals: 2))
    }
    #expect(error.code == .missingInput)
    #expect(error.missing == missing)
  }

  @Test(arguments: [0, -1, .min], RateDenominator.allCases)
  func `No rate of nobody`(stock: Int, denominator: RateDenominator) throws {
    let account = PopulationAccount.made([
      .births: 5, .openingStock: stock, .closingStock: stock,
    ])
    let error = try #require(throws: DemographyError.self) {
      try account.crudeRate(
        of: .birth,
        RateDefinition(denominator: denominator, scale: .percent, decimals: 2))
    }
    #expect(error.code == .denominatorNotPositive)
  }

  @Test func `A negative stock does not hide in a mean`() throws {
    let account = PopulationAccount.made([.births: 5, .openingStock: -10, .closingStock: 1000])
    let error = try #require(throws: DemographyError.self) {
      try account.crudeRate(of: .birth, .perMilleOfMidYear)
    }
    #expect(error.code == .denominatorNotPositive)
  }

  @Test func `A place that was empty at first has a mid-year population`() throws {
    let account = PopulationAccount.made([.births: 5, .openingStock: 0, .closingStock: 1000])
    #expect(try account.crudeRate(of: .birth, .perMilleOfMidYear).rounded?.description == "10.0")
    let error = try #require(throws: DemographyError.self) {
      try account.crudeRate(of: .birth, .percentOfPreviousYearEnd)
    }
    #expect(error.code == .denominatorNotPositive)
  }

  @Test(arguments: [Int.max, 1_000_000_000_000_000_000], RateDenominator.allCases)
  func `Figures beyond 18 digits are told`(stock: Int, denominator: RateDenominator) throws {
    let account = PopulationAccount.made([
      .births: 5, .openingStock: stock, .closingStock: stock,
    ])
    let error = try #require(throws: DemographyError.self) {
      try account.crudeRate(
        of: .birth,
        RateDefinition(denominator: denominator, scale: .percent, decimals: 2))
    }
    #expect(error.code == .tooLarge)
  }

  @Test func `Balances that overflow are told`() throws {
    let account = PopulationAccount.made([
      .births: .max, .deaths: -1, .inMigrants: .max, .outMigrants: 0, .openingStock: 1,
    ])
    for kind in [CrudeRateKind.naturalChange, .socialChange] {
      let error = try #require(throws: DemographyError.self) {
        try account.crudeRate(of: kind, .percentOfPreviousYearEnd)
      }
      #expect(error.code == .tooLarge)
    }
  }

  @Test func `Events below zero are no events`() throws {
    let account = PopulationAccount.made([
      .births: -5, .socialChange: -5, .openingStock: 1000,
    ])
    let error = try #require(throws: DemographyError.self) {
      try account.crudeRate(of: .birth, .percentOfPreviousYearEnd)
    }
    #expect(error.code == .negativeCount)
    #expect(try account.crudeSocialChangeRate(.percentOfPreviousYearEnd).numerator == -5)
  }

  @Test(arguments: [-1, 10, .max])
  func `Decimals that cannot be printed are told`(decimals: Int) throws {
    let error = try #require(throws: DemographyError.self) {
      try madeRate(
        1, per: 10, .birth,
        RateDefinition(denominator: .yearEnd, scale: .percent, decimals: decimals))
    }
    #expect(error.code == .unsupportedDecimals)
  }

  @Test func `A result beyond 18 digits has no rounding but a value`() throws {
    let rate = try madeRate(999_999_999_999_999_999, per: 1)
    #expect(rate.rounded == nil)
    #expect(abs(rate.value / 1e20 - 1) < 1e-12)
  }

  @Test func `Stored rates come back, damaged ones do not`() throws {
    let rate = try Iwamizawa.account(2018).crudeNaturalChangeRate(.percentOfPreviousYearEnd)
    let stored = try JSONEncoder().encode(rate)
    #expect(try JSONDecoder().decode(CrudeRate.self, from: stored) == rate)
    let text = try #require(String(data: stored, encoding: .utf8))
    let damaged = text.replacing("\"82823\"", with: "\"0\"")
    #expect(damaged != text)
    #expect(throws: DemographyError.self) {
      try JSONDecoder().decode(CrudeRate.self, from: Data(damaged.utf8))
    }
  }
}
