import MunicipalModel

/// Compares the matched indicators of two documents, cell by cell.
struct PairAudit {
  let findings: [AuditFinding]

  init(_ matching: IndicatorMatching, record: MunicipalityRecord, years: PlanYears) {
    var findings: [AuditFinding] = []
    for match in matching.matches {
      findings += CellComparison(match, record: record, years: years).findings
    }
    for placed in matching.unmatchedLeft + matching.unmatchedRight {
      findings.append(
        AuditFinding(
          .info, .unmatched, placed.subject,
          LocalizedText(ja: "もう一方の資料に対応する指標がありません", en: "the other document has no such indicator"),
          citations: [placed.indicator.citation]))
    }
    self.findings = findings
  }
}

/// Compares the cells of two indicators that are the same.
private struct CellComparison {
  private let match: IndicatorMatch
  private let explanations: FigureExplanation
  private let years: PlanYears
  private(set) var findings: [AuditFinding] = []

  init(_ match: IndicatorMatch, record: MunicipalityRecord, years: PlanYears) {
    self.match = match
    self.years = years
    explanations = FigureExplanation(match: match, record: record)
    for (left, right) in pairs { compare(left, right) }
    joinUnitFindings()
  }

  /// A unit that differs does so in every cell: one finding with all of them.
  private mutating func joinUnitFindings() {
    let units = findings.filter { $0.code == .unitsDiffer }
    guard units.count > 1, let first = units.first else { return }
    findings.removeAll { $0.code == .unitsDiffer }
    findings.append(
      AuditFinding(
        first.severity, first.code, first.subject, first.message,
        citations: units.flatMap(\.citations)))
  }

  /// The cells of one role and, for actual figures, of one year.
  private var pairs: [(IndicatorFigure, IndicatorFigure)] {
    let (left, right) = (match.left.indicator, match.right.indicator)
    var pairs: [(IndicatorFigure, IndicatorFigure)] = []
    for role in [IndicatorFigure.Role.baseline, .target] {
      if let first = left.first(role), let second = right.first(role) {
        pairs.append((first, second))
      }
    }
    for first in left.actuals {
      for second in right.actuals where isSameYear(first.period, second.period) {
        pairs.append((first, second))
      }
    }
    return pairs
  }

  /// Whether two periods are the same; a day is the same as the year of the plan that it lies in.
  private func isSameYear(_ left: Period?, _ right: Period?) -> Bool {
    if left == right { return true }
    guard let left, let right else { return false }
    return (left.isDay || right.isDay) && years.areSame(left, right)
  }

  private mutating func compare(_ left: IndicatorFigure, _ right: IndicatorFigure) {
    if left.role == .baseline, !isSameYear(left.period, right.period), let first = left.period,
      let second = right.period
    {
      add(
        .info, .periodsDiffer,
        LocalizedText(
          ja: "基準の年が違います: \(first.label.ja)と\(second.label.ja)",
          en: "the baseline is of \(first.label.en) and of \(second.label.en)"), left, right)
    }
    switch (left.reading.quantity, right.reading.quantity) {
    case (let first?, let second?): compare(first, second, left, right)
    case (let quantity?, nil): compareMissing(quantity, present: left, missing: right)
    case (nil, let quantity?): compareMissing(quantity, present: right, missing: left)
    case (nil, nil):
      guard left.reading != right.reading, left.reading.quantities.isEmpty,
        right.reading.quantities.isEmpty
      else { return }
      add(
        .info, .reasonsDiffer,
        LocalizedText(
          ja: "数値がない理由の書き方が違います", en: "the reasons for no figure differ"), left, right)
    }
  }

