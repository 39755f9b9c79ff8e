import MunicipalModel

extension CohortAnalysis {
  /// A cohort as a method leaves it.
  struct Part {
    let sex: Sex
    let ageAtStart: AgeGroup?
    let ageAtEnd: AgeGroup
    let populationAtStart: Double
    let expectedSurvivors: Double?
    let populationAtEnd: Double
    let net: Double
  }

  static func cohorts(
    _ pair: IntercensalPair, _ method: CohortMethod, _ survival: CitedSurvivalRatios?,
    _ deaths: AgeTable?, _ births: AgeTable?
  ) throws(AgeMethodError) -> [Part] {
    switch method {
    case .cohortChange: return try changes(pair, births)
    case .vitalStatistics:
      guard let deaths else {
        throw AgeMethodError(code: .missingDeaths, subject: method.label)
      }
      return parts(try pair.vitalStatisticsResidual(deaths: deaths, births: births))
    case .forward, .reverse, .average:
      guard let survival else {
        throw AgeMethodError(code: .missingSurvival, subject: method.label)
      }
      let ratios = try fitted(survival.ratios, to: pair.start.ages)
      switch method {
      case .reverse: return parts(try pair.reverseSurvivalRatioResidual(ratios, births: births))
      case .average: return parts(try pair.averageSurvivalRatioResidual(ratios, births: births))
      default: return parts(try pair.forwardSurvivalRatioResidual(ratios, births: births))
      }
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

  private static func parts(_ migration: CohortMigration) -> [Part] {
    migration.rows.map {
      Part(
        sex: $0.sex, ageAtStart: $0.ageAtStart, ageAtEnd: $0.ageAtEnd,
        populationAtStart: $0.populationAtStart, expectedSurvivors: $0.expectedSurvivors,
        populationAtEnd: $0.populationAtEnd, net: $0.netMigrants)
    }
  }

  private static func changes(
    _ pair: IntercensalPair, _ births: AgeTable?
  ) throws(AgeMethodError) -> [Part] {
    let born = try births.map { table throws(AgeMethodError) in try pair.bornRows(table) } ?? []
    var parts: [Part] = []
    for (column, sex) in pair.start.sexes.enumerated() {
      func add(_ atStart: Double, _ ageAtStart: AgeGroup?, _ age: AgeGroup, _ rows: Range<Int>) {
        let atEnd = pair.end.sum(column: column, rows)
        parts.append(
          Part(
            sex: sex, ageAtStart: ageAtStart, ageAtEnd: age, populationAtStart: atStart,
            expectedSurvivors: nil, populationAtEnd: atEnd, net: atEnd - atStart))
      }
      for (row, age) in born {
        add(births?.sum(column: column, row..<row + 1) ?? 0, nil, age, row..<row + 1)
      }
      for link in pair.links {
        add(
          pair.start.sum(column: column, link.startRows), link.ageAtStart, link.ageAtEnd,
          link.endRows)
      }
    }
    return parts
  }
}
