import MunicipalModel

extension CohortAnalysis {
  static func cohorts(
    _ pair: IntercensalPair, _ method: CohortMethod, _ survival: CitedSurvivalRatios?,
    _ deaths: AgeTable?, _ births: AgeTable?
  ) throws(AgeMethodError) -> [CohortMigration.Row] {
    switch method {
    case .cohortChange: return try pair.changes(births: births)
    case .vitalStatistics:
      guard let deaths else {
        throw AgeMethodError(code: .missingDeaths, subject: method.label)
      }
      return try pair.vitalStatisticsResidual(deaths: deaths, births: births).rows
    case .forward, .reverse, .average:
      guard let survival else {
        throw AgeMethodError(code: .missingSurvival, subject: method.label)
      }
      let ratios = try fitted(survival.ratios, to: pair.start.ages)
      return try pair.survivalRatioResidual(method, ratios, births: births).rows
    }
  }

  /// The ratios with the open-ended group of the population, if theirs begins later.
  private static func fitted(
    _ ratios: SurvivalRatios, to ages: AgeClassification
  ) throws(AgeMethodError) -> SurvivalRatios {
    guard let own = ages.openGroup, let open = ratios.ages.openGroup,
      own.lowerAge < open.lowerAge
    else { return ratios }
    return try ratios.pooled(from: own.lowerAge)
  }
}
