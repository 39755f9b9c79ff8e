import Demography
import MunicipalModel
import Nationwide
import Rendering

/// The rates of what municipalities are shown beside: their prefectures, the nation, their peers.
struct BesideTable {
  private let areas: [ComparedArea]
  private let comparison: DynamicsComparison
  private let withMembers: Bool
  private let withQuartiles: Bool

  /// - Parameters:
  ///   - withMembers: whether the municipalities stand in the table too.
  ///   - withQuartiles: whether the middle half of the peers does.
  init(
    _ areas: [ComparedArea], beside comparison: DynamicsComparison, withMembers: Bool = false,
    withQuartiles: Bool = false
  ) {
    self.areas = areas
    self.comparison = comparison
    self.withMembers = withMembers
    self.withQuartiles = withQuartiles
  }

  /// A row: a rate, the name and the key of what it is of, and its cell in each year.
  private struct Line {
    let kind: CrudeRateKind
    let label: LocalizedText
    let key: String
    /// Whether a chart shows it.
    var isDrawn = true
    /// Whether a chart draws it in grey.
    var isMuted = false
    /// The key of the line up to which a chart fills a band.
    var fillsTo: String?
    let cell: (Period) -> ReportCell
  }

  private func lines(_ kind: CrudeRateKind) -> [Line] {
    let own = comparison.members.map { member in
      Line(kind: kind, label: member.municipality.name, key: member.municipality.code.sixDigits) {
        cell(kind, of: member.accounts, in: $0)
      }
    }
    let beside = areas.map { area in
      // The cells of the sum of many are too many to stand beside each rate.
      Line(kind: kind, label: area.label, key: area.id, isDrawn: area.members.isEmpty) {
        cell(kind, of: area.accounts, in: $0, isSum: !area.members.isEmpty)
      }
    }
    return (withMembers ? own : []) + beside
      + (withQuartiles ? areas.flatMap { quartiles($0, kind) } : [])
  }

  /// The middle half of the peers, municipality by municipality.
  private func quartiles(_ area: ComparedArea, _ kind: CrudeRateKind) -> [Line] {
    let count = area.members.count
    guard count > 3 else { return [] }
    func line(
      _ ja: String, _ en: String, _ key: String, fillsTo: String? = nil,
      _ value: @escaping (ComparedArea.Spread) -> Double
    ) -> Line {
      Line(
        kind: kind,
        label: LocalizedText(ja: "似た\(count)市区町村の\(ja)", en: "\(en) of \(count) peers"),
        key: "\(area.id)-\(key)", isMuted: true, fillsTo: fillsTo.map { "\(area.id)-\($0)" }
      ) { year in
        ReportCell(
          rounding: area.spread(of: kind, comparison.definition, in: year).map(value),
          to: comparison.definition.decimals, unit: comparison.definition.scale.symbol)
      }
    }
    return [
      line("上位25%点", "upper quartile", "upper", fillsTo: "lower") { $0.upper },
      line("中央値", "median", "median") { $0.median },
      line("下位25%点", "lower quartile", "lower") { $0.lower },
    ]
  }

  private func cell(
    _ kind: CrudeRateKind, of accounts: [PopulationAccount], in year: Period, isSum: Bool = false
  ) -> ReportCell {
    let account = accounts.first { $0.period == year }
    guard let rate = try? account?.crudeRate(of: kind, comparison.definition),
      let rounded = rate.rounded
    else { return .notComputable }
    return ReportCell(
      rounded, style: .signed, unit: comparison.definition.scale.symbol,
      sources: isSum ? [] : rate.sources,
      formula: rate.formula)
  }

  /// The lines of a rate as a chart draws them: of the peers the middle half, and not their sum.
  func series(_ kind: CrudeRateKind) -> [ChartSeries] {
    lines(kind).filter(\.isDrawn).map { line in
      ChartSeries(
        line.label, key: line.key, points: comparison.years.map { ChartPoint(line.cell($0)) },
        isMuted: line.isMuted, fillsTo: line.fillsTo)
    }
  }

  /// The table; `nil` if nothing stands beside.
  var table: ReportTable? {
    guard !areas.isEmpty, !comparison.years.isEmpty else { return nil }
    let symbol = comparison.definition.scale.symbol
    return ReportTable(
      key: "beside",
      caption: LocalizedText(
        ja: "\(kinds.ja)との増減率の比較（\(symbol)）",
        en: "Rates of change beside them: \(kinds.en) (\(symbol))"),
      rows: DynamicsSection.kinds.flatMap(lines),
      columns: [
        .key("rate", "率", "rate") { ReportCell($0.kind.label, value: $0.kind.rawValue) },
        .key("area", "地域", "area") { ReportCell($0.label, value: $0.key) },
      ]
        + comparison.years.map { year in
          .number("y\(year.year)", LocalizedText("\(year.year)"), unit: symbol) { $0.cell(year) }
        },
      notes: notes)
  }

  /// What stands beside, in words.
  private var kinds: LocalizedText {
    ComparedArea.Kind.allCases.filter { kind in areas.contains { $0.kind == kind } }.map { kind in
      switch kind {
      case .prefecture: LocalizedText(ja: "都道府県", en: "prefecture")
      case .nation: LocalizedText(ja: "全国", en: "nation")
      case .peers: LocalizedText(ja: "似た市区町村", en: "peers")
      }
    }.joined("・", ", ")
  }

  /// Which municipalities the peers are, each with its prefecture: there are several of some names.
  private var notes: [LocalizedText] {
    areas.filter { !$0.members.isEmpty }.map { area in
      let names = area.members.map { member in
        LocalizedText(
          ja: member.code.prefecture.name.ja + member.name.ja,
          en: "\(member.name.en) (\(member.code.prefecture.name.en))")
      }
      return LocalizedText(
        ja: "\(area.label.ja): " + names.map(\.ja).joined(separator: "、")
          + "。人口と高齢化率（公表されたものがあれば）の近い順。",
        en: "\(area.label.en): " + names.map(\.en).joined(separator: ", ")
          + "; the nearest in population and, where published, ageing rate first.")
    }
  }
}
