import MunicipalModel

/// How far a figure lies from the baseline: the difference, and the share of the baseline.
package struct ConceptChange: Hashable, Sendable {
  /// The later figure less the baseline, in the common unit.
  package let difference: Crosswalk.Figure
  /// The difference in percent of the baseline; `nil` where it would mean nothing.
  package let percent: Crosswalk.Figure?
  /// Whether the later figure is printed, rather than a mean a year.
  package let isOfPrintedFigures: Bool
}

extension ConceptSeries {
  /// The change of the newest actual figure since the baseline.
  ///
  /// Where the actual figure counts over the plan's years, its mean a year is set against the baseline.
  func change(isSigned: Bool) -> Result<ConceptChange, FigureGap> {
    Result { () throws(FigureGap) in
      guard let year = actuals.keys.max(), let newest = actuals[year] else { throw .missingActual }
      guard countsOverPlan else { return try change(to: newest.figure, isSigned: isSigned) }
      guard let total = planToDate(year) else { throw .accumulationsDiffer }
      guard let first = term?.lowerBound, year >= first else { throw .unknownTerm }
      return try change(to: total, over: year - first + 1, isSigned: isSigned)
    }
  }

  /// How far the target lies from the baseline.
  ///
  /// Where the target counts over the plan's years, its mean a year is set against the baseline.
  func ambition(isSigned: Bool) -> Result<ConceptChange, FigureGap> {
    Result { () throws(FigureGap) in
      guard let target else { throw .missingTarget }
      guard countsOverPlan else { return try change(to: target, isSigned: isSigned) }
      guard let term else { throw .unknownTerm }
      return try change(to: target, over: term.count, isSigned: isSigned)
    }
  }

  private func change(
    to figure: Crosswalk.Figure, over years: Int = 1, isSigned: Bool
  ) throws(FigureGap) -> ConceptChange {
    guard let baseline else { throw .missingBaseline }
    if countsOverPlan, baselineYear == nil { throw .baselineYearsUnknown }
    guard figure.unit == baseline.unit else { throw .unitsDiffer }
    guard let total = ExactFigure(figure), let base = ExactFigure(baseline),
      let difference = try perYear(total, years).subtracting(base)
    else { throw .tooLarge }
    let hasPercent = !isSigned && !base.isNegative && !base.isZero
    return ConceptChange(
      difference: difference.figure,
      percent: hasPercent
        ? difference.divided(by: base, timesTenToThe: 2, unit: "%", decimals: 1)?.figure : nil,
      isOfPrintedFigures: !countsOverPlan)
  }

  private func perYear(_ total: ExactFigure, _ years: Int) throws(FigureGap) -> ExactFigure {
    guard years > 1 else { return total }
    guard let count = ExactDecimal(exactly: years),
      let divisor = ExactFigure(Crosswalk.Figure(count, unit: "", period: nil, sources: [])),
      let mean = total.divided(by: divisor, unit: total.figure.unit, decimals: 1)
    else { throw .tooLarge }
    return mean
  }
}
