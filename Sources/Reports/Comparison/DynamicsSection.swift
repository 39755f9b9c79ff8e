import Demography
import MunicipalModel
import Rendering

/// Rates, ranks, differences and index numbers over the years that all municipalities have.
struct DynamicsSection {
  private let comparison: DynamicsComparison
  static let kinds: [CrudeRateKind] = [.naturalChange, .socialChange, .totalChange]

  private let key: String
  private let heading: LocalizedText
  private let first: [ReportTable]
  private let takesOne: Bool
  private let undefined: [Municipality]

  /// - Parameters:
  ///   - key: the section's stable name.
  ///   - label: what the figures count, where several sections of the kind stand in a report.
  ///   - first: tables before those of the comparison.
  ///   - takesOne: whether a municipality is shown alone, beside others that take no part in the ranks.
  ///   - undefined: the municipalities of whose population figures no definition is known.
  init(
    _ comparison: DynamicsComparison, key: String = "dynamics", label: LocalizedText? = nil,
    first: [ReportTable] = [], takesOne: Bool = false, undefined: [Municipality] = []
  ) {
    self.undefined = undefined
    self.comparison = comparison
    self.key = key
    self.first = first
    self.takesOne = takesOne
    heading =
      label.map {
        LocalizedText(ja: "\(Self.heading.ja)（\($0.ja)）", en: "\(Self.heading.en): \($0.en)")
      } ?? Self.heading
  }

  var section: ReportSection {
    guard comparison.members.count > (takesOne ? 0 : 1), !comparison.years.isEmpty else {
      return ReportSection(
        key: key, heading: heading, introduction: [],
        closing: [nothing])
    }
    return ReportSection(
      key: key, heading: heading, introduction: [definition],
      tables: first + [rates] + (comparison.members.count > 1 ? [ranks] : []) + [counts, indices]
        + [caveats].filter { !$0.rows.isEmpty },
      closing: withoutTables)
  }

  private static let heading = LocalizedText(ja: "人口の動き", en: "Population dynamics")

  /// Why there is no table.
  private var nothing: LocalizedText {
    guard takesOne, let name = comparison.members.first?.municipality.name,
      comparison.members.count == 1
    else {
      if !undefined.isEmpty {
        let names = undefined.map(\.name).joined()
        return LocalizedText(
          ja: "\(names.ja)の資料に人口の定義（population_definition）がないため、人口の動きを比べられません。",
          en:
            "The documents of \(names.en) have no definition of their populations (population_definition), "
            + "so that the dynamics cannot be compared.")
      }
      return LocalizedText(
        ja: "同じ年の人口の動きが資料にある市町村が2つ以上ないため、比べられません。",
        en:
          "Fewer than two municipalities have documents of the population dynamics of the same year, "
          + "so there is nothing to compare.")
    }
    return LocalizedText(
      ja: "\(name.ja)の人口の動きが分かる年がありません。",
      en: "There is no year of which the population dynamics of \(name.en) are known.")
  }

  private var definition: LocalizedText {
    let rate = comparison.definition
    return LocalizedText(
      ja: "率はすべて記載された人数から同じ定義で計算: \(rate.denominator.label.ja)に対する\(rate.scale.symbol)、"
        + "小数第\(rate.decimals)位まで。年は\(all.ja)の資料がそろう\(span.ja)。",
      en:
        "Every rate is computed from printed counts on one definition: \(rate.scale.symbol) of the "
        + "\(rate.denominator.label.en), to \(rate.decimals) decimals. Years that \(all.en) publish: "
        + "\(span.en)."
    )
  }

  /// All municipalities, or those that have a table of the population dynamics.
  private var all: LocalizedText {
    guard !comparison.withoutAccounts.isEmpty || comparison.members.count < 2 else {
      return LocalizedText(ja: "すべての市町村", en: "all municipalities")
    }
    let names = comparison.members.map(\.municipality.name)
    if comparison.withoutAccounts.isEmpty, let name = names.first { return name }
    return LocalizedText(
      ja: "人口の動きの表がある" + names.map(\.ja).joined(separator: "と"),
      en: names.map(\.en).joined(separator: " and ") + ", which have a table of the dynamics,")
  }

