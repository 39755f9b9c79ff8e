import Demography
import MunicipalModel
import PlanAnalysis
import Rendering

/// Published figures that follow from others, computed again: how many agree, and which do not.
struct RederivationSection {
  private let figures: [(municipality: Municipality, figure: RederivedFigure)]
  private let unchecked: [(municipality: Municipality, figure: Rederivation.UncheckedFigure)]
  private let records: [MunicipalityRecord]

  init(_ records: [MunicipalityRecord]) {
    self.records = records
    let all = records.map { (municipality: $0.municipality, rederivation: $0.rederivation) }
    figures = all.flatMap { city in city.rederivation.figures.map { (city.municipality, $0) } }
    unchecked = all.flatMap { city in city.rederivation.unchecked.map { (city.municipality, $0) } }
  }

  var section: ReportSection {
    ReportSection(
      key: "rederived",
      heading: LocalizedText(ja: "公表値の検算", en: "Published figures computed again"),
      introduction: [
        LocalizedText(
          ja: "他の公表値から導ける値を計算し直し、記載された桁で比べました（四捨五入"
            + otherRounding.map { "。\($0.ja)" }.joined() + "）。",
          en:
            "Figures that follow from other printed ones, compared in the printed digits (rounded half up"
            + otherRounding.map { "; \($0.en)" }.joined() + ").")
      ], tables: [counts, differing] + (unchecked.isEmpty ? [] : [notComputable]))
  }

  /// The means that are not rounded half up, by rule; those of one municipality among several are told with its name.
  private var otherRounding: [LocalizedText] {
    let kinds: [(kind: RederivedFigure.Kind, name: LocalizedText)] = [
      (.progress, LocalizedText(ja: "公約の平均", en: "the averages of pledges are")),
      (.average, LocalizedText(ja: "期間の平均", en: "the means over years are")),
    ]
    return kinds.flatMap { kind, name in
      let means = figures.filter { $0.figure.kind == kind }
      let isShared = Set(means.map(\.figure.check.rule)).count < 2
      let rules = means.filter { $0.figure.check.rule != .halfUp }.map {
        (city: isShared ? nil : $0.municipality.name, rule: $0.figure.check.rule)
      }
      return rules.map { city, rule in
        LocalizedText(
          ja: (city.map { "\($0.ja)の" } ?? "") + name.ja + "は\(rule.label.ja)",
          en: (city.map { "\($0.en): " } ?? "") + "\(name.en) \(rule.label.en)")
      }.uniqued
    }
  }

  private var counts: ReportTable {
    var rows: [ReportRow] = []
    for record in records {
      for kind in RederivedFigure.Kind.allCases {
        let all = figures.filter {
          $0.municipality == record.municipality && $0.figure.kind == kind
        }
        guard !all.isEmpty else { continue }
        let agreeing = all.count { $0.figure.agrees }
        rows.append([
          ReportCell(record.municipality.name, value: record.municipality.code.sixDigits),
          ReportCell(kind.label, value: kind.rawValue), Self.count(all.count),
          Self.count(agreeing), Self.count(all.count - agreeing),
        ])
      }
    }
    return ReportTable(
      key: "rederived_counts", caption: LocalizedText(ja: "検算した数", en: "Figures computed again"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("kind", LocalizedText(ja: "種類", en: "kind")),
        .number("published", LocalizedText(ja: "公表値", en: "published")),
        .number("agree", LocalizedText(ja: "一致", en: "agree")),
        .number("differ", LocalizedText(ja: "不一致", en: "differ")),
      ], rows: rows,
      basis: ReportBasis(
        formula: LocalizedText(
          ja: "計算し直した公表値を数えた", en: "counted among the published figures computed again"),
        sources: figures.compactMap(\.figure.check.citation)))
  }

  private static func count(_ number: Int) -> ReportCell {
    ReportCell(
      number,
      formula: LocalizedText(
        ja: "計算し直した公表値を数えた", en: "counted among the published figures computed again"))
  }

  private var differing: ReportTable {
    let rows = figures.compactMap { municipality, figure -> ReportRow? in
      let check = figure.check
      guard case .differs(let difference) = check.outcome else { return nil }
      let sources = (check.citation.map { [$0] } ?? []) + check.recomputation.sources
      return [
        ReportCell(municipality.name, value: municipality.code.sixDigits),
        ReportCell(check.recomputation.label, value: figure.kind.rawValue),
        ReportCell(
          check.published, unit: check.unit.en, sources: check.citation.map { [$0] } ?? []),
        ReportCell(
          check.expected, unit: check.unit.en, sources: sources,
          formula: check.recomputation.formula),
        ReportCell(
          difference, unit: check.unit.en, sources: sources,
          formula: LocalizedText(ja: "公表値 − 計算値", en: "published − computed")),
        ReportCell(hint(check), value: check.hints.isEmpty ? "" : "hint"),
      ]
    }
    return ReportTable(
      key: "rederived_differences",
      caption: LocalizedText(ja: "一致しない公表値", en: "Published figures that do not follow"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("figure", LocalizedText(ja: "値", en: "figure")),
        .number("published", LocalizedText(ja: "公表値", en: "published")),
        .number("expected", LocalizedText(ja: "計算値", en: "computed")),
        .number("difference", LocalizedText(ja: "差", en: "difference")),
        .text("hint", LocalizedText(ja: "手がかり", en: "hint")),
      ], rows: rows)
  }

  private var notComputable: ReportTable {
    ReportTable(
      key: "rederived_not_computable",
      caption: LocalizedText(
        ja: "検算できない公表値", en: "Published figures that cannot be computed again"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("figure", LocalizedText(ja: "値", en: "figure")),
        .number("published", LocalizedText(ja: "公表値", en: "published")),
        .text("reason", LocalizedText(ja: "理由", en: "reason")),
      ],
      rows: unchecked.map { municipality, figure in
        [
          ReportCell(municipality.name, value: municipality.code.sixDigits),
          ReportCell(figure.error.label, value: figure.kind.rawValue),
          ReportCell(figure.published, sources: [figure.citation]),
          ReportCell(figure.error.reason, value: figure.error.code.rawValue),
        ]
      })
  }

  /// The first other input that gives the published figure.
  private func hint(_ check: PublishedRateCheck) -> LocalizedText {
    guard let hint = check.hints.first else { return LocalizedText("") }
    return LocalizedText(
      ja: "「\(hint.label.ja)」と同じ値", en: "equals \"\(hint.label.en)\"")
  }
}
