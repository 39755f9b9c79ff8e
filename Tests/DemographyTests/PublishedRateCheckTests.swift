import MunicipalModel
import Testing

@testable import Demography

@Suite("Checking published figures")
struct PublishedRateCheckTests {
  private static let firstTerm = Array(Iwamizawa.accounts.prefix(5))

  private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

  /// iwamizawa-progress, lines 180 and 184.
  @Test(
    arguments: zip(
      Iwamizawa.years,
      [
        ("-0.68", "-0.76"), ("-0.68", "-0.34"), ("-0.80", "-0.53"), ("-0.89", "-0.38"),
        ("-0.97", "-0.70"), ("-0.89", "-0.42"), ("-1.12", "-0.44"),
      ]))
  func `Iwamizawa's rates agree`(year: Int, printed: (natural: String, social: String)) throws {
    let account = try Iwamizawa.account(year)
    for (kind, text) in [
      (CrudeRateKind.naturalChange, printed.natural), (.socialChange, printed.social),
    ] {
      let check = try PublishedRateCheck.rate(
        decimal(text), of: kind, .percentOfPreviousYearEnd, in: account,
        candidates: Iwamizawa.accounts)
      #expect(check.outcome == .agrees)
      #expect(check.reproducingRules.contains(.halfUp))
      #expect(check.hints.isEmpty)
    }
  }

  /// tomakomai-progress, lines 103–107.
  @Test(arguments: zip(Tomakomai.years, ["28.29", "28.83", "29.36", "29.81", "30.09"]))
  func `Tomakomai's ageing rates agree`(year: Int, printed: String) throws {
    let check = try PublishedRateCheck.ageingRate(
      decimal(printed), in: Tomakomai.account(year), candidates: Tomakomai.accounts)
    #expect(check.outcome == .agrees)
  }

  /// 28.2886…: the third decimal decides, so 28.29 is not a truncation, and 28.28 would be one.
  @Test(arguments: [
    ("28.29", PublishedRateCheck.Outcome.agrees, [RoundingRule.halfUp, .up]),
    ("28.28", .differs(by: ExactDecimal("-0.01") ?? ExactDecimal(0)), [.truncated]),
    ("28.3", .agrees, [.halfUp, .up]),
    ("28", .agrees, [.halfUp, .truncated]),
    ("29", .differs(by: ExactDecimal(1)), [.up]),
    ("27.29", .differs(by: ExactDecimal(-1)), []),
  ])
  func `The check names the rules that fit`(
    printed: String, outcome: PublishedRateCheck.Outcome, rules: [RoundingRule]
  ) throws {
    let check = try PublishedRateCheck.ageingRate(
      decimal(printed), in: Tomakomai.account(2018))
    #expect(check.outcome == outcome)
    #expect(check.reproducingRules == rules)
  }

  @Test func `The rule of the check decides`() throws {
    let check = try PublishedRateCheck.ageingRate(
      decimal("28.28"), in: Tomakomai.account(2018), rule: .truncated)
    #expect(check.outcome == .agrees)
    #expect(check.rule == .truncated)
  }

  /// 2015年比(2021) of 年末人口, iwamizawa-progress, line 185: ▲6.4%, which is 2020 against 2015.
  @Test func `The printed change of the stock is another year's`() throws {
    let citation = Citation(document: "iwamizawa-progress", line: 185, cell: 11, printed: "▲6.4%")
    let check = try PublishedRateCheck.change(
      decimal("-6.4"), citation: citation, of: .closingStock, in: Iwamizawa.account(2021),
      since: Iwamizawa.account(2015), candidates: Iwamizawa.accounts)
    #expect(check.outcome == .differs(by: try decimal("1.5")))
    #expect(check.expected.description == "-7.9")
    #expect(check.reproducingRules.isEmpty)
    #expect(check.citation == citation)
    #expect(check.unit.en == "%")
    #expect(check.hints.map(\.label.en) == ["change of year-end population, 2020 against 2015"])
    let hint = try #require(check.hints.first)
    #expect(hint.expected.description == "-6.4")
    #expect(hint.sources.map(\.printed) == ["79352", "84809"])
    #expect(hint.reproducingRules.contains(.halfUp))
  }

