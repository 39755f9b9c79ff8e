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

  func figures() throws(DemographyError) -> [RederivedFigure] {
    var figures: [RederivedFigure] = []
    for figure in contents.populationFigures {
      guard case .municipality = figure.area, let value = figure.reading.value else { continue }
      if let rederived = try rederived(figure, value) { figures.append(rederived) }
    }
    return figures
  }

  private func rederived(
    _ figure: PopulationFigure, _ value: ExactDecimal
  ) throws(DemographyError) -> RederivedFigure? {
    switch figure.basis {
    case .observed, .vision:
      if figure.item.rawValue.hasSuffix("_share") { return try share(figure, value) }
      return figure.basis == .observed ? try yearly(figure, value) : nil
    case .average: return try average(figure, value)
    case .changeFromBase: return try change(figure, value)
    case .projection, .start, .assumption: return nil
    }
  }

  // MARK: One year

  private func yearly(
    _ figure: PopulationFigure, _ value: ExactDecimal
  ) throws(DemographyError) -> RederivedFigure? {
    guard let account = account(figure.period) else { return nil }
    if let kind = figure.item.rateKind {
      return RederivedFigure(
        .crudeRate,
        try .rate(
          value, citation: figure.citation, of: kind, .percentOfPreviousYearEnd, in: account,
          candidates: accounts))
    }
    if figure.item == .ageingRate {
      return RederivedFigure(
        .ageingRate,
        try .ageingRate(value, citation: figure.citation, in: account, candidates: accounts))
    }
    guard let item = figure.item.accountItem, let balance = Balance(item, in: account) else {
      return nil
    }
    return RederivedFigure(
      .balance, try PublishedRateCheck(value, citation: figure.citation, against: balance))
  }

  // MARK: Means

  private func average(
    _ figure: PopulationFigure, _ value: ExactDecimal
  ) throws(DemographyError) -> RederivedFigure? {
    guard case .span(let first, let last) = figure.period else { return nil }
    let years = accounts.filter {
      (first.year...max(first.year, last.year)).contains($0.period.year)
    }
    guard !years.isEmpty else { return nil }
    if let kind = figure.item.rateKind {
      return RederivedFigure(
        .average,
        try .meanOfYearlyRates(
          value, citation: figure.citation, of: kind, .percentOfPreviousYearEnd, over: years))
    }
    if let item = figure.item.accountItem {
      return RederivedFigure(
        .average, try .yearlyMean(value, citation: figure.citation, of: item, over: years))
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
    return RederivedFigure(
      .average, try PublishedRateCheck(value, citation: figure.citation, against: mean))
  }

  // MARK: Changes

  private func change(
    _ figure: PopulationFigure, _ value: ExactDecimal
  ) throws(DemographyError) -> RederivedFigure? {
    guard case .span(let first, let last) = figure.period else { return nil }
    guard let base = account(first), let now = account(last) else {
      return try changeOfFigures(figure, value, from: first, to: last)
    }
    if let kind = figure.item.rateKind {
      return RederivedFigure(
        .change,
        try .changeInPoints(
          value, citation: figure.citation, of: kind, .percentOfPreviousYearEnd, in: now,
          since: base, candidates: accounts))
    }
    guard let item = figure.item.accountItem else { return nil }
    return RederivedFigure(
      .change,
      try .change(
        value, citation: figure.citation, of: item, in: now, since: base,
        convention: item.parts == nil ? .plain : .balance, candidates: accounts))
  }

  /// A change between two years that are not in the yearly table, such as 2010 and 2040.
  private func changeOfFigures(
    _ figure: PopulationFigure, _ value: ExactDecimal, from first: Period, to last: Period
  ) throws(DemographyError) -> RederivedFigure? {
    func find(_ period: Period) -> PopulationFigure? {
      contents.populationFigures.first {
        $0.item == figure.item && $0.period == period && [.observed, .vision].contains($0.basis)
      }
    }
    guard let base = find(first), let now = find(last), let baseValue = base.reading.value,
      let nowValue = now.reading.value
    else { return nil }
    let change = try ChangeAgainstBase(
      of: figure.item.label, from: baseValue, in: first, to: nowValue, in: last,
      sources: [base.citation, now.citation])
    return RederivedFigure(
      .change, try PublishedRateCheck(value, citation: figure.citation, against: change))
  }

  // MARK: Shares

  private func share(
    _ figure: PopulationFigure, _ value: ExactDecimal
  ) throws(DemographyError) -> RederivedFigure? {
    func number(_ item: PopulationItem) -> TracedNumber? {
      contents.populationFigures.first {
        $0.item == item && $0.period == figure.period && $0.basis == figure.basis
      }.flatMap(TracedNumber.init)
    }
    let partItem = PopulationItem(rawValue: String(figure.item.rawValue.dropLast("_share".count)))
    guard let part = number(partItem), let whole = number(.totalPopulation) else { return nil }
    let share = try PopulationShare(
      name: partItem.label, part: part, whole: whole, period: figure.period)
    return RederivedFigure(
      .share, try PublishedRateCheck(value, citation: figure.citation, against: share))
  }

  private func account(_ period: Period?) -> PopulationAccount? {
    accounts.first { $0.period == period }
  }
}

/// A balance computed from its two flows, or the stocks at both ends.
private struct Balance: DerivedFigure {
  let item: AccountItem
  let gain: TracedNumber
  let loss: TracedNumber
  let period: Period

  init?(_ item: AccountItem, in account: PopulationAccount) {
    guard let parts = item.parts, let gain = account[parts.gain], let loss = account[parts.loss],
      gain.formula == nil, loss.formula == nil
    else { return nil }
    self.item = item
    self.gain = gain
    self.loss = loss
    period = account.period
  }

  var label: LocalizedText {
    LocalizedText(
      ja: "\(period.label.ja) \(item.label.ja)", en: "\(item.label.en), \(period.label.en)")
  }
  var unit: LocalizedText { LocalizedText(ja: "人", en: "persons") }
  var formula: LocalizedText { LocalizedText("\(gain.value) − \(loss.value)") }
  var sources: [Citation] { gain.sources + loss.sources }
  var value: Double { Double(gain.value) - Double(loss.value) }

  func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    let (difference, overflow) = gain.value.subtractingReportingOverflow(loss.value)
    return overflow ? nil : ExactDecimal(exactly: difference)
  }
}
