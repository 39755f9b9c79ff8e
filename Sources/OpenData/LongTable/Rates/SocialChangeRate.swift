public import MunicipalModel

/// The social change of some people in a year, over their number at the end of the year before.
///
/// Formula: (in-migrants − out-migrants) ÷ population at the end of the previous year, both sexes
/// together (社会増減率, 前年末人口比).
public struct SocialChangeRate: Hashable, Sendable {
  /// In-migrants less out-migrants, in persons.
  public let socialChange: Int
  /// The population at the end of the year before, in persons; above zero.
  public let previousPopulation: Int

  /// Makes a rate, or `nil` if there is nobody to divide by.
  public init?(socialChange: Int, previousPopulation: Int) {
    guard previousPopulation > 0 else { return nil }
    self.socialChange = socialChange
    self.previousPopulation = previousPopulation
  }

  /// The rate in percent, as a binary number.
  public var percent: Double { Double(socialChange) * 100 / Double(previousPopulation) }

  /// The rate in percent, exactly rounded half up, or `nil` if it has too many digits.
  ///
  /// - Parameter decimals: digits after the point, 0 to 9.
  public func rounded(to decimals: Int) -> ExactDecimal? {
    guard let change = ExactDecimal(exactly: socialChange),
      let population = ExactDecimal(exactly: previousPopulation)
    else { return nil }
    return .quotient(of: change, by: population, timesTenToThe: 2, decimals: decimals)
  }

  /// Whether the exact quotient is higher than another's; 1 ÷ 2 and 2 ÷ 4 are the same.
  public func isHigher(than other: Self) -> Bool {
    let first = socialChange.multipliedFullWidth(by: other.previousPopulation)
    let second = other.socialChange.multipliedFullWidth(by: previousPopulation)
    return (first.high, first.low) > (second.high, second.low)
  }
}

/// Why there is no rate.
public enum NoRateReason: String, Hashable, Sendable, Codable, CaseIterable {
  /// The table has no rows of the year before.
  case noPreviousYear = "no-previous-year"
  /// The population of the year before is not given for every sex.
  case noPreviousPopulation = "no-previous-population"
  /// Nobody lived there at the end of the year before.
  case zeroPopulation = "zero-population"
  /// In- or out-migrants are not given for every sex.
  case noMovers = "no-movers"

  /// The reason in a few words.
  public var label: LocalizedText {
    switch self {
    case .noPreviousYear: LocalizedText(ja: "表に前年がない", en: "the table lacks the year before")
    case .noPreviousPopulation:
      LocalizedText(ja: "前年の人口がない", en: "the population of the year before is not given")
    case .zeroPopulation:
      LocalizedText(ja: "前年の人口が0人", en: "nobody lived there the year before")
    case .noMovers: LocalizedText(ja: "転入者数か転出者数がない", en: "movers are not given")
    }
  }
}

/// A rate, or why there is none.
public enum SocialChangeOutcome: Hashable, Sendable {
  /// The rate.
  case rate(SocialChangeRate)
  /// Why there is no rate.
  case none(NoRateReason)

  /// The rate, if there is one.
  public var rate: SocialChangeRate? {
    if case .rate(let rate) = self { rate } else { nil }
  }
}
