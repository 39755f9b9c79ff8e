import Demography
import MunicipalModel
import Nationwide
import Rendering

/// How many published rates can be formed again, sums that differ, and mergers between the years.
struct PublishedRateSection {
  private let table: NationwideTable
  private let checks: RegistryRateChecks?

  init(_ table: NationwideTable) {
    self.table = table
    checks = table.pair?.rateChecks() ?? table.registry?.rateChecks()
  }

  var section: ReportSection {
    ReportSection(
      key: "checks", heading: LocalizedText(ja: "公表値の検算", en: "Published figures checked"),
      introduction: introduction, tables: [differing, sums].compactMap(\.self),
      closing: (table.span?.changes ?? table.pair?.changes ?? []).map(\.message))
  }

  private var introduction: [LocalizedText] {
    guard let checks, !checks.checks.isEmpty || checks.notComputable > 0 else {
      return [
        LocalizedText(ja: "公表された率はない。", en: "The sheet prints no rates.")
      ]
    }
    let isAlone = table.pair == nil
    let base = LocalizedText(
      ja: isAlone ? "この表の人口から増減数を引いた前年の人口" : "前年の表の人口",
      en: isAlone
        ? "the population of the year before, which is the sheet's own population less its change"
        : "the population of the sheet of the year before")
    let reasons = checks.reasons.sorted { $0.key.rawValue < $1.key.rawValue }
    let listed = LocalizedText(
      ja: reasons.map { "、\($0.key.label.ja): \($0.value)" }.joined(),
      en: reasons.map { "; \($0.value): \($0.key.label.en)" }.joined())
    return [
      LocalizedText(
        ja: "公表された率\(checks.checks.count)のうち\(checks.agreeing)が、\(base.ja)から計算した率と一致"
          + "（計算できないもの\(checks.notComputable)\(listed.ja)）。",
        en:
          "\(checks.agreeing) of \(checks.checks.count) published rates agree with those computed "
          + "from \(base.en) (\(checks.notComputable) cannot be computed\(listed.en))."
      )
    ]
  }

  private var differing: ReportTable? {
    guard let checks = checks?.differing, !checks.isEmpty else { return nil }
    let shown = 30
    return ReportTable(
      key: "differing_rates",
      caption: LocalizedText(ja: "一致しない率（%）", en: "Rates that do not agree (%)"),
      rows: Array(checks.prefix(shown)),
      columns: [
        .key("area", "地域", "area") { RankingCells.name($0.row.area) },
        .key("rate", "率", "rate") { check in
          ReportCell(
            ResidentRegistry.Item.rates.first { $0.item == check.item }?.kind.label
              ?? check.item.label,
            value: check.item.rawValue)
        },
        .number("published", "公表値", "published", unit: "%") {
          ReportCell(
            $0.result.published, style: .signed,
            sources: [$0.result.citation].compactMap(\.self))
        },
        .number("computed", "計算値", "computed", unit: "%") {
          ReportCell(
            $0.result.expected, style: .signed, sources: $0.result.recomputation.sources,
            formula: $0.result.recomputation.formula)
        }, .text("line", "行", "line") { ReportCell("\($0.row.document):\($0.row.line)") },
      ],
      notes: checks.count > shown
        ? [
          LocalizedText(
            ja: "ほかに\(checks.count - shown)件", en: "and \(checks.count - shown) more")
        ] : [])
  }

  private var sums: ReportTable? {
    let checks = table.registry?.sumChecks.filter { $0.outcome == .differs } ?? []
    guard !checks.isEmpty else { return nil }
    return ReportTable(
      key: "differing_sums",
      caption: LocalizedText(ja: "内訳の合計と違う値", en: "Figures that are not the sum of their parts"),
      rows: checks.flatMap { check in
        check.differences.map { (area: check.total.area, difference: $0) }
      },
      columns: [
        .key("area", "地域", "area") { RankingCells.name($0.area) },
        .key("item", "項目", "item") {
          ReportCell($0.difference.item.label, value: $0.difference.item.rawValue)
        },
        .number("printed", "公表値", "published") { ReportCell($0.difference.printed) },
        .number("sum", "合計", "sum") { ReportCell($0.difference.sum) },
      ])
  }
}
