import Demography
import MunicipalModel
import Nationwide
import OpenData
import Rendering

/// The municipalities of the nation on a map, each a dot coloured by its rate, and one of them marked.
struct TownMap {
  private let town: MunicipalityData
  private let rates: [AreaRate]
  private let kind: CrudeRateKind
  private let rank: YearlyRank

  /// Fewer municipalities are no map of the nation.
  private static let least = 10

  /// - Parameters:
  ///   - rank: the rank of the town in the year that is shown.
  ///   - sheet: the sheet of that year.
  /// - Returns: `nil` if too few have a rate, or if the town has no place on a map.
  init?(
    _ town: MunicipalityData, _ kind: CrudeRateKind, _ rank: YearlyRank,
    in sheet: ResidentRegistry, of series: RegistrySeries
  ) {
    let rates = series.rates(of: kind, in: sheet, .municipalities)
    guard rates.count >= Self.least, Self.place(of: town.municipality.code) != nil else {
      return nil
    }
    self.town = town
    self.kind = kind
    self.rank = rank
    self.rates = rates
  }

  private static func place(of code: MunicipalityCode) -> GeographicPlace? {
    MunicipalityDirectory.builtIn.entry(code).flatMap {
      GeographicPlace(latitude: $0.latitude, longitude: $0.longitude)
    }
  }

  private var definition: RateDefinition { rank.rate.definition }
  private var symbol: String { definition.scale.symbol }

  var chart: ReportChart {
    let own = town.municipality
    let isAmong = rates.contains { $0.area.code == own.code }
    // A ward is no municipality, and stands beside them.
    let areas = rates.map(\.area) + (isAmong ? [] : [town.area])
    let cells = rates.map { rate in
      rate.rounded.map { ReportCell($0, unit: symbol) } ?? .notComputable
    }
    let ownCell =
      rank.rate.rounded.map {
        ReportCell($0, unit: symbol, sources: rank.rate.sources, formula: rank.rate.formula)
      } ?? .notComputable
    let chart = ReportChart(
      key: "map_\(kind.rawValue)_\(own.code.sixDigits)", kind: .map,
      title: LocalizedText(
        ja: "\(rank.period.label.ja)の全国の\(kind.label.ja)",
        en: "\(kind.label.en) in the nation, \(rank.period.label.en)"),
      summary: summary,
      categoryLabel: LocalizedText(ja: "市区町村", en: "municipality"),
      valueLabel: definition.axisLabel,
      categories: areas.map { area in
        ChartCategory(
          LocalizedText((area.prefecture?.name.ja ?? "") + area.name),
          place: area.code.flatMap(Self.place))
      },
      series: [
        ChartSeries(kind.label, key: "rate", cells: cells),
        ChartSeries(
          own.name, key: own.code.sixDigits,
          cells: areas.map { $0.code == own.code ? ownCell : ReportCell(missing: .blank) }),
      ])
    return chart.found(finding)
  }

  private var finding: LocalizedText? {
    guard let figure = rank.rate.rounded else { return nil }
    let text = (kind.isBalance ? FigureStyle.signed : .grouped).text(figure)
    let all = (RankedAreas.allCases.first { $0.includes(town.area) } ?? .municipalities)
      .counted(rank.count)
    return LocalizedText(
      ja: "\(town.municipality.name.ja)の\(rank.period.label.ja)の\(kind.label.ja) \(text)\(symbol)は、"
        + "全国の\(all.ja)の高いほうから\(FigureStyle.grouped.text(rank.rank))番目",
      en: "\(town.municipality.name.en): \(kind.label.en) \(text)\(symbol) in "
        + "\(rank.period.label.en), rank "
        + "\(FigureStyle.grouped.text(rank.rank)) of \(all.en) from the highest")
  }

  /// What the map shows, for those who cannot see it.
  private var summary: LocalizedText {
    let sorted = rates.sorted { $0.value < $1.value }
    guard let lowest = sorted.first, let highest = sorted.last else { return LocalizedText("") }
    let median = ReportCell(
      rounding: StochasticProjection.quantile(sorted.map(\.value), 0.5), to: definition.decimals
    ).text
    let gaining = sorted.count { $0.value > 0 }
    func figure(_ rate: AreaRate) -> String {
      (rate.rounded.map { FigureStyle.grouped.text($0) } ?? "") + symbol
    }
    func name(_ rate: AreaRate) -> LocalizedText {
      let prefecture = rate.area.prefecture?.name ?? LocalizedText("")
      return LocalizedText(
        ja: prefecture.ja + rate.area.name, en: "\(rate.area.labelInEnglish.en), \(prefecture.en)")
    }
    return LocalizedText(
      ja:
        "\(FigureStyle.grouped.text(sorted.count))市区町村の\(kind.label.ja)。最も高いのは\(name(highest).ja)の\(figure(highest))、"
        + "最も低いのは\(name(lowest).ja)の\(figure(lowest))、中央値は\(median.ja)\(symbol)。"
        + "0より高いのは\(FigureStyle.grouped.text(gaining))市区町村。"
        + (finding.map { $0.ja + "。" } ?? ""),
      en:
        "\(kind.label.en) of \(FigureStyle.grouped.text(sorted.count)) municipalities: the highest in \(name(highest).en) "
        + "(\(figure(highest))), the lowest in \(name(lowest).en) (\(figure(lowest))), the median "
        + "\(median.en)\(symbol); above 0 in \(FigureStyle.grouped.text(gaining)). "
        + (finding.map { $0.en + "." } ?? ""))
  }
}
