public import MunicipalModel

extension CohortAnalysis {
  /// The municipalities that have populations by age in both years, in the order given.
  ///
  /// - Parameters:
  ///   - populations: populations of any municipalities, years and statistics.
  ///   - start: the year at the start, such as 2010.
  ///   - end: the year at the end, such as 2015.
  ///   - statistic: the statistic of both; that of the first table of the year at the start if `nil`.
  ///   - method: the method.
  ///   - rule: what is done with people of unknown age.
  ///   - deaths: deaths by sex and cohort, of any municipalities and periods, for the vital statistics
  ///     method; those of the municipality and of the time between the stocks are taken.
  ///   - births: births by sex and age at the end, as the deaths; empty to leave those born out.
  /// - Throws: ``AgeMethodError`` with `missing-population`, naming municipality and year, `missing-deaths`
  ///   or `missing-births`, naming municipality and period, `duplicate-row` if there are two tables of it,
  ///   `no-rows` without populations, or as the method refuses.
  public static func members(
    of populations: [CitedAgeTable], from start: Int, to end: Int,
    statistic: PopulationStatistic? = nil, method: CohortMethod,
    rule: AgeTable.NotReportedRule = .proportionalWithinSex, deaths: [CitedAgeTable] = [],
    births: [CitedAgeTable] = []
  ) throws(AgeMethodError) -> [Self] {
    let codes = populations.map(\.municipality).uniqued
    guard !codes.isEmpty else { throw AgeMethodError(code: .noRows, subject: method.label) }
    var members: [Self] = []
    for code in codes {
      let own = populations.filter { $0.municipality == code }
      func table(_ year: Int, _ name: PopulationStatistic?) throws(AgeMethodError) -> CitedAgeTable
      {
        let found = own.first {
          $0.period?.year == year && (name == nil || $0.statistic == name)
        }
        guard let found else {
          let years = Set(own.compactMap(\.period?.year)).sorted().map(String.init)
          throw AgeMethodError(
            code: .missingPopulation, subject: method.label,
            text: "\(code.sixDigits), \(year)",
            hint: LocalizedText(
              ja: "あるのは\(years.joined(separator: "、"))年です",
              en: "there are those of \(years.joined(separator: ", "))"))
        }
        return found
      }
      let first = try table(start, statistic)
      let last = try table(end, first.statistic)
      let period = IntercensalPeriod(
        municipality: code, start: first.period, end: last.period)
      func counts(
        _ tables: [CitedAgeTable], orThrow missing: AgeMethodError.Code
      ) throws(AgeMethodError) -> CitedAgeTable? {
        guard !tables.isEmpty else { return nil }
        return try period.table(among: tables, orThrow: missing, subject: method.label)
      }
      members.append(
        try Self(
          from: first, to: last, method: method, rule: rule,
          deaths: method == .vitalStatistics ? counts(deaths, orThrow: .missingDeaths) : nil,
          births: counts(births, orThrow: .missingBirths)))
    }
    return members
  }
}
