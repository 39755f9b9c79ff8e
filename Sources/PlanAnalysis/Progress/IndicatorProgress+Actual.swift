public import MunicipalModel

extension IndicatorProgress {
  /// The actual figure that is set against a target, after the target's own way of counting.
  ///
  /// | the target counts | yearly figures are | a cumulative figure (累計) is |
  /// | --- | --- | --- |
  /// | over the plan: 累計, 5年間の合計 | summed | taken as it is |
  /// | as a mean: 5年間の平均 | averaged | divided by the years so far |
  /// | each year: 毎年度実績 | taken, the newest | lessened by the year before |
  /// | the plan's end: 計画終了時, 最新の実績 | taken, the newest | taken as it is |
  /// | its own year: no word | taken, the newest | refused: accumulations differ |
  public struct Actual: Hashable, Sendable {
    /// How the figure was got from the printed ones.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
      /// The newest figure as printed.
      case newest
      /// The newest cumulative figure (累計) as printed, with those of the spans before it.
      case cumulative
      /// The sum of yearly figures, for a target that counts over the plan's years.
      case summed
      /// The mean of the years so far, for a target that is a mean of the plan's years.
      case averaged
      /// The newest cumulative figure less that of the year before, for a target of each year.
      case differenced

      /// The rule in words.
      public var label: LocalizedText {
        switch self {
        case .newest: LocalizedText(ja: "最新の実績", en: "newest")
        case .cumulative: LocalizedText(ja: "累計", en: "cumulative")
        case .summed: LocalizedText(ja: "各年の合計", en: "sum of the years")
        case .averaged: LocalizedText(ja: "各年の平均", en: "mean of the years")
        case .differenced: LocalizedText(ja: "累計の差", en: "difference of cumulative figures")
        }
      }
    }

    /// The figure, in the printed unit.
    public let value: ExactDecimal
    /// The unit.
    public let unit: String
    /// The year it reaches to.
    public let period: Period
    /// How it was got.
    public let rule: Rule
    /// How it was computed, with the figures themselves.
    public let formula: String
    /// The printed cells.
    public let sources: [Citation]
    /// Years without a figure: for a sum or a mean the plan's years that it leaves out, otherwise those of
    /// the table after the year that is used.
    public let missingYears: [Period]

    /// The formula as it stands beside × and ÷: in brackets if it has more than one term.
    var factor: String { formula.contains(" ") ? "(\(formula))" : formula }

    /// The actual figure of an indicator by the rule of its target.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - term: the plan's term; only its years are summed and averaged.
    /// - Throws: ``FigureGap`` if there is no figure, or the figures cannot be brought together.
    package init(of indicator: Indicator, term: Period? = nil) throws(FigureGap) {
      if indicator.first(.shared) != nil { throw .shared }
      let figures = try ActualFigures(of: indicator, years: PlanYears(term))
      guard let target = indicator.target else { throw .missingTarget }
      let rule = try Self.rule(for: target, of: indicator, newest: figures.newest)
      let computed =
        switch rule {
        case .newest: figures.newestAsPrinted
        case .cumulative: try figures.cumulative(for: target)
        case .summed: try figures.sum()
        case .averaged: try figures.mean()
        case .differenced: try figures.difference()
        }
      value = computed.value
      formula = computed.formula
      sources = computed.sources
      self.rule = rule
      unit = figures.unit
      period = figures.newestPeriod
      missingYears =
        rule == .summed || rule == .averaged ? figures.gapsInPlan : figures.gapsAfterNewest
    }

    static func rule(
      for target: IndicatorFigure, of indicator: Indicator, newest: IndicatorFigure
    ) throws(FigureGap) -> Rule {
      let isCumulative = newest.isCumulative(in: indicator)
      if indicator.countsOverPlan { return isCumulative ? .cumulative : .summed }
      switch target.accumulation {
      case .average: return newest.accumulation == .average ? .newest : .averaged
      case .yearly: return isCumulative ? .differenced : .newest
      case .atPlanEnd, .latest: return isCumulative ? .cumulative : .newest
      case .single, .cumulative:
        if isCumulative { throw .accumulationsDiffer }
        return .newest
      }
    }
  }
}

extension IndicatorFigure {
  /// Whether the figure is cumulative, by its cell or by the name of its indicator.
  func isCumulative(in indicator: Indicator) -> Bool {
    accumulation == .cumulative || indicator.name.contains(word: "累計")
  }
}
