package import MunicipalModel

/// A municipality with one of its crude rates.
package struct MunicipalRate: Hashable, Sendable, Codable {
  /// The municipality.
  package let municipality: Municipality
  /// Its rate.
  package let rate: CrudeRate

  /// Pairs a municipality with its rate.
  package init(municipality: Municipality, rate: CrudeRate) {
    self.municipality = municipality
    self.rate = rate
  }
}

/// Municipalities in the order of one crude rate, with competition ranks (1, 2, 2, 4).
package struct RateRanking: Hashable, Sendable, Codable {
  /// Which end of the order comes first.
  package enum Order: String, Hashable, Sendable, Codable, CaseIterable {
    /// The highest rate has rank 1.
    case highestFirst = "highest_first"
    /// The lowest rate has rank 1.
    case lowestFirst = "lowest_first"
  }

  /// By which value rates are ordered, and hence what a tie is.
  package enum Precision: String, Hashable, Sendable, Codable, CaseIterable {
    /// By the exact quotients; only equal quotients tie.
    case exact
    /// By the rates as printed, with the digits of the first rate's definition; what reads the same ties.
    case printed
  }

  /// One line of a ranking.
  package struct Entry: Hashable, Sendable, Codable {
    /// The rank, from 1; tied municipalities share it and the ranks after it are left out.
    package let rank: Int
    /// Whether another municipality has the same rank.
    package let isTied: Bool
    /// The municipality.
    package let municipality: Municipality
    /// Its rate.
    package let rate: CrudeRate
  }

  /// The lines by rank; tied ones by the municipality's code.
  package let entries: [Entry]
  /// Which end of the order comes first.
  package let order: Order
  /// By which value the rates are ordered.
  package let precision: Precision
  /// In what the tables count differently.
  package let caveats: [ComparisonCaveat]

  /// Ranks municipalities.
  ///
  /// - Throws: ``RateComparisonError`` if kind, denominator or scale differ, or, for `printed`, if a rate
  ///   has more than 18 digits.
  package init(
    _ rates: [MunicipalRate], order: Order = .highestFirst, precision: Precision = .exact
  ) throws(RateComparisonError) {
    var keys: [ExactFraction] = []
    for item in rates {
      let first = rates[0].rate
      try first.checkComparable(with: item.rate)
      let printed = first.definition
      let key =
        precision == .exact
        ? item.rate.fraction
        : item.rate.rounded(to: printed.decimals, rule: printed.rounding)
          .flatMap { ExactFraction($0) }
      guard let key else {
        throw RateComparisonError(code: .tooLarge, first: first, second: item.rate)
      }
      keys.append(key)
    }
    let values = keys.map(\.doubleValue)
    let places = rates.indices.sorted { left, right in
      // Most are told apart by their first digits, and only the others by all.
      if abs(values[left] - values[right]) > 1e-12 * abs(values[left]) {
        return (values[left] < values[right]) == (order == .lowestFirst)
      }
      if keys[left] < keys[right] { return order == .lowestFirst }
      if keys[right] < keys[left] { return order == .highestFirst }
      return rates[left].municipality.code < rates[right].municipality.code
    }
    var entries: [Entry] = []
    entries.reserveCapacity(places.count)
    for (index, place) in places.enumerated() {
      let tiesBefore = index > 0 && keys[places[index - 1]] == keys[place]
      let tiesAfter = index + 1 < places.count && keys[places[index + 1]] == keys[place]
      entries.append(
        Entry(
          rank: tiesBefore ? entries[index - 1].rank : index + 1, isTied: tiesBefore || tiesAfter,
          municipality: rates[place].municipality, rate: rates[place].rate))
    }
    self.entries = entries
    self.order = order
    self.precision = precision
    var caveats = ComparisonCaveat.caveats(for: rates.map(\.rate))
    if rates.contains(where: { $0.rate.period != rates[0].rate.period }) {
      caveats.append(
        ComparisonCaveat(
          code: .periodsDiffer,
          message: LocalizedText(
            ja: "時期の異なる率を並べている。", en: "The rates are not of the same time.")))
    }
    self.caveats = caveats
  }
}
