public import MachiKurabe

/// A document that cannot be read says so in both languages itself.
extension DocumentError: UserFacingError {}

/// A data file that cannot be used is told in either language.
extension DataFileError: UserFacingError {}
/// A file of open data that cannot be used says so in both languages itself.
extension OpenDataError: UserFacingError {}

extension RateComparisonError: UserFacingError {
  /// One sentence: which rates cannot be compared.
  public var message: LocalizedText {
    LocalizedText(
      ja: "率を比べられません（\(code.rawValue)）: \(first.label.ja)、\(second.label.ja)",
      en: "the rates cannot be compared (\(code.rawValue)): \(first.label.en), \(second.label.en)")
  }
}

extension DemographyError: UserFacingError {
  /// One sentence: what was to be computed, for when, and what stands in the way.
  public var message: LocalizedText {
    let reason = code.label
    let missing = LocalizedText(
      ja: missing.isEmpty ? "" : "（\(missing.map(\.label.ja).joined(separator: "、"))）",
      en: missing.isEmpty ? "" : " (\(missing.map(\.label.en).joined(separator: ", ")))")
    return LocalizedText(
      ja: (period.map { "\($0.label.ja)の" } ?? "") + "\(subject.ja)を計算できません: \(reason.ja)"
        + missing.ja,
      en: "\(subject.en)\(period.map { ", \($0.label.en)" } ?? "") cannot be computed: \(reason.en)"
        + missing.en)
  }
}

extension DemographyError.Code {
  fileprivate var label: LocalizedText {
    switch self {
    case .missingInput:
      LocalizedText(ja: "必要な値が印刷されていません", en: "a figure that is needed is not printed")
    case .denominatorNotPositive:
      LocalizedText(ja: "分母の人口が0以下です", en: "the population to divide by is not above zero")
    case .baseIsZero: LocalizedText(ja: "基準年の値が0です", en: "the figure of the base year is zero")
    case .missingBasePeriod: LocalizedText(ja: "基準年の値がありません", en: "the base year is missing")
    case .negativeCount: LocalizedText(ja: "負の人数があります", en: "a count is below zero")
    case .partExceedsWhole: LocalizedText(ja: "部分が全体より大きくなっています", en: "a part exceeds the whole")
    case .noYears: LocalizedText(ja: "年がありません", en: "there is no year")
    case .duplicatePeriod: LocalizedText(ja: "同じ年が二つあります", en: "a year is given twice")
    case .mixedPopulationDefinitions:
      LocalizedText(ja: "数え方の違う人口は合わせられません", en: "the years count different populations")
    case .differentCount: LocalizedText(ja: "公表値と計算値の数が違います", en: "the numbers of figures differ")
    case .tooLarge: LocalizedText(ja: "18桁を超える値があります", en: "a figure has more than 18 digits")
    case .unsupportedDecimals:
      LocalizedText(ja: "小数は9桁までです", en: "only 0 to 9 decimals are supported")
    default: LocalizedText(rawValue)
    }
  }
}
