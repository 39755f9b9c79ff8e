package import MunicipalModel

/// A baseline that another document of the city prints where a plan prints none.
///
/// It is never used silently: ``progress`` is what the indicator's progress would be with it.
package struct BaselineElsewhere: Hashable, Sendable {
  /// The indicator without a baseline.
  package let placed: PlacedIndicator
  /// The other document's baseline.
  package let baseline: IndicatorFigure
  /// The progress from that baseline.
  package let progress: IndicatorProgress
}

extension MunicipalityRecord {
  /// The baselines of other documents in force for the indicators of a plan that have none.
  ///
  /// Indicators are matched by ``PlanAnalysis/IndicatorMatching``. Counts over the plan need no baseline.
  package func baselinesElsewhere(
    for plan: Plan, directions: DirectionList = .builtIn
  ) -> [BaselineElsewhere] {
    plansWithActualFigures.filter { $0.document != plan.document }.flatMap { other in
      IndicatorMatching(plan, other).matches.compactMap { match -> BaselineElsewhere? in
        let indicator = match.left.indicator
        guard !indicator.countsOverPlan, indicator.first(.baseline)?.reading.value == nil,
          indicator.target?.reading.value != nil,
          let baseline = match.right.indicator.first(.baseline), baseline.reading.value != nil
        else { return nil }
        let completed = PlacedIndicator(
          indicator: indicator.with(
            figures: [baseline] + indicator.figures.filter { $0.role != .baseline }),
          path: match.left.path)
        return BaselineElsewhere(
          placed: match.left, baseline: baseline,
          progress: IndicatorProgress(of: completed, term: plan.term, directions: directions))
      }
    }
  }
}
