package import Demography
package import MunicipalModel
import OpenData

/// The rank of an area by a rate in one year, the highest rate first; equal rates share a rank.
package struct YearlyRank: Hashable, Sendable {
  /// The year.
  package let period: Period
  /// The rate, with its cells.
  package let rate: CrudeRate
  /// The rank, from 1.
  package let rank: Int
  /// How many areas of its kind have the rate.
  package let count: Int
  /// The share of them that are lower, half of the equal ones among them, in %, as `MunicipalRanking.Entry.percentile`.
  package let percentile: Double
}

extension MunicipalityData {
  /// The ranks among all areas of its kind, year by year, the oldest first, of the years in which it has the rate.
  package func ranks(
    by kind: CrudeRateKind, in series: RegistrySeries, years: ClosedRange<Int>? = nil
  ) -> [YearlyRank] {
    let areas = RankedAreas.allCases.first { $0.includes(area) } ?? .municipalities
    return series.sheets.filter {
      $0.withheldRates == nil && years?.contains($0.period.year) != false
    }.compactMap { sheet -> YearlyRank? in
      // Quotients of whole numbers below 2^53 are equal as doubles exactly if they are equal.
      let values = series.rates(of: kind, in: sheet, areas).map(\.value)
      let account = sheet.row(municipality.code).map { series.account(of: $0, in: sheet) }
      guard let own = try? account?.crudeRate(of: kind, NationwideTable.rateDefinition) else {
        return nil
      }
      let higher = values.count { $0 > own.value }
      let equal = values.count { $0 == own.value }
      let lower = Double(values.count - higher - equal)
      return YearlyRank(
        period: sheet.period, rate: own, rank: higher + 1, count: values.count,
        percentile: (lower + Double(equal) / 2) / Double(values.count) * 100)
    }
  }
}
