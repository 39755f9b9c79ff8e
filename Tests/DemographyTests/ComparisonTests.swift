import MunicipalModel
import Testing

@testable import Demography

@Suite("Comparing rates")
struct ComparisonTests {
  /// 2015年比, iwamizawa-progress, lines 180 and 184: ▲0.44P and 0.32P.
  @Test(arguments: [(CrudeRateKind.naturalChange, "-0.44"), (.socialChange, "0.32")])
  func `Iwamizawa's changes in points`(kind: CrudeRateKind, points: String) throws {
    let now = try Iwamizawa.account(2021).crudeRate(of: kind, .percentOfPreviousYearEnd)
    let base = try Iwamizawa.account(2015).crudeRate(of: kind, .percentOfPreviousYearEnd)
    let difference = try now.difference(from: base)
    #expect(difference.rounded?.description == points)
    #expect(difference.ofRounded?.description == points)
    #expect(abs(difference.value - (now.value - base.value)) < 1e-12)
    #expect(difference.unit.ja == "ポイント")
    #expect(difference.sources.count == 5)
    #expect(try base.difference(from: now).rounded == ExactDecimal(points).map { -$0 })
  }

  /// 5 ÷ 900 − 2 ÷ 900 = 3 ÷ 900 = 0.333… %, but as printed 0.6 − 0.2 = 0.4.
  @Test func `Rounded rates can differ otherwise than the rates`() throws {
    let definition = RateDefinition(denominator: .yearEnd, scale: .percent, decimals: 1)
    let difference = try madeRate(5, per: 900, .birth, definition)
      .difference(from: madeRate(2, per: 900, .birth, definition))
    #expect(difference.rounded?.description == "0.3")
    #expect(difference.ofRounded?.description == "0.4")
  }

  @Test func `A difference of thirds is exactly a half`() throws {
    let definition = RateDefinition(
      denominator: .yearEnd, scale: .percent, decimals: 1, rounding: .truncated)
    // 25 ÷ 3000 − 10 ÷ 3000 = 0.5 %
    let difference = try madeRate(25, per: 3000, .birth, definition)
      .difference(from: madeRate(10, per: 3000, .birth, definition))
    #expect(difference.rounded?.description == "0.5")
  }

  @Test(arguments: [
    (
      CrudeRateKind.birth, RateDenominator.previousYearEnd, RateScale.percent,
      RateComparisonError.Code.differentKind
    ),
    (.socialChange, .midYear, .percent, .differentDenominator),
    (.socialChange, .yearEnd, .percent, .differentDenominator),
    (.socialChange, .previousYearEnd, .perMille, .differentScale),
  ])
  func `Rates of other definition are refused`(
    kind: CrudeRateKind, denominator: RateDenominator, scale: RateScale,
    code: RateComparisonError.Code
  ) throws {
    let rate = try madeRate(5, per: 1000)
    let other = try madeRate(
      5, per: 1000, kind,
      RateDefinition(denominator: denominator, scale: scale, decimals: 2))
    let error = try #require(throws: RateComparisonError.self) {
      try rate.difference(from: other)
    }
    #expect(error.code == code)
    #expect(error.first == rate)
    #expect(error.second == other)
    #expect(error.description.hasPrefix(code.rawValue + ": crude rate of social change, 2020"))
    #expect(throws: RateComparisonError.self) {
      try RateRanking(
        [rate, other].map { MunicipalRate(municipality: try city("012106"), rate: $0) })
    }
  }

  @Test func `Digits and rounding do not hinder a comparison`() throws {
    let rate = try madeRate(-349, per: 79352)
    let other = try madeRate(
      -656, per: 86054, .socialChange,
      RateDefinition(
        denominator: .previousYearEnd, scale: .percent, decimals: 4, rounding: .truncated))
    #expect(try rate.difference(from: other).rounded?.description == "0.32")
    #expect(try other.difference(from: rate).rounded?.description == "-0.3224")
  }

  @Test(
    arguments: [
      (PopulationDefinition.made(), CrudeRateKind.socialChange, []),
      (.made(otherChange: .insideSocialChange), .socialChange, [.otherChangeDiffers]),
      (.made(otherChange: .insideSocialChange), .inMigration, [.otherChangeDiffers]),
      (.made(otherChange: .insideSocialChange), .outMigration, [.otherChangeDiffers]),
      (.made(otherChange: .insideSocialChange), .birth, []),
      (.made(otherChange: .insideSocialChange), .naturalChange, []),
      (.made(otherChange: .insideSocialChange), .totalChange, []),
      (.made(otherChange: .notStated), .socialChange, [.otherChangeNotStated]),
      (.made(otherChange: .notStated), .death, []),
      (.made(foreignResidents: .excluded), .death, [.foreignResidentsDiffer]),
      (.made(foreignResidents: .notStated), .death, [.foreignResidentsNotStated]),
      (.made(stockDate: "03-31"), .birth, [.stockDateDiffers]),
      (.made(source: "国勢調査"), .birth, [.sourceDiffers]),
    ] as [(PopulationDefinition, CrudeRateKind, [ComparisonCaveat.Code])])
  func `What the tables count is a caveat`(
    table: PopulationDefinition, kind: CrudeRateKind, codes: [ComparisonCaveat.Code]
  ) throws {
    let rate = try madeRate(5, per: 1000, kind)
    let other = try madeRate(6, per: 1000, kind, table: table)
    #expect(try rate.difference(from: other).caveats.map(\.code) == codes)
    #expect(try other.difference(from: rate).caveats.map(\.code) == codes)
  }

  @Test func `Tomakomai and Iwamizawa compare with caveats`() throws {
    let tomakomai = try Tomakomai.account(2021).crudeSocialChangeRate(.percentOfPreviousYearEnd)
    let iwamizawa = try Iwamizawa.account(2021).crudeSocialChangeRate(.percentOfPreviousYearEnd)
    let difference = try tomakomai.difference(from: iwamizawa)
    // 234 ÷ 170,205 = 0.1375 %, less −0.4398 %
    #expect(difference.rounded?.description == "0.58")
    #expect(
      difference.caveats.map(\.code) == [.otherChangeNotStated, .foreignResidentsNotStated])
  }
}

/// A municipality by its code alone.
func city(_ code: String) throws -> Municipality {
  Municipality(code: try MunicipalityCode(code), name: LocalizedText(code))
}
