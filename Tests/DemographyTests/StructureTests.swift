import MunicipalModel
import Testing

@testable import Demography

@Suite("Ageing rate and shares")
struct StructureTests {
  /// 高齢化率, tomakomai-progress, lines 103–107.
  @Test(arguments: [
    (2018, "28.29"), (2019, "28.83"), (2020, "29.36"), (2021, "29.81"), (2022, "30.09"),
  ])
  func `Tomakomai's ageing rates`(year: Int, printed: String) throws {
    let rate = try Tomakomai.account(year).ageingRate()
    #expect(rate.rounded(to: 2)?.description == printed)
    #expect(rate.label.ja == "\(year)年 高齢化率")
    #expect(rate.sources.count == 2)
  }

  /// 年少・生産年齢・老年人口 and their 構成比, iwamizawa-progress, lines 80–83 (2010) and 89–92 (2040).
  @Test(arguments: [
    ([10253, 54853, 25039], 90145, ["11.4", "60.8", "27.8"]),
    ([6241, 28483, 25812], 60536, ["10.3", "47.1", "42.6"]),
  ])
  func `Iwamizawa's shares`(parts: [Int], whole: Int, printed: [String]) throws {
    let shares = try shares(parts, of: whole)
    #expect(shares.map { $0.rounded(to: 1)?.description } == printed)
    #expect(abs(shares.map(\.value).reduce(0, +) - 100) < 1e-9)
  }

  @Test(arguments: [
    (1, 0, DemographyError.Code.denominatorNotPositive), (1, -5, .denominatorNotPositive),
    (-1, 100, .negativeCount), (101, 100, .partExceedsWhole),
  ])
  func `Impossible parts are refused`(
    part: Int, whole: Int, code: DemographyError.Code
  ) throws {
    let error = try #require(throws: DemographyError.self) { try shares([part], of: whole) }
    #expect(error.code == code)
  }

  @Test func `The whole of itself is 100 percent`() throws {
    let one = TracedNumber(7, sources: [])
    let share = try PopulationShare(name: LocalizedText("x"), part: one, whole: one)
    #expect(share.rounded(to: 1)?.description == "100.0")
    #expect(share.formula.en == "7 ÷ 7 × 100")
  }

  @Test func `Huge parts have a value but no rounding`() throws {
    let huge = TracedNumber(.max, sources: [])
    let share = try PopulationShare(name: LocalizedText("x"), part: huge, whole: huge)
    #expect(share.rounded(to: 1) == nil)
    #expect(share.value == 100)
  }

  @Test(
    arguments: [
      ([:], [AccountItem.elderlyPopulation, .closingStock]),
      ([.closingStock: 5], [.elderlyPopulation]),
      ([.elderlyPopulation: 5], [.closingStock]),
    ] as [([AccountItem: Int], [AccountItem])])
  func `An ageing rate needs both`(figures: [AccountItem: Int], missing: [AccountItem]) throws {
    let error = try #require(throws: DemographyError.self) {
      try PopulationAccount.made(figures).ageingRate()
    }
    #expect(error.code == .missingInput)
    #expect(error.missing == missing)
    #expect(error.period == .calendarYear(2020))
  }

  @Test func `More elderly than residents are refused`() throws {
    let error = try #require(throws: DemographyError.self) {
      try PopulationAccount.made([.closingStock: 5, .elderlyPopulation: 6]).ageingRate()
    }
    #expect(error.code == .partExceedsWhole)
  }
}

/// The shares of parts without names or cells.
func shares(_ parts: [Int], of whole: Int) throws -> [PopulationShare] {
  try parts.enumerated().map {
    try PopulationShare(
      name: LocalizedText("part \($0.offset)"), part: TracedNumber($0.element, sources: []),
      whole: TracedNumber(whole, sources: []), period: nil)
  }
}
