import Demography
import MunicipalModel
import Rendering

/// The population of each municipality, year by year: charts on one scale, and a table of each.
struct PopulationSection {
  private let members: [Member]
  /// Whether the natural and the social change are drawn elsewhere, beside those of the prefecture and the nation.
  private let isBeside: Bool
  private static let definition = RateDefinition.percentOfPreviousYearEnd
  private static let kinds: [CrudeRateKind] = [.naturalChange, .socialChange, .totalChange]

  /// A municipality with its accounts and the cells that both its table and its charts show.
  private struct Member {
    let municipality: Municipality
    let accounts: [PopulationAccount]
    /// Its place among all municipalities, which its colour goes by.
    let place: Int

    static func cell(_ item: AccountItem, _ account: PopulationAccount) -> ReportCell {
      (try? account.figure(item)).map { ReportCell($0) } ?? .notPrinted
    }

    static func cell(_ kind: CrudeRateKind, _ account: PopulationAccount) -> ReportCell {
      ReportCell { try account.crudeRate(of: kind, PopulationSection.definition) }
    }
  }

  init(_ content: OverallContent) {
    isBeside = content.records.count == 1 && !content.beside.isEmpty
    members = content.records.enumerated().map { place, record in
      Member(
        municipality: record.municipality, accounts: content.accounts(of: record), place: place)
    }.filter { !$0.accounts.isEmpty }
  }

  /// `nil` if no municipality has an account of a year.
  var section: ReportSection? {
    guard !members.isEmpty else { return nil }
    let symbol = Self.definition.scale.symbol
    return ReportSection(
      key: "population", heading: LocalizedText(ja: "人口の動き", en: "Population dynamics"),
      introduction: [
        LocalizedText(
          ja: "率は記載された人数から計算した、前年末人口に対する\(symbol)です。" + (isBeside ? "" : "3つの図の縦軸は同じです。")
            + (members.count > 1 ? "出生と死亡、転入と転出の図は、市町村の大きさが違うため縦軸も違います。" : ""),
          en:
            "Rates are computed from printed counts, in \(symbol) of the previous year-end population."
            + (isBeside ? "" : " The three charts of rates have one scale.")
            + (members.count > 1
              ? " Those of births and deaths and of in- and out-migrants each have their own, as the "
                + "municipalities differ in size." : ""))
      ],
      charts: isBeside
        ? members.flatMap(countCharts) + rateCharts.suffix(1)
        : rateCharts + members.flatMap(countCharts), tables: members.map(table))
  }

  // MARK: Charts

  private var rateCharts: [ReportChart] {
    let years = Set(members.flatMap { $0.accounts.map(\.period) }).sorted()
    let categories = years.map { ChartCategory($0) }
    let all = Self.kinds.map { kind in members.map { series($0, kind, years: years) } }
    let values = all.joined().flatMap { $0.points.compactMap(\.value) }
    return zip(Self.kinds, all).map { kind, series in
      ReportChart(
        key: "rate_\(kind.rawValue)", kind: .line,
        title: kind.chartTitle,
        summary: ChartSummary.ends(series, of: categories),
        categoryLabel: Self.year, valueLabel: Self.definition.axisLabel, categories: categories,
        series: series, axisReaches: [values.min() ?? 0, values.max() ?? 0]
      ).found(
        ChartSummary.newest(
          series, of: categories, what: kind.chartTitle, unit: Self.definition.scale.symbol))
    }
  }

  private func series(
    _ member: Member, _ kind: CrudeRateKind, years: [Period]
  ) -> ChartSeries {
    let cells = Dictionary(
      member.accounts.map { ($0.period, Member.cell(kind, $0)) }, uniquingKeysWith: { $1 })
    return ChartSeries(
      member.municipality.name, key: member.municipality.code.sixDigits,
      points: years.map { cells[$0].map { ChartPoint($0) } ?? .missing })
  }

  private func countCharts(_ member: Member) -> [ReportChart] {
    let titles: [(String, LocalizedText, [AccountItem])] = [
      (
        "births_deaths", LocalizedText(ja: "出生と死亡", en: "births and deaths"), [.births, .deaths]
      ),
      (
        "movers", LocalizedText(ja: "転入と転出", en: "in- and out-migrants"),
        [.inMigrants, .outMigrants]
      ),
    ]
    let name = member.municipality.name
    let categories = member.accounts.map { ChartCategory($0.period) }
    return titles.map { key, title, items in
      let series = items.map { item in
        ChartSeries(
          item.label, key: item.rawValue, cells: member.accounts.map { Member.cell(item, $0) })
      }
      return ReportChart(
        key: "\(key)_\(member.municipality.code.sixDigits)", kind: .line,
        title: LocalizedText(ja: "\(name.ja)の\(title.ja)", en: "\(name.en): \(title.en)"),
        summary: ChartSummary.ends(series, of: categories), categoryLabel: Self.year,
        valueLabel: LocalizedText(ja: "人", en: "persons"), categories: categories, series: series
      ).found(
        (items == [.births, .deaths] ? balance(member) : nil)
          ?? ChartSummary.newest(series, of: categories, what: name, unit: "人"),
        colour: member.place)
    }
  }

  /// 2021年の岩見沢市は、死亡が出生を891人上回る.
  private func balance(_ member: Member) -> LocalizedText? {
    let newest = member.accounts.last { $0.births != nil && $0.deaths != nil }
    guard let newest, let change = try? newest.figure(.naturalChange).value, change != 0 else {
      return nil
    }
    let people = FigureStyle.grouped.text(change < 0 ? -change : change)
    let (name, year) = (member.municipality.name, newest.period.label)
    return LocalizedText(
      ja: "\(year.ja)の\(name.ja)は、\(change < 0 ? "死亡が出生" : "出生が死亡")を\(people)人上回る",
      en:
        "\(name.en), \(year.en): \(people) more \(change < 0 ? "deaths than births" : "births than deaths")"
    )
  }

  private static let year = LocalizedText(ja: "年", en: "year")

  // MARK: Tables

  private func table(_ member: Member) -> ReportTable {
    let items: [AccountItem] = [
      .births, .deaths, .naturalChange, .inMigrants, .outMigrants, .socialChange, .closingStock,
    ]
    let symbol = Self.definition.scale.symbol
    return ReportTable(
      key: "population_\(member.municipality.code.sixDigits)",
      caption: LocalizedText(
        ja: "\(member.municipality.name.ja)の人口の動き（人、率は\(symbol)）",
        en: "Population dynamics of \(member.municipality.name.en) (persons; rates in \(symbol))"),
      rows: member.accounts,
      columns: [.key("year", Self.year) { ReportCell($0.period) }]
        + items.map { item in
          .number(item.rawValue, item.label, unit: "人") { Member.cell(item, $0) }
        }
        + Self.kinds.map { kind in
          .number("\(kind.rawValue)_rate", kind.label, unit: symbol) { Member.cell(kind, $0) }
        })
  }
}

extension RateDefinition {
  /// What a rate is given in and of what, as the label of an axis.
  var axisLabel: LocalizedText {
    LocalizedText(
      ja: "\(denominator.label.ja)に対する\(scale.symbol)",
      en: "\(scale.symbol) of the \(denominator.label.en)")
  }
}

extension CrudeRateKind {
  /// What stands over a chart: Rate of population change.
  var chartTitle: LocalizedText {
    LocalizedText(
      ja: label.ja,
      en: label.en.replacing("crude rate of total", with: "rate of population")
        .replacing("crude rate", with: "rate").sentenceCased)
  }
}
