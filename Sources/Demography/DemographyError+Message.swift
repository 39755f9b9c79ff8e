public import MunicipalModel

extension DemographyError {
  /// What was to be computed, with its time: 2018年 出生率 / crude birth rate, 2018.
  public var label: LocalizedText { subject.labelled(period) }

  /// One sentence: what was to be computed, for when, and what stands in the way.
  public var message: LocalizedText {
    LocalizedText(
      ja: (period.map { "\($0.label.ja)の" } ?? "") + "\(subject.ja)を計算できません: \(reason.ja)",
      en: "\(label.en) cannot be computed: \(reason.en)")
  }

  /// What stands in the way, with the figures that are missing.
  public var reason: LocalizedText {
    guard !missing.isEmpty else { return code.words }
    return LocalizedText(
      ja: "\(code.words.ja)（\(missing.map(\.label.ja).joined(separator: "、"))）",
      en: "\(code.words.en) (\(missing.map(\.label.en).joined(separator: ", ")))")
  }
}

extension DemographyError.Code {
  fileprivate var words: LocalizedText {
    switch self {
    case .missingInput:
      LocalizedText(ja: "必要な値が記載されていません", en: "a figure that is needed is not printed")
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
    case .tooLarge: LocalizedText(ja: "18桁を超える値があります", en: "a figure has more than 18 digits")
    case .unsupportedDecimals:
      LocalizedText(ja: "小数は9桁までです", en: "only 0 to 9 decimals are supported")
    default: LocalizedText(rawValue)
    }
  }
}
