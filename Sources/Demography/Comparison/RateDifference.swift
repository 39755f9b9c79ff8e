public import MunicipalModel

/// The difference of two crude rates of the same definition, in points.
///
/// Formula: rate − reference. Unit: percentage points (ポイント, printed P), or per-mille points.
public struct RateDifference: Hashable, Sendable, Codable {
  /// The rate.
  public let rate: CrudeRate
  /// The rate that it is compared with.
  public let reference: CrudeRate
  /// In what the two tables count differently.
  public let caveats: [ComparisonCaveat]

  /// The difference of the two rates as they are printed, by the digits of each one's definition.
  ///
  /// Publishers often subtract printed figures; it can differ from ``rounded`` in the last digit.
  /// It is `nil` if a number has more than 18 digits.
  public var ofRounded: ExactDecimal? {
    guard let rate = rate.rounded, let reference = reference.rounded else { return nil }
    return rate.subtracting(reference)
  }
}

extension RateDifference: DerivedFigure {
  /// The rate's name with both times.
  public var label: LocalizedText {
    let (now, base) = (rate.period.label, reference.period.label)
    return LocalizedText(
      ja: "\(rate.kind.label.ja)の差（\(now.ja)、\(base.ja)比）",
      en: "difference of \(rate.kind.label.en), \(now.en) against \(base.en)")
  }

  /// The unit: points of percent or per mille.
  public var unit: LocalizedText {
    switch rate.definition.scale {
    case .percent: LocalizedText(ja: "ポイント", en: "percentage points")
    case .perMille: LocalizedText(ja: "‰ポイント", en: "per-mille points")
    case .perHundredThousand: LocalizedText(ja: "10万対ポイント", en: "points per 100,000")
    }
  }

  /// How it is computed, in words.
  public var formula: LocalizedText {
    LocalizedText("(") + rate.formula + LocalizedText(") − (") + reference.formula
      + LocalizedText(")")
  }

  /// The printed cells of both rates.
  public var sources: [Citation] { (rate.sources + reference.sources).uniqued }

  /// The difference of the unrounded rates, in points.
  public var value: Double { rate.value - reference.value }

  /// The difference of the unrounded rates with the digits of the rate's definition.
  ///
  /// It is `nil` if it has more than 18 digits.
  public var rounded: ExactDecimal? {
    rounded(to: rate.definition.decimals, rule: rate.definition.rounding)
  }

  /// The difference of the unrounded rates cut to `decimals` digits, computed in whole numbers.
  public func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    guard let rate = rate.fraction, let other = reference.fraction else { return nil }
    return (rate + -other).rounded(
      timesTenToThe: self.rate.definition.scale.exponent, decimals: decimals, rule: rule)
  }
}

extension CrudeRate {
  /// The difference from another rate of the same kind, denominator and scale.
  ///
  /// - Parameter reference: the rate of the base year, or of another municipality.
  /// - Throws: ``RateComparisonError`` if kind, denominator or scale differ. What the tables count is
  ///   no reason to throw; it is told in ``RateDifference/caveats``.
  public func difference(
    from reference: CrudeRate
  ) throws(RateComparisonError) -> RateDifference {
    try checkComparable(with: reference)
    return RateDifference(
      rate: self, reference: reference, caveats: ComparisonCaveat.caveats(for: [self, reference]))
  }
}
