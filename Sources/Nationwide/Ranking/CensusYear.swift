import Demography
import MunicipalModel
import OpenData

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

  /// The figures of some files.
  struct Figures {
    var population: [AreaFigure] = []
    var young: [AreaFigure] = []
    var workingAge: [AreaFigure] = []
    var elderly: [AreaFigure] = []

    init() {}

    /// Asks a file for each item.
    init(_ figures: (SocialIndicator) -> [AreaFigure]) {
      population = figures(.population)
      young = figures(.young)
      workingAge = figures(.workingAge)
      elderly = figures(.elderly)
    }

    mutating func add(_ other: Self) {
      population += other.population
      young += other.young
      workingAge += other.workingAge
      elderly += other.elderly
    }
  }

  /// Areas of one day, each with what is known of it.
  init(period: Period, entries: [Entry]) {
    self.period = period
    self.entries = entries
    places = Dictionary(
      entries.enumerated().compactMap { index, entry in entry.area.number.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    newer = []
    total = entries.count
  }

  /// The newest year that most municipalities have both figures of, else the population.
  init(_ figures: Figures) {
    let population = figures.population
    let whole = Self.byYear(population)
    let part = Self.byYear(figures.elderly)
    let others = [figures.young, figures.workingAge].map(Self.byYear)
    // Files of prefectures alone have their year by the prefectures.
    let hasMunicipalities = population.contains { $0.area.isMunicipality }
    func isCounted(_ area: StatisticalArea) -> Bool {
      hasMunicipalities ? area.isMunicipality : area.kind == .prefecture
    }
    func municipalities(_ year: Period?, and other: [Period?: [Int: AreaFigure]]? = nil) -> Int {
      (whole[year] ?? [:]).count { key, figure in
        isCounted(figure.area) && (other == nil || other?[year]?[key] != nil)
      }
    }
    let total = Set(
      whole.values.flatMap { $0.filter { isCounted($0.value.area) }.keys }
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
        Self.entry(
          figure.area, whole[year]?[key], others.map { $0[year]?[key] } + [part[year]?[key]], year))
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
    noteUnknownAges(population, &notes)
    return notes.all
  }

  /// Says how many people of unknown age the denominators leave out.
  private func noteUnknownAges(_ population: [AreaFigure], _ notes: inout DiagnosticList) {
    guard let first = population.first(where: { $0.period == period }) else { return }
    let own = population.filter { $0.period == period && $0.area.isMunicipality }
      .compactMap { entry($0.area) }
    let isKnown = own.filter { $0.ageing?.whole.formula != nil }
    let unknown = isKnown.reduce(0) {
      $0 + ($1.population?.value ?? 0) - ($1.ageing?.whole.value ?? 0)
    }
    if unknown > 0 {
      notes.add(
        .info, "unknown-ages", at: first.citation,
        ja: "年齢不詳の\(unknown)人は高齢化率の分母に入れません（国勢調査の定義）",
        en:
          "\(unknown) people of unknown age are not in the denominators of ageing rates, as the census "
          + "defines them")
    }
  }

  /// The published shares of 65 and over that are not those of the counts.
  func differences(_ document: DocumentID, _ published: [AreaFigure]) -> [Diagnostic] {
    var notes = DiagnosticList(document)
    for figure in published where figure.period == period {
      guard let printed = figure.reading.value, let share = entry(figure.area)?.ageing,
        let expected = share.rounded(to: printed.scale, rule: .halfUp), expected != printed
      else { continue }
      notes.add(
        .warning, "published-share-differs", at: figure.citation,
        ja: "\(figure.area.name)の公表の65歳以上人口割合は、人口から計算すると\(expected)%です",
        en:
          "the published share of 65 and over of \(figure.area.name) is \(expected)% by the counts")
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

  /// - Parameter ages: those under 15, of 15–64 and of 65 and over.
  private static func entry(
    _ area: StatisticalArea, _ whole: AreaFigure?, _ ages: [AreaFigure?], _ year: Period?
  ) -> Entry {
    guard let population = whole.flatMap(TracedNumber.init(count:)) else {
      return Entry(area: area, population: nil, ageing: nil)
    }
    let counts = ages.map { $0.flatMap(TracedNumber.init(count:)) }
    let share = counts.last.flatMap(\.self).flatMap { part in
      try? PopulationShare(
        name: MunicipalRanking.Measure.ageingRate.label, part: part,
        whole: knownAges(counts, of: population) ?? population, period: year)
    }
    return Entry(area: area, population: population, ageing: share)
  }

  /// The residents of known age, by which 国勢調査 divides; `nil` if an age is missing, or they are more than all.
  private static func knownAges(
    _ counts: [TracedNumber?], of population: TracedNumber
  ) -> TracedNumber? {
    let ages = counts.compactMap(\.self)
    let sum = ages.reduce(0) { $0 + $1.value }
    guard ages.count == counts.count, sum <= population.value else { return nil }
    return TracedNumber(
      sum, sources: ages.flatMap(\.sources),
      formula: LocalizedText(
        ja: "15歳未満 + 15～64歳 + 65歳以上", en: "under 15 + 15–64 + 65 and over"))
  }
}

extension TracedNumber {
  /// A whole number with its cell, or `nil` if the figure is none.
  fileprivate init?(count figure: AreaFigure) {
    guard let count = figure.reading.wholeNumber else { return nil }
    self.init(count, sources: [figure.citation])
  }
}
