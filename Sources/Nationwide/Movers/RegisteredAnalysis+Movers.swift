public import Demography
public import OpenData

extension RegisteredAnalysis {
  /// The social change by age of the municipalities that movers are given of.
  ///
  /// - Parameters:
  ///   - movers: the movers and the populations that they are set against.
  ///   - denominator: which population it is.
  ///   - rule: what is done with people of unknown age.
  /// - Throws: ``Demography/AgeMethodError`` as
  ///   ``members(population:inMigrants:outMigrants:denominator:rule:scale:)`` does.
  public static func members(
    of movers: RegisteredMovers, denominator: AgeExposure.Denominator = .previousYearEnd,
    rule: AgeTable.NotReportedRule = .proportionalWithinSex
  ) throws(AgeMethodError) -> [Self] {
    try members(
      population: movers.population, inMigrants: movers.inMigrants,
      outMigrants: movers.outMigrants, denominator: denominator, rule: rule)
  }
}
