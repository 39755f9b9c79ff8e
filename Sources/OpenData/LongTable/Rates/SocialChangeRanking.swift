public import MunicipalModel

/// The municipalities of each year in the order of their social change rate at some ages.
///
/// The highest rate has rank 1; equal quotients share a rank and the ranks after it are left out
/// (1, 2, 2, 4). Rates are compared exactly, not as they are printed.
public struct SocialChangeRanking: Hashable, Sendable {
  /// One line of a year's ranking.
  public struct Entry: Hashable, Sendable {
    /// The rank, from 1.
    public let rank: Int
    /// The municipality.
    public let code: MunicipalityCode
    /// Its name as printed; empty without one.
    public let name: String
    /// Its rate.
    public let rate: SocialChangeRate
  }

  /// A municipality without a rank.
  public struct Unranked: Hashable, Sendable {
    /// The municipality.
    public let code: MunicipalityCode
    /// Why it has no rate.
    public let reason: NoRateReason
  }

  /// The ranking of one year.
  public struct Year: Hashable, Sendable {
    /// The calendar year.
    public let year: Int
    /// The lines by rank; those of the same rank by code.
    public let entries: [Entry]
    /// The municipalities that have rows of these ages but no rate.
    public let unranked: [Unranked]
  }

  /// The ages that are ranked by.
  public let ages: AgeGroup
  /// The years of the table, ascending.
  public let years: [Year]
}

extension SocialChangeRates {
  /// Ranks the municipalities of each year by the rate at some ages, such as `20..<30`.
  ///
  /// - Parameters:
  ///   - ages: from the first age up to but not including the last, in completed years.
  ///   - isIncluded: which codes to rank; without it, all but those of whole prefectures.
  /// - Throws: ``LongTableError`` with `ages-not-in-table`.
  public func ranked(
    at ages: Range<Int>,
    including isIncluded: (MunicipalityCode) -> Bool = { !$0.isPrefecture }
  ) throws(LongTableError) -> SocialChangeRanking {
    guard let group = AgeGroup(ages.lowerBound, through: ages.upperBound - 1) else {
      throw LongTableError(
        code: .agesNotInTable, document: table.document, detail: "\(ages)")
    }
    return try ranked(at: group, including: isIncluded)
  }

  /// Ranks the municipalities of each year by the rate at a group of ages.
  ///
  /// The figures of the groups that make up the ages are added up. If the table has both 20-29 and its
  /// five-year parts, the widest groups that a municipality gives are used.
  ///
  /// - Parameters:
  ///   - ages: the group, which may be open-ended (65 and over).
  ///   - isIncluded: which codes to rank; without it, all but those of whole prefectures.
  /// - Throws: ``LongTableError`` with `ages-not-in-table`.
  public func ranked(
    at ages: AgeGroup,
    including isIncluded: (MunicipalityCode) -> Bool = { !$0.isPrefecture }
  ) throws(LongTableError) -> SocialChangeRanking {
    let tilings = tilings(of: ages)
    guard !tilings.isEmpty else {
      throw LongTableError(
        code: .agesNotInTable, document: table.document, detail: ages.description)
    }
    let included = table.codes.indices.filter { isIncluded(table.codes[$0]) }
    return SocialChangeRanking(
      ages: ages, years: table.years.indices.map { ranking(of: $0, included, tilings) })
  }

  private func ranking(
    of year: Int, _ included: [Int], _ tilings: [[Int]]
  ) -> SocialChangeRanking.Year {
    var rated: [(municipality: Int, rate: SocialChangeRate)] = []
    var unranked: [SocialChangeRanking.Unranked] = []
    for municipality in included {
      switch outcome(municipality, year, tilings) {
      case .rate(let rate)?: rated.append((municipality, rate))
      case .none(let reason)?:
        unranked.append(.init(code: table.codes[municipality], reason: reason))
      case nil: break
      }
    }
    rated.sort { left, right in
      if left.rate.isHigher(than: right.rate) { return true }
      return !right.rate.isHigher(than: left.rate) && left.municipality < right.municipality
    }
    var entries: [SocialChangeRanking.Entry] = []
    entries.reserveCapacity(rated.count)
    for (index, item) in rated.enumerated() {
      let isTied = index > 0 && !rated[index - 1].rate.isHigher(than: item.rate)
      entries.append(
        .init(
          rank: isTied ? entries[index - 1].rank : index + 1,
          code: table.codes[item.municipality], name: table.names[item.municipality],
          rate: item.rate))
    }
    return .init(year: table.years[year], entries: entries, unranked: unranked)
  }

  /// The rate at groups of ages taken together; `nil` if none of them has a row.
  private func outcome(
    _ municipality: Int, _ year: Int, _ tilings: [[Int]]
  ) -> SocialChangeOutcome? {
    var first: SocialChangeOutcome?
    for tiling in tilings where tiling.contains(where: { hasRow(municipality, year, $0) }) {
      var sum = RateFigures()
      for age in tiling { sum.add(figures(municipality, year, age)) }
      let outcome = sum.outcome(hasPreviousYear: previousYears[year] != nil)
      if outcome.rate != nil { return outcome }
      first = first ?? outcome
    }
    return first
  }

  /// The ways to make up a group of ages from the table's groups: the widest and the narrowest.
  private func tilings(of ages: AgeGroup) -> [[Int]] {
    let groups = table.ages.enumerated().compactMap { position, label in
      label.group.flatMap { ages.contains($0) ? (position, $0) : nil }
    }
    var result: [[Int]] = []
    for isWidest in [true, false] {
      var tiling: [Int] = []
      var next: Int? = ages.lowerAge
      while let lower = next {
        // Groups are sorted by their first and then by their last age.
        let candidates = groups.filter { $0.1.lowerAge == lower }
        guard let (position, group) = isWidest ? candidates.last : candidates.first else { break }
        tiling.append(position)
        next = group.upperAge.map { $0 + 1 }
        if group.upperAge == ages.upperAge {
          if !result.contains(tiling) { result.append(tiling) }
          break
        }
      }
    }
    return result
  }
}
