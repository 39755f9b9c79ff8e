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