  private mutating func compare(
    _ first: Quantity, _ second: Quantity, _ left: IndicatorFigure, _ right: IndicatorFigure
  ) {
    let units = [first.unit, second.unit].map { NameVariants.builtIn.unified($0) }
    if units[0] != units[1], !first.unit.isEmpty, !second.unit.isEmpty {
      add(
        .warning, .unitsDiffer,
        LocalizedText(
          ja: "単位が違います: \(first.unit)と\(second.unit)",
          en: "the units differ: \(first.unit) and \(second.unit)"), left, right)
    }
    let name = Self.name(left)
    switch Rounding.isRounded(first.value, second.value) {
    case false?: break
    case true?:
      add(
        .info, .roundingDiffers,
        LocalizedText(
          ja: "\(name.ja)の桁が違います: \(first.value.grouped)と\(second.value.grouped)",
          en:
            "\(name.en) is rounded differently: \(first.value.grouped) and \(second.value.grouped)"),
        left, right)
    case nil:
      let explanation = explanations.explanation(of: first.value, left, second.value, right)
      add(
        explanation?.isHarmless == true ? .warning : .error, .figuresDiffer,
        LocalizedText(
          ja: "\(name.ja)が違います: \(first.value.grouped)と\(second.value.grouped)",
          en: "\(name.en) differs: \(first.value.grouped) and \(second.value.grouped)"),
        explanation: explanation?.text, left, right)
    }
    if left.isCumulative(in: match.left.indicator) != right.isCumulative(in: match.right.indicator)
    {
      add(
        .warning, .accumulationDiffers,
        LocalizedText(
          ja: "\(name.ja)は一方だけが累計です", en: "\(name.en) is cumulative in one document only"), left,
        right)
    }
  }

  private mutating func compareMissing(
    _ quantity: Quantity, present: IndicatorFigure, missing: IndicatorFigure
  ) {
    guard missing.reading.quantities.isEmpty else { return }
    let name = Self.name(present)
    // What the cell has in place of a figure, as it is printed.
    let mark = missing.citation.printed
    let reason = LocalizedText(
      ja: mark.isEmpty ? "空欄" : "「\(mark)」", en: mark.isEmpty ? "blank" : "\"\(mark)\"")
    if quantity.value.isZero {
      let words = present.circumstance?.label
      add(
        words == nil ? .warning : .info, .blankAgainstZero,
        LocalizedText(
          ja: "\(name.ja)が一方では0、他方では数値なし（\(reason.ja)）です",
          en: "\(name.en) is 0 in one document and has no figure (\(reason.en)) in the other"),
        explanation: words.map {
          LocalizedText(ja: "注記では\($0.ja)", en: "a note says: \($0.en)")
        }, present, missing)
    } else {
      add(
        .warning, .missingInOne,
        LocalizedText(
          ja: "\(name.ja)が一方では\(quantity.value.grouped)、他方では数値なし（\(reason.ja)）です",
          en:
            "\(name.en) is \(quantity.value.grouped) in one document and has no figure (\(reason.en)) in the other"
        ),
        present, missing)
    }
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ code: AuditFinding.Code, _ message: LocalizedText,
    explanation: LocalizedText? = nil, _ left: IndicatorFigure, _ right: IndicatorFigure
  ) {
    findings.append(
      AuditFinding(
        severity, code, match.left.subject, message, explanation: explanation,
        citations: [left.citation, right.citation]))
  }

  /// 基準値, 目標値 or the actual figure of a year.
  private static func name(_ observation: IndicatorFigure) -> LocalizedText {
    switch observation.role {
    case .baseline: LocalizedText(ja: "基準値", en: "the baseline")
    case .target: LocalizedText(ja: "目標値", en: "the target")
    case .interimTarget: LocalizedText(ja: "中間目標値", en: "the interim target")
    case .actual, .achievement, .assessment, .shared:
      LocalizedText(
        ja: "\(observation.period?.label.ja ?? "")の実績値",
        en: "the actual figure of \(observation.period?.label.en ?? "?")")
    }
  }
}

extension IndicatorFigure.Circumstance {
  /// The circumstance in words.
  var label: LocalizedText {
    switch self {
    case .cancelled: LocalizedText(ja: "中止", en: "cancelled")
    case .suspended: LocalizedText(ja: "運休", en: "suspended")
    case .movedOnline: LocalizedText(ja: "オンライン開催", en: "held online")
    }
  }
}
