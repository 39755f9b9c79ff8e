package import MunicipalModel

/// By what a pace is judged.
package enum PaceRule: String, Hashable, Sendable, CaseIterable {
  /// Along the way from the starting point to the target, which should be gone evenly.
  case way
  /// The target applies to each year, or to their mean: the level against the target.
  case eachYear = "each_year"
  /// The target is to hold the baseline's level or expects less: the level against the target.
  case level
  /// There is no baseline, but the target has been reached: the level against the target.
  case reached

  /// The rule in words.
  package var label: LocalizedText {
    switch self {
    case .way: LocalizedText(ja: "年数按分", en: "pro rata")
    case .eachYear: LocalizedText(ja: "毎年度・平均の目標との比", en: "level, each year")
    case .level: LocalizedText(ja: "目標水準との比", en: "level against the target")
    case .reached: LocalizedText(ja: "目標水準との比（到達済み）", en: "level, target reached")
    }
  }
}

extension IndicatorProgress {
  /// By what the pace is judged.
  package var paceRule: PaceRule {
    let indicator = placed.indicator
    if indicator.countsOverPlan, !indicator.countsFromBaseline { return .way }
    if indicator.appliesEachYear { return .eachYear }
    if aim.kind == .maintenance || aim.kind == .loweredExpectation { return .level }
    return start.gap == .missingBaseline && meetsTarget == true ? .reached : .way
  }

  /// What should have been reached by now at an even pace, in the printed unit.
  ///
  /// - For a count over the plan: target × years passed ÷ years of the plan.
  /// - For a state: baseline + (target − baseline) × years passed ÷ years of the plan.
  /// - For a target of each year (毎年度実績) or of the mean (平均), and for one that holds or lowers the
  ///   level: the target itself.
  ///
  /// Source: 多摩市, まち・ひと・しごと創生総合戦略の評価方法: 20 % of the target in the first of five years,
  /// 40 % in the second, and so on. That method takes the target itself; here the baseline is taken off
  /// first, so that a figure that starts at 90 % of its target is not ahead before anything was done.
  public var expectedByNow: ProgressResult {
    Result { () throws(FigureGap) in
      let target = try self.target.get()
      let elapsed = try self.elapsed.get()
      _ = try knownDirection()
      guard paceRule == .way else {
        return IndicatorProgress.Figure(
          target.doubleValue, "\(target)", sources: sources(withStart: false))
      }
      let start = try self.start.get().value
      guard let whole = target.subtracting(start) else { throw .tooLarge }
      let part = whole.ratio(
        to: ExactDecimal(1), times: elapsed.passed, dividedBy: elapsed.all)
      let formula =
        start.isZero
        ? "\(target) × \(elapsed)" : "\(start) + (\(target) − \(start.inFormula)) × \(elapsed)"
      return IndicatorProgress.Figure(
        start.doubleValue + part, formula, sources: sources(withStart: true))
    }
  }

  /// The pace: progress ÷ share of the plan's years that has passed; 1 is exactly on schedule.
  ///
  /// Where a target applies to each year, holds the level or lowers it, there is no way to go, and the
  /// pace is the level against the target: actual ÷ target where more is better, target ÷ actual where
  /// less is. Without a baseline it is defined only if the target has been reached. Source: as for
  /// ``expectedByNow``.
  public var pace: ProgressResult {
    Result { () throws(FigureGap) in
      let elapsed = try self.elapsed.get()
      let direction = try knownDirection()
      guard paceRule == .way else { return try levelAgainstTarget(direction) }
      let way = try wayFromStart()
      return IndicatorProgress.Figure(
        way.gone.ratio(to: way.whole, times: elapsed.all, dividedBy: elapsed.passed),
        "\(way.formula) ÷ (\(elapsed))", sources: sources(withStart: true))
    }
  }

  private func levelAgainstTarget(_ direction: Direction) throws(FigureGap)
    -> IndicatorProgress.Figure
  {
    let actual = try self.actual.get()
    let target = try self.target.get()
    let sources = sources(withStart: paceRule == .level)
    if actual.value == target {
      return IndicatorProgress.Figure(1, "\(actual.value) = \(target)", sources: sources)
    }
    if actual.value < .zero || target < .zero { throw .belowZero }
    let isHigher = direction == .higher
    let (top, bottom) = isHigher ? (actual.value, target) : (target, actual.value)
    guard !bottom.isZero else { throw isHigher ? .zeroTarget : .zeroActual }
    let text = actual.factor
    return IndicatorProgress.Figure(
      top.ratio(to: bottom), isHigher ? "\(text) ÷ \(target)" : "\(target) ÷ \(text)",
      sources: sources)
  }
}

extension IndicatorProgress.ElapsedYears: CustomStringConvertible {
  /// The share as a fraction, such as `3/5`.
  public var description: String { "\(passed)/\(all)" }
}
