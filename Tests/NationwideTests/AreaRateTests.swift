import Demography
import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

/// Rates of many areas without their cells, against the accounts that have these.
struct AreaRateTests {
  private static func data(_ years: [Int]) throws -> NationwideData {
    let rows = Fixture.rows2020
    return NationwideData(
      try years.map { year in
        .registry(
          try ResidentRegistry.read(
            Array(Fixture.sheet(ofYear: year, Fixture.wholeSheet(rows)).utf8),
            document: DocumentID(rawValue: "\(year).csv")))
      })
  }

  @Test(arguments: [[2019], [2018, 2019]])
  func areThoseOfTheAccounts(_ years: [Int]) throws {
    let data = try Self.data(years)
    let series = try #require(data.series.first)
    let sheet = try #require(series.sheets.last)
    for kind in CrudeRateKind.allCases {
      for rate in series.rates(of: kind, in: sheet, .municipalities) {
        let code = try #require(rate.area.code)
        let account = try #require(series.accounts(of: code).last)
        let own = try account.crudeRate(of: kind, NationwideTable.rateDefinition)
        #expect(rate.value == own.value && rate.rounded == own.rounded, "\(kind) \(code)")
      }
      #expect(
        series.rates(of: kind, in: sheet, .municipalities).count == Fixture.rows2020.count)
    }
  }
}