  /// The other changes of the same column agree: iwamizawa-progress, lines 177–183.
  @Test(arguments: [
    (AccountItem.births, ChangeConvention.plain, "-33.0"), (.deaths, .plain, "13.0"),
    (.naturalChange, .balance, "-51.3"), (.inMigrants, .plain, "-8.7"),
    (.outMigrants, .plain, "-16.1"), (.socialChange, .balance, "46.8"),
  ])
  func `The other changes against 2015 agree`(
    item: AccountItem, convention: ChangeConvention, printed: String
  ) throws {
    let check = try PublishedRateCheck.change(
      decimal(printed), of: item, in: Iwamizawa.account(2021), since: Iwamizawa.account(2015),
      convention: convention)
    #expect(check.outcome == .agrees)
  }

  @Test func `A change signed by the other convention is found`() throws {
    let check = try PublishedRateCheck.change(
      decimal("-51.3"), of: .naturalChange, in: Iwamizawa.account(2021),
      since: Iwamizawa.account(2015))
    #expect(check.outcome == .differs(by: try decimal("-102.6")))
    #expect(check.hints.map(\.formula.en) == ["(2021 − 2015) ÷ |2015| × 100"])
  }

  /// ▲0.44P and 0.32P, iwamizawa-progress, lines 180 and 184.
  @Test(arguments: [(CrudeRateKind.naturalChange, "-0.44"), (.socialChange, "0.32")])
  func `Iwamizawa's changes in points agree`(kind: CrudeRateKind, printed: String) throws {
    let check = try PublishedRateCheck.changeInPoints(
      decimal(printed), of: kind, .percentOfPreviousYearEnd, in: Iwamizawa.account(2021),
      since: Iwamizawa.account(2015))
    #expect(check.outcome == .agrees)
    #expect(check.unit.en == "percentage points")
  }

