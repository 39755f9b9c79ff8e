import MunicipalModel
import Testing

@testable import Demography

@Suite("Change against a base year")
struct ChangeTests {
  /// 2015年比(2021), iwamizawa-progress, lines 177–183; the sign of balances by the note of line 189.
  @Test(arguments: [
    (AccountItem.births, "-33.0"), (.deaths, "13.0"), (.inMigrants, "-8.7"),
    (.outMigrants, "-16.1"), (.closingStock, "-7.9"),
  ])
  func `Counts change relative to their base`(item: AccountItem, expected: String) throws {
    let change = try Iwamizawa.account(2021).change(
      of: item, since: Iwamizawa.account(2015), convention: .plain)
    #expect(change.rounded(to: 1)?.description == expected)
    #expect(change.convention == .plain)
    #expect(change.sources.count == 2)
  }

  @Test(arguments: [
    (AccountItem.naturalChange, "-51.3", "51.3"), (.socialChange, "46.8", "-46.8"),
  ])
  func `A loss that widens is negative by Iwamizawa's convention`(
    item: AccountItem, balance: String, plain: String
  ) throws {
    let (now, base) = (try Iwamizawa.account(2021), try Iwamizawa.account(2015))
    #expect(
      try now.change(of: item, since: base, convention: .balance).rounded(to: 1)?.description
        == balance)
    #expect(
      try now.change(of: item, since: base, convention: .plain).rounded(to: 1)?.description == plain
    )
  }

  /// （増減）2040年, iwamizawa-progress, lines 80–83 and 89–92.
  @Test(arguments: [
    (10253, 6241, "-39.1"), (54853, 28483, "-48.1"), (25039, 25812, "3.1"),
    (90145, 60536, "-32.8"),
  ])
  func `Iwamizawa's vision against 2010`(base: Int32, now: Int32, expected: String) throws {
    let change = try ChangeAgainstBase(
      of: LocalizedText("x"), from: ExactDecimal(base), in: .calendarYear(2010),
      to: ExactDecimal(now), in: .calendarYear(2040))
    #expect(change.rounded(to: 1)?.description == expected)
    #expect(abs(change.value - (change.rounded(to: 9)?.doubleValue ?? .nan)) < 1e-8)
  }

  /// From −100 to 50 and back, worked by hand.
  @Test(arguments: [
    (-100, 50, "-150.0", "150.0"), (50, -100, "-300.0", "-300.0"), (-100, -100, "0.0", "0.0"),
    (100, 0, "-100.0", "-100.0"),
  ])
  func `The conventions differ only below zero`(
    base: Int32, now: Int32, plain: String, balance: String
  ) throws {
    for (convention, expected) in [(ChangeConvention.plain, plain), (.balance, balance)] {
      let change = try ChangeAgainstBase(
        of: LocalizedText("x"), from: ExactDecimal(base), in: .calendarYear(2015),
        to: ExactDecimal(now), in: .calendarYear(2021), convention: convention)
      #expect(change.rounded(to: 1)?.description == expected)
    }
  }

  @Test func `A change says how it is formed`() throws {
    let change = try Iwamizawa.account(2021).change(
      of: .naturalChange, since: Iwamizawa.account(2015), convention: .balance)
    #expect(change.label.ja == "自然増減の増減率（2021年、2015年比）")
    #expect(change.formula.en == "(2021 − 2015) ÷ |2015| × 100")
    #expect(change.unit.en == "%")
  }

  @Test func `Nothing changes relative to nothing`() throws {
    let base = PopulationAccount.made(year: 2015, [.births: 0, .socialChange: 0])
    let now = PopulationAccount.made(year: 2021, [.births: 5, .socialChange: 5])
    let error = try #require(throws: DemographyError.self) {
      try now.change(of: .births, since: base, convention: .plain)
    }
    #expect(error.code == .baseIsZero)
    #expect(error.period == .calendarYear(2015))
    #expect(throws: DemographyError.self) {
      try now.change(of: .socialChange, since: base, convention: .balance)
    }
  }

  @Test func `A missing year is named`() throws {
    let base = PopulationAccount.made(year: 2015, [:])
    let now = PopulationAccount.made(year: 2021, [.births: 5])
    let error = try #require(throws: DemographyError.self) {
      try now.change(of: .births, since: base, convention: .plain)
    }
    #expect(error.code == .missingInput)
    #expect(error.period == .calendarYear(2015))
    #expect(error.missing == [.births])
  }
}

@Suite("Index numbers")
struct IndexNumberTests {
  /// Worked by hand from 年末人口, iwamizawa-progress, line 185.
  @Test func `Iwamizawa's stock with 2015 at 100`() throws {
    let indices = try Iwamizawa.accounts.indexNumbers(
      of: .closingStock, base: .calendarYear(2015))
    #expect(
      indices.map { $0.rounded(to: 1)?.description } == [
        "100.0", "99.0", "97.7", "96.4", "94.8", "93.6", "92.1",
      ])
    #expect(indices.last?.sources.count == 2)
    #expect(indices.first?.sources.count == 1)
    #expect(indices.last?.label.ja == "2021年 年末人口の指数（2015年＝100）")
    #expect(abs((indices.last?.value ?? 0) - 92.103432) < 1e-6)
  }

  @Test func `The index less 100 is the relative change`() throws {
    let index = try #require(
      Tomakomai.accounts.indexNumbers(of: .births, base: .calendarYear(2018)).last)
    let change = try Tomakomai.account(2022).change(
      of: .births, since: Tomakomai.account(2018), convention: .plain)
    #expect(abs(index.value - 100 - change.value) < 1e-9)
  }

  @Test(
    arguments: [
      ([], DemographyError.Code.noYears),
      ([.made(year: 2021, [.births: 5])], .missingBasePeriod),
      (
        [.made(year: 2015, [.births: 0]), .made(year: 2021, [.births: 5])], .denominatorNotPositive
      ),
      ([.made(year: 2015, [.births: -3])], .denominatorNotPositive),
      ([.made(year: 2015, [.births: 3]), .made(year: 2016, [:])], .missingInput),
      ([.made(year: 2015, [:])], .missingInput),
    ] as [([PopulationAccount], DemographyError.Code)])
  func `Years without an index are refused`(
    accounts: [PopulationAccount], code: DemographyError.Code
  ) throws {
    let error = try #require(throws: DemographyError.self) {
      try accounts.indexNumbers(of: .births, base: .calendarYear(2015))
    }
    #expect(error.code == code)
  }
}
