public import MunicipalModel
import OpenData

extension MunicipalityChange {
  /// A municipality in one of the tables, with what is known of its population.
  public struct Stock: Hashable, Sendable {
    /// The municipality.
    public let municipality: Municipality
    /// The population in the table.
    public let population: Int
    /// The population that the table gives for the year before: population less total change, printed or added up.
    public let opening: Int?

    /// Makes a stock.
    public init(municipality: Municipality, population: Int, opening: Int? = nil) {
      self.municipality = municipality
      self.population = population
      self.opening = opening
    }

    init?(_ row: ResidentRegistry.Row) {
      guard let municipality = row.area.municipality, let population = row.count(.population)
      else { return nil }
      self.init(
        municipality: municipality, population: population,
        opening: (row.count(.totalChange) ?? row.change?.value).map { population - $0 })
    }
  }

  /// Finds what became of the municipalities of an earlier table in a later one.
  ///
  /// Only codes that are gone or new can be part of a change. Within a prefecture, the gone ones whose
  /// populations add up to the opening stock of a new one merged into it; those that add up to what a
  /// remaining one has gained were taken in by it. Groups are sought that explain all codes at once. A
  /// group is certain only if every such solution has it; else the one of nearest codes is given as
  /// ``Evidence/ambiguous``.
  public static func changes(from earlier: [Stock], to later: [Stock]) -> [MunicipalityChange] {
    // A merger stays within its prefecture; an earlier table of other prefectures only tells nothing.
    let before = Dictionary(grouping: earlier) { $0.municipality.code.prefecture }
    let after = Dictionary(grouping: later) { $0.municipality.code.prefecture }
    let common = Set(before.keys).intersection(after.keys)
    return common.sorted { $0.rawValue < $1.rawValue }.flatMap { prefecture in
      var search = ChangeSearch(before[prefecture] ?? [], after[prefecture] ?? [])
      return search.run()
    }
  }
}
