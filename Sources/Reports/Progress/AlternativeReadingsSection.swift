import MunicipalModel
import PlanAnalysis
import Rendering

/// What another document of the city says about the same indicators: other ways to count, baselines.
struct AlternativeReadingsSection {
  private let found: [(plan: PlanProgress, readings: AlternativeReadings)]
  private let baselines: [BaselineElsewhere]

  init(_ content: ProgressContent) {
    found = content.plans.flatMap { plan in
      let record = content.records.first { $0.municipality == plan.municipality }
      return (record?.alternativeReadings(in: plan.plan) ?? []).map { (plan, $0) }
    }
    baselines = content.plans.flatMap { plan in
      let record = content.records.first { $0.municipality == plan.municipality }
      return record?.baselinesElsewhere(for: plan.plan, directions: content.directions) ?? []
    }
  }

  var section: ReportSection? {
    guard !found.isEmpty || !baselines.isEmpty else { return nil }
    return ReportSection(
      key: "alternative_readings",
      heading: LocalizedText(ja: "他の資料との違い", en: "What another document says"),
      introduction: [
        LocalizedText(
          ja: "同じ指標を市の別の資料が異なる数え方で示しているものと、別の資料にだけ基準値があるものです。上の表は、"
            + "判定した資料の記載どおりの値で計算しています。",
          en:
            "Another document of the city counts these indicators in another way, or prints a baseline where "
            + "the judged one has none. The tables above use what the judged document prints.")
      ], tables: (found.isEmpty ? [] : [table]) + (baselines.isEmpty ? [] : [baselineTable]))
  }

  private var table: ReportTable {
    ReportTable(
      key: "readings", caption: LocalizedText(ja: "読み方ごとの値", en: "The figure by reading"),
      columns: [
        .key("indicator", LocalizedText(ja: "指標", en: "indicator")),
        .key("reading", LocalizedText(ja: "読み方", en: "reading")),
        .text("year", LocalizedText(ja: "年", en: "year")),
        .text("formula", LocalizedText(ja: "算式", en: "formula")),
        .number("value", LocalizedText(ja: "値", en: "figure")),
        .number("achievement", LocalizedText(ja: "達成率", en: "achieved"), unit: "%"),
        .text("relation", LocalizedText(ja: "関係", en: "relation")),
      ], rows: found.flatMap { rows($0.readings) })
  }

  private func rows(_ readings: AlternativeReadings) -> [ReportRow] {
    let indicator = readings.placed.indicator
    let project = readings.placed.node(.project).map { "（\($0.title)）" } ?? ""
    return readings.readings.enumerated().map { index, reading in
      let document = reading.sources.first.map { "\($0.document)" } ?? ""
      return [
        ReportCell(
          LocalizedText(index == 0 ? indicator.name + project : ""), value: indicator.name),
        ReportCell(
          LocalizedText(
            ja: "\(reading.kind.label.ja)（\(document)）",
            en: "\(reading.kind.label.en) (\(document))"),
          value: reading.kind.rawValue),
        ReportCell(reading.period), ReportCell(reading.formula),
        ReportCell(reading.value, sources: reading.sources),
        reading.achievement.map { ReportCell(percent: $0, sources: reading.sources) } ?? .empty,
        index == 0
          ? ReportCell(
            LocalizedText(
              ja:
                "\(readings.period.label.ja) \(readings.evidence): \(readings.relation.label.ja)",
              en:
                "\(readings.period.label.en), \(readings.evidence): \(readings.relation.label.en)"),
            value: readings.relation.rawValue) : .empty,
      ]
    }
  }

  private var baselineTable: ReportTable {
    ReportTable(
      key: "baselines",
      caption: LocalizedText(ja: "別の資料にある基準値で計算した場合", en: "With the other document's baseline"),
      columns: [
        .key("indicator", LocalizedText(ja: "指標", en: "indicator")),
        .number("baseline", LocalizedText(ja: "基準値", en: "baseline")),
        .number("actual", LocalizedText(ja: "実績", en: "actual")),
        .number("target", LocalizedText(ja: "目標値", en: "target")),
        .number("progress", LocalizedText(ja: "進捗", en: "progress"), unit: "%"),
        .number("pace", LocalizedText(ja: "ペース", en: "pace")),
      ],
      rows: baselines.map { found in
        let indicator = found.progress.placed.indicator
        func printed(_ observation: IndicatorFigure?) -> ReportCell {
          observation.map { ReportCell($0) } ?? .empty
        }
        return [
          ReportCell(indicator.name), printed(found.baseline),
          found.progress.actual.defined.map {
            ReportCell($0, of: indicator).withoutFormula
          } ?? .empty,
          printed(indicator.target),
          found.progress.progressFromBaseline.defined.map {
            ReportCell(percent: $0.value, sources: $0.sources)
          } ?? .empty,
          ReportCell(found.progress.pace, decimals: 2).withoutFormula,
        ]
      })
  }
}

extension ReportCell {
  /// The cell without its formula, for tables whose formulas would outgrow them.
  fileprivate var withoutFormula: ReportCell {
    var cell = ReportCell(text: text, value: value, unit: unit, status: status, sources: sources)
    cell.qualifiers = qualifiers
    return cell
  }
}
