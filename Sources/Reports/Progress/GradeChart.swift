import MunicipalModel
import PlanAnalysis
import Rendering

/// How many of a plan's indicators got which grade, as shares, so that plans of different size stand side by side.
struct GradeChart {
  private let content: ProgressContent

  init(_ content: ProgressContent) { self.content = content }

  /// `nil` if no indicator is judged, or more plans than bars can be told apart.
  var chart: ReportChart? {
    // Without a judged indicator a share of 0% would read as praise.
    let plans = content.plans.filter { plan in
      plan.entries.contains { $0.judgement.grade != nil }
    }
    guard !plans.isEmpty, plans.count <= AnswerTable.most, !content.scale.grades.isEmpty else {
      return nil
    }
    let grades = content.scale.grades
    let open = LocalizedText(ja: "判定不可", en: "not judged")
    let categories =
      grades.map { ChartCategory($0.label) } + [ChartCategory(open)]
    let title = LocalizedText(
      ja: "評価ごとの指標の割合", en: "Share of the indicators by grade")
    let series = plans.map { plan in
      ChartSeries(
        plan.municipality.name, key: plan.municipality.code.sixDigits,
        points: (grades.map(\.id) + [nil]).map { share(of: $0, in: plan) })
    }
    return ReportChart(
      key: "grades", kind: .bar, title: title,
      summary: ChartSummary.all(series, of: categories),
      categoryLabel: LocalizedText(ja: "評価", en: "grade"),
      valueLabel: LocalizedText(ja: "指標のうちの割合（%）", en: "share of the indicators (%)"),
      categories: categories, series: series
    ).found(finding(series), colour: plans.count == 1 ? place(of: plans[0]) : nil)
  }

  private func place(of plan: PlanProgress) -> Int? {
    content.records.firstIndex { $0.municipality == plan.municipality }
  }

  /// - Parameter grade: `nil` for the indicators without one.
  private func share(of grade: String?, in plan: PlanProgress) -> ChartPoint {
    let count = plan.entries.count { $0.judgement.grade?.id == grade }
    let all = plan.entries.count
    return ChartPoint(
      rounding: Double(count) / Double(all) * 100, to: 1,
      formula: LocalizedText(ja: "\(all)件のうち\(count)件", en: "\(count) of \(all) indicators"))
  }

  /// The share of the lowest grade.
  private func finding(_ series: [ChartSeries]) -> LocalizedText? {
    let lowest = content.scale.grades.count - 1
    guard content.scale.grades.indices.contains(lowest) else { return nil }
    let label = content.scale.grades[lowest].label
    let told = series.map { one in
      LocalizedText(
        ja: "\(one.label.ja) \(one.points[lowest].text.ja)%",
        en: "\(one.label.en) \(one.points[lowest].text.en)%")
    }.joined("、", ", ")
    return LocalizedText(
      ja: "全指標のうち「\(label.ja)」は、\(told.ja)",
      en: "Of all indicators “\(label.en)”: \(told.en)")
  }
}
