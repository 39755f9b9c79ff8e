extension PopulationAccount {
  /// Puts the observed yearly figures of one municipality together into one account a year.
  ///
  /// The opening stock is the closing stock of the year before where that is printed. Otherwise it
  /// is computed backwards: closing stock less total change, or, without a printed total change,
  /// less natural and social change, which takes other change to be nothing.
  ///
  /// - Parameters:
  ///   - figures: the figures of one document.
  ///   - definition: what they count.
  /// - Returns: the accounts, the oldest first.
  public static func accounts(
    from figures: [PopulationFigure], definition: PopulationDefinition
  ) -> [PopulationAccount] {
    var years: [Int: [PopulationItem: TracedNumber]] = [:]
    for figure in figures {
      guard figure.basis == .observed, case .municipality = figure.area,
        case .calendarYear(let year) = figure.period, let number = TracedNumber(figure)
      else { continue }
      years[year, default: [:]][figure.item] = number
    }
    return years.keys.sorted().compactMap { year in
      guard let items = years[year], items[.yearEndPopulation] != nil || items[.births] != nil
      else { return nil }
      let before = years[year &- 1]?[.yearEndPopulation]
      return PopulationAccount(
        period: .calendarYear(year), definition: definition,
        openingStock: before ?? openingStock(from: items),
        closingStock: items[.yearEndPopulation], births: items[.births], deaths: items[.deaths],
        naturalChange: items[.naturalChange], inMigrants: items[.inMigrants],
        outMigrants: items[.outMigrants], socialChange: items[.socialChange],
        totalChange: items[.totalChange], elderlyPopulation: items[.elderlyPopulation])
    }
  }

  private static func openingStock(from items: [PopulationItem: TracedNumber]) -> TracedNumber? {
    guard let closing = items[.yearEndPopulation] else { return nil }
    if let change = items[.totalChange] {
      return closing.subtracting(
        [change], formula: LocalizedText(ja: "年末人口 − 増減数", en: "closing − total change"))
    }
    guard let natural = items[.naturalChange], let social = items[.socialChange] else {
      return nil
    }
    return closing.subtracting(
      [natural, social],
      formula: LocalizedText(
        ja: "年末人口 − 自然増減 − 社会増減", en: "closing − natural change − social change"))
  }
}

extension TracedNumber {
  /// The whole number of persons that a figure prints, or `nil` if it prints something else.
  ///
  /// A figure in 万人 or 千人 is brought to persons.
  package init?(_ figure: PopulationFigure) {
    guard let quantity = figure.reading.quantity, quantity.bound == nil else { return nil }
    guard let persons = quantity.number(of: "人") ?? quantity.number(of: "世帯"),
      persons.scale == 0
    else { return nil }
    self.init(Int(persons.coefficient), sources: [figure.citation])
  }

  /// The number less others, with the cells of all of them; `nil` on overflow.
  package func subtracting(_ others: [TracedNumber], formula: LocalizedText) -> TracedNumber? {
    var result = value
    for other in others {
      let (difference, overflow) = result.subtractingReportingOverflow(other.value)
      if overflow { return nil }
      result = difference
    }
    return TracedNumber(
      result, sources: (sources + others.flatMap(\.sources)).uniqued, formula: formula)
  }
}
