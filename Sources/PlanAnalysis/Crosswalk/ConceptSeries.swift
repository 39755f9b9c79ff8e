import Demography
import MunicipalModel

/// An indicator's figures by year, in the common unit, in the ways that they can be counted.
struct ConceptSeries: Hashable, Sendable {
  struct Actual: Hashable, Sendable {
    let figure: Crosswalk.Figure
    let isCumulative: Bool
  }

  /// Whether the target counts over the plan's years, from zero.
  let countsOverPlan: Bool
  /// The years that the plan counts in.
  let planYears: PlanYears
  /// The plan's years.
  var term: ClosedRange<Int>? { planYears.term }
  /// The figure that the plan started from.
  private(set) var baseline: Crosswalk.Figure?
  /// Whether the baseline is itself a running total.
  private(set) var hasCumulativeBaseline = false
  /// The figure that the plan aims at.
  private(set) var target: Crosswalk.Figure?
  private(set) var actuals: [Int: Actual] = [:]
  /// What printed rates of change divide by.
  private var denominator = RateDenominator.previousYearEnd

  /// The figures of an indicator.
  ///
  /// - Parameter denominator: what the document's rates of change divide by, if it is declared.
  init(_ indicator: Indicator, term: Period?, denominator: RateDenominator? = nil) {
    self.denominator = denominator ?? .previousYearEnd
    countsOverPlan = indicator.countsOverPlan && !indicator.countsFromBaseline
    planYears = PlanYears(term)
    for observation in indicator.figures {
      let isCumulative =
        observation.role != .baseline && observation.isCumulative(in: indicator)
      guard let figure = Crosswalk.Figure(observation, isCumulative: isCumulative) else { continue }
      switch observation.role {
      case .baseline:
        baseline = figure
        hasCumulativeBaseline = observation.accumulation == .cumulative
      case .target:
        if observation == indicator.target { target = figure }
      case .actual:
        guard let year = observation.period.map(planYears.year) else { continue }
        actuals[year] = Actual(figure: figure, isCumulative: isCumulative)
      case .interimTarget, .achievement, .assessment, .shared: continue
      }
    }
  }

  /// The figures of one item of the population table.
  init(_ item: AccountItem, in accounts: [PopulationAccount]) {
    countsOverPlan = false
    planYears = PlanYears(nil)
    for account in accounts {
      guard let number = account[item], let value = ExactDecimal(exactly: number.value) else {
        continue
      }
      actuals[account.period.year] = Actual(
        figure: Crosswalk.Figure(value, unit: "人", period: account.period, sources: number.sources),
        isCumulative: false)
    }
  }

  /// The years with a printed figure, the baseline's among them if it is one year's.
  var years: Set<Int> { Set(actuals.keys).union(baselineYear.map { [$0] } ?? []) }

  /// The year of the baseline, if it is the figure of one year.
  var baselineYear: Int? {
    guard !hasCumulativeBaseline, let period = baseline?.period,
      case let years = planYears.years(of: period), years.count == 1
    else { return nil }
    return years.upperBound
  }

  /// The newest actual figure as printed.
  var newest: Crosswalk.Figure? { actuals.keys.max().flatMap { actuals[$0]?.figure } }

  /// What a cell prints for a year.
  func printed(_ year: Int) -> Crosswalk.Figure? {
    actuals[year]?.figure ?? (baselineYear == year ? baseline : nil)
  }

  /// What happened in one year: as printed, or a running total less that of the year before.
  func yearly(_ year: Int) -> Crosswalk.Figure? {
    guard let actual = actuals[year] else { return printed(year) }
    guard actual.isCumulative else { return actual.figure }
    guard let first = term?.lowerBound else { return nil }
    if year == first { return actual.figure }
    guard let before = actuals[year - 1], before.isCumulative else { return nil }
    guard let total = ExactFigure(actual.figure), let earlier = ExactFigure(before.figure) else {
      return nil
    }
    return total.subtracting(earlier)?.figure
  }

  /// What happened from the plan's first year to the end of a year.
  func planToDate(_ year: Int) -> Crosswalk.Figure? {
    guard let actual = actuals[year] else { return nil }
    if actual.isCumulative { return actual.figure }
    guard let term, term.contains(year) else { return nil }
    let parts = (term.lowerBound...year).compactMap { actuals[$0] }
    guard parts.count == year - term.lowerBound + 1, parts.allSatisfy({ !$0.isCumulative }) else {
      return nil
    }
    if parts.count == 1 { return actual.figure }
    var sum = ExactDecimal(0)
    for part in parts {
      guard part.figure.unit == actual.figure.unit, let next = sum.adding(part.figure.value)
      else { return nil }
      sum = next
    }
    let terms = parts.map(\.figure.value.description).joined(separator: " + ")
    return Crosswalk.Figure(
      sum, unit: actual.figure.unit, period: actual.figure.period, accumulation: .cumulative,
      isEstimate: parts.contains(where: \.figure.isEstimate), formula: LocalizedText(terms),
      sources: parts.flatMap(\.figure.sources))
  }

  /// The rate of a year, in percent of the population at the end of the year before.
  ///
  /// A rate that is printed is taken as it is, unless it divides by another population: then it is computed from the
  /// account of the year. A count is divided by the account's opening stock.
  func rate(_ kind: CrudeRateKind, _ year: Int, in accounts: [PopulationAccount]) -> ExactFigure? {
    guard let figure = printed(year) else { return nil }
    if figure.unit == "%" {
      guard denominator != .previousYearEnd else { return ExactFigure(figure) }
      let account = accounts.first { $0.period == .calendarYear(year) }
      let rate = try? account?.crudeRate(of: kind, .percentOfPreviousYearEnd)
      return rate.flatMap { ExactFigure($0, period: figure.period) }
    }
    guard figure.unit == "人",
      let account = accounts.first(where: { $0.period == .calendarYear(year) }),
      let opening = account.openingStock, figure.value.scale == 0,
      let denominator = ExactDecimal(exactly: opening.value),
      let rate = try? CrudeRate(
        kind: kind, numerator: Int(figure.value.coefficient), denominator: denominator,
        definition: .percentOfPreviousYearEnd, population: account.definition,
        period: account.period, sources: figure.sources + opening.sources,
        quotient: LocalizedText(""))
    else { return nil }
    return ExactFigure(rate, period: figure.period)
  }
}
