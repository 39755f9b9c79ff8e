#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import MunicipalModel

extension IndicatorProgress {
  /// The compound growth method: the growth so far against the growth that the target requires.
  ///
  /// actual = (newest ÷ baseline)^(1 ÷ years so far) − 1, required = (target ÷ baseline)^(1 ÷ years in
  /// all) − 1, ratio = actual ÷ required × 100. Years are counted from the baseline's year. The built-in
  /// scale `eurostat` has the method's thresholds: 95, 60 and 0 %.
  ///
  /// Source: Eurostat, Sustainable development in the European Union: monitoring report on progress
  /// towards the SDGs in an EU context, annex on the assessment of indicators with quantitative targets;
  /// Statistics Canada, Progress Measurement for Canada's Sustainable Development Goals, uses the same
  /// ratio and thresholds, and knows a fifth category, target achieved, which is
  /// ``IndicatorProgress/isReached`` here.
  public struct CompoundGrowth: Hashable, Sendable {
    /// The growth a year so far, as a share: 0.05 is 5 %.
    public let actual: Double
    /// The growth a year that the target requires, as a share.
    public let required: Double
    /// Actual ÷ required × 100, in percent.
    public let ratio: IndicatorProgress.Figure
  }
}

extension IndicatorProgress {
  /// The compound growth so far against that required.
  ///
  /// It is defined for positive quantities only, and refused
  /// - for balances and their rates (転出超過数, 社会増減率), which may change sign, and for any figure that is
  ///   printed below zero;
  /// - where the baseline or the target is zero, or both are the same;
  /// - for counts over the plan, which start from nothing, and for targets of each year;
  /// - where the target expects less than the baseline of something that is wanted, as a faster decline
  ///   would count as more progress;
  /// - where the baseline has no single year.
  public var compoundGrowth: Result<IndicatorProgress.CompoundGrowth, FigureGap> {
    Result { () throws(FigureGap) in
      let actual = try self.actual.get()
      let target = try self.target.get()
      let indicator = placed.indicator
      _ = try knownDirection()
      if mayChangeSign { throw .signMayChange }
      if indicator.countsOverPlan, !indicator.countsFromBaseline { throw .countsFromZero }
      if indicator.appliesEachYear { throw .targetOfEachYear }
      let start = try self.start.get()
      guard start.basis == .baseline else { throw .countsFromZero }
      if start.value.isZero { throw .zeroBaseline }
      if target.isZero { throw .zeroTarget }
      if target == start.value { throw .baselineEqualsTarget }
      if aim.kind == .loweredExpectation { throw .loweredExpectation }
      guard let baseline = indicator.first(.baseline)?.period else { throw .undated }
      let years = PlanYears(term)
      guard let end = indicator.target?.period.map(years.year) ?? years.term?.upperBound else {
        throw .unknownTerm
      }
      let (first, last) = (years.years(of: baseline), years.years(of: actual.period))
      guard first.count == 1, last.count == 1, last.upperBound > first.upperBound,
        end > first.upperBound
      else { throw .periodsDoNotFit }
      let (soFar, inAll) = (last.upperBound - first.upperBound, end - first.upperBound)
      let growth = pow(actual.value.ratio(to: start.value), 1 / Double(soFar)) - 1
      let required = pow(target.ratio(to: start.value), 1 / Double(inAll)) - 1
      return IndicatorProgress.CompoundGrowth(
        actual: growth, required: required,
        ratio: IndicatorProgress.Figure(
          growth / required * 100,
          "((\(actual.value) ÷ \(start.value))^(1/\(soFar)) − 1) ÷ "
            + "((\(target) ÷ \(start.value))^(1/\(inAll)) − 1) × 100",
          sources: sources(withStart: true)))
    }
  }
}