  private var span: LocalizedText {
    guard let first = comparison.years.first, let last = comparison.years.last else {
      return LocalizedText("")
    }
    if case (.fiscalYear, .fiscalYear) = (first, last) {
      return LocalizedText(
        ja: "\(first.year)～\(last.year)年度", en: "FY\(first.year)–\(last.year)")
    }
    return LocalizedText(ja: "\(first.year)～\(last.year)年", en: "\(first.year)–\(last.year)")
  }

  // MARK: Tables

  /// A line of a table: an item of a municipality, and its cell in each year.
  private struct Line {
    let item: ReportCell
    let municipality: ReportCell
    let cell: (Period) -> ReportCell
  }

  private func line(
    _ label: LocalizedText, _ key: String, _ member: DynamicsComparison.Member,
    cell: @escaping (Period) -> ReportCell
  ) -> Line {
    Line(
      item: ReportCell(label, value: key), municipality: ReportCell(member.municipality),
      cell: cell)
  }

  private func columns(
    _ key: String, _ ja: String, _ en: String, unit: String = ""
  ) -> [TableColumn<Line>] {
    [
      .key(key, ja, en) { $0.item },
      .key("municipality", "市町村", "municipality") { $0.municipality },
    ]
      + comparison.years.map { year in
        .number("y\(year.year)", LocalizedText("\(year.year)"), unit: unit) { $0.cell(year) }
      }
  }

  /// The rates of each municipality, and the differences from the last one.
  private var rates: ReportTable {
    let symbol = comparison.definition.scale.symbol
    return ReportTable(
      key: "rates",
      caption: LocalizedText(ja: "増減率（\(symbol)）", en: "Rates of change (\(symbol))"),
      rows: Self.kinds.flatMap { kind in
        comparison.members.map { member in
          line(kind.label, kind.rawValue, member) { year in
            ReportCell { try comparison.rate(kind, of: member, in: year) }
          }
        } + differences(kind)
      },
      columns: columns("rate", "率", "rate", unit: symbol).enumerated().map {
        $0.offset == comparison.years.count + 1 ? $0.element.drawn : $0.element
      },
      notes: comparison.members.count < 2
        ? []
        : [
          LocalizedText(
            ja: "差は丸める前の率から計算しています。", en: "Differences are of the rates before rounding.")
        ])
  }

  private func differences(_ kind: CrudeRateKind) -> [Line] {
    guard let reference = comparison.members.last else { return [] }
    return comparison.members.dropLast().map { member in
      let names = (member.municipality, reference.municipality)
      return Line(
        item: ReportCell(kind.label, value: kind.rawValue),
        municipality: ReportCell(
          LocalizedText(
            ja: "差（\(names.0.name.ja) − \(names.1.name.ja)、ポイント）",
            en: "difference (\(names.0.name.en) − \(names.1.name.en), points)"),
          value: "\(names.0.code)-\(names.1.code)")
      ) { year in
        guard let rate = try? comparison.rate(kind, of: member, in: year),
          let other = try? comparison.rate(kind, of: reference, in: year),
          let difference = try? rate.difference(from: other)
        else { return .notComputable }
        return ReportCell(difference, rounded: difference.rounded, unit: difference.unit.en)
      }
    }
  }

  private var ranks: ReportTable {
    ReportTable(
      key: "ranks", caption: LocalizedText(ja: "順位（率の高い順）", en: "Ranks (highest rate first)"),
      rows: Self.kinds.flatMap { kind in
        comparison.members.map { member in
          line(kind.label, kind.rawValue, member) { year in
            guard let ranking = try? comparison.ranking(by: kind, in: year),
              let entry = ranking.entries.first(where: { $0.municipality == member.municipality })
            else { return .notComputable }
            return ReportCell(entry.rank, sources: entry.rate.sources)
          }
        }
      }, columns: columns("rate", "率", "rate"))
  }

