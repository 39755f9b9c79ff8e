public import MunicipalModel

extension RateDenominator {
  /// The name in the terms of the field.
  public var label: LocalizedText {
    switch self {
    case .previousYearEnd: AccountItem.openingStock.label
    case .yearEnd: AccountItem.closingStock.label
    case .midYear: LocalizedText(ja: "年央人口", en: "mid-year population")
    }
  }
}

/// Per how many persons a rate is stated.
public enum RateScale: String, Hashable, Sendable, Codable, CaseIterable {
  /// Per 100 persons (％).
  case percent
  /// Per 1,000 persons (‰, 人口千対).
  case perMille = "per_mille"
  /// Per 100,000 persons (人口10万対).
  case perHundredThousand = "per_hundred_thousand"

  /// The power of ten that the quotient is multiplied by: 2, 3 or 5.
  public var exponent: Int {
    switch self {
    case .percent: 2
    case .perMille: 3
    case .perHundredThousand: 5
    }
  }

  /// The sign of the unit.
  public var symbol: String {
    switch self {
    case .percent: "%"
    case .perMille: "‰"
    case .perHundredThousand: "/100,000"
    }
  }

  package var factor: Int {
    switch self {
    case .percent: 100
    case .perMille: 1000
    case .perHundredThousand: 100_000
    }
  }
}

/// How a crude rate is formed and printed.
///
/// Rates are comparable if denominator and scale are the same; the digits and their rounding are
/// a matter of printing.
public struct RateDefinition: Hashable, Sendable, Codable {
  /// What the rate divides by.
  public let denominator: RateDenominator
  /// Per how many persons it is stated.
  public let scale: RateScale
  /// The digits after the point that are printed, 0 to 9.
  public let decimals: Int
  /// How the digits beyond are cut.
  public let rounding: RoundingRule

  /// Makes a definition.
  ///
  /// - Parameter decimals: digits after the point; a rate with other than 0 to 9 throws.
  public init(
    denominator: RateDenominator, scale: RateScale, decimals: Int,
    rounding: RoundingRule = .halfUp
  ) {
    self.denominator = denominator
    self.scale = scale
    self.decimals = decimals
    self.rounding = rounding
  }

  /// Percent of the previous year-end population with two decimals, half up, as cities print it.
  public static let percentOfPreviousYearEnd = Self(
    denominator: .previousYearEnd, scale: .percent, decimals: 2)

  /// Per mille of the mid-year population with one decimal, half up, as vital statistics print it.
  public static let perMilleOfMidYear = Self(
    denominator: .midYear, scale: .perMille, decimals: 1)
}
