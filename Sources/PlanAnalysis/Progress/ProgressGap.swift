public import MunicipalModel

/// Why a measure of progress is not defined.
public enum ProgressGap: String, Error, Hashable, Sendable, Codable, CaseIterable {
  /// No target is printed.
  case missingTarget = "missing_target"
  /// The target has a plus sign and no other figure has one: it may be an increase, no level.
  case targetMayBeIncrease = "target_may_be_increase"
  /// It is not known which way is better.
  case unknownDirection = "unknown_direction"
  /// The figure is given in words.
  case inWords = "in_words"
  /// No actual figure is printed.
  case missingActual = "missing_actual"
  /// No baseline is printed.
  case missingBaseline = "missing_baseline"
  /// The figures stand with another project.
  case shared
  /// The only actual figure is given in brackets, for reference.
  case referenceOnly = "reference_only"
  /// The figure is a limit, not a value.
  case notComparable = "not_comparable"
  /// The figure has more digits than can be computed with.
  case tooLarge = "too_large"
  /// The units of the figures differ.
  case unitsDiffer = "units_differ"
  /// One figure counts since the plan began and the other does not, and no rule makes them alike.
  case accumulationsDiffer = "accumulations_differ"
  /// Cumulative and yearly figures stand in one row.
  case mixedAccumulation = "mixed_accumulation"
  /// The target is zero, so nothing can be divided by it.
  case zeroTarget = "zero_target"
  /// The actual figure is zero, so nothing can be divided by it.
  case zeroActual = "zero_actual"
  /// The baseline is zero, so growth from it is not defined.
  case zeroBaseline = "zero_baseline"
  /// The baseline equals the target: there is no way to go.
  case baselineEqualsTarget = "baseline_equals_target"
  /// The target expects less than the baseline of something that is wanted.
  case loweredExpectation = "lowered_expectation"
  /// The figure may change sign, so growth rates are not defined for it.
  case signMayChange = "sign_may_change"
  /// A figure is below zero, so a ratio to it says nothing.
  case belowZero = "below_zero"
  /// A trend needs at least three years.
  case tooFewPoints = "too_few_points"
  /// The target is a mean over years, which is no point on a line.
  case targetIsMean = "target_is_mean"
  /// The target applies to each year, so there is no way to it.
  case targetOfEachYear = "target_of_each_year"
  /// The count starts with the plan, so growth since a baseline is not defined.
  case countsFromZero = "counts_from_zero"
  /// The document does not say which year the figure belongs to.
  case undated
  /// The plan's term is not known.
  case unknownTerm = "unknown_term"
  /// The figure's year is outside the plan's term.
  case outsideTerm = "outside_term"
  /// The figure's year is later than that of the target.
  case afterTarget = "after_target"
  /// The plan's term is over.
  case noTimeLeft = "no_time_left"
  /// The years of the figures do not follow each other as the measure needs.
  case periodsDoNotFit = "periods_do_not_fit"

  /// The reason in words.
  public var label: LocalizedText {
    switch self {
    case .missingTarget: LocalizedText(ja: "目標値なし", en: "no target")
    case .targetMayBeIncrease:
      LocalizedText(ja: "目標値が増加分かもしれない（＋）", en: "the target may be an increase (+)")
    case .unknownDirection: LocalizedText(ja: "向きが不明", en: "direction unknown")
    case .inWords: LocalizedText(ja: "数値ではなく言葉", en: "in words, not a figure")
    case .missingActual: LocalizedText(ja: "実績値なし", en: "no actual figure")
    case .missingBaseline: LocalizedText(ja: "基準値なし", en: "no baseline")
    case .shared: LocalizedText(ja: "他事業と共通の指標", en: "shared with another project")
    case .referenceOnly: LocalizedText(ja: "実績は参考値のみ", en: "actual for reference only")
    case .notComparable: LocalizedText(ja: "値ではなく限度", en: "a limit, not a value")
    case .tooLarge: LocalizedText(ja: "桁数が多すぎる", en: "too many digits")
    case .unitsDiffer: LocalizedText(ja: "単位が違う", en: "units differ")
    case .accumulationsDiffer:
      LocalizedText(ja: "累計と単年が対応しない", en: "cumulative against a single year")
    case .mixedAccumulation:
      LocalizedText(ja: "累計と単年が混在", en: "cumulative and yearly figures are mixed")
    case .zeroTarget: LocalizedText(ja: "目標値が0", en: "the target is zero")
    case .zeroActual: LocalizedText(ja: "実績値が0", en: "the actual figure is zero")
    case .zeroBaseline: LocalizedText(ja: "基準値が0", en: "the baseline is zero")
    case .baselineEqualsTarget: LocalizedText(ja: "基準値＝目標値", en: "baseline equals target")
    case .loweredExpectation:
      LocalizedText(ja: "目標が基準値より低い水準", en: "target below the level of the baseline")
    case .signMayChange: LocalizedText(ja: "正負が変わりうる値", en: "the figure may change sign")
    case .belowZero: LocalizedText(ja: "負の値", en: "a figure below zero")
    case .tooFewPoints: LocalizedText(ja: "3年分に満たない", en: "fewer than three years")
    case .targetIsMean: LocalizedText(ja: "目標が期間の平均", en: "the target is a mean over years")
    case .targetOfEachYear: LocalizedText(ja: "目標が毎年度", en: "the target applies to each year")
    case .countsFromZero: LocalizedText(ja: "計画開始からの累計", en: "counted from the plan's start")
    case .undated: LocalizedText(ja: "年の記載なし", en: "no year is printed")
    case .unknownTerm: LocalizedText(ja: "計画期間が不明", en: "the plan's term is not known")
    case .outsideTerm: LocalizedText(ja: "計画期間の外", en: "outside the plan's term")
    case .afterTarget: LocalizedText(ja: "目標の年より後", en: "after the target's year")
    case .noTimeLeft: LocalizedText(ja: "計画期間が終了", en: "the plan's term is over")
    case .periodsDoNotFit: LocalizedText(ja: "年がつながらない", en: "the years do not fit")
    }
  }
}
