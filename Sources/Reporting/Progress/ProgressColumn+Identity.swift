import MunicipalModel
import PlanAnalysis

extension ProgressColumn {
  /// What a row is about.
  static let identity: [ProgressColumn] = [
    .text(
      "municipality_code", "市町村コード", "municipality", "Six-digit code of the municipality.",
      isKey: true
    ) { row in
      ReportCell(row.plan.municipality.name, value: row.plan.municipality.code.sixDigits)
    },
    .text(
      "document", "資料", "document", "The document that prints the indicator.", isKey: true
    ) { ReportCell($0.plan.plan.document.rawValue) },
    .integer("line", "行", "line", "Line of the indicator in the document's text.", isKey: true) {
      ReportCell($0.line, style: .plain)
    },
    .text(
      "level", "階層", "level", "What the indicator belongs to.", isKey: true,
      choices: ["goal", "project"]
    ) { ReportCell($0.progress.placed.level?.rawValue ?? "") },
    .text("goal", "基本目標", "goal", "Number of the goal.", isKey: true) {
      ReportCell($0.progress.placed.node(.goal)?.number ?? "")
    },
    .text(
      "measure", "施策", "measure", "Number of the measure, where a document says it.", isKey: true
    ) { row in
      row.progress.placed.measureNumber.map { ReportCell($0) } ?? .empty
    },
    .text("project", "事業", "project", "Name of the project.", isKey: true) { row in
      row.progress.placed.node(.project).map { ReportCell($0.title) } ?? .empty
    },
    .text(
      "indicator", "指標", "indicator", "Name of the indicator without its unit.", isKey: true
    ) { ReportCell($0.indicator.name, sources: [$0.indicator.citation]) },
    .text("unit", "単位", "unit", "Unit of the figures as printed.") { row in
      let unit = row.progress.actual.defined?.unit ?? row.indicator.unit
      return unit.isEmpty ? .empty : ReportCell(unit)
    },
    .text(
      "direction", "望ましい向き", "direction", "Which way is better.",
      choices: Aim.Direction.allCases.map(\.rawValue)
    ) { ReportCell($0.progress.aim.direction.label, value: $0.progress.aim.direction.rawValue) },
    .text(
      "direction_basis", "向きの根拠", "basis of the direction",
      "stated by a list, the target or the caller; inferred from baseline and target; or assumed.",
      choices: Aim.Basis.allCases.map(\.rawValue)
    ) { ReportCell($0.progress.aim.basis.label, value: $0.progress.aim.basis.rawValue) },
    .text("direction_reason", "向きの理由", "reason", "Why the direction is taken, in English.") {
      ReportCell($0.progress.aim.reason, value: $0.progress.aim.reason.en)
    },
    .text(
      "aim", "目標の性格", "aim", "What the target asks for, seen from the baseline.",
      choices: Aim.Kind.allCases.map(\.rawValue)
    ) { ReportCell($0.progress.aim.kind.label, value: $0.progress.aim.kind.rawValue) },
    .integer(
      "aim_per_year_of", "年割りの年数", "compared per year of",
      "Years by which the target was divided to see it from a baseline of one year."
    ) { $0.progress.aim.comparedPerYearOf.map { ReportCell($0) } ?? .empty },
  ]
}

extension Aim.Direction {
  var label: LocalizedText {
    self == .higher
      ? LocalizedText(ja: "増", en: "more") : LocalizedText(ja: "減", en: "less")
  }
}

extension Aim.Basis {
  var label: LocalizedText {
    switch self {
    case .stated: LocalizedText(ja: "明示", en: "stated")
    case .inferred: LocalizedText(ja: "推定", en: "inferred")
    case .assumed: LocalizedText(ja: "仮定", en: "assumed")
    }
  }
}

extension Aim.Kind {
  var label: LocalizedText {
    switch self {
    case .improvement: LocalizedText(ja: "改善", en: "improvement")
    case .maintenance: LocalizedText(ja: "維持", en: "maintenance")
    case .loweredExpectation: LocalizedText(ja: "期待の引下げ", en: "lowered expectation")
    case .unknown: LocalizedText(ja: "不明（比べる基準値なし）", en: "unknown (no baseline to compare)")
    }
  }
}
