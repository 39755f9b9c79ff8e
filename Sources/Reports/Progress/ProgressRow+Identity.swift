import MunicipalModel
import PlanAnalysis
import Rendering

extension ProgressRow {
  /// What a row is about.
  static var identity: [TableColumn<ProgressRow>] {
    [
      .key(
        "municipality_code", "市町村", "municipality", "Six-digit code of the municipality."
      ) { row in
        ReportCell(row.plan.municipality.name, value: row.plan.municipality.code.sixDigits)
      },
      .key(
        "document", "資料", "document", "The document that prints the indicator."
      ) { ReportCell($0.plan.plan.document.rawValue) },
      .key("line", "行", "line", "Line of the indicator in the document's text.", .integer) {
        ReportCell($0.line, style: .plain)
      },
      .key(
        "level", "階層", "level", "What the indicator belongs to.", isRequired: false,
        choices: ["goal", "project"]
      ) { ReportCell($0.progress.placed.level?.rawValue ?? "") },
      .key("goal", "基本目標", "goal", "Number of the goal.", isRequired: false) {
        ReportCell($0.progress.placed.node(.goal)?.number ?? "")
      },
      .key(
        "measure", "施策", "measure", "Number of the measure, where a document says it.",
        isRequired: false
      ) { row in
        row.progress.placed.measureNumber.map { ReportCell($0) } ?? .empty
      },
      .key("project", "事業", "project", "Name of the project.", isRequired: false) { row in
        row.progress.placed.node(.project).map { ReportCell($0.title) } ?? .empty
      },
      .key(
        "indicator", "指標", "indicator", "Name of the indicator without its unit."
      ) { ReportCell($0.indicator.name, sources: [$0.indicator.citation]) },
      .text("unit", "単位", "unit", "Unit of the figures as printed.") { row in
        let unit = row.progress.actual.defined?.unit ?? row.indicator.unit
        return unit.isEmpty ? .empty : ReportCell(unit)
      },
      .text(
        "direction", "望ましい向き", "direction", "Which way is better.",
        choices: Direction.allCases.map(\.rawValue) + [Aim.unknownDirection]
      ) { ReportCell($0.progress.aim.directionLabel, value: $0.progress.aim.directionCode) },
      .text(
        "direction_basis", "向きの根拠", "basis of the direction",
        "stated by the caller, printed, told by a word of the name, inferred from baseline and target, or unknown.",
        choices: Aim.Basis.allCases.map(\.rawValue)
      ) { ReportCell($0.progress.aim.basis.label, value: $0.progress.aim.basis.rawValue) },
      .text("direction_reason", "向きの理由", "reason", "Why the direction is taken, in English.") {
        ReportCell($0.progress.aim.reason, value: $0.progress.aim.reason.en)
      },
      .text(
        "aim", "目標の性格", "aim", "What the target asks for, seen from the baseline.",
        choices: Aim.Kind.allCases.map(\.rawValue)
      ) { ReportCell($0.progress.aim.kind.label, value: $0.progress.aim.kind.rawValue) },
      .number(
        "aim_per_year_of", "年割りの年数", "compared per year of",
        "Years by which the target was divided to see it from a baseline of one year.", .integer
      ) { $0.progress.aim.comparedPerYearOf.map { ReportCell($0) } ?? .empty },
    ]
  }
}

extension Aim {
  /// The stable word where nothing tells the direction.
  static let unknownDirection = "unknown"

  /// A stable word for the direction.
  var directionCode: String { direction?.rawValue ?? Self.unknownDirection }

  /// The direction in a word.
  var directionLabel: LocalizedText {
    switch direction {
    case .higher: LocalizedText(ja: "増", en: "more")
    case .lower: LocalizedText(ja: "減", en: "less")
    case nil: LocalizedText(ja: "不明", en: "unknown")
    }
  }

  /// The direction with how it is known: 増（語）, 減（記載）, 不明.
  var directionWithBasis: LocalizedText {
    guard direction != nil else { return directionLabel }
    return LocalizedText(
      ja: "\(directionLabel.ja)（\(basis.label.ja)）", en: "\(directionLabel.en) (\(basis.label.en))")
  }
}

extension ReportCell {
  /// Makes a cell of the direction of an aim, with how it is known.
  init(direction aim: Aim) { self.init(aim.directionWithBasis, value: aim.directionCode) }
}

extension Aim.Basis {
  var label: LocalizedText {
    switch self {
    case .stated: LocalizedText(ja: "指定", en: "stated")
    case .printed: LocalizedText(ja: "記載", en: "printed")
    case .word: LocalizedText(ja: "語", en: "word")
    case .inferred: LocalizedText(ja: "推定", en: "inferred")
    case .unknown: LocalizedText(ja: "不明", en: "unknown")
    }
  }
}

extension Aim.Kind {
  var label: LocalizedText {
    switch self {
    case .improvement: LocalizedText(ja: "改善", en: "improvement")
    case .maintenance: LocalizedText(ja: "維持", en: "maintenance")
    case .loweredExpectation: LocalizedText(ja: "期待の引下げ", en: "lowered expectation")
    case .unknown: LocalizedText(ja: "不明", en: "unknown")
    }
  }
}
