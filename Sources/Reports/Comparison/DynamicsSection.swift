import Demography
import MunicipalModel
import Rendering

/// Rates, ranks, differences and index numbers over the years that all municipalities have.
struct DynamicsSection {
  private let comparison: DynamicsComparison
  static let kinds: [CrudeRateKind] = [.naturalChange, .socialChange, .totalChange]

  private let key: String
  private let heading: LocalizedText
  private let more: [ReportTable]

  /// - Parameters:
  ///   - key: the section's stable name.
  ///   - label: what the figures count, where several sections of the kind stand in a report.
  ///   - more: tables behind those of the comparison.
  init(
    _ comparison: DynamicsComparison, key: String = "dynamics", label: LocalizedText? = nil,
    more: [ReportTable] = []
  ) {
    self.comparison = comparison
    self.key = key
    self.more = more
    heading =
      label.map {
        LocalizedText(ja: "\(Self.heading.ja)（\($0.ja)）", en: "\(Self.heading.en): \($0.en)")
      } ?? Self.heading
  }

  var section: ReportSection {
    guard comparison.members.count > 1, !comparison.years.isEmpty else {
      return ReportSection(
        key: key, heading: heading, introduction: [],
        closing: [
          LocalizedText(
            ja: "同じ年の人口の動きが資料にある市町村が2つ以上ないため、比べられません。",
            en:
              "Fewer than two municipalities have documents of the population dynamics of the same year, "
              + "so there is nothing to compare.")
        ])
    }
    return ReportSection(
      key: key, heading: heading, introduction: [definition],
      tables: [rates] + more + [ranks, counts, indices] + [caveats].filter { !$0.rows.isEmpty },
      closing: withoutTables)
  }

