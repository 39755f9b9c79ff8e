import MunicipalModel
import PlanAnalysis
import Rendering

extension ProgressRow {
  /// The measures, each followed by the reason where it is not defined.
  static var measures: [TableColumn<ProgressRow>] {
    [
      .number(
        "achievement", "達成率（%）", "achievement (%)",
        "Actual as a percentage of the target; target of actual where less is better."
      ) { ReportCell($0.progress.achievement, decimals: 2, unit: "%") },
      .gap("achievement", "達成率", "achievement") { $0.achievement.gap },
      .number(
        "progress", "進捗（%）", "progress (%)",
        "(actual - start) / (target - start), in percent."
      ) { ReportCell($0.progress.progressFromBaseline, decimals: 2, unit: "%") },
      .gap("progress", "進捗", "progress") { $0.progressFromBaseline.gap },
      .number(
        "expected_by_now", "今あるべき値", "expected by now",
        "What should have been reached by now at an even pace, in the unit."
      ) { row in
        let cell = ReportCell(
          row.progress.expectedByNow, decimals: min(9, row.progress.decimals + 2))
        return cell.value.isNumber ? cell.qualified(by: row.targetQualifiers) : cell
      },
      .number("pace", "ペース", "pace", "Progress by share of the term passed; 1 is on schedule.") {
        ReportCell($0.progress.pace, decimals: 3)
      },
      .text(
        "pace_rule", "ペースの基準", "pace rule", "By what the pace is judged.",
        choices: PaceRule.allCases.map(\.rawValue)
      ) { row in
        let rule = row.progress.pace.defined.map { _ in row.progress.paceRule }
        return ReportCell(code: rule?.rawValue, rule?.label)
      },
      .gap("pace", "ペース", "pace") { $0.pace.gap },
      .text(
        "is_reached", "到達", "reached", "Whether the target has been reached.",
        choices: ["yes", "no"]
      ) { row in
        row.progress.isReached.map {
          $0
            ? ReportCell(LocalizedText(ja: "到達", en: "reached"), value: "yes")
            : ReportCell(LocalizedText(ja: "未到達", en: "not reached"), value: "no")
        } ?? .empty
      },
    ]
  }

  /// What is still to come.
  static var outlook: [TableColumn<ProgressRow>] {
    [
      .number(
        "required_per_year", "残り年あたりの必要量", "required a year",
        "What each year left requires, in the unit."
      ) { row in
        ReportCell(
          row.progress.requiredPerYear.map(\.figure), decimals: min(9, row.progress.decimals + 2))
      },
      .text(
        "required_kind", "必要量の意味", "kind of requirement", "What required_per_year is.",
        choices: IndicatorProgress.RequiredPace.Kind.allCases.map(\.rawValue)
      ) { row in
        let kind = row.progress.requiredPerYear.defined?.kind
        return ReportCell(code: kind?.rawValue, kind?.label)
      },
      .gap("required_per_year", "必要量", "requirement") { $0.requiredPerYear.gap },
      .number("forecast_year", "予測年", "year forecast", "The last year of the plan.", .integer) {
        $0.progress.forecast.defined.map { ReportCell($0.year, style: .plain) } ?? .empty
      },
      .number("forecast", "予測", "forecast", "The straight line drawn out, in the unit.") {
        forecast($0) { $0.value }
      },
      .number("forecast_lower", "予測の下限", "lower", "Lower end of the 80 % interval.") {
        forecast($0) { $0.lower }
      },
      .number("forecast_upper", "予測の上限", "upper", "Upper end of the 80 % interval.") {
        forecast($0) { $0.upper }
      },
      .number(
        "forecast_points", "予測に使った年数", "points", "Years that the line goes through.", .integer
      ) {
        $0.progress.forecast.defined.map { ReportCell($0.points) } ?? .empty
      },
      .text(
        "forecast_outlook", "見込み", "outlook", "Whether the target lies within the interval.",
        choices: IndicatorProgress.LinearForecast.Outlook.allCases.map(\.rawValue)
      ) { row in
        let outlook = row.progress.forecast.defined?.outlook
        return ReportCell(code: outlook?.rawValue, outlook?.label)
      },
      .gap("forecast", "予測", "forecast") { $0.forecast.gap },
      .number("growth_actual", "成長率（%/年）", "growth (% a year)", "Compound growth so far.") {
        growth($0) { $0.actual * 100 }
      },
      .number(
        "growth_required", "必要な成長率（%/年）", "growth required",
        "Compound growth that the target requires, in percent a year."
      ) { growth($0) { $0.required * 100 } },
      .number("growth_ratio", "成長率の比（%）", "ratio of growth (%)", "Actual by required growth.") {
        ReportCell($0.progress.figure(for: .compoundGrowth), decimals: 1, unit: "%")
      },
      .text(
        "growth_grade", "成長率の評価", "grade of growth", "The grade on the scale eurostat."
      ) { ReportCell(code: $0.growthGrade?.id, $0.growthGrade?.label) },
      .gap("growth", "成長率", "growth") { $0.compoundGrowth.gap },
    ]
  }

