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
  /// In what the tables count differently.
  package let caveats: [ComparisonCaveat]

  /// Ranks municipalities, the highest rate first; only equal quotients tie.
  ///
  /// - Throws: ``RateComparisonError`` if kind, denominator or scale differ, or a count has more than 18 digits.
  package init(_ rates: [MunicipalRate]) throws(RateComparisonError) {
    var keys: [ExactFraction] = []
    for item in rates {
      let first = rates[0].rate
      try first.checkComparable(with: item.rate)
      guard let key = item.rate.fraction else {
        throw RateComparisonError(code: .tooLarge, first: first, second: item.rate)
      }
      keys.append(key)
    }
    let values = keys.map(\.doubleValue)
    let places = rates.indices.sorted { left, right in
      // Most are told apart by their first digits, and only the others by all.
      if abs(values[left] - values[right]) > 1e-12 * abs(values[left]) {
        return values[left] > values[right]
      }
      if keys[left] != keys[right] { return keys[left] > keys[right] }
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
