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
    let definition = NationwideTable.rateDefinition
    return series.sheets.filter {
      $0.withheldRates == nil && years?.contains($0.period.year) != false
    }.compactMap { sheet -> YearlyRank? in
      var own: CrudeRate?
      // Quotients of whole numbers below 2^53 are equal as doubles exactly if they are equal.
      var values: [Double] = []
      for row in sheet.rows where areas.includes(row.area) {
        guard
          let rate = try? series.account(of: row, in: sheet).crudeRate(of: kind, definition)
        else { continue }
        values.append(rate.value)
        if row.area.code == municipality.code { own = rate }
      }
      guard let own else { return nil }
      let higher = values.count { $0 > own.value }
      let equal = values.count { $0 == own.value }
      let lower = Double(values.count - higher - equal)
      return YearlyRank(
        period: sheet.period, rate: own, rank: higher + 1, count: values.count,
        percentile: (lower + Double(equal) / 2) / Double(values.count) * 100)
    }
  }
}
