public import MunicipalModel

/// A municipality's social change by age from registered movers, with the years it was made from.
public struct RegisteredAnalysis: Hashable, Sendable {
  /// One period of movers and the population that it was set against.
  public struct Year: Hashable, Sendable {
    /// The period of the movers.
    public let period: Period?
    /// The in-migrants as published.
    public let inMigrants: CitedAgeTable
    /// The out-migrants as published.
    public let outMigrants: CitedAgeTable
    /// The population as published.
    public let population: CitedAgeTable
    /// The rates of this period alone.
    public let change: RegisteredSocialChange
  }

  /// The municipality.
  public let municipality: MunicipalityCode
  /// The periods, the oldest first.
  public let years: [Year]
  /// The rates of all periods together, yearly if each period is a year.
  public let change: RegisteredSocialChange
  /// What was done with people of unknown age.
  public let rule: AgeTable.NotReportedRule

  /// The cells of one sex in a span of ages, of all periods: populations, then movers.
  public func sources(of sex: Sex, at age: AgeGroup) -> [Citation] {
    years.flatMap { year in
      [year.population, year.inMigrants, year.outMigrants].flatMap {
        $0.citations(of: sex, at: age)
      }
    }
  }
}

extension RegisteredAnalysis {
  /// The municipalities that movers are given of, in the order of their codes.
  ///
  /// Movers of a period are set against a population by the first rule that serves every period of the
  /// municipality: a population on a day (for the previous year-end the last day before the period or
  /// its first, otherwise a day within three months of its middle), one of the year before or the mean of both ends, or one of
  /// the same period. Where one table has finer ages than another, it is added up to the coarser ages.
  ///
  /// - Parameters:
  ///   - population: populations at risk, of any municipalities and times.
  ///   - inMigrants: 転入者, one table a municipality and period.
  ///   - outMigrants: 転出者 of the same municipalities and periods.
  ///   - denominator: which population it is.
  ///   - rule: what is done with people of unknown age.
  ///   - scale: per how many persons the rates are stated.
  /// - Throws: ``AgeMethodError`` with `no-rows` without movers, `missing-population` or `missing-movers`
  ///   naming municipality and period, `duplicate-row`, or `denominator-not-positive` naming the cell.
  public static func members(
    population: [CitedAgeTable], inMigrants: [CitedAgeTable], outMigrants: [CitedAgeTable],
    denominator: AgeExposure.Denominator = .previousYearEnd,
    rule: AgeTable.NotReportedRule = .proportionalWithinSex, scale: RateScale = .percent
  ) throws(AgeMethodError) -> [Self] {
    let subject = RegisteredSocialChange.subject
    guard !inMigrants.isEmpty else { throw AgeMethodError(code: .noRows, subject: subject) }
    try unmatched(outMigrants, in: inMigrants, .outMigrants)
    var members: [Self] = []
    for code in Set(inMigrants.map(\.municipality)).sorted() {
      let own = inMigrants.filter { $0.municipality == code }
      let stocks = try PopulationMatch(
        population.filter { $0.municipality == code }, denominator: denominator
      ).stocks(for: own)
      var years: [Year] = []
      var inputs: [RegisteredYear] = []
      for (movers, stock) in zip(own, stocks) {
        guard
          let out = outMigrants.first(where: {
            $0.municipality == code && $0.period == movers.period
          })
        else { throw Self.missing(.missingMovers, movers, text: "out_migrants") }
        let input = try RegisteredAnalysisInput(
          movers, out, stock, denominator: denominator, rule: rule)
        years.append(
          Year(
            period: movers.period, inMigrants: movers, outMigrants: out, population: stock,
            change: try input.change(scale)))
        inputs.append(input.year)
      }
      let order = years.indices.sorted {
        (years[$0].period?.code ?? "") < (years[$1].period?.code ?? "")
      }
      members.append(
        Self(
          municipality: code, years: order.map { years[$0] },
          change: try RegisteredSocialChange(order.map { inputs[$0] }, scale: scale), rule: rule))
    }
    return members
  }

  /// Refuses out-migrants of a municipality and period that has no in-migrants.
  private static func unmatched(
    _ tables: [CitedAgeTable], in others: [CitedAgeTable], _ measure: AgeMeasure
  ) throws(AgeMethodError) {
    for table in tables
    where !others.contains(where: {
      $0.municipality == table.municipality && $0.period == table.period
    }) {
      throw missing(.missingMovers, table, text: "in_migrants")
    }
  }

  static func missing(
    _ code: AgeMethodError.Code, _ table: CitedAgeTable, text: String? = nil,
    hint: LocalizedText = LocalizedText("")
  ) -> AgeMethodError {
    AgeMethodError(
      code: code, subject: RegisteredSocialChange.subject,
      text: "\(table.municipality.sixDigits), \(table.period?.code ?? "?")"
        + (text.map { ": \($0)" } ?? ""), hint: hint)
  }
}
