public import MunicipalModel

/// The progress of every indicator of one plan, judged on one scale.
public struct PlanProgress: Hashable, Sendable {
  /// An indicator's progress and its grade.
  public struct Entry: Hashable, Sendable {
    /// The progress.
    public let progress: IndicatorProgress
    /// The grade, or why there is none.
    public let judgement: Judgement

    /// The indicator.
    public var indicator: Indicator { progress.placed.indicator }
  }

  /// The municipality.
  public let municipality: Municipality
  /// The plan.
  public let plan: Plan
  /// The scale.
  public let scale: JudgementScale
  /// The indicators in printed order.
  public let entries: [Entry]

  /// Judges the indicators of a plan.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - municipality: whose plan it is.
  ///   - scale: the scale to judge on.
  ///   - directions: words in names that tell which way is better.
  public init(
    of plan: Plan, in municipality: Municipality, scale: JudgementScale,
    directions: DirectionList = .builtIn
  ) {
    self.municipality = municipality
    self.plan = plan
    self.scale = scale
    let printed = plan.indicators.enumerated().sorted { left, right in
      (left.element.indicator.citation.line, left.offset)
        < (right.element.indicator.citation.line, right.offset)
    }
    entries = printed.map { _, placed in
      let progress = IndicatorProgress(of: placed, term: plan.term, directions: directions)
      return Entry(progress: progress, judgement: scale.judge(progress))
    }
  }

  /// The newest year that any indicator has an actual figure of within the plan's term.
  public var newestPeriod: Period? {
    entries.compactMap {
      $0.progress.elapsed.defined == nil ? nil : $0.progress.actual.defined?.period
    }
    .max { $0.year < $1.year }
  }
}

extension MunicipalityRecord {
  /// The editions in force that print actual figures of indicators, the one with the newest figures first.
  ///
  /// A city prints the same indicators in a yearly report and in a revision; the newest report comes first.
  public var plansWithActualFigures: [Plan] {
    let candidates = plans.filter { $0.edition == .current }.compactMap { plan -> (Plan, Int)? in
      let years = plan.indicators.flatMap(\.indicator.actuals)
        .filter { $0.reading.value != nil }.compactMap(\.period?.year)
      return years.max().map { (plan, $0) }
    }
    return candidates.enumerated()
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
  }

  /// The plans whose indicators a report shows: ``plansWithActualFigures``, or, where there is none, the
  /// editions in force that print indicators, as a new strategy does before its first report.
  public var plansToJudge: [Plan] {
    let withFigures = plansWithActualFigures
    guard withFigures.isEmpty else { return withFigures }
    return plans.filter { $0.edition == .current && !$0.indicators.isEmpty }
  }
}
