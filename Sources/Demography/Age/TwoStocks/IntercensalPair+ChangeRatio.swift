public import MunicipalModel

extension IntercensalPair {
  /// A cohort change ratio (コーホート変化率): how a cohort grows or shrinks over a period.
  ///
  /// Formula: P(x+n, t+n) ÷ P(x, t); deaths and moves together. Source: Hamilton and Perry, Social Forces 41
  /// (1962); コーホート変化率法 of the municipalities' population visions.
  public struct ChangeRatio: Hashable, Sendable {
    /// The sex.
    public let sex: Sex
    /// 期首年齢: the ages at the start.
    public let ageAtStart: AgeGroup
    /// 期末年齢: the ages at the end.
    public let ageAtEnd: AgeGroup
    /// The cohort at the start, in persons.
    public let populationAtStart: Double
    /// The cohort at the end, in persons.
    public let populationAtEnd: Double

    /// The ratio; 1 if the cohort stays as large, `nil` if nobody was there at the start.
    public var value: Double? {
      populationAtStart > 0 ? populationAtEnd / populationAtStart : nil
    }
  }
}

extension IntercensalPair {
  /// The cohort change ratios (コーホート変化率) of the period: all ages of the first sex, then the second.
  public func cohortChangeRatios() -> [IntercensalPair.ChangeRatio] {
    start.sexes.enumerated().flatMap { column, sex in
      links.map { link in
        IntercensalPair.ChangeRatio(
          sex: sex, ageAtStart: link.ageAtStart, ageAtEnd: link.ageAtEnd,
          populationAtStart: start.sum(column: column, link.startRows),
          populationAtEnd: end.sum(column: column, link.endRows))
      }
    }
  }
}
