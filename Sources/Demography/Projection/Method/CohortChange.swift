package import MunicipalModel

/// What each cohort becomes in a step, as two stocks tell it (コーホート変化率).
///
/// Kept as two counts rather than their quotient: people × after ÷ before is exact where people = before.
package struct CohortChange: Hashable, Sendable {
  /// The groups of ages at both ends.
  package let ages: AgeClassification
  /// The sexes.
  package let sexes: [Sex]
  /// The cohort at the start, by age at the end; zero in the youngest group.
  let before: [Double]
  /// The cohort at the end, by age at the end.
  let after: [Double]

  /// Makes the changes between two populations one step apart.
  ///
  /// - Throws: ``ProjectionError`` with `different-ages`, `unsupported-ages`, or `no-population` if a cohort
  ///   has people at the end but none at the start.
  package init(from start: AgeTable, to end: AgeTable) throws(ProjectionError) {
    let ages = try ProjectionAges(start)
    let start = start.ordered(as: ages.sexes)
    let end = end.ordered(as: ages.sexes)
    guard start.ages == end.ages, start.sexes == end.sexes else {
      throw ProjectionError(
        code: .differentAges,
        hint: start.ages == end.ages ? LocalizedText("") : .regrouping(start.ages, end.ages))
    }
    var before: [Double] = []
    for column in start.sexes.indices {
      let first = column * ages.count
      before.append(0)
      for row in 1..<ages.count {
        let pooled = row == ages.last ? start.counts[first + row] : 0
        before.append(start.counts[first + row - 1] + pooled)
        if before[first + row] == 0, end.counts[first + row] != 0 {
          throw ProjectionError(
            code: .noPopulation, sex: start.sexes[column], age: ages.groups[row - 1])
        }
      }
    }
    self.ages = start.ages
    sexes = start.sexes
    self.before = before
    after = end.counts
  }
}
