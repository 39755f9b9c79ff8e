/// Says why a printed text is not a period.
public struct PeriodError: Failure {
  /// What is wrong with the text.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Not a year, a fiscal year, a date or a span.
    package static let unreadable = Self(rawValue: "unreadable-period")
    /// A year that the era does not have, such as 平成100年.
    package static let yearOutsideEra = Self(rawValue: "year-outside-era")
    /// Two years that should be one, such as 平成30年（2017年）.
    package static let contradictoryYears = Self(rawValue: "contradictory-years")
    /// A day that no calendar has.
    package static let impossibleDate = Self(rawValue: "impossible-date")
    /// A span that ends before it begins.
    package static let reversedSpan = Self(rawValue: "reversed-span")
  }

  /// What is wrong.
  public let code: Code
  /// The text as given.
  public let text: String

  /// Makes an error.
  package init(code: Code, text: String) {
    self.code = code
    self.text = text
  }
}

extension PeriodError: CustomStringConvertible {
  /// One line for a person to read.
  public var description: String { "period \"\(text)\": \(code.rawValue)" }
}

/// A failure inside the scanner, before the whole text is known.
package struct PeriodScanFailure: Error, Hashable {
  package let code: PeriodError.Code
  /// The periods that contradict each other, in printed order.
  package var contradiction: [Period] = []
}

extension PeriodError.Code {
  var failure: PeriodScanFailure { PeriodScanFailure(code: self) }
}

extension PeriodError {
  /// One line for a person to read: the text, and what is wrong with it.
  public var message: LocalizedText {
    LocalizedText(
      ja: "「\(text)」は時期として使えません: \(code.label.ja)",
      en: "\"\(text)\" cannot be used as a time: \(code.label.en)")
  }
}

extension PeriodError.Code {
  /// What is wrong, in a few words.
  public var label: LocalizedText {
    switch self {
    case .unreadable:
      LocalizedText(ja: "年・年度・日付・期間として読めません", en: "it is no year, fiscal year, date or span")
    case .yearOutsideEra: LocalizedText(ja: "その元号にない年です", en: "the era has no such year")
    case .contradictoryYears: LocalizedText(ja: "二つの年が食い違っています", en: "its two years disagree")
    case .impossibleDate: LocalizedText(ja: "暦にない日付です", en: "no calendar has this day")
    case .reversedSpan: LocalizedText(ja: "終わりが始まりより前です", en: "it ends before it begins")
    default: LocalizedText(rawValue)
    }
  }
}
