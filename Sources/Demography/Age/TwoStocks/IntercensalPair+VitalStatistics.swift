public import MunicipalModel

extension IntercensalPair {
  /// Vital statistics residual method (動態統計法) by cohort: net = P(x+n, t+n) − P(x, t) + D.
  ///
  /// Those born in the period: net = P(end) − births + their deaths. Source: UN Manual VI (1970), ch. II.
  ///
  /// - Parameters:
  ///   - deaths: deaths of the period by sex and cohort, told by the age that the dead would have
  ///     reached at the end, in the groups of the table at the end.
  ///   - births: births of the period by sex and by the age they reach at the end; `nil` to leave
  ///     those born in the period out.
  /// - Throws: ``AgeMethodError`` with `wrong-measure`, `missing-sex`, `missing-deaths` if the deaths
  ///   have other ages than the table at the end, or `missing-births`.
  public func vitalStatisticsResidual(
    deaths: AgeTable, births: AgeTable? = nil
  ) throws(AgeMethodError) -> CohortMigration {
    let subject = CohortMethod.vitalStatistics.label
    try deaths.check([.deaths], subject: subject)
    try deaths.checkHasSexes(of: start, subject: subject)
    let deaths = deaths.ordered(as: start.sexes)
    guard deaths.ages == end.ages, deaths.sexes == start.sexes else {
      throw AgeMethodError(
        code: .missingDeaths, subject: subject,
        age: end.ages.groups.first { deaths.ages.row(of: $0) == nil })
    }
    return CohortMigration(
      method: .vitalStatistics, years: years, rows: try changes(births: births, deaths: deaths))
  }

  /// The change of each cohort less its deaths; without deaths the whole change.
  func changes(
    births: AgeTable?, deaths: AgeTable? = nil
  ) throws(AgeMethodError) -> [CohortMigration.Row] {
    let births = births?.ordered(as: start.sexes)
    let born = try births.map { table throws(AgeMethodError) in try bornRows(table) } ?? []
    var rows: [CohortMigration.Row] = []
    for (column, sex) in start.sexes.enumerated() {
      func add(_ atStart: Double, _ ageAtStart: AgeGroup?, _ age: AgeGroup, _ range: Range<Int>) {
        let survivors = atStart - (deaths?.sum(column: column, range) ?? 0)
        let atEnd = end.sum(column: column, range)
        rows.append(
          CohortMigration.Row(
            sex: sex, ageAtStart: ageAtStart, ageAtEnd: age, populationAtStart: atStart,
            expectedSurvivors: survivors, populationAtEnd: atEnd,
            netMigrants: atEnd - survivors))
      }
      if let births {
        for (row, age) in born {
          add(births.sum(column: column, row..<row + 1), nil, age, row..<row + 1)
        }
      }
      for link in links {
        add(
          start.sum(column: column, link.startRows), link.ageAtStart, link.ageAtEnd,
          link.endRows)
      }
    }
    return rows
  }

  /// Vital statistics residual of all ages: net = (P(t+n) − P(t)) − (births − deaths), in persons.
  ///
  /// The tables may have any ages; people of unknown age are counted. Where the stocks are of men and
  /// women, births and deaths may be of both sexes together, and the other way round.
  ///
  /// - Parameters:
  ///   - births: births of the period, by the sex of the child.
  ///   - deaths: deaths of the period.
  /// - Throws: ``AgeMethodError`` with `wrong-measure`, or `missing-sex` if births or deaths are not of
  ///   the sexes that the stocks count.
  public func vitalStatisticsResidualOfAllAges(
    births: AgeTable, deaths: AgeTable
  ) throws(AgeMethodError) -> Double {
    try Self.vitalStatisticsResidualOfAllAges(
      from: start, to: end, births: births, deaths: deaths)
  }

  /// Vital statistics residual of two stocks that need no ages: one group of all ages is enough.
  ///
  /// Formula: net = (P(t+n) − P(t)) − (births − deaths), in persons. The stocks may have different ages and lie any
  /// time apart; births and deaths are those of this time. Errors of both counts are in the residual.
  /// Source: UN Manual VI (1970), chapter II.
  ///
  /// - Parameters:
  ///   - start: the population at the start.
  ///   - end: the population at the end.
  ///   - births: births of the period, by the sex of the child or of both.
  ///   - deaths: deaths of the period.
  /// - Throws: ``AgeMethodError`` with `wrong-measure`, or `missing-sex` if they do not count the same sexes.
  public static func vitalStatisticsResidualOfAllAges(
    from start: AgeTable, to end: AgeTable, births: AgeTable, deaths: AgeTable
  ) throws(AgeMethodError) -> Double {
    let subject = CohortMethod.vitalStatistics.label
    for (table, measure) in [
      (start, AgeMeasure.population), (end, .population), (births, .births), (deaths, .deaths),
    ] {
      guard table.measure == measure else {
        throw AgeMethodError(code: .wrongMeasure, subject: subject, text: table.measure.rawValue)
      }
      try table.checkSexes(of: start, subject: subject)
    }
    return end.total - start.total - births.total + deaths.total
  }
}
