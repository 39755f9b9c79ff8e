public import MunicipalModel

extension IndicatorProgress {
  /// Something to know before an indicator's progress is believed.
  public enum Caution: String, Hashable, Sendable, CaseIterable {
    /// A cumulative figure is smaller than that of the year before.
    case cumulativeFalls = "cumulative_falls"
    /// Years of the table print no figure.
    case missingYears = "missing_years"
    /// The baseline is a dash and was taken as zero, because the name says that something new is counted.
    case dashTakenAsZero = "dash_taken_as_zero"
    /// The baseline already lies at or beyond the target.
    case targetBehindBaseline = "target_behind_baseline"
    /// The target lies so near the baseline that progress between them tells little.
    case targetNearBaseline = "target_near_baseline"
    /// A figure that the progress was computed from is an estimate (見込み, 速報値).
    case estimate
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
      case .targetNearBaseline:
        LocalizedText(ja: "目標が基準に近い", en: "target close to the baseline")
      case .estimate: LocalizedText(ja: "見込み・速報の値", en: "computed from an estimate")
      case .impossibleForecast:
        LocalizedText(ja: "直線の延長がありえない値になる", en: "the line leads to an impossible figure")
      }
    }
  }
}

extension IndicatorProgress {
  /// What is to be known before the progress is believed.
  public var cautions: [IndicatorProgress.Caution] {
    var cautions: [IndicatorProgress.Caution] = []
    if cumulativeFalls { cautions.append(.cumulativeFalls) }
    if actual.defined?.missingYears.isEmpty == false { cautions.append(.missingYears) }
    if start.defined?.basis == .newFromZero { cautions.append(.dashTakenAsZero) }
    if aim.kind == .loweredExpectation { cautions.append(.targetBehindBaseline) }
    if usesEstimate { cautions.append(.estimate) }
    if isTargetNearBaseline { cautions.append(.targetNearBaseline) }
    if forecast.defined?.isImpossible == true { cautions.append(.impossibleForecast) }
    return cautions
  }

  /// Whether the actual figure, the target or the baseline that was used is an estimate.
  private var usesEstimate: Bool {
    let used = Set(sources(withStart: true))
    return placed.indicator.figures.contains { observation in
      used.contains(observation.citation)
        && observation.reading.quantities.contains(where: \.isEstimate)
    }
  }

  private var cumulativeFalls: Bool {
    let figures = placed.indicator.actuals.filter { $0.isCumulative(in: placed.indicator) }
      .compactMap(\.reading.value)
    return zip(figures, figures.dropFirst()).contains { $1 < $0 }
  }
}
