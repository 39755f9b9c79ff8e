import Demography
import MunicipalModel
import Rendering

/// The share of people of 65 and over, as far as a table by age tells it.
struct ElderlyShare {
  /// The share in percent of those whose age is known.
  let value: Double
  let period: Period
  let statistic: PopulationStatistic
  let sources: [Citation]

  /// `nil` if the ages of the table do not part at 65.
  init?(_ stock: CitedAgeTable) {
    guard let span = AgeGroup(andOver: 65), let period = stock.period,
      let count = try? stock.table.count(at: span), stock.table.totalOfKnownAge > 0
    else { return nil }
    value = count / stock.table.totalOfKnownAge * 100
    self.period = period
    statistic = stock.statistic
    sources = stock.citations(of: .both, at: span)
  }

  /// The newest share that all municipalities have of one day, in their order; empty if they have none.
  static func newest(_ records: [MunicipalityRecord]) -> [ElderlyShare] {
    let shares = records.map { $0.stocksByAge.compactMap(Self.init) }
    let days = shares.map { Set($0.map(\.period)) }
    let common = days.dropFirst().reduce(days.first ?? []) { $0.intersection($1) }
    guard let day = common.max() else { return [] }
    let newest = shares.compactMap { $0.first { $0.period == day } }
    return newest.count == records.count ? newest : []
  }

  var cell: ReportCell {
    let cell = ReportCell(
      rounding: value, to: 1, unit: "%", sources: sources,
      formula: LocalizedText(
        ja: "65歳以上 ÷ 年齢の分かる人口 × 100", en: "65 and over ÷ people of known age × 100"))
    return ReportCell(
      text: cell.text + LocalizedText(ja: "%", en: " %"), value: cell.value, unit: "%",
      sources: sources,
      formula: cell.formula)
  }
}
