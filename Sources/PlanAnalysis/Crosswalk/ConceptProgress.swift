import MunicipalModel

/// How far an indicator has come, on the scale that all indicators share.
///
/// This is the only place where the crosswalk looks into ``IndicatorProgress``.
package struct ConceptProgress: Hashable, Sendable {
  /// Progress from the baseline, in percent: (actual − baseline) ÷ (target − baseline) × 100.
  package let progress: ProgressResult
  /// The pace: progress ÷ share of the term that has passed; 1 is exactly on schedule.
  package let pace: ProgressResult
  /// Which way is better, and how that was found out.
  package let aim: Aim
  /// Whether the target lies so near the baseline that progress tells little.
  package let isTargetNearBaseline: Bool
  /// Whether the pace is measured by a way that is too short for it, and decides no median.
  package let isExtreme: Bool
  /// Whether the target lies on the worse side of the baseline.
  package let isLoweredExpectation: Bool
  /// Whether progress counts from zero because no baseline is printed.
  package let countsFromZero: Bool

  /// Takes an indicator's figures together.
  ///
  /// - Parameters:
  ///   - placed: the indicator.
  ///   - term: the plan's term.
  ///   - directions: words in names that tell which way is better.
  init(of placed: PlacedIndicator, term: Period?, directions: DirectionList = .builtIn) {
    let figures = IndicatorProgress(of: placed, term: term, directions: directions)
    aim = figures.aim
    isTargetNearBaseline = figures.isTargetNearBaseline
    isExtreme = !figures.isPaceComparable
    progress = figures.progressFromBaseline
    pace = figures.pace
    isLoweredExpectation = figures.aim.kind == .loweredExpectation
    let startsFromZero = figures.start.defined.map { $0.basis != .baseline } ?? false
    countsFromZero =
      startsFromZero && placed.indicator.first(.baseline)?.reading.quantity == nil
      && progress.defined != nil
  }
}
