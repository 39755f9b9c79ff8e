public import MunicipalModel

/// Why there is no figure: a stable code, and the reason in both languages.
///
/// Codes are open: a further measure may have further reasons. Two gaps are the same if their codes are.
public struct FigureGap: Error, Hashable, Sendable {
  /// A stable word for the reason, such as `missing_target`.
  public let code: String
  /// The reason in words.
  public let label: LocalizedText

  /// Makes a reason.
  public init(_ code: String, ja: String, en: String) {
    self.code = code
    label = LocalizedText(ja: ja, en: en)
  }

  /// Whether the codes are the same.
  public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

  /// Hashes the code.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension FigureGap {
  /// No target is printed.
  package static let missingTarget = Self("missing_target", ja: "目標値なし", en: "no target")
  /// The target has a plus sign and no other figure has one: it may be an increase, no level.
  package static let targetMayBeIncrease = Self(
    "target_may_be_increase", ja: "目標値が増加分かもしれない（＋）", en: "the target may be an increase (+)")
  /// It is not known which way is better.
  package static let unknownDirection = Self(
    "unknown_direction", ja: "向きが不明", en: "direction unknown")
  /// The figure is given in words.
  package static let inWords = Self("in_words", ja: "数値ではなく言葉", en: "in words, not a figure")
  /// No actual figure is printed.
  package static let missingActual = Self("missing_actual", ja: "実績値なし", en: "no actual figure")
  /// No baseline is printed.
  package static let missingBaseline = Self("missing_baseline", ja: "基準値なし", en: "no baseline")
  /// The figures stand with another project.
  package static let shared = Self("shared", ja: "他事業と共通の指標", en: "shared with another project")
  /// The only actual figure is given in brackets, for reference.
  package static let referenceOnly = Self(
    "reference_only", ja: "実績は参考値のみ", en: "actual for reference only")
  /// The figure is a limit, not a value.
  package static let notComparable = Self(
    "not_comparable", ja: "値ではなく限度", en: "a limit, not a value")
  /// The figure has more digits than can be computed with.
  package static let tooLarge = Self("too_large", ja: "桁数が多すぎる", en: "too many digits")
  /// The units of the figures differ.
  package static let unitsDiffer = Self("units_differ", ja: "単位が違う", en: "units differ")
  /// One figure counts since the plan began and the other does not, and no rule makes them alike.
  package static let accumulationsDiffer = Self(
    "accumulations_differ", ja: "累計と単年が対応しない", en: "cumulative against a single year")
  /// Cumulative and yearly figures stand in one row.
  package static let mixedAccumulation = Self(
    "mixed_accumulation", ja: "累計と単年が混在", en: "cumulative and yearly figures are mixed")
  /// The target is zero, so nothing can be divided by it.
  package static let zeroTarget = Self("zero_target", ja: "目標値が0", en: "the target is zero")
  /// The actual figure is zero, so nothing can be divided by it.
  package static let zeroActual = Self("zero_actual", ja: "実績値が0", en: "the actual figure is zero")
  /// The baseline is zero, so growth from it is not defined.
  package static let zeroBaseline = Self("zero_baseline", ja: "基準値が0", en: "the baseline is zero")
  /// The baseline equals the target: there is no way to go.
  package static let baselineEqualsTarget = Self(
    "baseline_equals_target", ja: "基準値＝目標値", en: "baseline equals target")
  /// The target expects less than the baseline of something that is wanted.
  package static let loweredExpectation = Self(
    "lowered_expectation", ja: "目標が基準値より低い水準", en: "target below the level of the baseline")
  /// The figure may change sign, so growth rates and ratios are not defined for it.
  package static let signMayChange = Self(
    "sign_may_change", ja: "正負が変わりうる値", en: "the figure may change sign")
  /// A figure is below zero, so a ratio to it says nothing.
  package static let belowZero = Self("below_zero", ja: "負の値", en: "a figure below zero")
  /// A trend needs at least three years.
  package static let tooFewPoints = Self(
    "too_few_points", ja: "3年分に満たない", en: "fewer than three years")
  /// The target is a mean over years, which is no point on a line.
  package static let targetIsMean = Self(
    "target_is_mean", ja: "目標が期間の平均", en: "the target is a mean over years")
  /// The target applies to each year, so there is no way to it.
  package static let targetOfEachYear = Self(
    "target_of_each_year", ja: "目標が毎年度", en: "the target applies to each year")
  /// The count starts with the plan, so growth since a baseline is not defined.
  package static let countsFromZero = Self(
    "counts_from_zero", ja: "計画開始からの累計", en: "counted from the plan's start")
  /// The document does not say which year the figure belongs to.
  package static let undated = Self("undated", ja: "年の記載なし", en: "no year is printed")
  /// The plan's term is not known.
  package static let unknownTerm = Self(
    "unknown_term", ja: "計画期間が不明", en: "the plan's term is not known")
  /// The figure's year is outside the plan's term.
  package static let outsideTerm = Self("outside_term", ja: "計画期間の外", en: "outside the plan's term")
  /// The figure's year is later than that of the target.
  package static let afterTarget = Self(
    "after_target", ja: "目標の年より後", en: "after the target's year")
  /// The plan's term is over.
  package static let noTimeLeft = Self("no_time_left", ja: "計画期間が終了", en: "the plan's term is over")
  /// The years of the figures do not follow each other as the measure needs.
  package static let periodsDoNotFit = Self(
    "periods_do_not_fit", ja: "年がつながらない", en: "the years do not fit")

  /// The reasons that a measure of progress may have for not being defined.
  package static let ofProgress: [FigureGap] = [
    missingTarget, targetMayBeIncrease, unknownDirection, inWords, missingActual, missingBaseline,
    shared, referenceOnly, notComparable, tooLarge, unitsDiffer, accumulationsDiffer,
    mixedAccumulation, zeroTarget, zeroActual, zeroBaseline, baselineEqualsTarget,
    loweredExpectation, signMayChange, belowZero, tooFewPoints, targetIsMean, targetOfEachYear,
    countsFromZero, undated, unknownTerm, outsideTerm, afterTarget, noTimeLeft, periodsDoNotFit,
  ]
}

extension FigureGap {
  /// The figure counts over the plan's years, and the baseline does not say how many years it counts.
  package static let baselineYearsUnknown = Self(
    "baseline_years_unknown", ja: "基準値の期間が不明", en: "years of the baseline unknown")
  /// There is no year that both have figures of.
  package static let noCommonYear = Self("no_common_year", ja: "共通の年がない", en: "no common year")
  /// The two measure related things only.
  package static let relatedOnly = Self("related_only", ja: "測るものが違う", en: "not the same thing")
  /// There is nothing to divide by.
  package static let divisionByZero = Self("division_by_zero", ja: "0で割れない", en: "division by zero")
  /// The year's population is not printed.
  package static let missingPopulation = Self(
    "missing_population", ja: "人口がない", en: "no population")
  /// A level per resident makes no sense for the concept.
  package static let notPerResident = Self("not_per_resident", ja: "対象外", en: "not per resident")
}
