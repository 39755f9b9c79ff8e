public import MunicipalModel

/// A municipality's change by cohort between two stocks (コーホート別増減), every figure with its cells.
public struct CohortAnalysis: Hashable, Sendable {
  /// One cohort of one sex, or of both.
  public struct Row: Hashable, Sendable {
    /// The sex.
    public let sex: Sex
    /// 期首年齢: the ages at the start; `nil` of those born in the period.
    public let ageAtStart: AgeGroup?
    /// 期末年齢: the ages at the end.
    public let ageAtEnd: AgeGroup
    /// The cohort at the start, in persons; of those born in the period, the births.
    public let populationAtStart: Double
    /// Those who would be alive at the end if nobody moved, in persons; `nil` of cohort change.
    public let expectedSurvivors: Double?
    /// The cohort at the end, in persons.
    public let populationAtEnd: Double
    /// Net migrants, or the change of the cohort, in persons.
    public let net: Double
    /// What the row adds to the total rate, in percentage points; see ``CohortAnalysis/totalRate``.
    public let contribution: Double

    /// ``net`` ÷ cohort at the start × 100; `nil` if nobody was there at the start.
    public var rate: Double? { populationAtStart > 0 ? net / populationAtStart * 100 : nil }
    /// コーホート変化率: cohort at the end ÷ cohort at the start; `nil` as above.
    public var changeRatio: Double? {
      populationAtStart > 0 ? populationAtEnd / populationAtStart : nil
    }
  }

  /// The method.
  public let method: CohortMethod
  /// The population at the start as published.
  public let start: CitedAgeTable
  /// The population at the end as published.
  public let end: CitedAgeTable
  /// What was done with people of unknown age in both.
  public let rule: AgeTable.NotReportedRule
  /// The survival ratios; `nil` where the method needs none.
  public let survival: CitedSurvivalRatios?
  /// The deaths of the period as published; `nil` where the method needs none.
  public let deaths: CitedAgeTable?
  /// The births of the period as published; `nil` if those born in it are left out.
  public let births: CitedAgeTable?
  /// The cohorts: of each sex those born in the period first, where births were given.
  public let rows: [Row]
  /// All net migrants, or all change, ÷ people at the start × 100; the contributions add up to it exactly.
  public let totalRate: Double

  /// The municipality.
  public var municipality: MunicipalityCode { start.municipality }
  /// What speaks against the figures of a long period; see ``IntercensalPair/caution``.
  public var caution: LocalizedText? {
    guard let first = start.period?.year, let last = end.period?.year else { return nil }
    return IntercensalPair.caution(over: last - first)
  }
  /// All net migrants, or all change, in persons.
  public var net: Double { rows.reduce(0) { $0 + $1.net } }

  /// The net migrants or the change of one sex, with the rate over its people at the start and the contribution.
  package func total(of sex: Sex) -> (net: Double, rate: Double?, contribution: Double) {
    let rows = rows(of: sex)
    let people = rows.reduce(0) { $0 + ($1.ageAtStart == nil ? 0 : $1.populationAtStart) }
    let net = rows.reduce(0) { $0 + $1.net }
    return (net, people > 0 ? net / people * 100 : nil, rows.reduce(0) { $0 + $1.contribution })
  }

  /// Computes the change of the cohorts.
  ///
  /// - Parameters:
  ///   - start: the population at the start.
  ///   - end: the population at the end, of the same sexes.
  ///   - method: the method.
  ///   - rule: what is done with people of unknown age.
  ///   - survival: survival ratios; Japan's of the period if `nil` and the method needs them.
  ///   - deaths: deaths by sex and cohort, by age at the end, which the vital statistics method needs and
  ///     other methods do not read.
  ///   - births: births of the period by sex and age at the end; `nil` to leave those born in it out.
  ///     Deaths and births are of the municipality and of the time between the stocks, if they tell a time.
  /// - Throws: ``AgeMethodError``, naming the row; with `missing-deaths` or `missing-births`, naming
  ///   municipality and period, if deaths or births are of another.
  public init(
    from start: CitedAgeTable, to end: CitedAgeTable, method: CohortMethod,
    rule: AgeTable.NotReportedRule = .proportionalWithinSex, survival: CitedSurvivalRatios? = nil,
    deaths: CitedAgeTable? = nil, births: CitedAgeTable? = nil
  ) throws(AgeMethodError) {
    var used: CitedSurvivalRatios?
    if method.needsSurvival {
      if let survival {
        used = survival
      } else if let first = start.period?.yearBegun, let last = end.period?.yearBegun {
        used = try .japan(from: first, to: last)
      }
    }
    let period = IntercensalPeriod(
      municipality: start.municipality, start: start.period, end: end.period)
    func ofPeriod(
      _ table: CitedAgeTable?, orThrow code: AgeMethodError.Code
    ) throws(AgeMethodError) -> CitedAgeTable? {
      guard let table else { return nil }
      return try period.table(among: [table], orThrow: code, subject: method.label)
    }
    self.deaths =
      method == .vitalStatistics ? try ofPeriod(deaths, orThrow: .missingDeaths) : nil
    self.births = try ofPeriod(births, orThrow: .missingBirths)
    let cohorts: [CohortMigration.Row]
    do throws(AgeMethodError) {
      cohorts = try Self.cohorts(
        Self.pair(start, end, rule), method, used, deaths?.table, births?.table)
    } catch {
      throw error.located(in: [start, end])
    }
    let people = cohorts.reduce(0) { $0 + ($1.ageAtStart == nil ? 0 : $1.populationAtStart) }
    guard people > 0 else {
      throw AgeMethodError(code: .denominatorNotPositive, subject: method.label, text: "\(people)")
    }
    let parts = ExactSum.quotients(of: cohorts.map(\.netMigrants), times: 100, over: people)
    rows = zip(cohorts, parts.parts).map { row, contribution in
      Row(
        sex: row.sex, ageAtStart: row.ageAtStart, ageAtEnd: row.ageAtEnd,
        populationAtStart: row.populationAtStart,
        expectedSurvivors: method == .cohortChange ? nil : row.expectedSurvivors,
        populationAtEnd: row.populationAtEnd, net: row.netMigrants, contribution: contribution)
    }
    totalRate = parts.total
    self.method = method
    self.start = start
    self.end = end
    self.rule = rule
    self.survival = used
  }

  private static func pair(
    _ start: CitedAgeTable, _ end: CitedAgeTable, _ rule: AgeTable.NotReportedRule
  ) throws(AgeMethodError) -> IntercensalPair {
    let subject = IntercensalPair.subject
    let first = try AgeMethodError.wrapping(
      start.table.resolvingAgeNotReported(rule), subject: subject)
    let last = try AgeMethodError.wrapping(
      end.table.resolvingAgeNotReported(rule), subject: subject)
    do throws(AgeMethodError) {
      return try IntercensalPair(start: first, end: last)
    } catch {
      // Single years of one count beside groups of five of the other are added up.
      guard first.ages != last.ages,
        let common = try? AgeClassification.common([first.ages, last.ages]), common.count > 1,
        let one = try? first.regrouped(to: common), let other = try? last.regrouped(to: common)
      else { throw error }
      return try IntercensalPair(start: one, end: other)
    }
  }
}

extension Period {
  /// The year of a stock, of 31 December the year that begins after it.
  fileprivate var yearBegun: Int {
    if case .date(let day) = self { day.next.year } else { year }
  }
}