  private static let heading = LocalizedText(ja: "人口の動き", en: "Population dynamics")

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
    guard !comparison.withoutAccounts.isEmpty else {
      return LocalizedText(ja: "すべての市町村", en: "all municipalities")
    }
    let names = comparison.members.map(\.municipality.name)
    return LocalizedText(
      ja: "人口の動きの表がある" + names.map(\.ja).joined(separator: "と"),
      en: names.map(\.en).joined(separator: " and ") + ", which have a table of the dynamics,")
  }

  private var span: LocalizedText {
    guard let first = comparison.years.first, let last = comparison.years.last else {
      return LocalizedText("")
    }
    return LocalizedText(ja: "\(first.year)～\(last.year)年", en: "\(first.year)–\(last.year)")
  }

  // MARK: Tables

  private func columns(_ first: LocalizedText, _ key: String, unit: String) -> [ReportColumn] {
    [
      .key(key, first), .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
    ] + comparison.years.map { .number("y\($0.year)", LocalizedText("\($0.year)"), unit: unit) }
  }

  /// The rates of each municipality, and the differences from the last one.
  private var rates: ReportTable {
    var rows: [ReportRow] = []
    for kind in Self.kinds {
      for member in comparison.members {
        rows.append(
          ReportRow(
            head(kind.label, kind.rawValue, member)
              + comparison.years.map { cell(kind, member, $0) }))
      }
      rows += differences(kind)
    }
    let symbol = comparison.definition.scale.symbol
    return ReportTable(
      key: "rates",
      caption: LocalizedText(ja: "増減率（\(symbol)）", en: "Rates of change (\(symbol))"),
      columns: columns(LocalizedText(ja: "率", en: "rate"), "rate", unit: symbol), rows: rows,
      notes: [
        LocalizedText(
          ja: "差は丸める前の率から計算しています。", en: "Differences are of the rates before rounding.")
      ])
  }

  private func head(
    _ label: LocalizedText, _ key: String, _ member: DynamicsComparison.Member
  ) -> [ReportCell] {
    [
      ReportCell(label, value: key),
      ReportCell(member.municipality.name, value: member.municipality.code.sixDigits),
    ]
  }

  private func cell(
    _ kind: CrudeRateKind, _ member: DynamicsComparison.Member, _ year: Period
  ) -> ReportCell {
    do {
      let rate = try comparison.rate(kind, of: member, in: year)
      guard let rounded = rate.rounded else { return .notComputable }
      return ReportCell(
        rounded, unit: rate.definition.scale.symbol, sources: rate.sources, formula: rate.formula)
    } catch {
      return .notComputable
    }
  }

  private func differences(_ kind: CrudeRateKind) -> [ReportRow] {
    guard let reference = comparison.members.last else { return [] }
    return comparison.members.dropLast().map { member in
      let cells = comparison.years.map { year -> ReportCell in
        guard let rate = try? comparison.rate(kind, of: member, in: year),
          let other = try? comparison.rate(kind, of: reference, in: year),
          let difference = try? rate.difference(from: other), let rounded = difference.rounded
        else { return .notComputable }
        return ReportCell(
          rounded, unit: difference.unit.en, sources: difference.sources,
          formula: difference.formula)
      }
      let names = (member.municipality, reference.municipality)
      return ReportRow(
        [
          ReportCell(kind.label, value: kind.rawValue),
          ReportCell(
            LocalizedText(
              ja: "差（\(names.0.name.ja) − \(names.1.name.ja)、ポイント）",
              en: "difference (\(names.0.name.en) − \(names.1.name.en), points)"),
            value: "\(names.0.code)-\(names.1.code)"),
        ] + cells)
    }
  }

  private var ranks: ReportTable {
    var rows: [ReportRow] = []
    for kind in Self.kinds {
      for member in comparison.members {
        let cells = comparison.years.map { year -> ReportCell in
          guard let ranking = try? comparison.ranking(by: kind, in: year),
            let entry = ranking.entries.first(where: { $0.municipality == member.municipality })
          else { return .notComputable }
          return ReportCell(entry.rank, sources: entry.rate.sources)
        }
        rows.append(ReportRow(head(kind.label, kind.rawValue, member) + cells))
      }
    }
    return ReportTable(
      key: "ranks", caption: LocalizedText(ja: "順位（率の高い順）", en: "Ranks (highest rate first)"),
      columns: columns(LocalizedText(ja: "率", en: "rate"), "rate", unit: ""), rows: rows)
  }

  /// The printed counts, and the change that is neither natural nor social.
  private var counts: ReportTable {
    let items: [AccountItem] = [
      .births, .deaths, .naturalChange, .inMigrants, .outMigrants, .socialChange, .closingStock,
    ]
    var rows: [ReportRow] = []
    for member in comparison.members {
      for item in items {
        let cells = comparison.years.map { year -> ReportCell in
          comparison.account(of: member, in: year)?[item].map { ReportCell($0) } ?? .notPrinted
        }
        rows.append(ReportRow(head(item.label, item.rawValue, member) + cells))
      }
      rows.append(ReportRow(head(Self.otherChange, "other_change", member) + residuals(member)))
    }
    return ReportTable(
      key: "counts", caption: LocalizedText(ja: "人数（人）", en: "Counts (persons)"),
      columns: columns(LocalizedText(ja: "項目", en: "item"), "item", unit: "人"), rows: rows,
      notes: [
        LocalizedText(
          ja: "その他の増減 = 年末人口 − 前年末人口 − 自然増減 − 社会増減（人口の基本方程式の残差）",
          en:
            "Other change = year-end − previous year-end population − natural − social change, the "
            + "residual of the balancing equation.")
      ])
  }

  private static let otherChange = LocalizedText(ja: "その他の増減", en: "other change")

  private func residuals(_ member: DynamicsComparison.Member) -> [ReportCell] {
    comparison.years.map { year in
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
  }

  private var indices: ReportTable {
    let items: [AccountItem] = [
      .closingStock, .births, .deaths, .inMigrants, .outMigrants,
    ]
    var rows: [ReportRow] = []
    for item in items {
      for member in comparison.members {
        rows.append(ReportRow(head(item.label, item.rawValue, member) + indices(item, member)))
      }
    }
    let base = comparison.years.first?.year ?? 0
    return ReportTable(
      key: "indices", caption: LocalizedText(ja: "指数（\(base)年 = 100）", en: "Index (\(base) = 100)"),
      columns: columns(LocalizedText(ja: "項目", en: "item"), "item", unit: ""), rows: rows)
  }

  private func indices(
    _ item: AccountItem, _ member: DynamicsComparison.Member
  ) -> [ReportCell] {
    let accounts = member.accounts.filter { comparison.years.contains($0.period) }
    guard let base = comparison.years.first,
      let numbers = try? accounts.indexNumbers(of: item, base: base)
    else { return comparison.years.map { _ in .notComputable } }
    return comparison.years.map { year in
      guard let index = numbers.first(where: { $0.period == year }),
        let rounded = index.rounded(to: 1)
      else { return .notComputable }
      return ReportCell(rounded, sources: index.sources, formula: index.formula)
    }
  }

  // MARK: Caveats

  /// What must be known to read the rates side by side; a table, so that CSV has it too.
  private var caveats: ReportTable {
    ReportTable(
      key: "caveats", caption: LocalizedText(ja: "比べるときの注意", en: "What to know when comparing"),
      columns: [
        .key("caveat", LocalizedText(ja: "注意", en: "caveat")),
        .text("years", LocalizedText(ja: "年", en: "years")),
      ],
      rows: comparison.caveats(for: Self.kinds).map { dated in
        [
          ReportCell(dated.caveat.message, value: dated.caveat.code.rawValue),
          ReportCell(dated.span, value: dated.years.map(\.code).joined(separator: ";")),
        ]
      })
  }

  private var withoutTables: [LocalizedText] {
    comparison.withoutAccounts.map {
      LocalizedText(
        ja: "\($0.name.ja)の資料には人口の動きの表がありません。",
        en: "The documents of \($0.name.en) have no table of population dynamics.")
    }
  }
}

extension ReportCell {
  /// A figure that cannot be computed from what is printed.
  static let notComputable = ReportCell(
    missing: "not_computable", text: LocalizedText(ja: "算出不可", en: "not computable"))
}
