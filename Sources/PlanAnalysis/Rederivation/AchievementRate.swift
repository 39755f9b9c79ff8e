import Demography
package import MunicipalModel

/// The achievement of a target (達成率, 達成状況) in percent, by one of the ways in which cities print it.
///
/// It takes the figures as printed, whatever time they count over. Nothing achieved of a target of
/// nothing counts as 100 %, as Tomakomai prints it for 待機児童数 (0 of 0).
package struct AchievementRate: DerivedFigure, Hashable {
  /// What is divided by what.
  package enum Method: String, Hashable, Sendable, CaseIterable {
    /// actual ÷ target, as Tomakomai prints it.
    case actualOverTarget = "actual_over_target"
    /// target ÷ actual, where less is better: 10 of at most 12 is 120 %.
    case targetOverActual = "target_over_actual"
    /// (actual − baseline) ÷ (target − baseline): the way gone from the baseline.
    case fromBaseline = "from_baseline"
  }

  /// The indicator.
  package let indicator: String
  /// What is divided by what.
  package let method: Method
  /// The actual figure.
  package let actual: IndicatorFigure
  /// The target.
  package let target: IndicatorFigure
  /// The baseline, if the method needs it.
  package let baseline: IndicatorFigure?
  /// The figures divided, in words.
  package let formula: LocalizedText
  private let numerator: ExactDecimal
  private let denominator: ExactDecimal

  /// Makes the achievement of an indicator, or `nil` if a figure is missing, the units differ, or
  /// something would be divided by zero.
  ///
  /// - Parameters:
  ///   - actual: the actual figure.
  ///   - target: the target; the others are brought to its unit.
  ///   - baseline: the baseline; only ``Method/fromBaseline`` needs it.
  package init?(
    indicator: String, actual: IndicatorFigure, target: IndicatorFigure,
    baseline: IndicatorFigure? = nil,
    method: Method = .actualOverTarget
  ) {
    let used = [actual, target] + (method == .fromBaseline ? [baseline] : [])
    guard let unit = target.reading.quantity?.unit else { return nil }
    let values = used.compactMap { observation in
      observation?.reading.quantity.flatMap { MeasuredUnit.value(of: $0, in: unit) }
    }
    guard values.count == used.count else { return nil }
    let (reached, aimed) = (values[0], values[1])
    switch method {
    case .actualOverTarget:
      (numerator, denominator) = (reached, aimed)
      formula = LocalizedText("\(reached) ÷ \(aimed) × 100")
    case .targetOverActual:
      (numerator, denominator) = (aimed, reached)
      formula = LocalizedText("\(aimed) ÷ \(reached) × 100")
    case .fromBaseline:
      let start = values[2]
      guard let gone = reached.subtracting(start), let whole = aimed.subtracting(start),
        !whole.isZero
      else { return nil }
      (numerator, denominator) = (gone, whole)
      let minus = "− \(start.inFormula)"
      formula = LocalizedText("(\(reached) \(minus)) ÷ (\(aimed) \(minus)) × 100")
    }
    guard !denominator.isZero || numerator.isZero else { return nil }
    self.indicator = indicator
    self.method = method
    self.actual = actual
    self.target = target
    self.baseline = method == .fromBaseline ? baseline : nil
  }

  /// The name of the indicator with the year of the actual figure.
  package var label: LocalizedText {
    let year = actual.period?.label
    return LocalizedText(
      ja: "\(year?.ja ?? "") \(indicator)の達成率", en: "achievement of \(indicator), \(year?.en ?? "")"
    )
  }

  /// Percent.
  package var unit: LocalizedText { LocalizedText("%") }

  /// The cells of the figures.
  package var sources: [Citation] { [actual, target, baseline].compactMap { $0?.citation } }

  /// The achievement in percent.
  package var value: Double {
    denominator.isZero ? 100 : numerator.doubleValue / denominator.doubleValue * 100
  }

  /// The achievement cut to `decimals` digits, exactly.
  package func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    denominator.isZero
      ? ExactDecimal(100)
      : .quotient(
        of: numerator, by: denominator, timesTenToThe: 2, decimals: decimals, rule: rule)
  }
}
