import Demography
import MunicipalModel

/// Population and ageing of all areas in one year, so that nobody is counted in two.
struct CensusYear {
  /// One area.
  struct Entry {
    let area: StatisticalArea
    /// The population; `nil` if there is no figure of the year.
    let population: TracedNumber?
    let ageing: PopulationShare?
  }

  /// The year; `nil` if the files tell none.
  let period: Period?
  /// The areas in the order of the files.
  let entries: [Entry]
  private let places: [Int: Int]
  private let newer: [(period: Period, count: Int)]
  private let total: Int

  /// The newest year that most municipalities have both figures of, else the population.
  init(population: [AreaFigure], elderly: [AreaFigure]) {
    let whole = Self.byYear(population)
    let part = Self.byYear(elderly)
    func municipalities(_ year: Period?, and other: [Period?: [Int: AreaFigure]]? = nil) -> Int {
      (whole[year] ?? [:]).count { key, figure in
        figure.area.isMunicipality && (other == nil || other?[year]?[key] != nil)
      }
    }
    let total = Set(
      whole.values.flatMap { $0.filter { $0.value.area.isMunicipality }.keys }
    ).count
    let years = whole.keys.sorted(by: Self.isNewer)
    let both = years.first { municipalities($0, and: part) * 2 > total }
    let most = years.first { municipalities($0) * 2 > total }
    // Where no year has more than half, the one with the most; of equal ones the newest.
    let chosen = both ?? most ?? years.max { municipalities($0) < municipalities($1) }
    let year = chosen ?? nil
    self.total = total
    period = year
    newer = years.compactMap { other in
      guard let other, Self.isNewer(other, year) else { return nil }
      let count = municipalities(other)
      return count > 0 ? (other, count) : nil
    }
    var entries: [Entry] = []
    var places: [Int: Int] = [:]
    for figure in population {
      guard let key = figure.area.number, places[key] == nil else { continue }
      places[key] = entries.count
      entries.append(
        Self.entry(figure.area, whole[year]?[key], part[year]?[key], year))
    }
    self.entries = entries
    self.places = places
  }

  /// The entry of an area.
  func entry(_ area: StatisticalArea) -> Entry? {
    area.number.flatMap { places[$0] }.map { entries[$0] }
  }

  /// What to tell of a file's populations: newer years that are passed over, areas without a figure.
  func notes(_ document: DocumentID, _ population: [AreaFigure]) -> [Diagnostic] {
    var notes = DiagnosticList(document)
    let year = period?.label ?? LocalizedText(ja: "年の分からないもの", en: "a year not told")
    for (other, count) in newer {
      guard let first = population.first(where: { $0.period == other }) else { continue }
      notes.add(
        .warning, "other-year", at: first.citation,
        ja: "\(other.label.ja)の人口は\(total)市区町村のうち\(count)にしかないため、\(year.ja)の値を使います",
        en: "\(count) of \(total) municipalities have a population of \(other.label.en); "
          + "that of \(year.en) is used")
    }
    var missing: [AreaFigure] = []
    var seen: Set<Int> = []
    for figure in population where figure.area.isMunicipality {
      guard let key = figure.area.number, seen.insert(key).inserted,
        entry(figure.area)?.population == nil
      else { continue }
      missing.append(figure)
    }
    if let first = missing.first {
      let names = missing.prefix(5).map(\.area.name)
      let more = missing.count - names.count
      notes.add(
        .warning, "no-figure-of-year", at: first.citation,
        ja: "\(year.ja)の人口がない市区町村: " + names.joined(separator: "、")
          + (more > 0 ? "ほか\(more)" : ""),
        en: "no population of \(year.en): " + names.joined(separator: ", ")
          + (more > 0 ? " and \(more) more" : ""))
    }
    return notes.all
  }

  /// The figures that have a value, by year and area; of two the first.
  private static func byYear(_ figures: [AreaFigure]) -> [Period?: [Int: AreaFigure]] {
    var result: [Period?: [Int: AreaFigure]] = [:]
    for figure in figures {
      guard let key = figure.area.number, let count = figure.reading.wholeNumber, count >= 0,
        result[figure.period]?[key] == nil
      else { continue }
      result[figure.period, default: [:]][key] = figure
    }
    return result
  }

  /// Whether a year comes before another when the newest is wanted first.
  private static func isNewer(_ left: Period?, _ right: Period?) -> Bool {
    guard let left else { return false }
    return right.map { $0 < left } ?? true
  }

  private static func entry(
    _ area: StatisticalArea, _ whole: AreaFigure?, _ part: AreaFigure?, _ year: Period?
  ) -> Entry {
    guard let population = whole.flatMap(TracedNumber.init(count:)) else {
      return Entry(area: area, population: nil, ageing: nil)
    }
    let share = part.flatMap(TracedNumber.init(count:)).flatMap { part in
      try? PopulationShare(
        name: RankingMeasure.ageingRate.label, part: part, whole: population, period: year)
    }
    return Entry(area: area, population: population, ageing: share)
  }
}

extension TracedNumber {
  /// A whole number with its cell, or `nil` if the figure is none.
  fileprivate init?(count figure: AreaFigure) {
    guard let count = figure.reading.wholeNumber else { return nil }
    self.init(count, sources: [figure.citation])
  }
}

extension StatisticalArea {
  /// What tells areas of different files apart: the number of the code, 0 for the nation.
  var number: Int? { kind == .nation ? 0 : code?.number }
}
