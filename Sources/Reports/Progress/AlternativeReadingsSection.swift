import MunicipalModel
import PlanAnalysis
import Rendering

/// What another document of the city says about the same indicators: other ways to count, baselines.
struct AlternativeReadingsSection {
  private let found: [(plan: PlanProgress, readings: AlternativeReadings)]
  private let baselines: [BaselineElsewhere]
  private let records: [MunicipalityRecord]

  init(_ content: ProgressContent) {
    records = content.records
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

  private typealias Row = (
    all: AlternativeReadings, reading: AlternativeReadings.Reading, isFirst: Bool
  )

  private var table: ReportTable {
    ReportTable(
      key: "readings", caption: LocalizedText(ja: "読み方ごとの値", en: "The figure by reading"),
      rows: found.flatMap { _, all -> [Row] in
        all.readings.enumerated().map { (all, $0.element, $0.offset == 0) }
      },
      columns: [
        .key("indicator", "指標", "indicator") {
          let name = $0.all.placed.indicator.name
          let project = $0.all.placed.node(.project).map { "（\($0.title)）" } ?? ""
          return ReportCell(LocalizedText($0.isFirst ? name + project : ""), value: name)
        },
        .key("reading", "読み方", "reading") {
          let document = $0.reading.sources.first?.document
          let title =
            document.map { records.title(of: $0) ?? LocalizedText($0.rawValue) }
            ?? LocalizedText("")
          let kind = $0.reading.kind
          return ReportCell(
            LocalizedText(
              ja: "\(kind.label.ja)（\(title.ja)）", en: "\(kind.label.en) (\(title.en))"),
            value: kind.rawValue)
        },
        .text("year", "年", "year") { ReportCell($0.reading.period) },
        .text("formula", "算式", "formula") { ReportCell($0.reading.formula) },
        .number("value", "値", "figure") {
          ReportCell($0.reading.value, sources: $0.reading.sources)
        },
        .number("achievement", "達成率", "achieved", unit: "%") { row in
          row.reading.achievement.map { ReportCell(percent: $0, sources: row.reading.sources) }
            ?? .empty
        },
        .text("relation", "関係", "relation") { $0.isFirst ? relation($0.all) : .empty },
      ])
  }

  private func relation(_ readings: AlternativeReadings) -> ReportCell {
    let period = readings.period.label
    let relation = readings.relation
    return ReportCell(
      LocalizedText(
        ja: "\(period.ja) \(readings.evidence): \(relation.label.ja)",
        en: "\(period.en), \(readings.evidence): \(relation.label.en)"),
      value: relation.rawValue)
  }

  private var baselineTable: ReportTable {
    func printed(_ observation: IndicatorFigure?) -> ReportCell {
      observation.map { ReportCell($0) } ?? .empty
    }
    return ReportTable(
      key: "baselines",
      caption: LocalizedText(ja: "別の資料にある基準値で計算した場合", en: "With the other document's baseline"),
      rows: baselines,
      columns: [
        .key("indicator", "指標", "indicator") { ReportCell($0.progress.placed.indicator.name) },
        .number("baseline", "基準値", "baseline") { printed($0.baseline) },
        .number("actual", "実績", "actual") { found in
          found.progress.actual.defined.map {
            ReportCell($0, of: found.progress.placed.indicator).withoutFormula
          } ?? .empty
        },
        .number("target", "目標値", "target") { printed($0.progress.placed.indicator.target) },
        .number("progress", "進捗", "progress", unit: "%") {
          $0.progress.progressFromBaseline.defined.map {
            ReportCell(percent: $0.value, sources: $0.sources)
          } ?? .empty
        },
        .number("pace", "ペース", "pace") {
          ReportCell($0.progress.pace, decimals: 2).withoutFormula
        },
      ])
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
