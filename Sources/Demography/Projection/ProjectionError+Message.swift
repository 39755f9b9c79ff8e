public import MunicipalModel

extension ProjectionError {
  /// One sentence: which scenario, where in it, in which year and at which age, and what is wrong.
  public var message: LocalizedText {
    let reason = code.label
    let ja = [
      scenario.map { "シナリオ\($0)" }, keyPath, year.map { "\($0)年" }, sex?.label.ja, age?.label.ja,
    ].compactMap(\.self)
    let en = [
      scenario.map { "scenario \($0)" }, keyPath, year.map(String.init), sex?.label.en,
      age?.label.en,
    ].compactMap(\.self)
    let detail = text.map { " (\($0))" } ?? ""
    let file = file.map { "\($0): " } ?? ""
    return LocalizedText(
      ja: file + (ja.isEmpty ? "" : ja.joined(separator: "、") + ": ") + reason.ja + detail
        + (hint.ja.isEmpty ? "" : "。\(hint.ja)"),
      en: file + (en.isEmpty ? "" : en.joined(separator: ", ") + ": ") + reason.en + detail
        + (hint.en.isEmpty ? "" : "; \(hint.en)"))
  }
}

extension ProjectionError.Code {
  /// What stands in the way, in a few words.
  public var label: LocalizedText {
    switch self {
    case .notUTF8:
      LocalizedText(ja: "UTF-8の文字データではありません", en: "the file is not text in UTF-8")
    case .unreadable: LocalizedText(ja: "JSONとして読めません", en: "not readable as JSON")
    case .missingKey: LocalizedText(ja: "このキーが必要です", en: "this key is needed")
    case .unknownKey: LocalizedText(ja: "このキーはありません", en: "there is no such key")
    case .wrongType: LocalizedText(ja: "値の型が違います", en: "the value is of another type")
    case .unknownWord: LocalizedText(ja: "この語は使えません", en: "the word is not one of the format")
    case .noScenarios: LocalizedText(ja: "シナリオが一つもありません", en: "there is no scenario")
    case .duplicateName: LocalizedText(ja: "同じ名前が二つあります", en: "the name is given twice")
    case .unknownName: LocalizedText(ja: "その名前のものはありません", en: "there is nothing of that name")
    case .missingYear: LocalizedText(ja: "その年のものがありません", en: "the year is not there")
    case .circular: LocalizedText(ja: "シナリオが自分自身に基づいています", en: "the scenario rests on itself")
    case .otherMunicipality:
      LocalizedText(ja: "別の市町村のシナリオです", en: "the scenario is another municipality's")
    case .badPath: LocalizedText(ja: "値の推移が正しくありません", en: "the path cannot be followed")
    case .pathBeginsLate: LocalizedText(ja: "推移がその年より後に始まります", en: "the path begins later")
    case .pathEndsEarly: LocalizedText(ja: "推移がその年より前に終わります", en: "the path ends earlier")
    case .figuresEndEarly: LocalizedText(ja: "資料がその年まで続きません", en: "the figures end earlier")
    case .unsupportedAges: LocalizedText(ja: "年齢の区分が合いません", en: "the ages do not fit")
    case .differentAges: LocalizedText(ja: "年齢・性の区分が異なります", en: "ages or sexes differ")
    case .missingAges: LocalizedText(ja: "足りない年齢があります", en: "ages are missing")
    case .yearsDoNotFitSteps:
      LocalizedText(ja: "年数が期間の幅で割り切れません", en: "the years are no whole number of steps")
    case .survivalAboveOne: LocalizedText(ja: "生残率が1を超えています", en: "survival is above 1")
    case .survivalNotPositive: LocalizedText(ja: "生残率が0以下です", en: "survival is not above zero")
    case .missingSurvivalFromBirth:
      LocalizedText(ja: "出生からの生残率がありません", en: "survival from birth is missing")
    case .negative: LocalizedText(ja: "負の値です", en: "the figure is below zero")
    case .outOfRange: LocalizedText(ja: "値が範囲の外です", en: "the figure is out of range")
    case .negativePopulation:
      LocalizedText(ja: "転出が人口を超え、人口が負になります", en: "more people leave than are there")
    case .noPopulation: LocalizedText(ja: "割る人口がありません", en: "there is nobody to divide by")
    case .emptySchedule: LocalizedText(ja: "型の合計が0です", en: "the schedule adds up to zero")
    case .tooFewFigures: LocalizedText(ja: "過去の値が足りません", en: "there are too few past figures")
    case .notComparable: LocalizedText(ja: "比べられません", en: "cannot be compared")
    case .ageNotReportedLeft:
      LocalizedText(ja: "年齢不詳が残っています", en: "people of unknown age are left")
    default: AgeMethodError.Code(rawValue: rawValue).label
    }
  }
}
