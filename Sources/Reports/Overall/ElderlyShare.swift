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

  /// The newest share of one day and statistic that all municipalities with ages have; empty if there is none.
  static func newest(_ records: [MunicipalityRecord]) -> [MunicipalityCode: ElderlyShare] {
    let own = records.map { ($0.municipality.code, $0.stocksByAge.compactMap(Self.init)) }
      .filter { !$1.isEmpty }
    let shares = own.map(\.1)
    let common = (shares.first ?? []).filter { one in
      shares.allSatisfy { $0.contains { $0.isComparable(with: one) } }
    }
    guard let day = common.map(\.period).max(), let one = common.first(where: { $0.period == day })
    else { return [:] }
    let newest = own.compactMap { code, shares in
      shares.first { $0.isComparable(with: one) }.map { (code, $0) }
    }
    return Dictionary(newest, uniquingKeysWith: { first, _ in first })
  }

  /// Whether both are of one day and statistic: a census and the register count other people.
  private func isComparable(with other: Self) -> Bool {
    period == other.period && statistic == other.statistic
  }

  var cell: ReportCell {
    let cell = ReportCell(
      rounding: value, to: 1, unit: "%", sources: sources,
      formula: LocalizedText(
        ja: "65歳以上 ÷ 年齢の分かる人口 × 100", en: "65 and over ÷ people of known age × 100"))
    return ReportCell(
      text: cell.text + LocalizedText("%"), value: cell.value, unit: "%",
      sources: sources,
      formula: cell.formula)
  }
}
