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
  private let yearlyRanks: [RankedRate]

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
    yearlyRanks = DynamicsSection.kinds.flatMap { kind in
      town.ranks(by: kind, in: found, years: years).map { (kind, $0) }
    }
  }

  /// What stands in its place where the folder has no sheet of the register with the municipality.
  package static func missing(
    _ town: MunicipalityData, years: ClosedRange<Int>? = nil
  ) -> ReportSection {
    let name = town.municipality.name
    return ReportSection(
      key: "beside_\(town.municipality.code.sixDigits)",
      heading: LocalizedText(ja: "\(name.ja)の増減", en: "Changes of \(name.en)"),
      introduction: [
        LocalizedText(
          ja: "フォルダーに、\(name.ja)の\(years == nil ? "" : "求めた年の")行がある住民基本台帳の人口動態の表がないため、"
            + "増減率、順位、全国の地図は示していない。",
          en:
            "The folder has no sheet of the register's accounts with \(name.en)\(years == nil ? "" : " in the years asked for"), "
            + "so there are no rates of change, no ranks and no map.")
      ])
  }

  /// The town's accounts, by whose rates the section is made.
  package var accounts: [PopulationAccount] { comparison.members.flatMap(\.accounts) }

  /// The years whose population is not that of the sheet before and the change of the year.
  package var differences: [Diagnostic] {
    series.sheets.compactMap { sheet in
      guard years?.contains(sheet.period.year) != false,
        let cell = sheet.row(town.municipality.code)?.citation(.population),
        let noticed = series.pair(endingIn: sheet)?.diagnostics.first(where: { $0.citation == cell }
        )
      else { return nil }
      let (period, message) = (sheet.period.label, noticed.message)
      return Diagnostic(
        severity: noticed.severity, code: noticed.code,
        message: LocalizedText(
          ja: "\(period.ja)末の人口は、\(message.ja)（率は前年の表の人口で割ったもの）",
          en: "The population at the end of \(period.en) is \(message.en) (rates divide by the "
            + "population of the sheet before)"), citation: cell)
    }
  }

  private var beside: BesideTable {
    BesideTable(lines, beside: comparison, withMembers: true, withQuartiles: true)
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
      ] + missing + differences.map { $0.message + LocalizedText(ja: "。", en: ".") },
      charts: DynamicsSection.kinds.map(chart) + [position].compactMap(\.self) + maps,
      tables: [beside.table, ranks]
        .compactMap(\.self))
  }

  /// The years that are not shown, and why.
  private var missing: [LocalizedText] {
    let have = Set(comparison.years.map(\.year))
    let lacking = series.wantedYears(years).filter { !have.contains($0) }.map { "\($0)" }
    guard !lacking.isEmpty else { return [] }
    return [
      LocalizedText(
        ja: "\(lacking.joined(separator: "、"))年の増減は、フォルダーに率を計算できる表がないため示していない。",
        en:
          "The changes of \(lacking.joined(separator: ", ")) are not shown: the folder has no sheet that rates are "
          + "formed of.")
    ]
  }

  private func chart(_ kind: CrudeRateKind) -> ReportChart {
    let categories = comparison.years.map { ChartCategory($0) }
    let series = beside.series(kind)
    // The town, its prefecture and the nation; the quartiles of the peers are in the drawing.
    let told = series.prefix(1 + lines.count { $0.members.isEmpty })
    let all = DynamicsSection.kinds.flatMap(beside.series).flatMap(\.points).compactMap(\.value)
    return ReportChart(
      key: "beside_\(kind.rawValue)_\(town.municipality.code.sixDigits)", kind: .line,
      title: kind.chartTitle,
      summary: ChartSummary.ends(series, of: categories),
      categoryLabel: LocalizedText(ja: "年", en: "year"),
      valueLabel: comparison.definition.axisLabel, categories: categories, series: series,
      axisReaches: [all.min(), all.max()].compactMap(\.self)
    ).found(
      ChartSummary.newest(
        Array(told), of: categories, what: kind.chartTitle, unit: comparison.definition.scale.symbol
      ))
  }

  /// The nation by the rates of the newest year.
  private var maps: [ReportChart] {
    [CrudeRateKind.socialChange, .naturalChange].compactMap { kind in
      guard let newest = yearlyRanks.last(where: { $0.kind == kind })?.year,
        let sheet = series.sheets.last(where: { $0.period == newest.period })
      else { return nil }
      return TownMap(town, kind, newest, in: sheet, of: series)?.chart
    }
  }

  private var ranks: ReportTable {
    let symbol = comparison.definition.scale.symbol
    let columns: [TableColumn<RankedRate>] = [
      .key("rate", "率", "rate") { ReportCell($0.kind.label, value: $0.kind.rawValue) },
      .key("year", "年", "year") { ReportCell($0.year.period) },
      .number("value", "率（\(symbol)）", "rate (\(symbol))", unit: symbol) {
        RankingCells.rate($0.year.rate)
      },
      .number("rank", "順位", "rank") { ReportCell($0.year.rank, style: .plain) },
      .number("count", "うち", "of") { ReportCell($0.year.count) },
      .number("percentile", "下位の割合(%)", "lower (%)", unit: "%") { Self.position($0.year) },
    ]
    return ReportTable(
      key: "ranks",
      caption: LocalizedText(
        ja: "全国での順位（率の高い順）", en: "Ranks in the nation (highest rate first)"),
      rows: yearlyRanks, columns: columns)
  }

  /// A rate of a year with its rank.
  private typealias RankedRate = (kind: CrudeRateKind, year: YearlyRank)

  private static func position(_ rank: YearlyRank?) -> ReportCell {
    ReportCell(
      rounding: rank?.percentile, to: 1, unit: "%", sources: rank?.rate.sources ?? [],
      formula: LocalizedText(
        ja: "率が下の市区町村の割合（同じものは半分）", en: "share of those with a lower rate, half of the equal ones"))
  }

  /// Where the town stands among all of the nation, year by year; `nil` of one year.
  private var position: ReportChart? {
    guard comparison.years.count > 1 else { return nil }
    let all = yearlyRanks
    let categories = comparison.years.map { ChartCategory($0) }
    let lines = DynamicsSection.kinds.map { kind in
      ChartSeries(
        kind.label, key: kind.rawValue,
        cells: comparison.years.map { year in
          Self.position(all.first { $0.kind == kind && $0.year.period == year }?.year)
        })
    }
    return ReportChart(
      key: "position_\(town.municipality.code.sixDigits)", kind: .line,
      title: LocalizedText(ja: "全国の中での位置", en: "Place in the nation"),
      summary: ChartSummary.ends(lines, of: categories),
      categoryLabel: LocalizedText(ja: "年", en: "year"),
      valueLabel: LocalizedText(
        ja: "率が下の市区町村の割合（%、100が最上位）",
        en: "share of municipalities with a lower rate (%, 100 is the highest)"),
      categories: categories, series: lines, axisReaches: [0, 100]
    ).found(
      ChartSummary.newest(
        lines, of: categories,
        what: LocalizedText(
          ja: "\(town.municipality.name.ja)より率の低い市区町村の割合",
          en: "municipalities with a lower rate than \(town.municipality.name.en)"), unit: "%"),
      colour: 0)
  }
}
