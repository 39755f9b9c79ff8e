import MunicipalModel
import PlanAnalysis
import Rendering

extension ProgressRow {
  /// The printed figures and what was made of them.
  static var figures: [TableColumn<ProgressRow>] {
    [
      .number("baseline", "基準値", "baseline", "The printed baseline.") {
        printed(.baseline, of: $0)
      },
      qualifiers("baseline", "基準値") { printed(.baseline, of: $0) },
      .text("baseline_period", "基準年", "baseline year", "The baseline's year, such as FY2018.") {
        period($0.indicator.first(.baseline)?.period)
      },
      .text(
        "start_basis", "起点", "starting point", "What progress is measured from.",
        choices: IndicatorProgress.Start.Basis.allCases.map(\.rawValue)
      ) { row in
        let basis = row.progress.start.defined?.basis
        return ReportCell(code: basis?.rawValue, basis?.label)
      },
      .number(
        "actual", "実績", "actual", "The actual figure, counted as the target counts."
      ) { row in
        switch row.progress.actual {
        case .success(let actual): ReportCell(actual, of: row.indicator)
        case .failure(let gap): ReportCell(missing: gap.code, text: row.explanation(gap))
        }
      },
      .text("actual_period", "実績の年", "year of the actual", "The year the figure reaches to.") {
        period($0.progress.actual.defined?.period)
      },
      .text(
        "actual_rule", "実績の数え方", "how counted", "How the actual figure was got.",
        choices: IndicatorProgress.Actual.Rule.allCases.map(\.rawValue)
      ) { row in
        let rule = row.progress.actual.defined?.rule
        return ReportCell(code: rule?.rawValue, rule?.label)
      },
      .text("actual_formula", "実績の算式", "formula", "The printed figures it was made from.") {
        $0.progress.actual.defined.map { ReportCell($0.formula) } ?? .empty
      },
      .text(
        "missing_years", "値のない年", "missing years",
        "Years of the table without a figure, separated by semicolons."
      ) { row in
        let years = row.progress.actual.defined?.missingYears.map(\.code) ?? []
        return years.isEmpty ? .empty : ReportCell(years.joined(separator: ";"))
      },
      .text(
        "actual_missing_reason", "最新年の値がない理由", "mark in place of the newest figure",
        "What the table prints in place of the newest year's figure."
      ) { row in
        let reason = row.progress.newestMissingReason
        return ReportCell(code: reason?.code, reason?.label)
      },
      .number("target", "目標値", "target", "The printed target.") { printed(.target, of: $0) },
      qualifiers("target", "目標値") { printed(.target, of: $0) },
      .text("target_period", "目標年", "target year", "The target's year, such as FY2024.") {
        period($0.indicator.target?.period)
      },
      .text(
        "target_accumulation", "目標の数え方", "how the target counts",
        "Over which time the target counts.", choices: Accumulation.allCases.map(\.rawValue)
      ) { row in
        guard let target = row.indicator.target else { return .empty }
        let counts = row.indicator.countsOverPlan ? Accumulation.cumulative : target.accumulation
        return ReportCell(counts.label, value: counts.rawValue)
      },
      .number(
        "years_passed", "経過年数", "years passed", "Years of the plan that have passed.", .integer
      ) {
        $0.progress.elapsed.defined.map { ReportCell($0.passed) } ?? .empty
      },
      .number("years_of_plan", "計画年数", "years of the plan", "Years of the plan.", .integer) {
        $0.progress.elapsed.defined.map { ReportCell($0.all) } ?? .empty
      },
    ]
  }

  /// A printed figure, its value in the unit of the actual figure: 85億円 beside 789,000万円 is 850,000.
  private static func printed(_ role: IndicatorFigure.Role, of row: ProgressRow) -> ReportCell {
    guard let figure = row.indicator.first(role) else { return .empty }
    let cell = ReportCell(figure)
    guard let unit = row.progress.actual.defined?.unit, let quantity = figure.reading.quantity,
      let value = MeasuredUnit.value(of: quantity, in: unit), value != quantity.value
    else { return cell }
    var converted = ReportCell(
      text: cell.text, value: .decimal(value), unit: unit, status: cell.status,
      sources: cell.sources)
    converted.qualifiers = cell.qualifiers
    return converted
  }

  /// What has to be read with the figure of another column.
  private static func qualifiers(
    _ key: String, _ ja: String, of figure: @escaping (ProgressRow) -> ReportCell
  ) -> TableColumn<ProgressRow> {
    .text(
      key + "_qualifiers", "\(ja)の限定", "\(key): to be read as",
      "Words that limit \(key), separated by semicolons: "
        + FigureQualifier.allCases.map(\.rawValue).joined(separator: ", ") + "."
    ) { row in
      let qualifiers = figure(row).qualifiers
      guard !qualifiers.isEmpty else { return .empty }
      return ReportCell(
        qualifiers.map(\.label).joined(),
        value: qualifiers.map(\.rawValue).joined(separator: ";"))
    }
  }

  private static func period(_ period: Period?) -> ReportCell {
    period.map { ReportCell($0) } ?? .empty
  }
}

extension Accumulation {
  /// The words that documents use.
  var label: LocalizedText {
    switch self {
    case .single: LocalizedText(ja: "当該年", en: "its own year")
    case .cumulative: LocalizedText(ja: "累計", en: "cumulative")
    case .average: LocalizedText(ja: "期間の平均", en: "mean of the plan's years")
    case .yearly: LocalizedText(ja: "毎年度", en: "each year")
    case .atPlanEnd: LocalizedText(ja: "計画終了時", en: "plan's end")
    case .latest: LocalizedText(ja: "期間内の最新", en: "newest within the plan")
    }
  }
}