  private static func forecast(
    _ row: ProgressRow, _ value: (IndicatorProgress.LinearForecast) -> Double
  ) -> ReportCell {
    switch row.progress.forecast {
    case .success(let forecast):
      let cell = ReportCell(
        rounding: value(forecast), to: min(9, row.progress.decimals + 1),
        sources: forecast.sources)
      guard forecast.isImpossible else { return cell }
      return ReportCell(
        text: cell.text, value: cell.value, status: "impossible", sources: cell.sources)
    case .failure(let gap): return ReportCell(gap)
    }
  }

  private static func growth(
    _ row: ProgressRow, _ value: (IndicatorProgress.CompoundGrowth) -> Double
  ) -> ReportCell {
    switch row.progress.compoundGrowth {
    case .success(let growth):
      ReportCell(rounding: value(growth), to: 2, unit: "%", sources: growth.ratio.sources)
    case .failure(let gap): ReportCell(gap)
    }
  }

  /// The grade, what the document itself says, and what to be careful about.
  static var judgement: [TableColumn<ProgressRow>] {
    [
      .text("scale", "尺度", "scale", "The scale judged on.") { ReportCell($0.plan.scale.id) },
      .text("grade", "評価", "grade", "The grade on the scale.") { row in
        let grade = row.entry.judgement.grade
        return ReportCell(code: grade?.id, grade?.label)
      },
      .text(
        "not_judged", "評価できない理由", "why not judged", "Why there is no grade.",
        choices: FigureGap.ofProgress.map(\.code)
      ) { row in
        let gap = row.entry.judgement.gap
        return ReportCell(code: gap?.code, gap.map(row.explanation))
      },
      .number(
        "published_achievement", "公表の達成状況（%）", "published achievement (%)",
        "The achievement that the document prints."
      ) { row in
        row.progress.published(.achievement).map { ReportCell($0, showsUnit: false) } ?? .empty
      },
      .text(
        "published_assessment", "公表の状況", "published assessment", "The grade that it prints."
      ) { row in
        row.progress.published(.assessment).map { ReportCell($0) } ?? .empty
      },
      .text(
        "cautions", "注意", "cautions",
        "Stable words of what to be careful about, separated by semicolons."
      ) { row in
        let cautions = row.progress.cautions
        guard !cautions.isEmpty else { return .empty }
        return ReportCell(
          cautions.map(\.label).joined("、", "; "),
          value: cautions.map(\.rawValue).joined(separator: ";"))
      },
      .text(
        "corrections", "訂正", "corrections",
        "Cells of the indicator that are read with a correction, document:line:cell, by semicolons."
      ) { row in
        let lines = Set(
          ([row.indicator.citation] + row.indicator.figures.map(\.citation)).map(\.line))
        let document = row.indicator.citation.document
        let used = row.corrections.filter { $0.document == document && lines.contains($0.line) }
        guard !used.isEmpty else { return .empty }
        return ReportCell(
          used.map { "\($0.document):\($0.line):\($0.cell)" }.joined(separator: ";"))
      },
      .text(
        "sources", "出典", "sources",
        "Document and line of every printed cell that was used, separated by semicolons."
      ) { row in
        let used =
          [row.indicator.citation]
          + row.indicator.figures.filter { $0.role != .shared }.map(\.citation)
        var lines: [String] = []
        for citation in used where !lines.contains(citation.shortPlace) {
          lines.append(citation.shortPlace)
        }
        return ReportCell(
          LocalizedText(lines.joined(separator: ";")), value: lines.joined(separator: ";"))
      },
    ]
  }
}
