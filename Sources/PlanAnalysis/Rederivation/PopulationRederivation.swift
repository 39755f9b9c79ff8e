import Demography
import MunicipalModel

/// Computes the rates, means, changes and shares that a document prints about the population again.
struct PopulationRederivation {
  private let contents: DocumentContents
  private let accounts: [PopulationAccount]

  init(_ contents: DocumentContents) {
    self.contents = contents
    accounts = contents.accounts
  }

  func add(to rederivation: inout Rederivation) {
    let rule = meanRounding
    for figure in contents.populationFigures {
      guard case .municipality = figure.area, let value = figure.reading.value else { continue }
      rederivation.add(kind(of: figure), value, at: figure.citation) {
        () throws(DemographyError) in
        try check(figure, value, meansBy: rule)
      }
    }
  }

  /// How the document rounds its means: as declared, or as most of them tell.
  private var meanRounding: RoundingRule {
    if let declared = contents.meanRounding { return declared }
    let rules = contents.populationFigures.filter { $0.basis == .average }.compactMap { figure in
      figure.reading.value.flatMap { try? average(figure, $0, .halfUp)?.reproducingRules }
    }
    return .mostFrequent(in: rules)
  }

  private func kind(of figure: PopulationFigure) -> Rederivation.Figure.Kind {
    switch figure.basis {
    case .average: .average
    case .changeFromBase: .change
    case _ where figure.isShare: .share
    case _ where figure.item.rateKind != nil: .crudeRate
    case _ where figure.item == .ageingRate: .ageingRate
    default: .balance
    }
  }

  /// The check of a figure; `nil` if it follows from no other.
  private func check(
    _ figure: PopulationFigure, _ value: ExactDecimal, meansBy rule: RoundingRule
  ) throws(DemographyError) -> PublishedRateCheck? {
    switch figure.basis {
    case .observed where figure.isShare, .vision where figure.isShare:
      return try share(figure, value)
    case .observed: return try yearly(figure, value)
    case .average: return try average(figure, value, rule)
    case .changeFromBase: return try change(figure, value)
    case .vision, .projection, .start, .assumption: return nil
    }
  }

  /// The definition of a rate: in the unit that it prints, otherwise in that of the item's other figures.
  ///
  /// A change in points, ▲0.44P, does not say whether its rates are percent or per mille.
  private func definition(of figure: PopulationFigure) -> RateDefinition {
    let others = contents.populationFigures.filter {
      $0.item == figure.item && $0.area == figure.area
    }
    let printed = ([figure] + others).lazy
      .compactMap { RateDefinition(unit: $0.reading.quantity?.unit) }.first
    return (printed ?? .percentOfPreviousYearEnd).declared(contents.rateDenominator)
  }

  // MARK: One year

  private func yearly(
    _ figure: PopulationFigure, _ value: ExactDecimal
  ) throws(DemographyError) -> PublishedRateCheck? {
    guard let account = account(figure.period) else {
      try refuseRate(figure)
      return nil
    }
    if let kind = figure.item.rateKind {
      return try .rate(
        value, citation: figure.citation, of: kind, definition(of: figure), in: account,
        candidates: accounts)
    }
    if figure.item == .ageingRate {
      return try .ageingRate(value, citation: figure.citation, in: account, candidates: accounts)
    }
    guard let item = figure.item.accountItem,
      let balance = PrintedBalance(item, in: account, otherChange: otherChange(of: account))
    else { return nil }
    return try PublishedRateCheck(value, citation: figure.citation, against: balance)
  }

  /// A rate of a year that prints neither births nor a stock has no account to be computed from.
  private func refuseRate(_ figure: PopulationFigure) throws(DemographyError) {
    guard contents.populationDefinition != nil, case .calendarYear = figure.period else { return }
    if let kind = figure.item.rateKind {
      throw DemographyError(
        code: .missingInput, subject: kind.label, period: figure.period,
        missing: [.births, .closingStock])
    }
    if figure.item == .ageingRate {
      throw DemographyError(
        code: .missingInput, subject: LocalizedText(ja: "高齢化率", en: "ageing rate"),
        period: figure.period, missing: [.closingStock])
    }
  }

  // MARK: Means

