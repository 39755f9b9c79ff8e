package import MunicipalModel

/// A fraction of whole numbers of any size, so that a half is a half when it is rounded.
///
/// `ExactDecimal.quotient` divides two printed figures. Differences and means of rates are fractions
/// with a common denominator; they are formed here.
package struct ExactFraction: Sendable {
  private let isNegative: Bool
  private let numerator: WholeNumber
  private let denominator: WholeNumber

  private init(isNegative: Bool, numerator: WholeNumber, denominator: WholeNumber) {
    self.isNegative = isNegative && !numerator.isZero
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Makes a quotient, or `nil` if the denominator is zero.
  package init?(_ numerator: ExactDecimal, over denominator: ExactDecimal = ExactDecimal(1)) {
    guard !denominator.isZero else { return nil }
    self.init(
      isNegative: (numerator.coefficient < 0) != (denominator.coefficient < 0),
      numerator: WholeNumber(numerator.coefficient.magnitude) * .power(of: denominator.scale),
      denominator: WholeNumber(denominator.coefficient.magnitude) * .power(of: numerator.scale))
  }

  package static func + (left: Self, right: Self) -> Self {
    let first = left.numerator * right.denominator
    let second = right.numerator * left.denominator
    let denominator = left.denominator * right.denominator
    guard left.isNegative != right.isNegative else {
      return Self(
        isNegative: left.isNegative, numerator: first + second, denominator: denominator)
    }
    return Self(
      isNegative: first < second ? right.isNegative : left.isNegative,
      numerator: .distance(first, second), denominator: denominator)
  }

  package static prefix func - (value: Self) -> Self {
    Self(
      isNegative: !value.isNegative, numerator: value.numerator, denominator: value.denominator)
  }

  /// The quotient × 10^`exponent`, which is at or above 0, or `nil` if the divisor is zero.
  package func divided(by divisor: Self, timesTenToThe exponent: Int = 0) -> Self? {
    guard !divisor.isZero else { return nil }
    return Self(
      isNegative: isNegative != divisor.isNegative,
      numerator: numerator * divisor.denominator * .power(of: exponent),
      denominator: denominator * divisor.numerator)
  }

  /// The nearest numbers with a fraction of binary places divided, for a first look.
  var doubleValue: Double {
    (isNegative ? -1 : 1) * numerator.doubleValue / denominator.doubleValue
  }

  /// Whether it is zero.
  package var isZero: Bool { numerator.isZero }

  /// The mean, or `nil` of nothing.
  static func mean(of fractions: [Self]) -> Self? {
    guard let first = fractions.first else { return nil }
    let sum = fractions.dropFirst().reduce(first, +)
    return Self(
      isNegative: sum.isNegative, numerator: sum.numerator,
      denominator: sum.denominator * WholeNumber(UInt64(fractions.count)))
  }

  /// The fraction × 10^`exponent`, cut to `decimals` digits, or `nil` if no `ExactDecimal` holds it.
  package func rounded(
    timesTenToThe exponent: Int = 0, decimals: Int, rule: RoundingRule
  ) -> ExactDecimal? {
    guard (0...ExactDecimal.maximumDigits).contains(decimals) else { return nil }
    let scaled = numerator * .power(of: exponent + decimals)
    let quotient = Self.quotient(scaled, denominator)
    let remainder = WholeNumber.distance(scaled, denominator * WholeNumber(quotient))
    guard remainder < denominator else { return nil }
    let roundsUp = rule.roundsUp(
      isHalf: remainder + remainder >= denominator, isExact: remainder.isZero)
    let magnitude = Int64(quotient) + (roundsUp ? 1 : 0)
    return ExactDecimal(coefficient: isNegative ? -magnitude : magnitude, scale: decimals)
  }
}

extension ExactFraction {
  /// The whole part of a quotient, as far as 60 bits hold it: beyond 18 digits there is no ExactDecimal.
  private static func quotient(_ numerator: WholeNumber, _ denominator: WholeNumber) -> UInt64 {
    let most: UInt64 = 1 << 60 - 1
    if let dividend = numerator.word, let divisor = denominator.word, divisor > 0 {
      return min(most, dividend / divisor)
    }
    // Of larger numbers it is found bit by bit.
    var quotient: UInt64 = 0
    for bit in (0..<60).reversed() {
      let tried = quotient | 1 << UInt64(bit)
      if denominator * WholeNumber(tried) <= numerator { quotient = tried }
    }
    return quotient
  }
}

extension ExactFraction: Comparable {
  package static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }

  package static func < (left: Self, right: Self) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    let (large, small) = left.isNegative ? (left, right) : (right, left)
    guard let a = small.numerator.word, let b = small.denominator.word,
      let c = large.numerator.word, let d = large.denominator.word
    else { return (left + -right).isNegative }
    let (first, second) = (a.multipliedFullWidth(by: d), c.multipliedFullWidth(by: b))
    return (first.high, first.low) < (second.high, second.low)
  }
}
