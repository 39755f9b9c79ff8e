package import MunicipalModel

extension AlternativeReadings {
  /// Looks for a year in which one document's figure follows from the other's, or only one says 累計.
  ///
  /// - Parameters:
  ///   - placed: the indicator.
  ///   - other: the same indicator in the other document.
  ///   - term: the plan's term, whose kind of year both are counted in.
  /// - Returns: `nil` if no such year is printed.
  package init?(of placed: PlacedIndicator, beside other: PlacedIndicator, term: Period? = nil) {
    let years = PlanYears(term)
    let own = YearlySeries(placed.indicator, years)
    let others = YearlySeries(other.indicator, years)
    for theirs in others.figures.reversed() {
      guard let mine = own.figures.first(where: { $0.year == theirs.year }) else { continue }
      guard let (relation, evidence) = Self.relation(own, mine, others, theirs) else { continue }
      self.placed = placed
      self.relation = relation
      self.evidence = evidence
      period = theirs.period
      readings = Self.readings(
        relation, in: theirs.year, own: own, others: others,
        targets: (placed.indicator.target, other.indicator.target))
      return
    }
    return nil
  }

  private static func relation(
    _ own: YearlySeries, _ mine: YearFigure, _ others: YearlySeries,
    _ theirs: YearFigure
  ) -> (Relation, String)? {
    if mine.value == theirs.value {
      guard mine.isCumulative != theirs.isCumulative, !mine.value.isZero else { return nil }
      return (
        theirs.isCumulative ? .otherSaysCumulative : .thisSaysCumulative,
        "\(mine.value) = \(theirs.value)"
      )
    }
    if let sum = own.sum(upTo: mine.year), sum.value == theirs.value {
      return (.otherIsRunningSum, "\(theirs.value) = \(sum.formula)")
    }
    if let sum = others.sum(upTo: theirs.year), sum.value == mine.value {
      return (.thisIsRunningSum, "\(mine.value) = \(sum.formula)")
    }
    if let difference = own.difference(in: mine.year), difference.value == theirs.value {
      return (.otherIsSingleYear, "\(theirs.value) = \(difference.formula)")
    }
    if let difference = others.difference(in: theirs.year), difference.value == mine.value {
      return (.thisIsSingleYear, "\(mine.value) = \(difference.formula)")
    }
    return nil
  }

  private static func readings(
    _ relation: Relation, in year: Int, own: YearlySeries, others: YearlySeries,
    targets: (own: IndicatorFigure?, other: IndicatorFigure?)
  ) -> [Reading] {
    func reading(
      _ kind: Reading.Kind, _ computed: ComputedFigure?, of target: IndicatorFigure?
    ) -> Reading? {
      guard let computed else { return nil }
      let aimed = target?.reading.value.flatMap { .zero < $0 ? $0 : nil }
      return Reading(
        kind: kind, value: computed.value, period: computed.period,
        achievement: aimed.map { computed.value.ratio(to: $0, times: 100) },
        formula: computed.formula,
        sources: computed.sources + [target].compactMap { $0?.citation })
    }
    let derived: Reading?
    switch relation {
    case .otherIsRunningSum, .thisIsRunningSum:
      let yearly = relation == .otherIsRunningSum ? own : others
      derived = reading(
        .summed, yearly.figures.last.flatMap { yearly.sum(upTo: $0.year) }, of: targets.own)
    case .otherIsSingleYear, .thisIsSingleYear:
      let cumulative = relation == .otherIsSingleYear ? own : others
      derived = reading(.cumulative, cumulative.figure(in: year), of: targets.own)
    case .otherSaysCumulative, .thisSaysCumulative: derived = nil
    }
    return [
      reading(.asPrinted, own.newest, of: targets.own), derived,
      reading(.otherDocument, others.newest, of: targets.other),
    ].compactMap { $0 }
  }
}

/// The actual figures of an indicator by year.
private struct YearlySeries {
  let figures: [YearFigure]

  init(_ indicator: Indicator, _ years: PlanYears) {
    figures = indicator.actuals.compactMap { observation in
      guard let period = observation.period, years.years(of: period).count == 1,
        let value = observation.reading.value
      else { return nil }
      return YearFigure(observation, period, value, of: indicator, in: years)
    }
  }

  var newest: ComputedFigure? { figures.last.flatMap { figure(in: $0.year) } }

  func figure(in year: Int) -> ComputedFigure? { figures.first { $0.year == year }?.asPrinted }

  /// The sum of at least two yearly figures; none if one of them is called cumulative.
  func sum(upTo year: Int) -> ComputedFigure? {
    let terms = figures.filter { $0.year <= year }
    return terms.count > 1 && !terms.contains(where: \.isCumulative) ? terms.sum : nil
  }

  /// A cumulative figure less that of the year before.
  func difference(in year: Int) -> ComputedFigure? {
    guard let last = figures.first(where: { $0.year == year }),
      let before = figures.first(where: { $0.year == year - 1 }), last.isCumulative,
      before.isCumulative
    else { return nil }
    return last.subtracting(before)
  }
}