  @Test func `A difference of printed rates is found`() throws {
    // 5 ÷ 900 − 2 ÷ 900 = 0.33 %, but 0.6 − 0.2 = 0.4
    let base = PopulationAccount.made(year: 2015, [.births: 2, .openingStock: 900])
    let now = PopulationAccount.made(year: 2021, [.births: 5, .openingStock: 900])
    let check = try PublishedRateCheck.changeInPoints(
      decimal("0.4"), of: .birth,
      RateDefinition(denominator: .previousYearEnd, scale: .percent, decimals: 1), in: now,
      since: base)
    #expect(check.outcome == .differs(by: try decimal("0.1")))
    #expect(
      check.hints.map(\.label.en) == [
        "difference of crude birth rate, 2021 against 2015 (of the rounded rates)"
      ])
  }

  /// 2015～2019平均, iwamizawa-progress, lines 177–184.
  @Test(arguments: [
    (AccountItem.births, "438"), (.deaths, "1112"), (.naturalChange, "-674"),
    (.inMigrants, "2705"), (.outMigrants, "3160"), (.socialChange, "-455"),
  ])
  func `Iwamizawa's mean flows agree`(item: AccountItem, printed: String) throws {
    let check = try PublishedRateCheck.yearlyMean(
      decimal(printed), of: item, over: Self.firstTerm)
    #expect(check.outcome == .agrees)
  }

  @Test(arguments: [(CrudeRateKind.naturalChange, "-0.81"), (.socialChange, "-0.54")])
  func `Iwamizawa's mean rates agree`(kind: CrudeRateKind, printed: String) throws {
    let check = try PublishedRateCheck.meanOfYearlyRates(
      decimal(printed), of: kind, .percentOfPreviousYearEnd, over: Self.firstTerm)
    #expect(check.outcome == .agrees)
  }

  @Test func `A pooled rate, or a mean of printed rates, is found`() throws {
    let check = try PublishedRateCheck.meanOfYearlyRates(
      decimal("-0.80"), of: .naturalChange, .percentOfPreviousYearEnd, over: Self.firstTerm)
    #expect(check.outcome == .differs(by: try decimal("0.01")))
    #expect(
      check.hints.map(\.label.en) == [
        "crude rate of natural change, 2015–2019",
        "mean of rounded crude rate of natural change, 2015–2019",
      ])
  }

  @Test func `A mean over other years is found`() throws {
    // 2016–2020: (461 + 428 + 433 + 376 + 372) ÷ 5 = 414
    let later = Array(Iwamizawa.accounts[1...5])
    let check = try PublishedRateCheck.yearlyMean(
      decimal("414"), of: .births, over: Self.firstTerm, candidates: [later])
    #expect(check.hints.map(\.label.en) == ["mean of births, 2016–2020"])
  }

  @Test func `A rate by another denominator is found`() throws {
    // −891 ÷ 78,112 = −1.14 %
    let check = try PublishedRateCheck.rate(
      decimal("-1.14"), of: .naturalChange, .percentOfPreviousYearEnd,
      in: Iwamizawa.account(2021))
    #expect(check.outcome == .differs(by: try decimal("-0.02")))
    #expect(check.hints.map(\.formula.ja) == ["自然増減 ÷ 年末人口 × 100"])
    #expect(check.hints.first?.label.ja.hasSuffix("自然増減率（年末人口に対する）") == true)
    #expect(check.hints.first?.sources.map(\.printed) == ["-891", "78112"])
  }

  @Test func `A rate of another year is found`() throws {
    let check = try PublishedRateCheck.rate(
      decimal("-0.97"), of: .naturalChange, .percentOfPreviousYearEnd,
      in: Iwamizawa.account(2021), candidates: Iwamizawa.accounts)
    #expect(check.hints.map(\.label.ja) == ["2019年 自然増減率"])
  }

  /// 構成比 of 2010, iwamizawa-progress, lines 80–82.
  @Test func `Iwamizawa's shares agree, and swapped ones are found`() throws {
    let shares = try shares([10253, 54853, 25039], of: 90145)
    func checks(_ printed: [String]) throws -> [PublishedRateCheck] {
      try zip(printed, shares).map { printed, share in
        try PublishedRateCheck(
          decimal(printed), against: share, candidates: shares.filter { $0 != share })
      }
    }
    #expect(try checks(["11.4", "60.8", "27.8"]).allSatisfy { $0.outcome == .agrees })
    let swapped = try checks(["27.8", "60.8", "11.4"])
    #expect(swapped.map { $0.outcome == .agrees } == [false, true, false])
    #expect(swapped[0].hints.map(\.label.en) == ["part 2"])
    #expect(swapped[2].hints.map(\.label.en) == ["part 0"])
  }

  @Test func `Candidates that cannot be computed are passed over`() throws {
    let check = try PublishedRateCheck.rate(
      decimal("1.00"), of: .birth, .percentOfPreviousYearEnd,
      in: .made(year: 2020, [.births: 5, .openingStock: 100]),
      candidates: [.made(year: 2019, [:]), .made(year: 2018, [.births: 1, .openingStock: 100])])
    #expect(check.outcome == .differs(by: ExactDecimal(-4)))
    #expect(check.hints.map(\.label.en) == ["crude birth rate, 2018"])
  }

  @Test func `What cannot be recomputed is an error, not a difference`() throws {
    let error = try #require(throws: DemographyError.self) {
      try PublishedRateCheck.rate(
        decimal("1.00"), of: .birth, .percentOfPreviousYearEnd, in: .made([.births: 5]))
    }
    #expect(error.code == .missingInput)
    #expect(error.missing == [.openingStock])
  }

  @Test(arguments: [
    ("0.1234567890", 5, DemographyError.Code.unsupportedDecimals),
    ("1.00", 999_999_999_999_999_999, .tooLarge),
  ])
  func `Figures that cannot be compared are an error`(
    printed: String, numerator: Int, code: DemographyError.Code
  ) throws {
    let error = try #require(throws: DemographyError.self) {
      try PublishedRateCheck(decimal(printed), against: madeRate(numerator, per: 1))
    }
    #expect(error.code == code)
  }
}
