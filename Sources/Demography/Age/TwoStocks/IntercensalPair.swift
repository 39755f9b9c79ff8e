public import MunicipalModel

/// Two populations by age some years apart, whose groups follow each other as cohorts (2時点の人口).
public struct IntercensalPair: Hashable, Sendable {
  static let subject = LocalizedText(ja: "コーホート別の人口変化", en: "change by cohort")

  /// The population at the start.
  public let start: AgeTable
  /// The population at the end.
  public let end: AgeTable
  /// The years between them.
  public let years: Int
  let links: [CohortLink]

  /// Makes a pair of the same sexes, which may stand in any order.
  ///
  /// The years between the stocks must be whole. Stocks of 1 October 2015 and 1 July 2020 are 4.75 years apart, and no
  /// group of whole years of age is another one 4.75 years later: bring one of them to a day of the year that
  /// the other has, by `AgeTable.interpolated(_:_:on:)`.
  ///
  /// - Parameters:
  ///   - start: the population at the start, in persons.
  ///   - end: the population at the end, in persons.
  ///   - years: the years between them; `nil` to take them from the tables' periods, which must then be
  ///     of one kind: two days of the same month and day, two calendar years, or two fiscal years.
  /// - Throws: ``AgeMethodError`` with `wrong-measure`, `missing-sex`, `age-not-reported-left` (see
  ///   `resolvingAgeNotReported`), `open-group-mismatch`, or `period-does-not-match-age-step`, naming the
  ///   first group that is no group at the end when the years have passed, or saying what to do where the
  ///   stocks are not of the same day of the year.
  public init(
    start: AgeTable, end: AgeTable, years: Int? = nil
  ) throws(AgeMethodError) {
    let subject = Self.subject
    try start.check([.population], subject: subject)
    try end.check([.population], subject: subject)
    try end.checkHasSexes(of: start, subject: subject)
    try start.checkHasSexes(of: end, subject: subject)
    let end = end.ordered(as: start.sexes)
    if let error = Self.partOfYear(from: start.period, to: end.period) { throw error }
    let told = Self.years(from: start.period, to: end.period)
    guard let years = years ?? (told?.count == 1 ? told?.lowerBound : nil),
      (1...AgeGroup.highestAge).contains(years), told?.contains(years) ?? true
    else {
      throw AgeMethodError(
        code: .periodDoesNotMatchAgeStep, subject: subject,
        text: "\(start.period?.code ?? "?") – \(end.period?.code ?? "?")",
        hint: (told?.count ?? 1) == 1
          ? LocalizedText("")
          : LocalizedText(
            ja: "時点の種類（日・年・年度）をそろえるか、年数を指定します",
            en: "tell both by a day, a year or a fiscal year, or say the years"))
    }
    self.start = start
    self.end = end
    self.years = years
    links = try CohortLink.links(
      from: start.ages, to: end.ages, years: years, pooledFrom: nil)
  }

  /// What speaks against the figures of a long period; `nil` of one of less than 20 years.
  public var caution: LocalizedText? { Self.caution(over: years) }

  static func caution(over years: Int) -> LocalizedText? {
    guard years >= 20 else { return nil }
    return LocalizedText(
      ja: "\(years)年間の残差には弱点があります。期間中に来て去った人と死んだ人は現れず、期首に若かった人ほど"
        + "生残率と調査の誤差が重なり、期間中に生まれた人は出生数がなければ入りません",
      en:
        "the residual of \(years) years is weak: those who came and left or died within them are not seen, the "
        + "errors of survival and of both counts add up in it, and those born in them are left out without births"
    )
  }

  /// Why two days are no whole years apart, with what to do; `nil` if they are, or are not known.
  private static func partOfYear(from start: Period?, to end: Period?) -> AgeMethodError? {
    guard case .date(let first)? = start, case .date(let last)? = end, first < last,
      first.wholeYears(until: last) == nil
    else { return nil }
    let hundredths = (first.years(until: last) * 100).rounded() / 100
    return AgeMethodError(
      code: .periodDoesNotMatchAgeStep, subject: subject,
      text: "\(Period.date(first).code) – \(Period.date(last).code), \(hundredths) years",
      hint: LocalizedText(
        ja: "2時点の間は\(hundredths)年で、整数ではありません。一方の人口をもう一方と同じ月日に補間します"
          + "（AgeTable.interpolated）",
        en:
          "the stocks are \(hundredths) years apart, not whole years: bring one of them to the other's day of the "
          + "year (AgeTable.interpolated)"))
  }

  /// The whole years that two periods may lie apart, or `nil` if a period is not known.
  ///
  /// Periods of two kinds, such as a day and a fiscal year, leave open on which day a stock was counted:
  /// the years can be one more or less, and must be said.
  private static func years(from start: Period?, to end: Period?) -> ClosedRange<Int>? {
    guard let start, let end else { return nil }
    let years = end.year - start.year
    switch (start, end) {
    case (.date(let first), .date(let last)):
      let years = first.wholeYears(until: last) ?? 0
      return years...years
    case (.calendarYear, .calendarYear), (.fiscalYear, .fiscalYear), (.span, .span):
      return years...years
    default: return years - 1...years + 1
    }
  }

  /// The rows at the end of those born in the period.
  var birthRows: Range<Int> {
    start.ages.lowerAge == 0 ? 0..<(links.first?.endRows.lowerBound ?? 0) : 0..<0
  }
}
