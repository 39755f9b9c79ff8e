public import MunicipalModel

extension IndicatorProgress {
  /// What is still required in each year that is left.
  public struct RequiredPace: Hashable, Sendable {
    /// What the figure is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// By how much a state must change in each year.
      case change
      /// How much must be added to a count in each year.
      case amount
      /// The level that each year must reach.
      case level
      /// The mean that the years left must have.
      case mean

      /// The kind in words.
      public var label: LocalizedText {
        switch self {
        case .change: LocalizedText(ja: "毎年の変化", en: "change a year")
        case .amount: LocalizedText(ja: "毎年の積み上げ", en: "amount a year")
        case .level: LocalizedText(ja: "毎年の水準", en: "level each year")
        case .mean: LocalizedText(ja: "残る年の平均", en: "mean of the years left")
        }
      }
    }

    /// What the figure is.
    public let kind: Kind
    /// The years that are left.
    public let years: Int
    /// How much, in the printed unit.
    public let figure: IndicatorProgress.Figure
  }
}

extension IndicatorProgress {
  /// What is still required in each year that is left, in the printed unit.
  ///
  /// - A state: (target − actual) ÷ years left, the change a year.
  /// - A count over the plan: the same, the amount a year.
  /// - A target of each year (毎年度実績): the target.
  /// - A mean of the plan's years: (target × years of the plan − sum so far) ÷ years left.
  ///
  /// A state or a count that has reached its target requires nothing more: 0.
  public var requiredPerYear: Result<IndicatorProgress.RequiredPace, FigureGap> {
    Result { () throws(FigureGap) in
      let actual = try self.actual.get()
      let target = try self.target.get()
      let elapsed = try self.elapsed.get()
      _ = try knownDirection()
      guard elapsed.left > 0 else { throw .noTimeLeft }
      let indicator = placed.indicator
      let sources = sources(withStart: false)
      func pace(_ kind: IndicatorProgress.RequiredPace.Kind, _ value: Double, _ formula: String)
        -> IndicatorProgress.RequiredPace
      {
        IndicatorProgress.RequiredPace(
          kind: kind, years: elapsed.left,
          figure: IndicatorProgress.Figure(value, formula, sources: sources))
      }
      switch indicator.target?.accumulation {
      case .yearly where !indicator.countsOverPlan:
        return pace(.level, target.doubleValue, "\(target)")
      case .average where !indicator.countsOverPlan:
        guard let whole = target.multiplied(by: elapsed.all),
          let sum = actual.value.multiplied(by: elapsed.passed), let rest = whole.subtracting(sum)
        else { throw .tooLarge }
        return pace(
          .mean, rest.ratio(to: ExactDecimal(1), dividedBy: elapsed.left),
          "(\(target) × \(elapsed.all) − \(actual.value) × \(elapsed.passed)) ÷ \(elapsed.left)")
      default:
        let kind: IndicatorProgress.RequiredPace.Kind = indicator.countsOverPlan ? .amount : .change
        if meetsTarget == true { return pace(kind, 0, "") }
        guard let rest = target.subtracting(actual.value) else { throw .tooLarge }
        return pace(
          kind, rest.ratio(to: ExactDecimal(1), dividedBy: elapsed.left),
          "(\(target) − \(actual.value.inFormula)) ÷ \(elapsed.left)")
      }
    }
  }
}
