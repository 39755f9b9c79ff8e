import MunicipalModel

extension IndicatorProgress {
  /// Achievement (達成率): actual ÷ target × 100, in percent, with the actual figure counted as the target is.
  ///
  /// Where less is better it is target ÷ actual × 100, so that 100 % is always the target and more is
  /// always better. Source: the 達成状況 of Tomakomai's report, which prints actual ÷ target; all its
  /// printed rates are of figures where more is better, but for 待機児童数, 0 of 0, which it prints as
  /// 100 %. What is left of something that should be nothing, 2 of 0, has no such rate; nor have figures
  /// below zero, whose ratio grows as they get worse.
  public var achievement: ProgressResult {
    Result { () throws(FigureGap) in
      let actual = try self.actual.get()
      let target = try self.target.get()
      let direction = try knownDirection()
      if actual.value < .zero || target < .zero { throw .belowZero }
      let sources = sources(withStart: false)
      if actual.value == target, target.isZero {
        return IndicatorProgress.Figure(100, "0 ÷ 0 = 100%", sources: sources)
      }
      guard !target.isZero else { throw .zeroTarget }
      let text = actual.factor
      if direction == .higher {
        return IndicatorProgress.Figure(
          actual.value.ratio(to: target, times: 100), "\(text) ÷ \(target) × 100", sources: sources)
      }
      // Nothing is left of what should be little: that is more than the target asks for, without limit.
      guard !actual.value.isZero else { throw .zeroActual }
      return IndicatorProgress.Figure(
        target.ratio(to: actual.value, times: 100), "\(target) ÷ \(text) × 100", sources: sources)
    }
  }

  /// Progress from the baseline: (actual − baseline) ÷ (target − baseline) × 100, in percent.
  ///
  /// It is the same for targets above and below the baseline: 0 % is where the plan began, 100 % the
  /// target, and below 0 % the figure has moved away. A count over the plan begins at zero. It is not
  /// defined where the target equals the baseline, or expects less than the baseline of something that
  /// is wanted, as moving away from what is wanted would count as progress. Source: plain interpolation
  /// between two printed figures; Tomakomai's and Iwamizawa's reports print no such measure.
  public var progressFromBaseline: ProgressResult {
    Result { () throws(FigureGap) in
      let way = try wayFromStart()
      return IndicatorProgress.Figure(
        way.gone.ratio(to: way.whole, times: 100), "\(way.formula) × 100",
        sources: sources(withStart: true))
    }
  }

  /// The way from the starting point to the target, and how much of it has been gone.
  func wayFromStart() throws(FigureGap) -> (
    gone: ExactDecimal, whole: ExactDecimal, formula: String
  ) {
    let actual = try self.actual.get()
    let target = try self.target.get()
    _ = try knownDirection()
    let start = try self.start.get().value
    if isBehindBaseline { throw .loweredExpectation }
    if target == start { throw .baselineEqualsTarget }
    guard let gone = actual.value.subtracting(start), let whole = target.subtracting(start) else {
      throw .tooLarge
    }
    let text = actual.factor
    if start.isZero { return (gone, whole, "\(text) ÷ \(target)") }
    return (gone, whole, "(\(text) − \(start.inFormula)) ÷ (\(target) − \(start.inFormula))")
  }
}

extension ExactDecimal {
  /// The figure as it stands after a minus: a negative one in brackets.
  var inFormula: String { self < .zero ? "(\(self))" : description }
}
