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
      caption: LocalizedText(ja: "公表と計算", en: "Published and computed"), rows: assessments.entries,
      columns: [
        .key("indicator", "指標", "indicator") { ReportCell($0.progress.placed.indicator.name) },
        .text("published", "公表", "published") {
          ReportCell($0.published.label, value: $0.published.id, sources: [$0.citation])
        },
        .text("computed", "計算", "computed") {
          ReportCell(code: $0.judgement.grade?.id, $0.judgement.grade?.label)
        },
        .number("achievement", IndicatorProgress.Measure.achievement.label, unit: "%") {
          measure(.achievement, $0.progress, decimals: 1)
        },
        .number("progress", "進捗", "progress", unit: "%") {
          measure(.progress, $0.progress, decimals: 1)
        },
        .number("pace", IndicatorProgress.Measure.pace.label) {
          measure(.pace, $0.progress, decimals: 2)
        },
        .text("agrees", "一致", "agrees") {
          $0.agrees.map {
            $0
              ? ReportCell(LocalizedText(ja: "一致", en: "yes"), value: "yes")
              : ReportCell(LocalizedText(ja: "不一致", en: "no"), value: "no")
          } ?? .empty
        },
      ])
  }

  private func measure(
    _ measure: IndicatorProgress.Measure, _ progress: IndicatorProgress, decimals: Int
  ) -> ReportCell {
    switch progress.figure(for: measure) {
    case .success(let figure):
      measure.unit == "%"
        ? ReportCell(percent: figure.value, sources: figure.sources)
        : ReportCell(rounding: figure.value, to: decimals, sources: figure.sources)
    case .failure(let gap): ReportCell(gap)
    }
  }

  private func thresholds(_ assessments: PublishedAssessments) -> ReportTable {
    ReportTable(
      key: "admissible_thresholds",
      caption: LocalizedText(
        ja: "公表の評価をすべて再現する境界の範囲", en: "Thresholds that reproduce every published grade"),
      rows: IndicatorProgress.Measure.allCases.flatMap {
        assessments.admissibleThresholds(for: $0)
      },
      columns: [
        .key("measure", "指標の測り方", "measure") {
          ReportCell($0.measure.label, value: $0.measure.rawValue)
        },
        .key("boundary", "境界", "boundary") {
          ReportCell(
            LocalizedText(
              ja: "\($0.better.label.ja)／\($0.worse.label.ja)",
              en: "\($0.better.label.en) / \($0.worse.label.en)"),
            value: "\($0.better.id)/\($0.worse.id)")
        },
        .number("above", "より大きく", "above") { bound($0.above, isLower: true, of: $0.measure) },
        .number("up_to", "以下", "up to") { bound($0.upTo, isLower: false, of: $0.measure) },
        .text("exists", "再現", "reproduces", cell: verdict),
        .number("used", "使えた件数", "used") { ReportCell($0.count) },
        .number("undefined", "計算できない件数", "undefined") { ReportCell($0.undefined) },
      ])
  }

  private func verdict(_ threshold: PublishedAssessments.AdmissibleThreshold) -> ReportCell {
    if !threshold.exists {
      return ReportCell(LocalizedText(ja: "どの境界でも不可", en: "no threshold"), value: "none")
    }
    return threshold.undefined == 0
      ? ReportCell(LocalizedText(ja: "可", en: "yes"), value: "all")
      : ReportCell(
        LocalizedText(ja: "計算できる指標だけ可", en: "only where defined"), value: "defined_only")
  }

  /// An end of the range, rounded inwards, so that whatever lies in the printed range reproduces all.
  private func bound(_ value: Double, isLower: Bool, of measure: IndicatorProgress.Measure)
    -> ReportCell
  {
    let decimals = measure == .pace ? 3 : 2
    let unit = measure.unit
    guard let nearest = ExactDecimal(rounding: value, to: decimals),
      let step = ExactDecimal(coefficient: isLower ? 1 : -1, scale: decimals)
    else { return ReportCell(rounding: value, to: decimals, unit: unit) }
    let isOutside = isLower ? nearest.doubleValue < value : nearest.doubleValue > value
    return ReportCell(isOutside ? nearest.adding(step) ?? nearest : nearest, unit: unit)
  }
}