  private func average(
    _ figure: PopulationFigure, _ value: ExactDecimal, _ rule: RoundingRule
  ) throws(DemographyError) -> PublishedRateCheck? {
    guard case .span(let first, let last) = figure.period else { return nil }
    let years = accounts.filter {
      (first.year...max(first.year, last.year)).contains($0.period.year)
    }
    guard !years.isEmpty else { return nil }
    if let kind = figure.item.rateKind {
      return try .meanOfYearlyRates(
        value, citation: figure.citation, of: kind, definition(of: figure).rounded(by: rule),
        over: years)
    }
    if let item = figure.item.accountItem {
      return try .yearlyMean(
        value, citation: figure.citation, of: item, over: years, rule: rule)
    }
    guard figure.item == .totalFertilityRate else { return nil }
    let fertility = contents.populationFigures.filter { other in
      other.item == figure.item && other.basis == .observed
        && other.citation.line == figure.citation.line
        && (first.year...max(first.year, last.year)).contains(other.period?.year ?? 0)
    }
    let mean = try YearlyMean(
      of: fertility.compactMap(\.reading.value),
      item: LocalizedText(ja: "合計特殊出生率", en: "total fertility rate"), unit: LocalizedText(""),
      period: figure.period, sources: fertility.map(\.citation))
    return try PublishedRateCheck(value, citation: figure.citation, against: mean, rule: rule)
  }

  // MARK: Changes

  private func change(
    _ figure: PopulationFigure, _ value: ExactDecimal
  ) throws(DemographyError) -> PublishedRateCheck? {
    guard case .span(let first, let last) = figure.period else { return nil }
    guard let base = account(first), let now = account(last) else {
      return try changeOfFigures(figure, value, from: first, to: last)
    }
    if let kind = figure.item.rateKind {
      return try .changeInPoints(
        value, citation: figure.citation, of: kind, definition(of: figure), in: now,
        since: base, candidates: accounts)
    }
    guard let item = figure.item.accountItem else { return nil }
    return try .change(
      value, citation: figure.citation, of: item, in: now, since: base,
      convention: item.parts == nil ? .plain : .balance, candidates: accounts)
  }

  /// A change between two years that are not in the yearly table, such as 2010 and 2040.
  ///
  /// A rate changes by points, which do not follow to the last digit from the rates as printed.
  private func changeOfFigures(
    _ figure: PopulationFigure, _ value: ExactDecimal, from first: Period, to last: Period
  ) throws(DemographyError) -> PublishedRateCheck? {
    func find(_ period: Period) -> PopulationFigure? {
      contents.populationFigures.first {
        $0.item == figure.item && $0.period == period && [.observed, .vision].contains($0.basis)
      }
    }
    guard let base = find(first), let now = find(last), let baseValue = base.reading.value,
      let nowValue = now.reading.value, figure.item.rateKind == nil,
      !["%", "‰"].contains(base.reading.quantity?.unit)
    else { return nil }
    let change = try ChangeAgainstBase(
      of: figure.item.label, from: baseValue, in: first, to: nowValue, in: last,
      convention: figure.item.accountItem?.parts == nil ? .plain : .balance,
      sources: [base.citation, now.citation])
    return try PublishedRateCheck(value, citation: figure.citation, against: change)
  }

  // MARK: Shares

  private func share(
    _ figure: PopulationFigure, _ value: ExactDecimal
  ) throws(DemographyError) -> PublishedRateCheck? {
    func number(_ item: PopulationItem) -> TracedNumber? {
      contents.populationFigures.first {
        $0.item == item && $0.period == figure.period && $0.basis == figure.basis
      }.flatMap(TracedNumber.init)
    }
    let partItem = PopulationItem(rawValue: String(figure.item.rawValue.dropLast("_share".count)))
    guard let part = number(partItem), let whole = number(.totalPopulation) else { return nil }
    let share = try PopulationShare(
      name: partItem.label, part: part, whole: whole, period: figure.period)
    return try PublishedRateCheck(value, citation: figure.citation, against: share)
  }

  /// The other change that is printed of an account's year.
  private func otherChange(of account: PopulationAccount) -> TracedNumber? {
    contents.populationFigures.first {
      $0.item == .otherChange && $0.basis == .observed && $0.period == account.period
    }.flatMap(TracedNumber.init)
  }

  private func account(_ period: Period?) -> PopulationAccount? {
    accounts.first { $0.period == period }
  }
}

extension PopulationFigure {
  fileprivate var isShare: Bool { item.rawValue.hasSuffix("_share") }
}
