import MunicipalModel

/// The printed actual figures of an indicator, and what can be made of them.
struct ActualFigures {

  /// The newest figure as it was printed.
  let newest: IndicatorFigure
  /// The year of the newest figure.
  let newestPeriod: Period
  /// The unit of the newest figure.
  let unit: String
  /// The years that the table prints no figure for.
  let gaps: [Period]
  /// The figures, the oldest first; the newest is the last.
  private let figures: [YearFigure]
  private let last: YearFigure
  private let years: PlanYears

  init(of indicator: Indicator, years: PlanYears) throws(FigureGap) {
    self.years = years
    let actuals = indicator.actuals
    let printed = actuals.filter { $0.reading.value != nil }
    guard !printed.isEmpty else {
      if actuals.contains(where: { !$0.reading.quantities.isEmpty }) { throw .referenceOnly }
      throw actuals.contains { $0.reading.words != nil } ? .inWords : .missingActual
    }
    guard let newest = printed.last(where: { $0.period != nil }), let period = newest.period,
      let quantity = newest.reading.quantity
    else { throw .undated }
    guard quantity.bound == nil || quantity.bound == .about else { throw .notComparable }
    let others = printed + [indicator.target].compactMap { $0 }
    guard
      others.allSatisfy({ observation in
        observation.reading.quantity.map {
          MeasuredUnit.value(of: $0, in: quantity.unit) != nil
        } ?? true
      })
    else { throw .unitsDiffer }
    self.newest = newest
    newestPeriod = period
    unit = quantity.unit
    gaps = actuals.filter { $0.reading.quantities.isEmpty }.compactMap(\.period)
    figures = printed.compactMap { observation in
      guard let period = observation.period,
        let value = observation.reading.quantity.flatMap({
          MeasuredUnit.value(of: $0, in: quantity.unit)
        })
      else { return nil }
      return YearFigure(observation, period, value, of: indicator, in: years)
    }
    last = YearFigure(newest, period, quantity.value, of: indicator, in: years)
  }

  /// The plan's years that a sum up to the newest figure leaves out: those printed without a figure, and
  /// those for which the table has no column.
  var gapsInPlan: [Period] {
    guard !last.isCumulative, let first = years.term?.lowerBound, first < last.year else {
      return gaps
    }
    let known = Set(figures.map(\.year) + gaps.map(years.year))
    let absent = (first..<last.year).filter { !known.contains($0) }
      .map { Period.year($0, newestPeriod.kind ?? years.kind) }
    return (gaps + absent).sorted()
  }

  /// The years without a figure after the newest one.
  var gapsAfterNewest: [Period] { gaps.filter { newestPeriod < $0 } }

  var newestAsPrinted: ComputedFigure { last.asPrinted }

  /// The newest cumulative figure; where it begins after the target does, with those of the spans before it:
  /// 11 of R2～R3 and 12 of R4～R5.
  func cumulative(for target: IndicatorFigure) throws(FigureGap) -> ComputedFigure {
    let aimed = target.period.map(years.years)
    let first = aimed.flatMap { $0.count > 1 ? $0.lowerBound : nil } ?? years.term?.lowerBound
    var start = years.years(of: last.period).lowerBound
    guard let first, years.years(of: last.period).count > 1, first < start else {
      return newestAsPrinted
    }
    var spans = [last]
    while first < start {
      guard
        let before = figures.last(where: {
          $0.isCumulative && years.years(of: $0.period).upperBound == start - 1
        }), !before.isLimit
      else { throw .periodsDoNotFit }
      spans.insert(before, at: 0)
      start = years.years(of: before.period).lowerBound
    }
    guard start == first else { throw .periodsDoNotFit }
    guard let sum = spans.sum else { throw .tooLarge }
    return sum
  }

  /// The sum of the yearly figures of the plan's years.
  func sum() throws(FigureGap) -> ComputedFigure {
    guard let sum = try yearlyFigures().sum else { throw .tooLarge }
    return sum
  }

  /// The mean of the yearly figures of the plan's years, or of the years that a cumulative one covers.
  func mean() throws(FigureGap) -> ComputedFigure {
    let sum = last.isCumulative ? newestAsPrinted : try sum()
    let count = last.isCumulative ? try yearsSoFar() : sum.sources.count
    guard let mean = sum.value.divided(by: count) else { throw .tooLarge }
    let terms = sum.sources.count == 1 ? sum.formula : "(\(sum.formula))"
    return ComputedFigure(
      value: mean, period: sum.period, formula: count == 1 ? terms : "\(terms) ÷ \(count)",
      sources: sum.sources)
  }

  /// The newest cumulative figure less that of the year before: what the newest year alone brought.
  func difference() throws(FigureGap) -> ComputedFigure {
    if last.year == years.term?.lowerBound { return newestAsPrinted }
    guard let before = figures.last(where: { $0.year == last.year - 1 }), before.isCumulative
    else { throw .accumulationsDiffer }
    guard !before.isLimit else { throw .notComparable }
    guard let difference = last.subtracting(before) else { throw .tooLarge }
    return difference
  }

  /// The figures of the plan's years, each of one year.
  private func yearlyFigures() throws(FigureGap) -> [YearFigure] {
    let ofPlan = figures.filter { years.term?.contains($0.year) ?? true }
    guard ofPlan.last?.period == newestPeriod else { throw .outsideTerm }
    guard !ofPlan.contains(where: \.isCumulative) else { throw .mixedAccumulation }
    guard ofPlan.allSatisfy({ years.years(of: $0.period).count == 1 }),
      Set(ofPlan.map(\.year)).count == ofPlan.count
    else { throw .periodsDoNotFit }
    guard !ofPlan.contains(where: \.isLimit) else { throw .notComparable }
    return ofPlan
  }

  private func yearsSoFar() throws(FigureGap) -> Int {
    guard let term = years.term else { throw .unknownTerm }
    guard term.contains(last.year) else { throw .outsideTerm }
    return last.year - term.lowerBound + 1
  }
}
