public import MunicipalModel

extension AgeTable {
  /// The index of dissimilarity (非類似指数) of two distributions by age and sex, 0 to 100.
  ///
  /// Formula: ½ × Σ |share in one − share in the other| × 100: the percentage that would have to change
  /// its age or sex. Source: Duncan and Duncan (1955); UN Manual VI (1970).
  ///
  /// - Parameter other: a table of the same ages and sexes, in any order of the sexes, of any measure that has no
  ///   balances.
  /// - Throws: ``Demography/AgeMethodError`` with `different-tables`, `missing-sex`, `age-not-reported-left`,
  ///   `wrong-measure`, or `denominator-not-positive` if a table counts nobody.
  public func indexOfDissimilarity(to other: AgeTable) throws(AgeMethodError) -> Double {
    let subject = LocalizedText(ja: "非類似指数", en: "index of dissimilarity")
    let measures = Set(AgeMeasure.allCases.filter { !$0.isBalance })
    try check(measures, subject: subject)
    try other.check(measures, subject: subject)
    let other = try other.aligned(with: self, subject: subject)
    let total = totalOfKnownAge
    let otherTotal = other.totalOfKnownAge
    guard total > 0, otherTotal > 0 else {
      throw AgeMethodError(
        code: .denominatorNotPositive, subject: subject, row: total > 0 ? 2 : 1)
    }
    let distance = zip(counts, other.counts)
      .reduce(0) { $0 + abs($1.0 / total - $1.1 / otherTotal) }
    return distance * 50
  }
}
