/// How a figure was cut to the digits that are printed.
public enum RoundingRule: String, Hashable, Sendable, Codable, CaseIterable {
  /// Half away from zero (四捨五入).
  case halfUp = "half-up"
  /// Towards zero (切捨て).
  case truncated
  /// Away from zero (切上げ).
  case up

  /// The name in the terms of the field.
  package var label: LocalizedText {
    switch self {
    case .halfUp: LocalizedText(ja: "四捨五入", en: "rounded half up")
    case .truncated: LocalizedText(ja: "切捨て", en: "truncated")
    case .up: LocalizedText(ja: "切上げ", en: "rounded up")
    }
  }

  /// Whether the last digit that stays goes up by one.
  ///
  /// - Parameters:
  ///   - isHalf: whether what is cut off is half of its worth or more.
  ///   - isExact: whether nothing is cut off.
  package func roundsUp(isHalf: Bool, isExact: Bool) -> Bool {
    switch self {
    case .halfUp: isHalf
    case .truncated: false
    case .up: !isExact
    }
  }
}

extension ExactDecimal {
  /// The quotient of two decimals, exactly rounded.
  ///
  /// Formula: numerator ÷ denominator × 10^`exponent`, cut to `decimals` digits by `rule`. Everything
  /// is computed in integers, so a half is a half.
  ///
  /// - Parameters:
  ///   - exponent: 0 for a plain ratio, 2 for percent, 3 for per mille.
  ///   - decimals: digits after the point, 0 to 9.
  /// - Returns: `nil` if the denominator is zero or the figures are too large to divide exactly.
  public static func quotient(
    of numerator: ExactDecimal, by denominator: ExactDecimal, timesTenToThe exponent: Int = 0,
    decimals: Int, rule: RoundingRule = .halfUp
  ) -> ExactDecimal? {
    guard !denominator.isZero, (0...9).contains(decimals), (0...9).contains(exponent) else {
      return nil
    }
    // numerator / 10^ns ÷ (denominator / 10^ds) × 10^(exponent + decimals), as a whole number.
    let shift = exponent + decimals + denominator.scale - numerator.scale
    let power = UInt64(1) * Self.power(of: min(abs(shift), 18))
    guard abs(shift) <= 18 else { return nil }
    var top = numerator.coefficient.magnitude.multipliedFullWidth(by: shift > 0 ? power : 1)
    var bottom = denominator.coefficient.magnitude
    if shift < 0 {
      let (scaled, overflow) = bottom.multipliedReportingOverflow(by: power)
      guard !overflow else { return nil }
      bottom = scaled
    }
    guard top.high < bottom else { return nil }
    if top.high == 0, top.low == 0 { top = (0, 0) }
    let (quotient, remainder) = bottom.dividingFullWidth(top)
    let isNegative = (numerator.coefficient < 0) != (denominator.coefficient < 0)
    return Self.rounded(
      quotient, remainder: remainder, of: bottom, isNegative: isNegative, scale: decimals,
      rule: rule)
  }

  /// The decimal cut to fewer digits after the point.
  ///
  /// - Parameter decimals: digits after the point; with more than are there, nothing changes.
  public func rounded(to decimals: Int, rule: RoundingRule = .halfUp) -> ExactDecimal {
    guard decimals >= 0, decimals < scale else { return self }
    let divisor = Self.power(of: scale - decimals)
    let (quotient, remainder) = coefficient.magnitude.quotientAndRemainder(dividingBy: divisor)
    return Self.rounded(
      quotient, remainder: remainder, of: divisor, isNegative: coefficient < 0, scale: decimals,
      rule: rule) ?? self
  }

  /// The nearest decimal to a computed value, half away from zero, or `nil` if it does not fit.
  public init?(rounding value: Double, to decimals: Int) {
    guard value.isFinite, (0...9).contains(decimals) else { return nil }
    let scaled = value * Double(Self.power(of: decimals))
    guard scaled.magnitude < 1e17 else { return nil }
    var magnitude = Int64(scaled.magnitude)
    // A value that lies within a few units of the last binary place of a half counts as a half.
    let nudge = min(scaled.magnitude * 4 * Double.ulpOfOne, 0.001)
    if scaled.magnitude - Double(magnitude) >= 0.5 - nudge { magnitude += 1 }
    self.init(coefficient: value < 0 ? -magnitude : magnitude, scale: decimals)
  }

  private static func rounded(
    _ quotient: UInt64, remainder: UInt64, of divisor: UInt64, isNegative: Bool, scale: Int,
    rule: RoundingRule
  ) -> ExactDecimal? {
    guard quotient < power(of: maximumDigits) else { return nil }
    let roundsUp = rule.roundsUp(
      isHalf: remainder >= divisor - remainder, isExact: remainder == 0)
    let magnitude = Int64(quotient) + (roundsUp ? 1 : 0)
    return Self(coefficient: isNegative ? -magnitude : magnitude, scale: scale)
  }
}
