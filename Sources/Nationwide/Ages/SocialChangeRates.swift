public import Demography
public import MunicipalModel
public import OpenData

/// The social change rates of a long table by municipality, year and age, both sexes together.
///
/// Formula: (in-migrants − out-migrants) ÷ population at the end of the previous year × 100 (社会増減率、前年末人口比). A
/// count of both sexes is the sum of male and female where both are given, and else that of the row of both
/// sexes (男女計). Rates are formed when they are asked for; nothing is stored.
public struct SocialChangeRates: Sendable {
  /// The table that the rates come from.
  public let table: LongTable
  /// For each year of the table, the position of the year before.
  let previousYears: [Int?]
  let male: Int?
  let female: Int?
  let both: Int?

  /// The sums that a rate is formed of; `nil` is not given.
  struct Figures {
    var inMigrants: Int? = 0
    var outMigrants: Int? = 0
    var previousPopulation: Int? = 0

    /// In-migrants less out-migrants.
    var change: Int? {
      guard let inMigrants, let outMigrants else { return nil }
      return inMigrants - outMigrants
    }

    /// Adds the figures of another age; a figure that is not given stays so.
    mutating func add(_ other: Self) {
      func sum(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right else { return nil }
        return left + right
      }
      inMigrants = sum(inMigrants, other.inMigrants)
      outMigrants = sum(outMigrants, other.outMigrants)
      previousPopulation = sum(previousPopulation, other.previousPopulation)
    }
  }

  init(_ table: LongTable) {
    self.table = table
    previousYears = table.years.map { table.years.firstIndex(of: $0 - 1) }
    male = table.sexes.firstIndex(of: .male)
    female = table.sexes.firstIndex(of: .female)
    both = table.sexes.firstIndex(of: .both)
  }

  /// The rate of one municipality, year and age.
  ///
  /// - Returns: `nil` if the table has no row for them.
  /// - Throws: `DemographyError` with `missing-input` if a count is not given, or with
  ///   `denominator-not-positive` if nobody lived there at the end of the year before.
  public func rate(
    of code: MunicipalityCode, year: Int, age: AgeLabel
  ) throws(DemographyError) -> CrudeRate? {
    guard let municipality = table.index(of: code), let year = table.years.firstIndex(of: year),
      let age = table.ages.firstIndex(of: age), hasRow(municipality, year, age)
    else { return nil }
    return try rate(figures(municipality, year, age), year: year)
  }

  /// The rate of some figures.
  func rate(_ figures: Figures, year: Int) throws(DemographyError) -> CrudeRate {
    let period = Period.calendarYear(table.years[year])
    guard let change = figures.change,
      let population = figures.previousPopulation.flatMap(ExactDecimal.init(exactly:))
    else {
      let missing: [(AccountItem, Int?)] = [
        (.openingStock, figures.previousPopulation), (.inMigrants, figures.inMigrants),
        (.outMigrants, figures.outMigrants),
      ]
      throw DemographyError(
        code: .missingInput, subject: CrudeRateKind.socialChange.label, period: period,
        missing: missing.filter { $0.1 == nil }.map(\.0))
    }
    return try CrudeRate(
      kind: .socialChange, numerator: change, denominator: population,
      definition: NationwideTable.rateDefinition,
      population: PopulationDefinition(
        stockDate: "12-31", foreignResidents: .notStated, otherChange: .notStated,
        source: table.document.rawValue),
      period: period, sources: [], quotient: Self.quotient)
  }

  private static let quotient = LocalizedText(
    ja: "（転入 − 転出） ÷ \(RateDenominator.previousYearEnd.label.ja)",
    en: "(in-migrants − out-migrants) ÷ \(RateDenominator.previousYearEnd.label.en)")
}

// The counts of the table.
extension SocialChangeRates {
  /// The figures of one municipality, year and age.
  func figures(_ municipality: Int, _ year: Int, _ age: Int) -> Figures {
    let position = table.position(municipality, year, age)
    return Figures(
      inMigrants: bothSexes(position &+ 1), outMigrants: bothSexes(position &+ 2),
      previousPopulation: previousYears[year].flatMap {
        bothSexes(table.position(municipality, $0, age))
      })
  }

  /// A count of both sexes; `position` is that of the first sex.
  private func bothSexes(_ position: Int) -> Int? {
    if let male, let female {
      let first = table.counts[position &+ male &* 3]
      let second = table.counts[position &+ female &* 3]
      if first >= 0, second >= 0 { return Int(first) &+ Int(second) }
    }
    guard let both else { return nil }
    let count = table.counts[position &+ both &* 3]
    return count >= 0 ? Int(count) : nil
  }

  /// Whether there is a row, of any sex.
  func hasRow(_ municipality: Int, _ year: Int, _ age: Int) -> Bool {
    let position = table.position(municipality, year, age)
    for sex in table.sexes.indices where table.counts[position &+ sex &* 3] != LongTable.noRow {
      return true
    }
    return false
  }
}

extension LongTable {
  /// The social change rates by municipality, year and age over the previous year's population.
  public var socialChangeRates: SocialChangeRates { SocialChangeRates(self) }
}
