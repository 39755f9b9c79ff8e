import MunicipalModel

/// The years that a plan's figures may well belong to.
struct PlanYears {
  /// The years of the term, or the one year that half of the plan's figures are before.
  let term: ClosedRange<Int>?
  /// Whether the plan states its term.
  let isStated: Bool

  init(_ plan: Plan) {
    if let term = plan.term {
      self.term = term.fiscalYears
      isStated = true
      return
    }
    isStated = false
    let years = plan.indicators.flatMap(\.indicator.figures)
      .compactMap { $0.period?.fiscalYears.upperBound }.sorted()
    let middle = years.count > 3 ? years[years.count / 2] : nil
    term = middle.map { $0...$0 }
  }

  /// How many years a period lies before or after the years in which such a figure may stand; 0 within.
  func distance(of period: Period, role: IndicatorFigure.Role) -> Int {
    guard let term else { return 0 }
    let years = period.fiscalYears
    let isTarget = role == .target || role == .interimTarget
    // A plan looks back one generation, is looked back on for a few years, and its targets may be those
    // of a longer plan.
    let after = isStated ? (isTarget ? 15 : 10) : 25
    let before = isStated ? 30 : 25
    if years.upperBound > term.upperBound + after { return years.upperBound - term.upperBound }
    return years.upperBound < term.lowerBound - before ? years.upperBound - term.lowerBound : 0
  }
}

extension Period {
  /// The fiscal years of a period; a day belongs to the fiscal year that it lies in.
  fileprivate var fiscalYears: ClosedRange<Int> {
    switch self {
    case .calendarYear(let year), .fiscalYear(let year): return year...year
    case .date(let date):
      let year = date.month < 4 ? date.year - 1 : date.year
      return year...year
    case .span(let first, let last):
      let (start, end) = (first.fiscalYears.lowerBound, last.fiscalYears.upperBound)
      return start <= end ? start...end : end...end
    }
  }
}

extension DocumentSession {
  /// Notes a target that is due before its baseline, or before the target on the way to it.
  mutating func reportReversedPeriods(of indicator: Indicator) {
    guard let target = indicator.target, let due = target.period else { return }
    let baseline = indicator.figures.first { $0.role == .baseline && $0.period != nil }
    if let start = baseline?.period, due.fiscalYears.upperBound < start.fiscalYears.lowerBound {
      warn(
        "target-before-baseline", at: target.citation,
        ja: "目標値の時期（\(due.label.ja)）が基準値の時期（\(start.label.ja)）より前です",
        en: "the target is due in \(due.label.en), before its baseline of \(start.label.en)")
    }
    for interim in indicator.figures where interim.role == .interimTarget {
      guard let period = interim.period,
        due.fiscalYears.upperBound < period.fiscalYears.lowerBound
      else { continue }
      warn(
        "interim-after-target", at: interim.citation,
        ja: "中間目標値の時期（\(period.label.ja)）が目標値の時期（\(due.label.ja)）より後です",
        en: "the interim target is due in \(period.label.en), after the target of \(due.label.en)")
    }
  }

  /// What is aimed at in decades beyond any one plan: emissions and the population's future.
  private static let longAims = ["温室効果ガス", "二酸化炭素", "CO2", "炭素", "カーボン", "人口"]

  /// Notes figures of a period decades away from the plan's term: 令和33年度 in a plan of five years.
  mutating func reportFarPeriods(of indicator: Indicator, from years: PlanYears) {
    let name = TextFolding.key(indicator.name)
    let isLongAim = Self.longAims.contains(where: name.contains(word:))
    for observation in indicator.figures {
      guard let period = observation.period, !isLongAim || observation.role == .actual else {
        continue
      }
      let distance = years.distance(of: period, role: observation.role)
      guard distance != 0 else { continue }
      let (label, count) = (period.label, abs(distance))
      let (ja, en) = distance > 0 ? ("後", "after") : ("前", "before")
      let reference =
        years.isStated
        ? LocalizedText(ja: "計画期間", en: "the plan's term")
        : LocalizedText(ja: "ほかの値の時期", en: "the time of the other figures")
      warn(
        "period-far-from-plan", at: observation.citation,
        ja: "時期（\(label.ja)）が\(reference.ja)より\(count)年も\(ja)です",
        en: "its time, \(label.en), is \(count) years \(en) \(reference.en)")
    }
  }
}
