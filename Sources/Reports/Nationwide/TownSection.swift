import Demography
import MunicipalModel
package import Nationwide
import OpenData
package import Rendering

/// A municipality beside its prefecture, the nation and its peers, and its ranks over the years.
package struct TownSection {
  private let town: MunicipalityData
  private let series: RegistrySeries
  private let lines: [ComparedArea]
  private let comparison: DynamicsComparison
  private let years: ClosedRange<Int>?

  /// - Parameter years: the years of the flows; `nil` for all.
  /// - Returns: `nil` if the folder has no sheet of the register with the municipality.
  package init?(_ town: MunicipalityData, years: ClosedRange<Int>? = nil) {
    let found = town.data.series.first { !town.ratedAccounts(in: $0, years: years).isEmpty }
    guard let found else { return nil }
    self.town = town
    series = found
    self.years = years
    lines = town.data.areas(
      beside: [town], Set(ComparedArea.Kind.allCases), in: found, years: years)
    comparison = DynamicsComparison([
      DynamicsComparison.Member(
        municipality: town.municipality, accounts: town.ratedAccounts(in: found, years: years))
    ])
  }

  /// The section.
  package var section: ReportSection {
    ReportSection(
      key: "beside_\(town.municipality.code.sixDigits)",
      heading: LocalizedText(
        ja: "\(town.municipality.name.ja)と、似た市区町村・都道府県・全国",
        en: "\(town.municipality.name.en) beside its peers, its prefecture and the nation"),
      introduction: [
        LocalizedText(
          ja: "\(series.label.ja)の表による。", en: "By the sheets of \(series.label.en).")
      ],
      charts: DynamicsSection.kinds.map(chart),
      tables: [BesideTable(lines, beside: comparison, withMembers: true).table, ranks]
        .compactMap(\.self))
  }

  private func chart(_ kind: CrudeRateKind) -> ReportChart {
    let categories = comparison.years.map { ChartCategory($0) }
    let all =
      comparison.members.map { ($0.municipality.name, $0.municipality.code.sixDigits, $0.accounts) }
      + lines.map { ($0.label, $0.id, $0.accounts) }
    let series = all.map { name, key, accounts in
      ChartSeries(
        name, key: key,
        cells: comparison.years.map { year in
          ReportCell {
            guard let account = accounts.first(where: { $0.period == year }) else {
              throw DemographyError(code: .missingInput, subject: kind.label, period: year)
            }
            return try account.crudeRate(of: kind, comparison.definition)
          }
        })
    }
    return ReportChart(
      key: "beside_\(kind.rawValue)_\(town.municipality.code.sixDigits)", kind: .line,
      title: LocalizedText(ja: kind.label.ja, en: kind.label.en.sentenceCased),
      summary: ChartSummary.ends(series, of: categories),
      categoryLabel: LocalizedText(ja: "年", en: "year"),
      valueLabel: comparison.definition.axisLabel, categories: categories, series: series)
  }

  private var ranks: ReportTable {
    let symbol = comparison.definition.scale.symbol
    return ReportTable(
      key: "ranks",
      caption: LocalizedText(
        ja: "全国での順位（率の高い順）", en: "Ranks in the nation (highest rate first)"),
      columns: [
        .key("rate", LocalizedText(ja: "率", en: "rate")),
        .key("year", LocalizedText(ja: "年", en: "year")),
        .number("value", LocalizedText(ja: "率（\(symbol)）", en: "rate (\(symbol))"), unit: symbol),
        .number("rank", LocalizedText(ja: "順位", en: "rank")),
        .number("count", LocalizedText(ja: "うち", en: "of")),
      ],
      rows: DynamicsSection.kinds.flatMap { kind in
        town.ranks(by: kind, in: series, years: years).map { year -> ReportRow in
          [
            ReportCell(kind.label, value: kind.rawValue), ReportCell(year.period),
            RankingCells.rate(year.rate), ReportCell(year.rank, style: .plain),
            ReportCell(year.count),
          ]
        }
      })
  }
}
