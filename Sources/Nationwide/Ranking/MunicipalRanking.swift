public import Demography
public import MunicipalModel
import OpenData

extension MunicipalRanking {
  /// Which municipalities take part in a ranking.
  public struct Filter: Hashable, Sendable {
    /// Those of a prefecture only; `nil` for all.
    public var prefecture: Prefecture?
    /// Those of a population in this range only; `nil` for all.
    public var population: ClosedRange<Int>?

    /// Makes a filter; without arguments, all take part.
    public init(prefecture: Prefecture? = nil, population: ClosedRange<Int>? = nil) {
      self.prefecture = prefecture
      self.population = population
    }

    func accepts(_ member: NationwideTable.Member) -> Bool {
      if let prefecture, member.area.prefecture != prefecture { return false }
      guard let population else { return true }
      return member.population.map { population.contains($0.value) } ?? false
    }
  }
}

/// Municipalities in the order of a measure, the highest first, with competition ranks (1, 2, 2, 4).
public struct MunicipalRanking: Sendable {
  /// One line.
  public struct Entry: Hashable, Sendable {
    /// The rank, from 1.
    public let rank: Int
    /// Whether another municipality has the same rank.
    public let isTied: Bool
    /// The share of the ranked that are lower, half of the equal ones among them, in %.
    ///
    /// Formula: (lower + equal ÷ 2) ÷ all × 100, where the municipality is one of the equal ones.
    public let percentile: Double
    /// The municipality.
    public let member: NationwideTable.Member
    /// Its figure.
    public let figure: MunicipalRanking.Figure

    /// The year of the figure, or the day of a population.
    public var period: Period? {
      switch figure {
      case .rate(let rate): rate.period
      case .mean(let mean): mean.period
      case .share(let share): share.period
      case .count: member.populationPeriod
      }
    }
  }

  /// What is ranked by.
  public let measure: MunicipalRanking.Measure
  /// Which areas are ranked.
  public let areas: RankedAreas
  /// Which municipalities take part.
  public let filter: MunicipalRanking.Filter
  /// The lines by rank; equal ones by code.
  public let entries: [Entry]
  /// The municipalities whose figure cannot be formed.
  public let withoutFigure: [NationwideTable.Member]
  /// In what the tables count differently.
  public let caveats: [ComparisonCaveat]

  /// Ranks municipalities by exact figures.
  ///
  /// - Throws: `RateComparisonError` if the rates are not comparable.
  public init(
    _ table: NationwideTable, by measure: MunicipalRanking.Measure,
    filter: MunicipalRanking.Filter = MunicipalRanking.Filter()
  ) throws(RateComparisonError) {
    self.measure = measure
    areas = table.areas
    self.filter = filter
    var figures: [(member: NationwideTable.Member, figure: MunicipalRanking.Figure)] = []
    var without: [NationwideTable.Member] = []
    for member in table.members where filter.accepts(member) {
      if member.municipality != nil, let figure = try? member.figure(measure) {
        figures.append((member, figure))
      } else {
        without.append(member)
      }
    }
    withoutFigure = without
    let ranks: [(rank: Int, index: Int)]
    if measure.kind != nil, table.combination == .sum {
      let rates = figures.compactMap { item -> MunicipalRate? in
        guard case .rate(let rate) = item.figure, let municipality = item.member.municipality
        else { return nil }
        return MunicipalRate(municipality: municipality, rate: rate)
      }
      let ranking = try RateRanking(rates)
      caveats = ranking.caveats
      let positions = Dictionary(
        figures.enumerated().compactMap { index, item in
          item.member.area.code.map { ($0, index) }
        }
      ) { first, _ in first }
      ranks = ranking.entries.compactMap { entry in
        positions[entry.municipality.code].map { (entry.rank, $0) }
      }
    } else {
      caveats = []
      ranks = Self.ranks(figures)
    }
    let sizes = Dictionary(grouping: ranks, by: \.rank).mapValues(\.count)
    entries = ranks.map { rank, index in
      let equal = sizes[rank] ?? 1
      let lower = ranks.count - (rank - 1) - equal
      return Entry(
        rank: rank, isTied: equal > 1,
        percentile: (Double(lower) + Double(equal) / 2) / Double(ranks.count) * 100,
        member: figures[index].member, figure: figures[index].figure)
    }
  }

  private static func ranks(
    _ figures: [(member: NationwideTable.Member, figure: MunicipalRanking.Figure)]
  ) -> [(rank: Int, index: Int)] {
    let order = figures.indices.sorted { left, right in
      let comparison = figures[left].figure.comparison(with: figures[right].figure)
      guard comparison == 0 else { return comparison > 0 }
      let codes = (figures[left].member.area.code, figures[right].member.area.code)
      guard let first = codes.0, let second = codes.1 else { return left < right }
      return first < second
    }
    var ranks: [(rank: Int, index: Int)] = []
    for (position, index) in order.enumerated() {
      let ties =
        ranks.last.map { figures[$0.index].figure.comparison(with: figures[index].figure) == 0 }
        ?? false
      ranks.append((ties ? ranks[position - 1].rank : position + 1, index))
    }
    return ranks
  }

  /// The years or days of the figures, the oldest first; one, unless a file mixes years.
  public var periods: [Period] { Set(entries.compactMap(\.period)).sorted() }

  /// The line of a municipality, if it takes part.
  public func entry(_ code: MunicipalityCode) -> Entry? {
    entries.first { $0.member.area.code == code }
  }

  /// The line of a municipality and those next to it in the order.
  ///
  /// - Parameter places: how many lines above and below.
  public func around(_ code: MunicipalityCode, places: Int = 5) -> [Entry] {
    guard let position = entries.firstIndex(where: { $0.member.area.code == code }), places >= 0
    else { return [] }
    return Array(
      entries[max(0, position - places)..<min(entries.count, position + places + 1)])
  }
}
