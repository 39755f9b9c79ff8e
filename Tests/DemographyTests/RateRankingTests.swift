import MunicipalModel
import Testing

@testable import Demography

@Suite("Ranking")
struct RateRankingTests {
  /// 札幌, 函館, 小樽, 旭川: codes with their check digits.
  private static let codes = ["011002", "012025", "012033", "012041"]

  /// Rates of 1 %, 2 %, 2 % and 3 %; the second and third from unlike figures.
  private func rates() throws -> [MunicipalRate] {
    let rates = [
      try madeRate(100, per: 10_000), try madeRate(60, per: 3000), try madeRate(14, per: 700),
      try madeRate(3, per: 100),
    ]
    return try zip(Self.codes.reversed(), rates).map {
      MunicipalRate(municipality: try city($0), rate: $1)
    }
  }

  @Test func `Ties share a rank and leave the next one out`() throws {
    let ranking = try RateRanking(rates())
    #expect(ranking.entries.map(\.municipality.code.sixDigits) == Self.codes)
    #expect(ranking.entries.map(\.rank) == [1, 2, 2, 4])
    #expect(ranking.entries.map(\.isTied) == [false, true, true, false])
    #expect(ranking.caveats.isEmpty)
    let again = try RateRanking(rates().reversed())
    #expect(again == ranking)
  }

  /// 0.4398 % and 0.4402 % both print as 0.44.
  @Test func `What only reads the same does not tie`() throws {
    let rates = [
      MunicipalRate(municipality: try city("012106"), rate: try madeRate(-4398, per: 1_000_000)),
      MunicipalRate(
        municipality: try city("012131"),
        rate: try madeRate(
          -4402, per: 1_000_000, .socialChange,
          RateDefinition(denominator: .previousYearEnd, scale: .percent, decimals: 4))),
    ]
    #expect(try RateRanking(rates).entries.map(\.rank) == [1, 2])
  }

  @Test func `Two cities of 2021`() throws {
    let rates = [
      MunicipalRate(
        municipality: try city("012106"),
        rate: try Iwamizawa.account(2021).crudeSocialChangeRate(.percentOfPreviousYearEnd)),
      MunicipalRate(
        municipality: try city("012131"),
        rate: try Tomakomai.account(2021).crudeSocialChangeRate(.percentOfPreviousYearEnd)),
    ]
    let ranking = try RateRanking(rates)
    #expect(ranking.entries.map(\.municipality.code.sixDigits) == ["012131", "012106"])
    #expect(
      ranking.caveats.map(\.code) == [.otherChangeNotStated, .foreignResidentsNotStated])
  }

  @Test func `Rates of several years are ranked with a caveat`() throws {
    let rates = [
      MunicipalRate(municipality: try city("012106"), rate: try madeRate(1, per: 9, year: 2020)),
      MunicipalRate(municipality: try city("012131"), rate: try madeRate(2, per: 9, year: 2021)),
    ]
    #expect(try RateRanking(rates).caveats.map(\.code) == [.periodsDiffer])
  }

  @Test func `Nothing and one`() throws {
    #expect(try RateRanking([]).entries.isEmpty)
    let one = try RateRanking([
      MunicipalRate(municipality: try city("012106"), rate: try madeRate(0, per: 9))
    ])
    #expect(one.entries.map(\.rank) == [1])
    #expect(one.entries.map(\.isTied) == [false])
  }
}
