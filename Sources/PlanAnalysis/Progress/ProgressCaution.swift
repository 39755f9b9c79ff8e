public import MunicipalModel

/// Something to know before an indicator's progress is believed.
public enum ProgressCaution: String, Hashable, Sendable, Codable, CaseIterable {
  /// A cumulative figure is smaller than that of the year before.
  case cumulativeFalls = "cumulative_falls"
  /// Years of the table print no figure.
  case missingYears = "missing_years"
  /// The baseline is a dash and was taken as zero, because the name says that something new is counted.
  case dashTakenAsZero = "dash_taken_as_zero"
  /// The baseline already lies at or beyond the target.
  case targetBehindBaseline = "target_behind_baseline"
  /// The straight line leaves what is possible by the plan's end.
  case impossibleForecast = "impossible_forecast"

  /// What is to be known.
  public var label: LocalizedText {
    switch self {
    case .cumulativeFalls:
      LocalizedText(ja: "累計が前の年より減っている", en: "a cumulative figure falls")
    case .missingYears: LocalizedText(ja: "値のない年がある", en: "some years have no figure")
    case .dashTakenAsZero:
      LocalizedText(ja: "基準値の「—」を0とみなした", en: "the baseline's dash was taken as zero")
    case .targetBehindBaseline:
      LocalizedText(ja: "目標が基準値より低い水準", en: "the target is behind the baseline")
    case .impossibleForecast:
      LocalizedText(ja: "直線の延長がありえない値になる", en: "the line leads to an impossible figure")
    }
  }
}

extension IndicatorProgress {
  /// What is to be known before the progress is believed.
  public var cautions: [ProgressCaution] {
    var cautions: [ProgressCaution] = []
    if cumulativeFalls { cautions.append(.cumulativeFalls) }
    if actual.defined?.missingYears.isEmpty == false { cautions.append(.missingYears) }
    if start.defined?.basis == .newFromZero { cautions.append(.dashTakenAsZero) }
    if aim.kind == .loweredExpectation { cautions.append(.targetBehindBaseline) }
    if forecast.defined?.isImpossible == true { cautions.append(.impossibleForecast) }
    return cautions
  }

  private var cumulativeFalls: Bool {
    let figures = placed.indicator.actuals.filter { $0.isCumulative(in: placed.indicator) }
      .compactMap(\.reading.value)
    return zip(figures, figures.dropFirst()).contains { $1 < $0 }
  }
}
