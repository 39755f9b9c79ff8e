import Demography
import MunicipalModel
import PlanAnalysis
import Rendering

/// Published figures that follow from others, computed again: how many agree, and which do not.
struct RederivationSection {
  private let figures: [(municipality: Municipality, figure: Rederivation.Figure)]
  private let unchecked: [(municipality: Municipality, figure: Rederivation.UncheckedFigure)]
  private let municipalities: [Municipality]

  init(_ records: [MunicipalityRecord]) {
    self.init(records.map { (municipality: $0.municipality, rederivation: $0.rederivation) })
  }

  init(_ all: [(municipality: Municipality, rederivation: Rederivation)]) {
    municipalities = all.map(\.municipality)
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
    let kinds: [(kind: Rederivation.Figure.Kind, name: LocalizedText)] = [
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
    typealias Row = (
      municipality: Municipality, kind: Rederivation.Figure.Kind, all: [Rederivation.Figure]
    )
    let rows: [Row] = municipalities.flatMap { municipality in
      Rederivation.Figure.Kind.allCases.map { kind in
        let all = figures.filter { $0.municipality == municipality && $0.figure.kind == kind }
        return (municipality, kind, all.map(\.figure))
      }
    }
    let formula = LocalizedText(
      ja: "計算し直した公表値を数えた", en: "counted among the published figures computed again")
    return ReportTable(
      key: "rederived_counts", caption: LocalizedText(ja: "検算した数", en: "Figures computed again"),
      rows: rows.filter { !$0.all.isEmpty },
      columns: [
        .municipality(\.municipality),
        .key("kind", "種類", "kind") { ReportCell($0.kind.label, value: $0.kind.rawValue) },
        .number("published", "公表値", "published") { ReportCell($0.all.count, formula: formula) },
        .number("agree", "一致", "agree") {
          ReportCell($0.all.count(where: \.agrees), formula: formula)
        },
        .number("differ", "不一致", "differ") {
          ReportCell($0.all.count { !$0.agrees }, formula: formula)
        },
      ],
      basis: ReportBasis(formula: formula, sources: figures.compactMap(\.figure.check.citation)))
  }

  private var differing: ReportTable {
    typealias Row = (
      municipality: Municipality, kind: Rederivation.Figure.Kind, check: PublishedRateCheck,
      difference: ExactDecimal, citations: [Citation]
    )
    let rows: [Row] = figures.compactMap { municipality, figure in
      guard case .differs(let difference) = figure.check.outcome else { return nil }
      let citations = [figure.check.citation].compactMap(\.self)
      return (municipality, figure.kind, figure.check, difference, citations)
    }
    return ReportTable(
      key: "rederived_differences",
      caption: LocalizedText(ja: "一致しない公表値", en: "Published figures that do not follow"),
      rows: rows,
      columns: [
        .municipality(\.municipality),
        .key("figure", "値", "figure") {
          ReportCell($0.check.recomputation.label, value: $0.kind.rawValue)
        },
        .number("published", "公表値", "published") {
          ReportCell($0.check.published, unit: $0.check.unit.en, sources: $0.citations)
        },
        .number("expected", "計算値", "computed") {
          ReportCell(
            $0.check.expected, unit: $0.check.unit.en,
            sources: $0.citations + $0.check.recomputation.sources,
            formula: $0.check.recomputation.formula)
        },
        .number("difference", "差", "difference") {
          ReportCell(
            $0.difference, unit: $0.check.unit.en,
            sources: $0.citations + $0.check.recomputation.sources,
            formula: LocalizedText(ja: "公表値 − 計算値", en: "published − computed"))
        },
        .text("hint", "手がかり", "hint") {
          ReportCell(hint($0.check), value: $0.check.hints.isEmpty ? "" : "hint")
        },
      ])
  }

  private var notComputable: ReportTable {
    ReportTable(
      key: "rederived_not_computable",
      caption: LocalizedText(
        ja: "検算できない公表値", en: "Published figures that cannot be computed again"),
      rows: unchecked,
      columns: [
        .municipality(\.municipality),
        .key("figure", "値", "figure") {
          ReportCell($0.figure.error.label, value: $0.figure.kind.rawValue)
        },
        .number("published", "公表値", "published") {
          ReportCell($0.figure.published, sources: [$0.figure.citation])
        },
        .text("reason", "理由", "reason") {
          ReportCell($0.figure.error.reason, value: $0.figure.error.code.rawValue)
        },
      ])
  }

  /// The first other input that gives the published figure.
  private func hint(_ check: PublishedRateCheck) -> LocalizedText {
    guard let hint = check.hints.first else { return LocalizedText("") }
    return LocalizedText(
      ja: "「\(hint.label.ja)」と同じ値", en: "equals \"\(hint.label.en)\"")
  }
}
