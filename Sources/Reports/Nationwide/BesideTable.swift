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

  /// A row's name, its key, and what it is formed of.
  private struct Line {
    let label: LocalizedText
    let key: String
    let accounts: [PopulationAccount]
    /// Whether it is the sum of many, whose cells are too many to stand beside each rate.
    let isSum: Bool
  }

  private var lines: [Line] {
    let own = comparison.members.map { member in
      Line(
        label: member.municipality.name, key: member.municipality.code.sixDigits,
        accounts: member.accounts, isSum: false)
    }
    return (withMembers ? own : [])
      + areas.map {
        Line(label: $0.label, key: $0.id, accounts: $0.accounts, isSum: !$0.members.isEmpty)
      }
  }

  /// The table; `nil` if nothing stands beside.
  var table: ReportTable? {
    guard !areas.isEmpty, !comparison.years.isEmpty else { return nil }
    let definition = comparison.definition
    let symbol = definition.scale.symbol
    let rows = DynamicsSection.kinds.flatMap { kind in
      lines.map { line -> ReportRow in
        let cells = comparison.years.map { year -> ReportCell in
          let account = line.accounts.first { $0.period == year }
          guard let rate = try? account?.crudeRate(of: kind, definition),
            let rounded = rate.rounded
          else { return .notComputable }
          return ReportCell(
            rounded, unit: symbol, sources: line.isSum ? [] : rate.sources, formula: rate.formula)
        }
        return ReportRow(
          [ReportCell(kind.label, value: kind.rawValue), ReportCell(line.label, value: line.key)]
            + cells)
      }
    }
    return ReportTable(
      key: "beside",
      caption: LocalizedText(
        ja: "隣に置く都道府県・全国・似た市区町村の増減率（\(symbol)）",
        en: "Rates of change beside them: prefecture, nation, peers (\(symbol))"),
      columns: [
        .key("rate", LocalizedText(ja: "率", en: "rate")),
        .key("area", LocalizedText(ja: "地域", en: "area")),
      ]
        + comparison.years.map { .number("y\($0.year)", LocalizedText("\($0.year)"), unit: symbol) },
      rows: rows, notes: notes)
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
