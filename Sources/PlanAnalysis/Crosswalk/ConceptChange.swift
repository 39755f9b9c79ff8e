public import MunicipalModel

/// How far a figure lies from the baseline: the difference, and the share of the baseline.
public struct ConceptChange: Hashable, Sendable, Codable {
  /// The later figure less the baseline, in the common unit.
  public let difference: ConceptFigure
  /// The difference in percent of the baseline; `nil` where it would mean nothing.
  public let percent: ConceptFigure?
  /// Whether the later figure is printed, rather than a mean a year.
  public let isOfPrintedFigures: Bool
}

/// Why a change cannot be computed.
public enum ConceptGap: String, Error, Hashable, Sendable, Codable, CaseIterable {
  /// No baseline is printed.
  case missingBaseline = "missing_baseline"
  /// No actual figure is printed.
  case missingActual = "missing_actual"
  /// No target is printed.
  case missingTarget = "missing_target"
  /// The figure counts over the plan's years, and the baseline does not say how many years it counts.
  case baselineYearsUnknown = "baseline_years_unknown"
  /// The plan's term is not known.
  case unknownTerm = "unknown_term"
  /// The figures have different units.
  case unitsDiffer = "units_differ"
  /// There is no year that both have figures of.
  case noCommonYear = "no_common_year"
  /// One counts over years and the other cannot be brought to that.
  case accumulationsDiffer = "accumulations_differ"
  /// The two measure related things only.
  case relatedOnly = "related_only"
  /// The figure may change sign, so a ratio means nothing.
  case signMayChange = "sign_may_change"
  /// There is nothing to divide by.
  case divisionByZero = "division_by_zero"
  /// The year's population is not printed.
  case missingPopulation = "missing_population"
  /// A level per resident makes no sense for the concept.
  case notPerResident = "not_per_resident"
  /// A figure has too many digits to compute with.
  case tooLarge = "too_large"

  /// The reason in words.
  public var label: LocalizedText {
    switch self {
    case .missingBaseline: LocalizedText(ja: "基準値なし", en: "no baseline")
    case .missingActual: LocalizedText(ja: "実績値なし", en: "no actual figure")
    case .missingTarget: LocalizedText(ja: "目標値なし", en: "no target")
    case .baselineYearsUnknown:
      LocalizedText(ja: "基準値の期間が不明", en: "years of the baseline unknown")
    case .unknownTerm: LocalizedText(ja: "計画期間が不明", en: "term unknown")
    case .unitsDiffer: LocalizedText(ja: "単位が違う", en: "units differ")
    case .noCommonYear: LocalizedText(ja: "共通の年がない", en: "no common year")
    case .accumulationsDiffer: LocalizedText(ja: "累計と単年", en: "total against single year")
    case .relatedOnly: LocalizedText(ja: "測るものが違う", en: "not the same thing")
    case .signMayChange: LocalizedText(ja: "符号が変わりうる", en: "sign may change")
    case .divisionByZero: LocalizedText(ja: "0で割れない", en: "division by zero")
    case .missingPopulation: LocalizedText(ja: "人口がない", en: "no population")
    case .notPerResident: LocalizedText(ja: "対象外", en: "not per resident")
    case .tooLarge: LocalizedText(ja: "桁が多すぎる", en: "too many digits")
    }
  }
}

extension ConceptSeries {
  /// The change of the newest actual figure since the baseline.
  ///
  /// Where the actual figure counts over the plan's years, its mean a year is set against the baseline.
  func change(isSigned: Bool) -> Result<ConceptChange, ConceptGap> {
    Self.catching { () throws(ConceptGap) in
      guard let year = actuals.keys.max(), let newest = actuals[year] else { throw .missingActual }
      guard countsOverPlan else { return try change(to: newest.figure, isSigned: isSigned) }
      guard let total = planToDate(year) else { throw .accumulationsDiffer }
      guard let first = term?.lowerBound, year >= first else { throw .unknownTerm }
      return try change(to: total, over: year - first + 1, isSigned: isSigned)
    }
  }

  /// How far the target lies from the baseline.
  ///
  /// Where the target counts over the plan's years, its mean a year is set against the baseline.
  func ambition(isSigned: Bool) -> Result<ConceptChange, ConceptGap> {
    Self.catching { () throws(ConceptGap) in
      guard let target else { throw .missingTarget }
      guard countsOverPlan else { return try change(to: target, isSigned: isSigned) }
      guard let term else { throw .unknownTerm }
      return try change(to: target, over: term.count, isSigned: isSigned)
    }
  }

  private func change(
    to figure: ConceptFigure, over years: Int = 1, isSigned: Bool
  ) throws(ConceptGap) -> ConceptChange {
    guard let baseline else { throw .missingBaseline }
    if countsOverPlan, baselineYear == nil { throw .baselineYearsUnknown }
    guard figure.unit == baseline.unit else { throw .unitsDiffer }
    guard let total = ExactFigure(figure), let base = ExactFigure(baseline),
      let difference = try perYear(total, years).subtracting(base)
    else { throw .tooLarge }
    let hasPercent = !isSigned && !base.isNegative && !base.isZero
    return ConceptChange(
      difference: difference.figure,
      percent: hasPercent
        ? difference.divided(by: base, timesTenToThe: 2, unit: "%", decimals: 1)?.figure : nil,
      isOfPrintedFigures: !countsOverPlan)
  }

  private func perYear(_ total: ExactFigure, _ years: Int) throws(ConceptGap) -> ExactFigure {
    guard years > 1 else { return total }
    guard let count = ExactDecimal(exactly: years),
      let divisor = ExactFigure(ConceptFigure(count, unit: "", period: nil, sources: [])),
      let mean = total.divided(by: divisor, unit: total.figure.unit, decimals: 1)
    else { throw .tooLarge }
    return mean
  }

  static func catching<Value>(
    _ body: () throws(ConceptGap) -> Value
  ) -> Result<Value, ConceptGap> {
    do throws(ConceptGap) { return .success(try body()) } catch { return .failure(error) }
  }
}
