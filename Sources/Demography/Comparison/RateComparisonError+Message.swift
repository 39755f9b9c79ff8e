public import MunicipalModel

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
    case .tooLarge: LocalizedText(ja: "18桁を超える値があります", en: "a figure has more than 18 digits")
    default: LocalizedText(rawValue)
    }
  }
}
