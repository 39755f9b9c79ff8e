public import MunicipalModel

/// Net migration of a period by cohort (コーホート別純移動), by age at its start and at its end.
public struct CohortMigration: Hashable, Sendable {
  /// One cohort of one sex.
  public struct Row: Hashable, Sendable {
    /// The sex.
    public let sex: Sex
    /// 期首年齢: the ages at the start; `nil` of those born in the period.
    public let ageAtStart: AgeGroup?
    /// 期末年齢: the ages at the end.
    public let ageAtEnd: AgeGroup
    /// The cohort at the start, in persons; of those born in the period, the births.
    public let populationAtStart: Double
    /// Those who would be alive at the end if nobody moved, in persons.
    public let expectedSurvivors: Double
    /// The cohort at the end, in persons.
    public let populationAtEnd: Double
    /// Net migrants of the period, in persons, counted as the method counts them.
    public let netMigrants: Double

    /// The net migration rate: net migrants ÷ cohort at the start, as a ratio; × 100 for percent.
    ///
    /// - Throws: ``AgeMethodError`` with `denominator-not-positive` if nobody was there at the start.
    public func netMigrationRate() throws(AgeMethodError) -> Double {
      guard populationAtStart > 0 else {
        throw AgeMethodError(
          code: .denominatorNotPositive, subject: IntercensalPair.subject, sex: sex,
          age: ageAtStart ?? ageAtEnd, text: "\(populationAtStart)")
      }
      return netMigrants / populationAtStart
    }
  }

  /// How it was found.
  public let method: CohortMethod
  /// The years of the period.
  public let years: Int
  /// The cohorts: of each sex those born in the period first, where births were given.
  public let rows: [Row]

  /// All net migrants, in persons.
  public var netMigrants: Double { rows.reduce(0) { $0 + $1.netMigrants } }
}
