public import MunicipalModel

/// Says why two crude rates cannot be compared.
public struct RateComparisonError: Failure {
  /// What differs.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// One counts births, say, and the other deaths.
    package static let differentKind = Self(rawValue: "different-kind")
    /// They divide by different populations, such as previous year-end and mid-year.
    package static let differentDenominator = Self(rawValue: "different-denominator")
    /// One is in percent, the other per mille; ``CrudeRate/expressed(in:decimals:)`` helps.
    package static let differentScale = Self(rawValue: "different-scale")
  }

  /// What differs.
  public let code: Code
  /// One of the rates.
  public let first: CrudeRate
  /// The rate that does not fit to it.
  public let second: CrudeRate
}

extension RateComparisonError: CustomStringConvertible {
  /// One line for a person to read.
  public var description: String {
    "\(code.rawValue): \(Self.describe(first)) and \(Self.describe(second))"
  }

  private static func describe(_ rate: CrudeRate) -> String {
    "\(rate.label.en) (\(rate.unit.en) of \(rate.definition.denominator.label.en))"
  }
}

extension CrudeRate {
  /// Throws unless both rates count the same, by the same denominator, in the same unit.
  func checkComparable(with other: CrudeRate) throws(RateComparisonError) {
    let code: RateComparisonError.Code? =
      if kind != other.kind {
        .differentKind
      } else if definition.denominator != other.definition.denominator {
        .differentDenominator
      } else if definition.scale != other.definition.scale {
        .differentScale
      } else {
        nil
      }
    if let code { throw RateComparisonError(code: code, first: self, second: other) }
  }
}

extension RateComparisonError {
  /// One sentence: which rates cannot be compared, and why.
  public var message: LocalizedText {
    LocalizedText(
      ja: "率を比べられません: \(code.label.ja)（\(first.label.ja)、\(second.label.ja)）",
      en: "the rates cannot be compared: \(code.label.en) (\(first.label.en); \(second.label.en))")
  }
}

extension RateComparisonError.Code {
  /// What stands in the way, in a few words.
  public var label: LocalizedText {
    switch self {
    case .differentKind: LocalizedText(ja: "違うものの率です", en: "they are rates of different things")
    case .differentDenominator:
      LocalizedText(ja: "割る人口が違います", en: "they divide by different populations")
    case .differentScale: LocalizedText(ja: "単位が違います", en: "they are stated in different units")
    default: LocalizedText(rawValue)
    }
  }
}
