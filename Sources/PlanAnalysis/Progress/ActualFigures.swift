import MunicipalModel

/// The printed actual figures of an indicator, and what can be made of them.
struct ActualFigures {
  /// A printed figure of a year.
  struct Figure {
    let period: Period
    let value: ExactDecimal
    let isCumulative: Bool
    let citation: Citation
  }

  /// A figure made of printed ones.
  struct Computed {
    let value: ExactDecimal
    let formula: String
    let sources: [Citation]
  }

  /// The newest figure as it was printed.
  let newest: Observation
  /// The year of the newest figure.
  let newestPeriod: Period
  /// The unit of the newest figure.
  let unit: String
  /// The years that the table prints no figure for.
  let gaps: [Period]
  /// The figures, the oldest first; the newest is the last.
  private let figures: [Figure]
  private let last: Figure
  private let term: Period?

  init(of indicator: Indicator, term: Period?) throws(ProgressGap) {
    self.term = term
    let actuals = indicator.actuals
    let printed = actuals.filter { $0.reading.value != nil }
    guard !printed.isEmpty else {
      throw actuals.contains { !$0.reading.quantities.isEmpty } ? .referenceOnly : .missingActual
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
      return Figure(
        period: period, value: value, isCumulative: observation.isCumulative(in: indicator),
        citation: observation.citation)
    }
    last = Figure(
      period: period, value: quantity.value, isCumulative: newest.isCumulative(in: indicator),
      citation: newest.citation)
  }

  /// The plan's years that a sum up to the newest figure leaves out: those printed without a figure, and
  /// those for which the table has no column.
  var gapsInPlan: [Period] {
    guard !last.isCumulative, let first = term?.years.lowerBound, first < newestPeriod.year else {
      return gaps
    }
    let known = Set(figures.map(\.period.year) + gaps.map(\.year))
    let absent = (first..<newestPeriod.year).filter { !known.contains($0) }
      .map { Period.year($0, newestPeriod.kind ?? .calendar) }
    return (gaps + absent).sorted()
  }

  /// The years without a figure after the newest one.
  var gapsAfterNewest: [Period] { gaps.filter { newestPeriod < $0 } }

  var newestAsPrinted: Computed {
    Computed(value: last.value, formula: "\(last.value)", sources: [last.citation])
  }

  /// The sum of the yearly figures of the plan's years.
  func sum() throws(ProgressGap) -> Computed {
    let years = try yearlyFigures()
    var sum = ExactDecimal.zero
    for year in years {
      guard let next = sum.adding(year.value) else { throw .tooLarge }
      sum = next
    }
    return Computed(
      value: sum, formula: years.map(\.value.description).joined(separator: " + "),
      sources: years.map(\.citation))
  }

  /// The mean of the yearly figures of the plan's years, or of the years that a cumulative one covers.
  func mean() throws(ProgressGap) -> Computed {
    let sum = last.isCumulative ? newestAsPrinted : try sum()
    let years = last.isCumulative ? try yearsSoFar() : sum.sources.count
    guard let mean = sum.value.divided(by: years) else { throw .tooLarge }
    let terms = sum.sources.count == 1 ? sum.formula : "(\(sum.formula))"
    return Computed(
      value: mean, formula: years == 1 ? terms : "\(terms) ÷ \(years)", sources: sum.sources)
  }

  /// The newest cumulative figure less that of the year before: what the newest year alone brought.
  func difference() throws(ProgressGap) -> Computed {
    if newestPeriod.year == term?.years.lowerBound { return newestAsPrinted }
    guard let before = figures.last(where: { $0.period.year == newestPeriod.year - 1 }),
      before.isCumulative
    else { throw .accumulationsDiffer }
    guard let difference = last.value.subtracting(before.value) else { throw .tooLarge }
    return Computed(
      value: difference, formula: "\(last.value) − \(before.value)",
      sources: [before.citation, last.citation])
  }

  /// The figures of the plan's years, each of one year.
  private func yearlyFigures() throws(ProgressGap) -> [Figure] {
    let years = figures.filter { term?.years.contains($0.period.year) ?? true }
    guard years.last?.period == newestPeriod else { throw .outsideTerm }
    guard !years.contains(where: \.isCumulative) else { throw .mixedAccumulation }
    guard years.allSatisfy({ $0.period.years.count == 1 }),
      Set(years.map(\.period.year)).count == years.count
    else { throw .periodsDoNotFit }
    return years
  }

  private func yearsSoFar() throws(ProgressGap) -> Int {
    guard let term else { throw .unknownTerm }
    guard term.years.contains(newestPeriod.year) else { throw .outsideTerm }
    return newestPeriod.year - term.years.lowerBound + 1
  }
}
