public import MunicipalModel

/// A cohort change ratio (コーホート変化率): how a cohort grows or shrinks over a period.
///
/// Formula: P(x+n, t+n) ÷ P(x, t); deaths and moves together. Source: Hamilton and Perry, Social Forces 41
/// (1962); コーホート変化率法 of the municipalities' population visions.
public struct CohortChangeRatio: Hashable, Sendable {
  /// The sex.
  public let sex: Sex
  /// 期首年齢: the ages at the start.
  public let ageAtStart: AgeGroup
  /// 期末年齢: the ages at the end.
  public let ageAtEnd: AgeGroup
  /// The cohort at the start, in persons; above zero.
  public let populationAtStart: Double
  /// The cohort at the end, in persons.
  public let populationAtEnd: Double

  /// The ratio; 1 if the cohort stays as large.
  public var value: Double { populationAtEnd / populationAtStart }
}

extension IntercensalPair {
  /// The cohort change ratios (コーホート変化率) of the period: all ages of the first sex, then the second.
  ///
  /// - Throws: ``AgeMethodError`` with `denominator-not-positive`, naming the cohort without people.
  public func cohortChangeRatios() throws(AgeMethodError) -> [CohortChangeRatio] {
    var ratios: [CohortChangeRatio] = []
    ratios.reserveCapacity(start.sexes.count * links.count)
    for (column, sex) in start.sexes.enumerated() {
      for link in links {
        let atStart = start.sum(column: column, link.startRows)
        guard atStart > 0 else {
          throw AgeMethodError(
            code: .denominatorNotPositive,
            subject: LocalizedText(ja: "コーホート変化率", en: "cohort change ratio"),
            row: link.startRows.lowerBound + 1, sex: sex, age: link.ageAtStart,
            text: "\(atStart)")
        }
        ratios.append(
          CohortChangeRatio(
            sex: sex, ageAtStart: link.ageAtStart, ageAtEnd: link.ageAtEnd,
            populationAtStart: atStart,
            populationAtEnd: end.sum(column: column, link.endRows)))
      }
    }
    return ratios
  }
}
