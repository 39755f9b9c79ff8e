public import MunicipalModel

/// How far an indicator has come: every measure, or why it is not defined.
public struct IndicatorProgress: Hashable, Sendable {
  /// The indicator and where it stands in its plan.
  public let placed: PlacedIndicator
  /// What the target aims at.
  public let aim: Aim
  /// The actual figure by the target's way of counting, or why there is none.
  public let actual: Result<IndicatorProgress.Actual, FigureGap>
  /// The target, or why there is none.
  public let target: Result<ExactDecimal, FigureGap>
  /// The figure that progress is measured from, or why there is none.
  public let start: Result<IndicatorProgress.Start, FigureGap>
  /// The share of the years up to the target that has passed at the end of the actual figure's year.
  public let elapsed: Result<IndicatorProgress.ElapsedYears, FigureGap>
  /// The plan's term.
  public let term: Period?

  /// Whether the figures may be above and below zero.
  let mayChangeSign: Bool

  /// Takes an indicator's figures together.
  ///
  /// - Parameters:
  ///   - placed: the indicator.
  ///   - term: the plan's term.
  ///   - directions: words in names that tell which way is better.
  ///   - direction: which way is better, if the caller knows; it overrides everything else.
  public init(
    of placed: PlacedIndicator, term: Period?, directions: DirectionList = .builtIn,
    direction: Direction? = nil
  ) {
    let figures = placed.indicator.figures
    let indicator =
      figures.contains { $0.assumption != nil }
      ? placed.indicator.with(figures: figures.map(\.withoutAssumedTime)) : placed.indicator
    self.placed = PlacedIndicator(indicator: indicator, path: placed.path)
    self.term = term
    let rule = directions.rule(for: indicator.name)
    aim = Aim(of: indicator, term: term, rule: rule, stated: direction)
    mayChangeSign = indicator.isPrintedBelowZero || directions.mayChangeSign(indicator.name, rule)
    let actual = Result { () throws(FigureGap) in
      try IndicatorProgress.Actual(of: indicator, term: term)
    }
    let target = Result { () throws(FigureGap) in
      try Self.target(of: indicator, in: actual.defined?.unit)
    }
    self.actual = actual
    self.target = target
    start = Result { () throws(FigureGap) in
      if indicator.first(.shared) != nil { throw .shared }
      let unit = actual.defined?.unit ?? indicator.target?.reading.quantity?.unit
      return try IndicatorProgress.Start(of: indicator, unit: unit ?? "", actual: actual.defined)
    }
    elapsed = Result { () throws(FigureGap) in
      try IndicatorProgress.ElapsedYears(
        at: actual.get().period, of: term, due: indicator.target?.period)
    }
  }

  /// The target, in the unit of the actual figure if there is one.
  private static func target(
    of indicator: Indicator, in unit: String?
  ) throws(FigureGap) -> ExactDecimal {
    if indicator.first(.shared) != nil { throw .shared }
    guard let quantity = indicator.target?.reading.quantity else {
      throw indicator.target?.reading.words == nil ? .missingTarget : .inWords
    }
    if indicator.targetMayBeIncrease { throw .targetMayBeIncrease }
    return unit.flatMap { MeasuredUnit.value(of: quantity, in: $0) } ?? quantity.value
  }

  /// Why the newest year of the table prints no figure; `nil` if it prints one.
  public var newestMissingReason: MissingReason? {
    guard case .missing(let reason)? = placed.indicator.actuals.last?.reading else { return nil }
    return reason
  }

  /// The achievement or assessment that the document prints for the year of the actual figure, or else for the
  /// newest year.
  package func published(_ role: IndicatorFigure.Role) -> IndicatorFigure? {
    let all = placed.indicator.figures.filter { $0.role == role }
    guard all.contains(where: { $0.period != nil }) else { return all.first }
    let years = PlanYears(term)
    return all.first { $0.period != nil && years.areSame($0.period, actual.defined?.period) }
      ?? all.max { ($0.period?.year ?? 0) < ($1.period?.year ?? 0) }
  }

  /// The cells of the target and the actual figures, and of the baseline if it was used.
  func sources(withStart: Bool) -> [Citation] {
    let baseline = withStart ? start.defined?.source : nil
    let target = placed.indicator.target?.citation
    return [baseline, target].compactMap { $0 } + (actual.defined?.sources ?? [])
  }
}

extension IndicatorProgress {
  /// How much of the time up to a target, which is most often that of the plan, has passed at the end of
  /// a year.
  public struct ElapsedYears: Hashable, Sendable {
    /// The years that have passed, from 1.
    public let passed: Int
    /// The years from the plan's beginning to the target.
    public let all: Int

    /// The years that are left.
    public var left: Int { all - passed }
    /// The share that has passed, above 0 and up to 1.
    public var share: Double { Double(passed) / Double(all) }

    /// The years of a plan up to the end of a period.
    ///
    /// - Parameters:
    ///   - period: the year that has passed.
    ///   - term: the plan's term.
    ///   - due: when the target is due; the years up to it count if that is before the plan's end.
    /// - Throws: ``FigureGap/unknownTerm``, ``FigureGap/outsideTerm`` or ``FigureGap/afterTarget``.
    package init(at period: Period, of term: Period?, due: Period? = nil) throws(FigureGap) {
      let plan = PlanYears(term)
      guard let years = plan.term else { throw .unknownTerm }
      let year = plan.year(of: period)
      guard years.contains(year) else { throw .outsideTerm }
      var last = years.upperBound
      if let due, case let dueYear = plan.year(of: due), years.contains(dueYear) { last = dueYear }
      guard year <= last else { throw .afterTarget }
      passed = year - years.lowerBound + 1
      all = last - years.lowerBound + 1
    }
  }
}
