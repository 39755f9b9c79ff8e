/// The axis of a chart's values: from which value to which, and where that is on the drawing.
struct ValueScale {
  let ticks: AxisTicks
  /// The values at the ends of the axis.
  let range: ClosedRange<Double>
  /// The places of those values.
  let start: Double
  let end: Double

  /// Makes an axis.
  ///
  /// - Parameter range: by default from the first mark to the last.
  init(ticks: AxisTicks, range: ClosedRange<Double>? = nil, start: Double, end: Double) {
    self.ticks = ticks
    self.range = range ?? ticks.range
    self.start = start
    self.end = end
  }

  /// Whether zero is on the axis.
  var hasZero: Bool { range.contains(0) }

  /// The place of a value.
  func place(_ value: Double) -> Double {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return start + min(1, max(0, share)) * (end - start)
  }

  /// The place of zero, or of the end nearest to it.
  var zero: Double { place(0) }

  /// The range that an axis has to show.
  ///
  /// It holds zero, except for a line whose values lie so far from zero that their changes could
  /// not be seen.
  static func range(_ chart: ReportChart) -> ClosedRange<Double> {
    let values = chart.values + chart.references.map(\.value) + chart.axisReaches
    guard let lowest = values.min(), let highest = values.max() else { return 0...1 }
    switch chart.kind {
    case .line:
      let isFarFromZero =
        lowest > 0 && lowest > 0.5 * highest || highest < 0 && highest < 0.5 * lowest
      if isFarFromZero, highest > lowest { return lowest...highest }
    case .heatMap, .map: return lowest...highest
    case .bar, .divergingBar, .pyramid: break
    }
    return min(0, lowest)...max(0, highest)
  }
}
