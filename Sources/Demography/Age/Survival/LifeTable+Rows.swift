public import MunicipalModel

extension LifeTable {
  /// One line of a life table with all its columns.
  public struct Row: Hashable, Sendable {
    /// The ages x to x + n.
    public let age: AgeGroup
    /// nmx, 死亡率: deaths per person-year, d ÷ L; `nil` where nobody lives.
    public let deathRate: Double?
    /// nax: the years that those live in the group who die in it; of the open-ended group e; `nil` without deaths.
    public let averageYearsLived: Double?
    /// nqx, 死亡率（確率）: the part of those alive at x who die in the group; `nil` where nobody is alive.
    public let probabilityOfDying: Double?
    /// lx, 生存数: those alive at x.
    public let survivors: Double
    /// ndx, 死亡数: those who die in the group.
    public let deaths: Double
    /// nLx, 定常人口: the years lived in the group.
    public let personYears: Double
    /// Tx, 定常人口: the years lived from x on.
    public let personYearsAbove: Double
    /// ex, 平均余命 at x, in years; `nil` where nobody is alive.
    public let lifeExpectancy: Double?
  }

  /// The table line by line; `nil` of a table that was given by nLx alone, which does not tell who is alive at x.
  public var rows: [Row]? {
    guard let survivors else { return nil }
    let above = personYearsAbove
    return ages.groups.enumerated().map { row, age in
      let alive = survivors[row]
      let left = row + 1 < survivors.count ? survivors[row + 1] : 0
      let lived = personYearsLived[row]
      let deaths = alive - left
      return Row(
        age: age, deathRate: lived > 0 ? deaths / lived : nil,
        averageYearsLived: deaths > 0 ? (lived - Double(age.width ?? 0) * left) / deaths : nil,
        probabilityOfDying: alive > 0 ? deaths / alive : nil, survivors: alive, deaths: deaths,
        personYears: lived, personYearsAbove: above[row],
        lifeExpectancy: alive > 0 ? above[row] / alive : nil)
    }
  }

  /// Tx: the years lived from the first age of each group on.
  public var personYearsAbove: [Double] {
    var above: [Double] = []
    var sum = 0.0
    for lived in personYearsLived.reversed() {
      sum += lived
      above.append(sum)
    }
    return above.reversed()
  }
}
