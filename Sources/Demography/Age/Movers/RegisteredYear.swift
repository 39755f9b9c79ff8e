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
  /// Times are held against each other as far as the tables tell them.
  ///
  /// - Throws: ``AgeMethodError`` with `wrong-measure`, `missing-sex`, `different-tables` or
  ///   `age-not-reported-left` if the three tables do not have the same ages and sexes,
  ///   `different-periods` if in- and out-migrants are of different times, or `missing-population` if the
  ///   population is of another time than its denominator needs.
  public init(
    inMigrants: AgeTable, outMigrants: AgeTable, exposure: AgeExposure
  ) throws(AgeMethodError) {
    let subject = RegisteredSocialChange.subject
    try inMigrants.check([.inMigrants], subject: subject)
    try outMigrants.check([.outMigrants], subject: subject)
    let inMigrants = try inMigrants.aligned(with: exposure.population, subject: subject)
    let outMigrants = try outMigrants.aligned(with: exposure.population, subject: subject)
    if let came = inMigrants.period, let left = outMigrants.period, came != left {
      throw AgeMethodError(
        code: .differentPeriods, subject: subject, text: "\(came.code), \(left.code)")
    }
    if let movers = inMigrants.period ?? outMigrants.period,
      let stock = exposure.population.period, !exposure.denominator.allows(stock, for: movers)
    {
      throw AgeMethodError(
        code: .missingPopulation, subject: subject, text: movers.code,
        hint: LocalizedText(
          ja: "\(exposure.denominator.label.ja)として与えられたのは\(stock.code)の人口です",
          en: "the \(exposure.denominator.label.en) that is given is of \(stock.code)"))
    }
    self.inMigrants = inMigrants
    self.outMigrants = outMigrants
    self.exposure = exposure
  }
}

extension AgeExposure.Denominator {
  /// Whether a population of a time can be set against the movers of a period.
  ///
  /// A previous year-end: the last day before the period, its first day, the same period, or the year
  /// before. The others: the same period, or a time in it or at its end.
  fileprivate func allows(_ stock: Period, for movers: Period) -> Bool {
    guard stock != movers, let period = movers.days, let time = stock.days else { return true }
    switch self {
    case .previousYearEnd:
      if case .date(let day) = stock { return [day, day.next].contains(period.first) }
      return time.after == period.first
    case .midYear, .personYears:
      return period.first < time.after && time.first <= period.after
    }
  }
}
