public import Demography
public import MunicipalModel

/// The achievement of a target (達成状況, 達成率): actual ÷ target × 100, in percent.
///
/// It takes both figures as printed, whatever time they count over. Nothing achieved of a target of
/// nothing counts as 100 %, as Tomakomai prints it for 待機児童数 (0 of 0).
public struct AchievementRate: DerivedFigure, Hashable, Codable {
  /// The indicator.
  public let indicator: String
  /// The actual figure.
  public let actual: Observation
  /// The target.
  public let target: Observation
  private let numerator: ExactDecimal
  private let denominator: ExactDecimal

  /// Makes the achievement of an indicator, or `nil` if a figure is missing, the units differ, or
  /// something was achieved of a target of nothing.
  ///
  /// - Parameters:
  ///   - actual: the actual figure.
  ///   - target: the target.
  public init?(indicator: String, actual: Observation, target: Observation) {
    guard let reached = actual.reading.quantity, let aimed = target.reading.quantity,
      reached.unit == aimed.unit, !aimed.value.isZero || reached.value.isZero
    else { return nil }
    self.indicator = indicator
    self.actual = actual
    self.target = target
    numerator = reached.value
    denominator = aimed.value
  }

  /// The name of the indicator with the year of the actual figure.
  public var label: LocalizedText {
    let year = actual.period?.label
    return LocalizedText(
      ja: "\(year?.ja ?? "") \(indicator)の達成率", en: "achievement of \(indicator), \(year?.en ?? "")"
    )
  }

  /// Percent.
  public var unit: LocalizedText { LocalizedText("%") }

  /// The two figures divided.
  public var formula: LocalizedText { LocalizedText("\(numerator) ÷ \(denominator) × 100") }

  /// The cells of both figures.
  public var sources: [Citation] { [actual.citation, target.citation] }

  /// The achievement in percent.
  public var value: Double {
    denominator.isZero ? 100 : numerator.doubleValue / denominator.doubleValue * 100
  }

  /// The achievement cut to `decimals` digits, exactly.
  public func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    denominator.isZero
      ? ExactDecimal(100)
      : .quotient(
        of: numerator, by: denominator, timesTenToThe: 2, decimals: decimals, rule: rule)
  }
}
