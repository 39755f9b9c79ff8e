public import MunicipalModel

/// The registered movers of one year by age at the move, and the population that they are set against.
public struct RegisteredYear: Hashable, Sendable {
  /// 転入者 by age and sex, in persons.
  public let inMigrants: AgeTable
  /// 転出者 by age and sex, in persons.
  public let outMigrants: AgeTable
  /// The population at risk.
  public let exposure: AgeExposure

  /// Makes a year.
  ///
  /// - Throws: ``AgeMethodError`` with `wrong-measure`, `missing-sex`, `different-tables` or
  ///   `age-not-reported-left` if the three tables do not have the same ages and sexes.
  public init(
    inMigrants: AgeTable, outMigrants: AgeTable, exposure: AgeExposure
  ) throws(AgeMethodError) {
    let subject = RegisteredSocialChange.subject
    try inMigrants.check([.inMigrants], subject: subject)
    try outMigrants.check([.outMigrants], subject: subject)
    try inMigrants.checkAlignment(with: exposure.population, subject: subject)
    try outMigrants.checkAlignment(with: exposure.population, subject: subject)
    self.inMigrants = inMigrants
    self.outMigrants = outMigrants
    self.exposure = exposure
  }
}
