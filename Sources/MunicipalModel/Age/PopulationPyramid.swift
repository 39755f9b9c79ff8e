/// A population pyramid (人口ピラミッド) as data: one bar for each group of ages.
public struct PopulationPyramid: Hashable, Sendable, Codable {
  /// The men and the women of one group of ages.
  public struct Bar: Hashable, Sendable, Codable {
    /// The ages.
    public let age: AgeGroup
    /// Men, in persons.
    public let male: Double
    /// Women, in persons.
    public let female: Double
    /// Men ÷ all of known age and both sexes × 100.
    public let maleShare: Double
    /// Women ÷ all of known age and both sexes × 100.
    public let femaleShare: Double

    /// 性比: men for 100 women; `nil` if there are no women.
    public var sexRatio: Double? { female > 0 ? male / female * 100 : nil }
  }

  /// The time of the count.
  public let period: Period?
  /// The bars, the youngest first.
  public let bars: [Bar]
  /// 年齢不詳 of both sexes, in persons; no bar shows them.
  public let notReported: Double

  /// The longest bar of either sex, in persons, to scale a chart by.
  public var longestBar: Double { bars.map { max($0.male, $0.female) }.max() ?? 0 }
}

extension AgeTable {
  /// The population pyramid of a table by sex.
  ///
  /// - Throws: ``AgeTableError`` with `missing-sex`, or `no-population` if nobody is counted.
  public func populationPyramid() throws(AgeTableError) -> PopulationPyramid {
    guard let male = counts(of: .male) else {
      throw AgeTableError(code: .missingSex, sex: .male)
    }
    guard let female = counts(of: .female) else {
      throw AgeTableError(code: .missingSex, sex: .female)
    }
    let total = male.reduce(0, +) + female.reduce(0, +)
    guard total > 0 else { throw AgeTableError(code: .noPopulation) }
    let bars = zip(ages.groups, zip(male, female)).map { age, counts in
      PopulationPyramid.Bar(
        age: age, male: counts.0, female: counts.1, maleShare: counts.0 / total * 100,
        femaleShare: counts.1 / total * 100)
    }
    return PopulationPyramid(period: period, bars: bars, notReported: notReported.reduce(0, +))
  }
}
