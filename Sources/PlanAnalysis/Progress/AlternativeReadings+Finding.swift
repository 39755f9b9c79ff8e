public import MunicipalModel

extension AlternativeReadings {
  /// Looks for a year in which one document's figure follows from the other's, or only one says 累計.
  ///
  /// - Parameters:
  ///   - placed: the indicator.
  ///   - other: the same indicator in the other document.
  ///   - term: the plan's term, whose kind of year both are counted in.
  /// - Returns: `nil` if no such year is printed.
  public init?(of placed: PlacedIndicator, beside other: PlacedIndicator, term: Period? = nil) {
    let years = PlanYears(term)
    let own = YearlySeries(placed.indicator, years)
    let others = YearlySeries(other.indicator, years)
    for theirs in others.figures.reversed() {
      guard let mine = own.figures.first(where: { $0.year == theirs.year }) else { continue }
      guard let (relation, evidence) = Self.relation(own, mine, others, theirs) else { continue }
      self.placed = placed
      self.other = other
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
    _ own: YearlySeries, _ mine: YearlySeries.Figure, _ others: YearlySeries,
    _ theirs: YearlySeries.Figure
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
      _ kind: Reading.Kind, _ computed: YearlySeries.Computed?, of target: IndicatorFigure?
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
  struct Figure {
    let period: Period
    let value: ExactDecimal
    let isCumulative: Bool
    let citation: Citation
    let year: Int
  }

  struct Computed {
    let value: ExactDecimal
    let period: Period
    let formula: String
    let sources: [Citation]
  }

  let figures: [Figure]

  init(_ indicator: Indicator, _ years: PlanYears) {
    figures = indicator.actuals.compactMap { observation in
      guard let period = observation.period, years.years(of: period).count == 1,
        let value = observation.reading.value
      else { return nil }
      return Figure(
        period: period, value: value, isCumulative: observation.isCumulative(in: indicator),
        citation: observation.citation, year: years.year(of: period))
    }
  }

  var newest: Computed? { figures.last.flatMap { figure(in: $0.year) } }

  func figure(in year: Int) -> Computed? {
    figures.first { $0.year == year }.map {
      Computed(
        value: $0.value, period: $0.period, formula: "\($0.value)", sources: [$0.citation])
    }
  }

  /// The sum of at least two yearly figures; none if one of them is called cumulative.
  func sum(upTo year: Int) -> Computed? {
    let terms = figures.filter { $0.year <= year }
    guard terms.count > 1, let last = terms.last, !terms.contains(where: \.isCumulative) else {
      return nil
    }
    var sum = ExactDecimal.zero
    for term in terms {
      guard let next = sum.adding(term.value) else { return nil }
      sum = next
    }
    return Computed(
      value: sum, period: last.period,
      formula: terms.map(\.value.description).joined(separator: " + "),
      sources: terms.map(\.citation))
  }

  /// A cumulative figure less that of the year before.
  func difference(in year: Int) -> Computed? {
    guard let last = figures.first(where: { $0.year == year }),
      let before = figures.first(where: { $0.year == year - 1 }), last.isCumulative,
      before.isCumulative,
      let difference = last.value.subtracting(before.value)
    else { return nil }
    return Computed(
      value: difference, period: last.period, formula: "\(last.value) − \(before.value)",
      sources: [before.citation, last.citation])
  }
}
