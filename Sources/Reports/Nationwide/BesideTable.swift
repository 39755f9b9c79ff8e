import Demography
import MunicipalModel
import Nationwide
import Rendering

/// The rates of what municipalities are shown beside: their prefectures, the nation, their peers.
struct BesideTable {
  private let areas: [ComparedArea]
  private let comparison: DynamicsComparison
  private let withMembers: Bool

  /// - Parameter withMembers: whether the municipalities stand in the table too.
  init(
    _ areas: [ComparedArea], beside comparison: DynamicsComparison, withMembers: Bool = false
  ) {
    self.areas = areas
    self.comparison = comparison
    self.withMembers = withMembers
  }

  /// A row's rate, the name and the key of its area, and what it is formed of.
  private struct Line {
    let kind: CrudeRateKind
    let label: LocalizedText
    let key: String
    let accounts: [PopulationAccount]
    /// Whether it is the sum of many, whose cells are too many to stand beside each rate.
    let isSum: Bool
  }

  private func lines(_ kind: CrudeRateKind) -> [Line] {
    let own = comparison.members.map { member in
      Line(
        kind: kind, label: member.municipality.name, key: member.municipality.code.sixDigits,
        accounts: member.accounts, isSum: false)
    }
    return (withMembers ? own : [])
      + areas.map {
        Line(
          kind: kind, label: $0.label, key: $0.id, accounts: $0.accounts,
          isSum: !$0.members.isEmpty)
      }
  }

  private func cell(_ line: Line, _ year: Period) -> ReportCell {
    let account = line.accounts.first { $0.period == year }
    guard let rate = try? account?.crudeRate(of: line.kind, comparison.definition),
      let rounded = rate.rounded
    else { return .notComputable }
    return ReportCell(
      rounded, unit: comparison.definition.scale.symbol, sources: line.isSum ? [] : rate.sources,
      formula: rate.formula)
  }

  /// The table; `nil` if nothing stands beside.
  var table: ReportTable? {
    guard !areas.isEmpty, !comparison.years.isEmpty else { return nil }
    let symbol = comparison.definition.scale.symbol
    return ReportTable(
      key: "beside",
      caption: LocalizedText(
        ja: "隣に置く都道府県・全国・似た市区町村の増減率（\(symbol)）",
        en: "Rates of change beside them: prefecture, nation, peers (\(symbol))"),
      rows: DynamicsSection.kinds.flatMap(lines),
      columns: [
        .key("rate", "率", "rate") { ReportCell($0.kind.label, value: $0.kind.rawValue) },
        .key("area", "地域", "area") { ReportCell($0.label, value: $0.key) },
      ]
        + comparison.years.map { year in
          .number("y\(year.year)", LocalizedText("\(year.year)"), unit: symbol) { cell($0, year) }
        },
      notes: notes)
  }

  /// Which municipalities the peers are.
  private var notes: [LocalizedText] {
    areas.filter { !$0.members.isEmpty }.map { area in
      let names = area.members.map(\.name)
      return LocalizedText(
        ja: "\(area.label.ja): " + names.map(\.ja).joined(separator: "、")
          + "。人口と高齢化率（公表されたものがあれば）の近い順。",
        en: "\(area.label.en): " + names.map(\.en).joined(separator: ", ")
          + "; the nearest in population and, where published, ageing rate first.")
    }
  }
}
