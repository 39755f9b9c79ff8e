import MunicipalModel

extension ExactDecimal {
  /// self × `factor` ÷ (`other` × `divisor`) as a binary number, rounded once.
  ///
  /// Everything before the division is a whole number, so that a ratio that lies on a threshold of a
  /// scale, such as 57 of 100, is that threshold and not a hair below it. `other` must not be zero.
  func ratio(to other: Self, times factor: Int = 1, dividedBy divisor: Int = 1) -> Double {
    let common = min(scale, other.scale)
    let top = Double(coefficient) * Self.tenToThe(other.scale - common) * Double(factor)
    let bottom = Double(other.coefficient) * Self.tenToThe(scale - common) * Double(divisor)
    return top / bottom
  }

  private static func tenToThe(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// The product with a whole number, or `nil` if it has more than 18 digits.
  func multiplied(by factor: Int) -> Self? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: Int64(factor))
    return overflow ? nil : Self(coefficient: product, scale: scale)
  }

  /// The quotient by a whole number with as few decimals as hold it, nine at most.
  func divided(by divisor: Int) -> Self? {
    guard let whole = Self(exactly: divisor), divisor != 0 else { return nil }
    for decimals in min(scale, 9)..<9 {
      guard let quotient = Self.quotient(of: self, by: whole, decimals: decimals) else { continue }
      if quotient.multiplied(by: divisor) == self { return quotient }
    }
    return .quotient(of: self, by: whole, decimals: 9)
  }

  static let zero = Self(0)
}
