public import MunicipalModel

extension IndicatorProgress {
  /// The straight line through an indicator's yearly figures, drawn out to the plan's end.
  ///
  /// Ordinary least squares on at least three years. The interval is the 80 % prediction interval:
  /// forecast ± t × s × √(1 + 1/n + (x − x̄)² ÷ Σ(xᵢ − x̄)²) with n − 2 degrees of freedom.
  /// Source: Montgomery, Peck and Vining, Introduction to Linear Regression Analysis, chapter 2. With three
  /// or four years the interval is wide, as it should be; it knows nothing of a pandemic, and the years of
  /// a cumulative figure are not independent of each other.
  public struct LinearForecast: Hashable, Sendable {
    /// Whether the target is to be expected.
    public enum Outlook: String, Hashable, Sendable, CaseIterable {
      /// The whole interval lies at or beyond the target.
      case reached
      /// The target lies within the interval.
      case open
      /// The whole interval falls short of the target.
      case missed

      /// The outlook in words.
      public var label: LocalizedText {
        switch self {
        case .reached: LocalizedText(ja: "到達見込み", en: "reached")
        case .open: LocalizedText(ja: "どちらとも言えない", en: "open")
        case .missed: LocalizedText(ja: "未達見込み", en: "missed")
        }
      }
    }

    /// The year that is forecast.
    public let year: Int
    /// The forecast, in the printed unit.
    public let value: Double
    /// The lower end of the 80 % interval.
    public let lower: Double
    /// The upper end of the 80 % interval.
    public let upper: Double
    /// The change a year along the line.
    public let slope: Double
    /// How many years the line was drawn through.
    public let points: Int
    /// Whether the target is to be expected; `nil` where it is not known which way is better.
    public let outlook: Outlook?
    /// Whether the line leaves what is possible: below zero for a count, above 100 for a percentage.
    public let isImpossible: Bool
    /// The printed cells.
    public let sources: [Citation]

    /// Half the width of the interval.
    public var margin: Double { (upper - lower) / 2 }
  }
}

extension IndicatorProgress {
  /// The forecast for the last year of the plan.
  ///
  /// A count over the plan uses its cumulative figures, or the running sums of its yearly ones; a state
  /// also uses the baseline, where it is of one year. A target that is a mean has no forecast.
  public var forecast: Result<IndicatorProgress.LinearForecast, FigureGap> {
    Result { () throws(FigureGap) in
      let effective = try actual.get()
      let target = try self.target.get()
      guard let end = PlanYears(term).term?.upperBound else { throw .unknownTerm }
      if placed.indicator.target?.accumulation == .average { throw .targetIsMean }
      let points = try trendPoints(effective)
      guard Set(points.map(\.year)).count == points.count else { throw .periodsDoNotFit }
      guard points.count >= 3 else { throw .tooFewPoints }
      let line = TrendLine(through: points)
      let (value, margin) = (line.value(in: end), line.margin(in: end))
      let (lower, upper) = (value - margin, value + margin)
      let aimed = target.doubleValue
      let outlook: IndicatorProgress.LinearForecast.Outlook? =
        switch aim.direction {
        case .higher: lower >= aimed ? .reached : upper < aimed ? .missed : .open
        case .lower: upper <= aimed ? .reached : lower > aimed ? .missed : .open
        case nil: nil
        }
      let isShare = effective.unit == "%" && points.allSatisfy { $0.value <= 100 }
      return IndicatorProgress.LinearForecast(
        year: end, value: value, lower: lower, upper: upper, slope: line.slope,
        points: points.count, outlook: outlook,
        isImpossible: (!mayChangeSign && value < 0) || (isShare && value > 100),
        sources: points.map(\.source))
    }
  }

  private func trendPoints(_ effective: IndicatorProgress.Actual) throws(FigureGap) -> [TrendPoint]
  {
    let indicator = placed.indicator
    // What was summed with years left out, or is a difference, is no series of the same thing.
    if effective.rule == .summed, !effective.missingYears.isEmpty { throw .periodsDoNotFit }
    if effective.rule == .differenced { throw .periodsDoNotFit }
    let years = PlanYears(term)
    var points: [TrendPoint] = []
    if effective.rule == .newest || indicator.countsFromBaseline, let start = start.defined,
      start.basis == .baseline, let baseline = indicator.first(.baseline),
      let year = baseline.period.map(years.years), year.count == 1
    {
      points.append(
        TrendPoint(
          year: year.lowerBound, value: start.value.doubleValue, source: baseline.citation))
    }
    var sum = 0.0
    for observation in indicator.actuals {
      guard let value = observation.reading.value?.doubleValue, let period = observation.period
      else { continue }
      let year = years.year(of: period)
      if effective.rule == .summed, years.term?.contains(year) != true { continue }
      guard observation.isCumulative(in: indicator) == (effective.rule == .cumulative) else {
        throw .mixedAccumulation
      }
      sum += value
      points.append(
        TrendPoint(
          year: year, value: effective.rule == .summed ? sum : value,
          source: observation.citation))
    }
    return points
  }
}

/// A figure of a year.
private struct TrendPoint {
  let year: Int
  let value: Double
  let source: Citation
}

/// The least-squares line through some points of different years.
private struct TrendLine {
  let slope: Double
  private let count: Double
  private let meanYear: Double
  private let meanValue: Double
  private let spread: Double
  private let deviation: Double

  init(through points: [TrendPoint]) {
    let count = Double(points.count)
    let meanYear = points.map { Double($0.year) }.reduce(0, +) / count
    let meanValue = points.map(\.value).reduce(0, +) / count
    let distances = points.map { Double($0.year) - meanYear }
    let spread = distances.map { $0 * $0 }.reduce(0, +)
    let slope = zip(distances, points).map { $0 * ($1.value - meanValue) }.reduce(0, +) / spread
    let residuals = zip(distances, points).map { $1.value - (meanValue + slope * $0) }
    let variance = residuals.map { $0 * $0 }.reduce(0, +) / Double(points.count - 2)
    self.count = count
    self.meanYear = meanYear
    self.meanValue = meanValue
    self.spread = spread
    self.slope = slope
    deviation = variance.squareRoot()
  }

  func value(in year: Int) -> Double { meanValue + slope * (Double(year) - meanYear) }

  /// Half the width of the 80 % prediction interval.
  func margin(in year: Int) -> Double {
    let distance = Double(year) - meanYear
    return StudentT.quantile90(freedom: Int(count) - 2) * deviation
      * (1 + 1 / count + distance * distance / spread).squareRoot()
  }
}

/// The t distribution, as far as 80 % intervals need it.
enum StudentT {
  /// The 90th percentile, which bounds a two-sided 80 % interval. Source: printed tables of t.
  static func quantile90(freedom: Int) -> Double {
    let table = [
      3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.350,
      1.345, 1.341, 1.337, 1.333, 1.330, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315,
      1.314, 1.313, 1.311, 1.310,
    ]
    return freedom < 1 ? .infinity : freedom <= table.count ? table[freedom - 1] : 1.282
  }
}
