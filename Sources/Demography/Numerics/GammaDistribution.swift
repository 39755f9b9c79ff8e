#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The gamma distribution of scale 1: its probabilities and quantiles.
///
/// Sources: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 6.1.41, 6.5.29, 6.5.31 and 26.4.17.
struct GammaDistribution {
  /// The shape, above zero.
  let shape: Double

  /// ln Γ(x) of x above zero, by Stirling's series after x is carried above 16.
  static func logGamma(_ x: Double) -> Double {
    var x = x
    var product = 1.0
    while x < 16 {
      product *= x
      x += 1
    }
    let inverse = 1 / (x * x)
    let series =
      (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680)))) / x
    return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - log(product)
  }

  /// The probability of a value up to x, and of a value above it, each exact where it is small.
  func probabilities(at x: Double) -> (below: Double, above: Double) {
    guard x > 0 else { return (0, 1) }
    guard x.isFinite else { return (1, 0) }
    let density = exp(shape * log(x) - x - Self.logGamma(shape))
    if x < shape + 1 {
      var term = 1 / shape
      var sum = term
      var n = shape
      while n < shape + 100_000 {
        n += 1
        term *= x / n
        sum += term
        if term < sum * 1e-17 { break }
      }
      let below = min(sum * density, 1)
      return (below, 1 - below)
    }
    // Lentz's way of the continued fraction.
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var fraction = d
    for n in 1..<100_000 {
      let a = -Double(n) * (Double(n) - shape)
      b += 2
      d = 1 / Self.apartFromZero(a * d + b)
      c = Self.apartFromZero(b + a / c)
      let factor = c * d
      fraction *= factor
      if abs(factor - 1) < 1e-16 { break }
    }
    let above = min(fraction * density, 1)
    return (1 - above, above)
  }

  private static func apartFromZero(_ value: Double) -> Double {
    abs(value) < 1e-300 ? 1e-300 : value
  }

  /// The value that is not exceeded with a probability above 0 and below 1.
  func quantile(_ probability: Double) -> Double {
    let isLower = probability < 0.5
    let target = isLower ? probability : 1 - probability
    /// How far the smaller tail is from the target, rising with x.
    func excess(_ x: Double) -> Double {
      let (below, above) = probabilities(at: x)
      return isLower ? below - target : target - above
    }
    var low = 0.0
    var high = max(shape, 1)
    while excess(high) < 0, high < 1e300 {
      low = high
      high *= 2
    }
    var x = (low + high) / 2
    for _ in 0..<200 {
      let value = excess(x)
      if value < 0 { low = x } else { high = x }
      // Newton's step where it stays within, half of the way else.
      let density = exp((shape - 1) * log(x) - x - Self.logGamma(shape))
      let next = x - value / density
      let step = next > low && next < high ? next : (low + high) / 2
      if abs(step - x) <= 1e-15 * abs(x) || high - low <= 1e-15 * high { return step }
      x = step
    }
    return x
  }

  /// The standard normal quantile of a probability above one half: z² is χ² of one degree of freedom.
  static func normalQuantile(_ probability: Double) -> Double {
    (2 * Self(shape: 0.5).quantile(2 * probability - 1)).squareRoot()
  }
}