  /// The printed counts, and the change that is neither natural nor social.
  private var counts: ReportTable {
    let items: [AccountItem] = [
      .births, .deaths, .naturalChange, .inMigrants, .outMigrants, .socialChange, .closingStock,
    ]
    return ReportTable(
      key: "counts", caption: LocalizedText(ja: "人数（人）", en: "Counts (persons)"),
      rows: comparison.members.flatMap { member in
        items.map { item in
          line(item.label, item.rawValue, member) { year in
            comparison.account(of: member, in: year)?[item].map { ReportCell($0) } ?? .notPrinted
          }
        } + [line(Self.otherChange, "other_change", member) { residual(member, $0) }]
      }, columns: columns("item", "項目", "item", unit: "人"),
      notes: [
        LocalizedText(
          ja: "その他の増減 = 年末人口 − 前年末人口 − 自然増減 − 社会増減（人口の基本方程式の残差）",
          en:
            "Other change = year-end − previous year-end population − natural − social change, the "
            + "residual of the balancing equation.")
      ])
  }

  private static let otherChange = LocalizedText(ja: "その他の増減", en: "other change")

  private func residual(_ member: DynamicsComparison.Member, _ year: Period) -> ReportCell {
    guard let account = comparison.account(of: member, in: year),
      let equation = try? BalancingEquation(account), !equation.isBalancedByConstruction
    else { return .notComputable }
    // Where the social change holds it, it is no row of its own, unless something is left all the same.
    if account.definition.otherChange == .insideSocialChange, equation.otherChange.value == 0 {
      return ReportCell(
        missing: account.definition.otherChange.rawValue,
        text: account.definition.otherChange.label)
    }
    return ReportCell(equation.otherChange)
  }

  private var indices: ReportTable {
    let items: [AccountItem] = [
      .closingStock, .births, .deaths, .inMigrants, .outMigrants,
    ]
    let base = comparison.years.first?.year ?? 0
    return ReportTable(
      key: "indices", caption: LocalizedText(ja: "指数（\(base)年 = 100）", en: "Index (\(base) = 100)"),
      rows: items.flatMap { item in
        comparison.members.map { member in
          let numbers = indices(item, member)
          return line(item.label, item.rawValue, member) { year in
            numbers.first { $0.period == year }.map { ReportCell($0, rounded: $0.rounded(to: 1)) }
              ?? .notComputable
          }
        }
      }, columns: columns("item", "項目", "item"))
  }

  private func indices(_ item: AccountItem, _ member: DynamicsComparison.Member) -> [IndexNumber] {
    let accounts = member.accounts.filter { comparison.years.contains($0.period) }
    return comparison.years.first.flatMap { try? accounts.indexNumbers(of: item, base: $0) } ?? []
  }

  // MARK: Caveats

  /// What must be known to read the rates side by side; a table, so that CSV has it too.
  private var caveats: ReportTable {
    ReportTable(
      key: "caveats", caption: LocalizedText(ja: "比べるときの注意", en: "What to know when comparing"),
      rows: comparison.caveats(for: Self.kinds),
      columns: [
        .key("caveat", "注意", "caveat") {
          ReportCell($0.caveat.message, value: $0.caveat.code.rawValue)
        },
        .text("years", "年", "years") {
          ReportCell($0.span, value: $0.years.map(\.code).joined(separator: ";"))
        },
      ])
  }

  private var withoutTables: [LocalizedText] {
    comparison.withoutAccounts.map {
      undefined.contains($0)
        ? LocalizedText(
          ja: "\($0.name.ja)の資料に人口の定義（population_definition）がないため、率を計算していません。",
          en:
            "The documents of \($0.name.en) have no definition of their populations (population_definition), so no "
            + "rates are computed.")
        : LocalizedText(
          ja: "\($0.name.ja)の資料には人口の動きの表がありません。",
          en: "The documents of \($0.name.en) have no table of population dynamics.")
    }
  }
}
