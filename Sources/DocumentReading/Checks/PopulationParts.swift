import MunicipalModel

extension DocumentSession {
  /// The figures of one area and time.
  private struct Moment: Hashable {
    let area: Area
    let period: Period
  }

  /// Notes printed changes that are not the difference of their printed parts, and parts of the
  /// population that are more than all of it.
  mutating func reportParts(in figures: [PopulationFigure]) {
    var moments: [Moment: [PopulationItem: PopulationFigure]] = [:]
    var order: [Moment] = []
    for figure in figures where figure.basis == .observed {
      guard let period = figure.period, figure.reading.quantity?.bound == nil else { continue }
      let moment = Moment(area: figure.area, period: period)
      if moments[moment] == nil { order.append(moment) }
      moments[moment, default: [:]][figure.item] = figure
    }
    for moment in order {
      let items = moments[moment] ?? [:]
      reportParts(of: items)
      reportAges(of: items)
    }
  }

  /// What can only be a part of the population.
  private static let parts: [PopulationItem] = [
    .births, .deaths, .inMigrants, .outMigrants, .youngPopulation, .workingAgePopulation,
    .elderlyPopulation, .households,
  ]

  private mutating func reportParts(of items: [PopulationItem: PopulationFigure]) {
    guard let whole = items[.yearEndPopulation] ?? items[.totalPopulation],
      let total = whole.reading.value
    else { return }
    for part in Self.parts {
      guard let figure = items[part], let value = figure.reading.value, total < value else {
        continue
      }
      let (printed, all) = (figure.citation.printed, whole.citation.printed)
      warn(
        "part-exceeds-whole", at: figure.citation,
        ja: "「\(printed)」（\(part.rawValue)）が同じ時期の人口「\(all)」より大きい値です",
        en: "\"\(printed)\" (\(part.rawValue)) is more than the population of that time, \"\(all)\""
      )
    }
  }

  /// The age groups of a population make all of it, but for people of unknown age.
  private mutating func reportAges(of items: [PopulationItem: PopulationFigure]) {
    guard let whole = items[.totalPopulation] ?? items[.yearEndPopulation],
      let total = whole.reading.value?.doubleValue, total > 0
    else { return }
    let ages = [PopulationItem.youngPopulation, .workingAgePopulation, .elderlyPopulation]
      .compactMap { items[$0]?.reading.value?.doubleValue }
    let sum = ages.reduce(0, +)
    // Rounded to 万人 or 千人, parts need not add up to the last digit.
    guard ages.count == 3, sum > total * 1.02 || sum < total * 0.9,
      let first = items[.youngPopulation]
    else { return }
    warn(
      "parts-do-not-add-up", at: first.citation,
      ja: "年少・生産年齢・老年人口の和が総人口「\(whole.citation.printed)」と合いません",
      en: "the three age groups do not make the population of \"\(whole.citation.printed)\"")
  }
}
