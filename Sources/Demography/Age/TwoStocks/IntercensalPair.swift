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

  /// Makes a pair of the same sexes.
  ///
  /// - Parameters:
  ///   - start: the population at the start, in persons.
  ///   - end: the population at the end, in persons.
  ///   - years: the years between them; `nil` to take them from the tables' periods.
  /// - Throws: ``AgeMethodError`` with `wrong-measure`, `missing-sex`, `age-not-reported-left` (see
  ///   `resolvingAgeNotReported`), `open-group-mismatch`, or `period-does-not-match-age-step`, naming the
  ///   first group that is no group at the end when the years have passed.
  public init(
    start: AgeTable, end: AgeTable, years: Int? = nil
  ) throws(AgeMethodError) {
    let subject = Self.subject
    try start.check([.population], subject: subject)
    try end.check([.population], subject: subject)
    if let sex = start.sexes.first(where: { !end.sexes.contains($0) })
      ?? end.sexes.first(where: { !start.sexes.contains($0) })
    {
      throw AgeMethodError(code: .missingSex, subject: subject, sex: sex)
    }
    guard start.sexes == end.sexes else {
      throw AgeMethodError(code: .differentTables, subject: subject, sex: end.sexes.first)
    }
    let told = Self.years(from: start.period, to: end.period)
    guard let years = years ?? told, (1...AgeGroup.highestAge).contains(years),
      (told ?? years) == years
    else {
      throw AgeMethodError(
        code: .periodDoesNotMatchAgeStep, subject: subject,
        text: "\(start.period?.code ?? "?") – \(end.period?.code ?? "?")")
    }
    self.start = start
    self.end = end
    self.years = years
    links = try CohortLink.links(
      from: start.ages, to: end.ages, years: years, pooledFrom: nil)
  }

  /// Whole years between two periods, or `nil` if there are none.
  private static func years(from start: Period?, to end: Period?) -> Int? {
    guard let start, let end else { return nil }
    if case .date(let first) = start, case .date(let last) = end,
      (first.month, first.day) != (last.month, last.day)
    {
      return 0
    }
    return end.year - start.year
  }

  /// The rows at the end of those born in the period.
  var birthRows: Range<Int> {
    start.ages.lowerAge == 0 ? 0..<(links.first?.endRows.lowerBound ?? 0) : 0..<0
  }
}
