public import MunicipalModel

/// The progress of every indicator of one plan, judged on one scale.
package struct PlanProgress: Hashable, Sendable {
  /// An indicator's progress and its grade.
  package struct Entry: Hashable, Sendable {
    /// The progress.
    package let progress: IndicatorProgress
    /// The grade, or why there is none.
    package let judgement: JudgementScale.Judgement

    /// The indicator.
    package var indicator: Indicator { progress.placed.indicator }
  }

  /// The municipality.
  package let municipality: Municipality
  /// The plan.
  package let plan: Plan
  /// The scale.
  package let scale: JudgementScale
  /// The indicators in printed order.
  package let entries: [Entry]

  /// Judges the indicators of a plan.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - municipality: whose plan it is.
  ///   - scale: the scale to judge on.
  ///   - directions: words in names that tell which way is better.
  package init(
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
  package var newestPeriod: Period? {
    entries.compactMap {
      $0.progress.elapsed.defined == nil ? nil : $0.progress.actual.defined?.period
    }
    .max { years.year(of: $0) < years.year(of: $1) }
  }

  /// The years that the plan counts in.
  package var years: PlanYears { PlanYears(plan.term) }
}

extension MunicipalityRecord {
  /// The editions in force that print actual figures of indicators, the one with the newest figures first.
  ///
  /// A city prints the same indicators in a yearly report and in a revision, so that each comes twice here;
  /// ``leadingPlan`` has each once. The newest report comes first, and of those of one year the one with the
  /// most figures.
  public var plansWithActualFigures: [Plan] {
    let candidates = plans.filter { $0.edition == .current }.compactMap { plan -> Candidate? in
      let years = PlanYears(plan.term)
      let figures = plan.indicators.flatMap(\.indicator.actuals)
        .filter { $0.reading.value != nil }
      return figures.compactMap { $0.period.map(years.year) }.max()
        .map { (plan, newest: $0, count: figures.count) }
    }
    return candidates.enumerated().sorted { left, right in
      (right.element.newest, right.element.count, left.offset)
        < (left.element.newest, left.element.count, right.offset)
    }.map(\.element.plan)
  }

  private typealias Candidate = (plan: Plan, newest: Int, count: Int)

  /// The plan that speaks for the municipality: each of its indicators comes once, as the reports judge it.
  ///
  /// It is the first of ``plansToJudge``; `nil` where no edition in force prints indicators.
  public var leadingPlan: Plan? { plansToJudge.first }

  /// The plans whose indicators a report shows: ``plansWithActualFigures``, or, where there is none, the
  /// editions in force that print indicators, as a new strategy does before its first report.
  public var plansToJudge: [Plan] {
    let withFigures = plansWithActualFigures
    guard withFigures.isEmpty else { return withFigures }
    return plans.filter { $0.edition == .current && !$0.indicators.isEmpty }
  }
}
