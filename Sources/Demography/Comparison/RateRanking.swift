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
  /// - Throws: ``RateComparisonError`` if kind, denominator or scale differ.
  package init(_ rates: [MunicipalRate]) throws(RateComparisonError) {
    for item in rates { try rates[0].rate.checkComparable(with: item.rate) }
    // Every rate is a quotient of two exact decimals.
    let keyed = rates.compactMap { item in
      item.rate.fraction.map { (item: item, key: $0, value: $0.doubleValue) }
    }
    let sorted = keyed.sorted { left, right in
      // Most are told apart by their first digits, and only the others by all.
      if abs(left.value - right.value) > 1e-12 * abs(left.value) { return left.value > right.value }
      if left.key != right.key { return left.key > right.key }
      return left.item.municipality.code < right.item.municipality.code
    }
    var entries: [Entry] = []
    entries.reserveCapacity(sorted.count)
    for (index, line) in sorted.enumerated() {
      let tiesBefore = index > 0 && sorted[index - 1].key == line.key
      let tiesAfter = index + 1 < sorted.count && sorted[index + 1].key == line.key
      entries.append(
        Entry(
          rank: tiesBefore ? entries[index - 1].rank : index + 1, isTied: tiesBefore || tiesAfter,
          municipality: line.item.municipality, rate: line.item.rate))
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
