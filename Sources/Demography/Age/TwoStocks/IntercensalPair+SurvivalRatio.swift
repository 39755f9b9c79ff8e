public import MunicipalModel

extension IntercensalPair {
  /// Net migration of each cohort by what its survival ratio S leaves to be explained.
  ///
  /// `forward` (前進生残率法): net = P(x+n, t+n) − S × P(x, t). `reverse` (逆進生残率法): net = P(x+n, t+n) ÷ S −
  /// P(x, t), which times S is the forward method's. `average` (平均生残率法): the mean of both, [(1 + S) ÷ 2S] ×
  /// [P(x+n, t+n) − S × P(x, t)]. Source: UN Manual VI, Methods of Measuring Internal Migration (1970), chapter II.
  ///
  /// - Parameters:
  ///   - method: one of the three.
  ///   - survival: ratios of as many years; its ages are those at the start.
  ///   - births: births of the period by sex and by the age they reach at the end (`births`, 0–4);
  ///     `nil` to leave those born in the period out.
  /// - Throws: ``AgeMethodError`` with `missing-survival`, `missing-sex`, `missing-births`, or
  ///   `period-does-not-match-age-step`, naming the row; unless forward, also with `survival-not-positive` if S is
  ///   zero; `parameter-out-of-range` for a method that needs no ratios.
  public func survivalRatioResidual(
    _ method: CohortMethod, _ survival: SurvivalRatios, births: AgeTable? = nil
  ) throws(AgeMethodError) -> CohortMigration {
    guard method.needsSurvival else {
      throw AgeMethodError(
        code: .parameterOutOfRange, subject: method.label, text: method.rawValue)
    }
    let cohorts = try survivors(survival)
    let born = try bornSurvivors(survival, births: births)
    var rows: [CohortMigration.Row] = []
    rows.reserveCapacity(cohorts.count + born.count)
    for column in start.sexes.indices {
      for cohort in born where cohort.column == column {
        rows.append(try residual(method, cohort))
      }
      for cohort in cohorts where cohort.column == column {
        rows.append(try residual(method, cohort))
      }
    }
    return CohortMigration(method: method, years: years, rows: rows)
  }

  private func residual(
    _ method: CohortMethod, _ cohort: Cohort
  ) throws(AgeMethodError) -> CohortMigration.Row {
    let forward = cohort.atEnd - cohort.survivors
    var net = forward
    if method != .forward {
      guard cohort.survival > 0 else {
        throw AgeMethodError(
          code: .survivalNotPositive, subject: method.label, sex: start.sexes[cohort.column],
          age: cohort.ageAtStart ?? cohort.ageAtEnd, text: "\(cohort.survival)")
      }
      net = forward / cohort.survival
      if method == .average { net = (forward + net) / 2 }
    }
    return CohortMigration.Row(
      sex: start.sexes[cohort.column], ageAtStart: cohort.ageAtStart,
      ageAtEnd: cohort.ageAtEnd, populationAtStart: cohort.atStart,
      expectedSurvivors: cohort.survivors, populationAtEnd: cohort.atEnd, netMigrants: net)
  }
}
