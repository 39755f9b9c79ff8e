/// Quotients cut to a common binary grid, so that they add up exactly in any order.
///
/// A sum of `Double` values misses the total by a few units in the last place. Here each quotient is a
/// multiple of 2^k, k so small that rounding is within 2^-49 of the sum of magnitudes, and so large that
/// every partial sum has at most 52 bits and is exact. What rounding leaves over goes to the quotient of
/// the largest magnitude. So parts + parts = total holds with `==`.
enum ExactSum {
  /// The numerators × `factor` ÷ `denominator`, and their total.
  ///
  /// - Parameter denominator: finite and not zero.
  static func quotients(
    of numerators: [Double], times factor: Double, over denominator: Double
  ) -> (parts: [Double], total: Double) {
    var magnitude = 0.0
    var sum = 0.0
    for numerator in numerators {
      magnitude += abs(numerator)
      sum += numerator
    }
    let bound = magnitude * factor / abs(denominator)
    guard bound > 0, bound.isFinite, bound.exponent > -900 else {
      return (numerators.map { $0 * factor / denominator }, sum * factor / denominator)
    }
    let unit = Double(sign: .plus, exponent: bound.exponent - 50, significand: 1)
    var parts = numerators
    var rest = (sum * factor / denominator / unit).rounded(.toNearestOrEven)
    let total = rest * unit
    var largest = 0
    for index in parts.indices {
      let units = (parts[index] * factor / denominator / unit).rounded(.toNearestOrEven)
      if abs(numerators[index]) > abs(numerators[largest]) { largest = index }
      rest -= units
      parts[index] = units
    }
    if !parts.isEmpty { parts[largest] += rest }
    for index in parts.indices { parts[index] *= unit }
    return (parts, total)
  }
}
