import MunicipalModel

/// The marks of an axis at 1, 2 or 5 times a power of ten, with labels of equal decimals.
package struct AxisTicks: Hashable {
  /// The values of the marks, ascending. There are at least two.
  package let values: [Double]
  /// What stands at each mark, such as `-1.5` or `80,000`.
  package let labels: [String]

  /// The first and the last mark.
  package var range: ClosedRange<Double> { (values.first ?? 0)...(values.last ?? 1) }

  /// Marks that enclose a range.
  ///
  /// A range that is one value is widened to zero.
  ///
  /// - Parameters:
  ///   - count: about how many steps, at least 1.
  ///   - isWhole: whether what is counted has no parts, such as indicators: then marks are whole numbers.
  package init(enclosing range: ClosedRange<Double>, count: Int, isWhole: Bool = false) {
    var range = range
    let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    if largest == 0 {
      range = 0...1
    } else if range.upperBound - range.lowerBound <= largest * 1e-6 {
      // The values are one, or so near to each other that no mark could tell them apart.
      range = min(range.lowerBound, 0)...max(range.upperBound, 0)
    }
    let step = (range.upperBound - range.lowerBound) / Double(max(1, count))
    let wanted = isWhole ? max(1, step) : step
    var (factor, exponent) = Self.niceStep(atLeast: wanted)
    var bounds = Self.multiples(of: Self.value(factor, exponent), enclosing: range)
    while bounds.upperBound - bounds.lowerBound > 2 * max(1, count) {
      (factor, exponent) = Self.niceStep(atLeast: Self.value(factor, exponent) * 1.5)
      bounds = Self.multiples(of: Self.value(factor, exponent), enclosing: range)
    }
    values = bounds.map { Self.value($0 * factor, exponent) }
    labels = bounds.map { Self.label($0 * factor, exponent) }
  }

  private init(values: [Double], labels: [String]) {
    self.values = values
    self.labels = labels
  }

  /// The marks within a range, if at least two are; otherwise all.
  package func within(_ range: ClosedRange<Double>) -> Self {
    let kept = values.indices.filter { range.contains(values[$0]) }
    return kept.count < 2
      ? self : Self(values: kept.map { values[$0] }, labels: kept.map { labels[$0] })
  }

  /// The smallest of 1, 2 and 5 times a power of ten that is not below a step.
  private static func niceStep(atLeast step: Double) -> (factor: Int, exponent: Int) {
    var exponent = 0
    var scaled = step
    while scaled >= 10 {
      scaled /= 10
      exponent += 1
    }
    while scaled < 1, exponent > -120 {
      scaled *= 10
      exponent -= 1
    }
    for factor in [1, 2, 5] where scaled <= Double(factor) * (1 + 1e-9) {
      return (factor, exponent)
    }
    return (1, exponent + 1)
  }

  private static func multiples(
    of step: Double, enclosing range: ClosedRange<Double>
  ) -> ClosedRange<Int> {
    let lower = (range.lowerBound / step + 1e-9).rounded(.down)
    let upper = (range.upperBound / step - 1e-9).rounded(.up)
    guard lower.magnitude < 1e12, upper.magnitude < 1e12 else { return 0...1 }
    return Int(lower)...Swift.max(Int(lower) + 1, Int(upper))
  }

  private static func value(_ multiple: Int, _ exponent: Int) -> Double {
    exponent >= 0
      ? Double(multiple) * powerOfTen(exponent) : Double(multiple) / powerOfTen(-exponent)
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { result, _ in result * 10 }
  }

  /// The digits of a multiple of a power of ten; with an exponent if they were too many to read.
  private static func label(_ multiple: Int, _ exponent: Int) -> String {
    if multiple == 0 { return "0" }
    if (-6...0).contains(exponent),
      let number = ExactDecimal(coefficient: Int64(multiple), scale: -exponent)
    {
      return FigureStyle.grouped.text(number)
    }
    if (1...8).contains(exponent), let number = ExactDecimal(exactly: multiple),
      let product = number.multiplied(byPowerOfTen: exponent)
    {
      return FigureStyle.grouped.text(product)
    }
    return "\(multiple)e\(exponent)"
  }
}
