import MunicipalModel

extension IndicatorProgress {
  /// Whether the target lies so near the baseline that progress between them tells little.
  ///
  /// It does where the way from the baseline to the target is
  /// - no more than one unit of the last printed digit, of figures printed with decimals or in percent, as both
  ///   ends are rounded: 3.19 → 3.20; or
  /// - less than a quarter of what the figure usually changes in a year: the median of the changes between the
  ///   printed figures, baseline and actual ones, that follow each other.
  ///
  /// A count that starts at zero has no such baseline.
  public var isTargetNearBaseline: Bool {
    guard let start = start.defined, start.basis == .baseline,
      let baseline = placed.indicator.first(.baseline), let target = target.defined,
      let way = target.subtracting(start.value)?.magnitude, !way.isZero
    else { return false }
    let unit = baseline.reading.quantity?.unit ?? ""
    let decimals = max(start.value.scale, target.scale)
    if decimals > 0 || unit == "%" || unit == "‰",
      let digit = ExactDecimal(coefficient: 1, scale: decimals), !(digit < way)
    {
      return true
    }
    guard let change = usualChange else { return false }
    return way.doubleValue * 4 < change
  }

  /// Beyond this share of the way from the baseline to the target, in percent, the way measures nothing.
  static let extremeProgress = 300.0

  /// Whether the progress is measured by a way that is too short for it: the target is near the baseline, or the
  /// figure is more than three times the way from its baseline, in either direction.
  public var isProgressExtreme: Bool {
    if isTargetNearBaseline { return true }
    guard let progress = progressFromBaseline.defined?.value else { return false }
    return progress.magnitude > Self.extremeProgress
  }

  /// Whether the pace may decide which indicators are the slowest, and what is usual.
  package var isPaceComparable: Bool { paceRule != .way || !isProgressExtreme }

  /// The median change a year between the printed figures that follow each other.
  private var usualChange: Double? {
    let indicator = placed.indicator
    let years = PlanYears(term)
    let unit = indicator.target?.reading.quantity?.unit ?? ""
    let printed = [indicator.first(.baseline)].compactMap { $0 } + indicator.actuals
    let points = printed.compactMap { observation -> (year: Int?, value: Double)? in
      observation.reading.quantity.flatMap { MeasuredUnit.value(of: $0, in: unit) }.map {
        (observation.period.map(years.year), $0.doubleValue)
      }
    }
    return zip(points, points.dropFirst()).map { before, after in
      let between = max(1, (after.year ?? 0) - (before.year ?? after.year ?? 0))
      return (after.value - before.value).magnitude / Double(after.year == nil ? 1 : between)
    }.median
  }
}

extension ExactDecimal {
  /// The number without its sign.
  var magnitude: Self { self < .zero ? -self : self }
}
