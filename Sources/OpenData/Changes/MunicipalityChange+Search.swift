public import MunicipalModel

extension MunicipalityChange {
  /// A municipality in one of the tables, with what is known of its population.
  public struct Stock: Hashable, Sendable {
    /// The municipality.
    public let municipality: Municipality
    /// The population in the table.
    public let population: Int
    /// The population that the table gives for the year before: population less total change.
    public let opening: Int?

    /// Makes a stock.
    public init(municipality: Municipality, population: Int, opening: Int? = nil) {
      self.municipality = municipality
      self.population = population
      self.opening = opening
    }

    init?(_ row: RegistryRow) {
      guard let municipality = row.area.municipality, let population = row.count(.population)
      else { return nil }
      let opening = row.count(.totalChange).map { population - $0 }
      self.init(municipality: municipality, population: population, opening: opening)
    }
  }

  /// Finds what became of the municipalities of an earlier table in a later one.
  ///
  /// Only codes that are gone or new can be part of a change. Within a prefecture, the gone ones whose
  /// populations add up to the opening stock of a new one merged into it; those that add up to what a
  /// remaining one has gained were taken in by it. The smallest group that fits is taken, and only if no
  /// other of its size fits too.
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

/// Looks for the changes of one prefecture.
private struct ChangeSearch {
  typealias Stock = MunicipalityChange.Stock

  private var gone: [Stock]
  private let new: [Stock]
  private let remaining: [(before: Stock, after: Stock)]
  private var found: [MunicipalityChange] = []

  init(_ earlier: [Stock], _ later: [Stock]) {
    func byCode(_ list: [Stock]) -> [MunicipalityCode: Stock] {
      Dictionary(list.map { ($0.municipality.code, $0) }) { first, _ in first }
    }
    let before = byCode(earlier)
    let after = byCode(later)
    gone = before.values.filter { after[$0.municipality.code] == nil }.sorted(by: Self.byCode)
    new = after.values.filter { before[$0.municipality.code] == nil }.sorted(by: Self.byCode)
    remaining = before.values.compactMap { stock in
      after[stock.municipality.code].map { (stock, $0) }
    }.sorted { Self.byCode($0.before, $1.before) }
  }

  private static func byCode(_ left: Stock, _ right: Stock) -> Bool {
    left.municipality.code < right.municipality.code
  }

  mutating func run() -> [MunicipalityChange] {
    for exact in [true, false] {
      for stock in new where !found.contains(where: { $0.successor == stock.municipality }) {
        guard let group = group(of: stock.opening ?? stock.population, exact: exact) else {
          continue
        }
        let isExact = exact && stock.opening != nil
        add(group.count == 1 ? .recoding : .merger, stock, group, isExact)
      }
      for (before, after) in remaining {
        // Without the change of the stock, what a municipality gained is not told from its own growth.
        guard let opening = after.opening, opening > before.population,
          let group = group(of: opening - before.population, exact: exact)
        else { continue }
        add(.absorption, after, group, exact)
      }
    }
    for stock in new where !found.contains(where: { $0.successor == stock.municipality }) {
      found.append(
        MunicipalityChange(
          kind: .appeared, successor: stock.municipality, predecessors: [], evidence: .codes))
    }
    for stock in gone {
      found.append(
        MunicipalityChange(
          kind: .disappeared, successor: nil, predecessors: [stock.municipality],
          evidence: .codes))
    }
    return found
  }

  private mutating func add(
    _ kind: MunicipalityChange.Kind, _ successor: Stock, _ group: [Stock], _ isExact: Bool
  ) {
    found.append(
      MunicipalityChange(
        kind: kind, successor: successor.municipality, predecessors: group.map(\.municipality),
        evidence: isExact ? .populations : .nearPopulations))
    gone.removeAll { group.contains($0) }
  }

  /// So many groups are looked at before a search is given up.
  private static let maximumGroups = 200_000

  /// The one smallest group of gone municipalities whose populations add up to a number.
  private func group(of sum: Int, exact: Bool) -> [Stock]? {
    let tolerance = exact ? 0 : sum / 100
    guard sum > 0 else { return nil }
    var looked = 0
    for size in 1...max(1, min(gone.count, 16)) where size <= gone.count {
      var fitting: [[Stock]] = []
      var chosen: [Stock] = []
      func choose(from start: Int, rest: Int) {
        looked += 1
        guard looked < Self.maximumGroups, fitting.count < 2 else { return }
        if chosen.count == size {
          if abs(rest) <= tolerance { fitting.append(chosen) }
          return
        }
        guard gone.count - start >= size - chosen.count else { return }
        for index in start..<gone.count where gone[index].population <= rest + tolerance {
          chosen.append(gone[index])
          choose(from: index + 1, rest: rest - gone[index].population)
          chosen.removeLast()
        }
      }
      choose(from: 0, rest: sum)
      if looked >= Self.maximumGroups { return nil }
      if fitting.count == 1 { return fitting[0] }
      if fitting.count > 1 { return nil }
    }
    return nil
  }
}
