public import MunicipalModel

/// Says why a demographic figure cannot be computed from the figures that are given.
public struct DemographyError: Failure {
  /// What stands in the way.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A figure that is needed was not printed; ``DemographyError/missing`` names it.
    package static let missingInput = Self(rawValue: "missing-input")
    /// The population to divide by is zero or less.
    package static let denominatorNotPositive = Self(rawValue: "denominator-not-positive")
    /// The figure of the base year is zero, so there is no relative change.
    package static let baseIsZero = Self(rawValue: "base-is-zero")
    /// None of the given years is the base year.
    package static let missingBasePeriod = Self(rawValue: "missing-base-period")
    /// A count of births, deaths, movers or residents is below zero.
    package static let negativeCount = Self(rawValue: "negative-count")
    /// A part is larger than the whole that it is a share of.
    package static let partExceedsWhole = Self(rawValue: "part-exceeds-whole")
    /// There is no year to compute from.
    package static let noYears = Self(rawValue: "no-years")
    /// A year is given twice.
    package static let duplicatePeriod = Self(rawValue: "duplicate-period")
    /// Years that count different populations cannot be added up.
    package static let mixedPopulationDefinitions = Self(rawValue: "mixed-population-definitions")
    /// Rates of different kinds or definitions have no mean.
    package static let mixedRates = Self(rawValue: "mixed-rates")
    /// A figure has more than 18 digits.
    package static let tooLarge = Self(rawValue: "too-large")
    /// Digits after the point are not within 0 to 9.
    package static let unsupportedDecimals = Self(rawValue: "unsupported-decimals")
  }

  /// What stands in the way.
  public let code: Code
  /// What was to be computed.
  public let subject: LocalizedText
  /// For which time, if for one.
  public let period: Period?
  /// The figures that are missing; for a change, the printed one first and then the missing parts.
  public let missing: [AccountItem]

  /// Makes an error.
  package init(
    code: Code, subject: LocalizedText, period: Period? = nil, missing: [AccountItem] = []
  ) {
    self.code = code
    self.subject = subject
    self.period = period
    self.missing = missing
  }
}

extension DemographyError: CustomStringConvertible {
  /// One line for a person to read.
  public var description: String {
    var text = subject.en
    if let period { text += ", \(period.label.en)" }
    text += ": \(code.rawValue)"
    if !missing.isEmpty { text += " (" + missing.map(\.label.en).joined(separator: ", ") + ")" }
    return text
  }
}
