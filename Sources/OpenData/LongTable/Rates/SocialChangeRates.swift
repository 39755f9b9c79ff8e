public import MunicipalModel

/// The social change rates of a long table by municipality, year and age, both sexes together.
///
/// They are computed when they are asked for; nothing is stored. A count of both sexes is the sum of
/// male and female where both are given, and else the count in the row of both sexes (男女計).
public struct SocialChangeRates: Sendable {
  /// The table that the rates come from.
  public let table: LongTable
  /// For each year of the table, the position of the year before.
  let previousYears: [Int?]
  let male: Int?
  let female: Int?
  let both: Int?

  init(_ table: LongTable) {
    self.table = table
    previousYears = table.years.map { table.years.firstIndex(of: $0 - 1) }
    male = table.sexes.firstIndex(of: .male)
    female = table.sexes.firstIndex(of: .female)
    both = table.sexes.firstIndex(of: .both)
  }

  /// The rate of one municipality, year and age, or why there is none.
  ///
  /// - Returns: `nil` if the table has no row for them.
  public func rate(of code: MunicipalityCode, year: Int, age: AgeLabel) -> SocialChangeOutcome? {
    guard let municipality = table.index(of: code), let year = table.years.firstIndex(of: year),
      let age = table.ages.firstIndex(of: age), hasRow(municipality, year, age)
    else { return nil }
    return figures(municipality, year, age).outcome(hasPreviousYear: previousYears[year] != nil)
  }
}

extension LongTable {
  /// The social change rates by municipality, year and age over the previous year's population.
  public func socialChangeRates() -> SocialChangeRates { SocialChangeRates(self) }
}
