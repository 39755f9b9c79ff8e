extension AgeTable {
  /// The median age (年齢中位数) in years: half of the people of known age are younger.
  ///
  /// Formula: x + n × (half − people below x) ÷ people in the group, in the group of width n where the
  /// half is reached; people are taken to be spread evenly over it.
  ///
  /// - Throws: ``AgeTableError`` with `no-population`, or `median-in-open-group`.
  public func medianAge() throws(AgeTableError) -> Double {
    let all = bothSexes().counts
    let half = all.reduce(0, +) / 2
    guard half > 0 else { throw AgeTableError(code: .noPopulation) }
    var below = 0.0
    for (index, group) in ages.groups.enumerated() {
      if below + all[index] >= half, all[index] > 0 {
        guard let width = group.width else {
          throw AgeTableError(code: .medianInOpenGroup, row: index + 1, age: group)
        }
        return Double(group.lowerAge) + Double(width) * (half - below) / all[index]
      }
      below += all[index]
    }
    throw AgeTableError(code: .noPopulation)
  }
}
