import MunicipalModel
import PlanAnalysis
import Rendering

/// The grades that a document prints, against those of a scale, and the thresholds that reproduce them.
struct PublishedAssessmentSection {
  private let found: [(plan: PlanProgress, assessments: PublishedAssessments)]

  init(_ content: ProgressContent) {
    found = content.plans.compactMap { plan in
      let scales = [content.scale] + content.builtInScales
      return scales.lazy.compactMap { PublishedAssessments(of: plan, on: $0) }.first.map {
        (plan, $0)
      }
    }
  }

  var section: ReportSection? {
    guard !found.isEmpty else { return nil }
    return ReportSection(
      key: "published_assessments",
      heading: LocalizedText(ja: "公表された「状況」の再現", en: "Published assessments reproduced"),
      introduction: found.map { introduction($0.plan, $0.assessments) },
      tables: found.flatMap { [grades($0.assessments), thresholds($0.assessments)] })
  }

  private func introduction(
    _ plan: PlanProgress, _ assessments: PublishedAssessments
  ) -> LocalizedText {
    let count = assessments.entries.count
    let agreeing = assessments.entries.count { $0.agrees == true }
    let all = count + assessments.withoutGrade
    return LocalizedText(
      ja: "\(plan.municipality.name.ja)の資料は\(all)指標のうち\(count)指標に「状況」を示しています。"
        + "尺度「\(assessments.scale.id)」は\(count)件中\(agreeing)件で同じ評価になります。",
      en:
        "The document of \(plan.municipality.name.en) grades \(count) of \(all) indicators; the scale "
        + "\(assessments.scale.id) gives the same grade for \(agreeing) of \(count).")
  }

  private func grades(_ assessments: PublishedAssessments) -> ReportTable {
    ReportTable(
      key: "published_grades",
      caption: LocalizedText(ja: "公表と計算", en: "Published and computed"),
      columns: [
        .key("indicator", LocalizedText(ja: "指標", en: "indicator")),
        .text("published", LocalizedText(ja: "公表", en: "published")),
        .text("computed", LocalizedText(ja: "計算", en: "computed")),
        .number("achievement", ProgressMeasure.achievement.label, unit: "%"),
        .number("progress", LocalizedText(ja: "進捗", en: "progress"), unit: "%"),
        .number("pace", ProgressMeasure.pace.label),
        .text("agrees", LocalizedText(ja: "一致", en: "agrees")),
      ],
      rows: assessments.entries.map { entry in
        let indicator = entry.progress.placed.indicator
        let grade = entry.judgement.grade
        return [
          ReportCell(indicator.name),
          ReportCell(entry.published.label, value: entry.published.id, sources: [entry.citation]),
          ReportCell(code: grade?.id, grade?.label),
          measure(.achievement, entry.progress, decimals: 1),
          measure(.progress, entry.progress, decimals: 1),
          measure(.pace, entry.progress, decimals: 2),
          entry.agrees.map { agrees in
            agrees
              ? ReportCell(LocalizedText(ja: "一致", en: "yes"), value: "yes")
              : ReportCell(LocalizedText(ja: "不一致", en: "no"), value: "no")
          } ?? .empty,
        ]
      })
  }

  private func measure(
    _ measure: ProgressMeasure, _ progress: IndicatorProgress, decimals: Int
  ) -> ReportCell {
    switch progress.figure(for: measure) {
    case .success(let figure):
      measure.unit == "%"
        ? ReportCell(percent: figure.value, sources: figure.sources)
        : ReportCell(rounding: figure.value, to: decimals, sources: figure.sources)
    case .failure(let gap): ReportCell(missing: gap.rawValue, text: gap.label)
    }
  }

  private func thresholds(_ assessments: PublishedAssessments) -> ReportTable {
    let rows = ProgressMeasure.allCases.flatMap { measure in
      assessments.admissibleThresholds(for: measure).map { row($0, of: assessments.scale) }
    }
    return ReportTable(
      key: "admissible_thresholds",
      caption: LocalizedText(
        ja: "公表の評価をすべて再現する境界の範囲", en: "Thresholds that reproduce every published grade"),
      columns: [
        .key("measure", LocalizedText(ja: "指標の測り方", en: "measure")),
        .key("boundary", LocalizedText(ja: "境界", en: "boundary")),
        .number("above", LocalizedText(ja: "より大きく", en: "above")),
        .number("up_to", LocalizedText(ja: "以下", en: "up to")),
        .text("exists", LocalizedText(ja: "再現", en: "reproduces")),
        .number("used", LocalizedText(ja: "使えた件数", en: "used")),
        .number("undefined", LocalizedText(ja: "計算できない件数", en: "undefined")),
      ], rows: rows)
  }

  private func row(
    _ threshold: PublishedAssessments.AdmissibleThreshold, of scale: JudgementScale
  ) -> ReportRow {
    let decimals = threshold.measure == .pace ? 3 : 2
    let unit = threshold.measure.unit
    let isComplete = threshold.undefined == 0
    let verdict: LocalizedText =
      !threshold.exists
      ? LocalizedText(ja: "どの境界でも不可", en: "no threshold")
      : isComplete
        ? LocalizedText(ja: "可", en: "yes")
        : LocalizedText(ja: "計算できる指標だけ可", en: "only where defined")
    return [
      ReportCell(threshold.measure.label, value: threshold.measure.rawValue),
      ReportCell(
        LocalizedText(
          ja: "\(threshold.better.label.ja)／\(threshold.worse.label.ja)",
          en: "\(threshold.better.label.en) / \(threshold.worse.label.en)"),
        value: "\(threshold.better.id)/\(threshold.worse.id)"),
      bound(threshold.above, isLower: true, decimals: decimals, unit: unit),
      bound(threshold.upTo, isLower: false, decimals: decimals, unit: unit),
      ReportCell(
        verdict, value: !threshold.exists ? "none" : isComplete ? "all" : "defined_only"),
      ReportCell(threshold.count), ReportCell(threshold.undefined),
    ]
  }

  /// An end of the range, rounded inwards, so that whatever lies in the printed range reproduces all.
  private func bound(_ value: Double, isLower: Bool, decimals: Int, unit: String) -> ReportCell {
    guard let nearest = ExactDecimal(rounding: value, to: decimals),
      let step = ExactDecimal(coefficient: isLower ? 1 : -1, scale: decimals)
    else { return ReportCell(rounding: value, to: decimals, unit: unit) }
    let isOutside = isLower ? nearest.doubleValue < value : nearest.doubleValue > value
    return ReportCell(isOutside ? nearest.adding(step) ?? nearest : nearest, unit: unit)
  }
}
