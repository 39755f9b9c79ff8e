/// A table by age and sex: a population, movers, births or deaths (年齢別・男女別の表).
///
/// The counts stand in one contiguous array, sex after sex. Whole counts up to 2^53 are exact.
public struct AgeTable: Hashable, Sendable {
  /// The largest count that a table takes, in persons; sums of larger ones would not be exact.
  public static let largestCount = 1e15

  /// What is counted.
  public let measure: AgeMeasure
  /// The year or the day of the count.
  public let period: Period?
  /// The groups of ages.
  public let ages: AgeClassification
  /// The sexes, in the order of the counts.
  public let sexes: [Sex]
  /// The counts in persons: all ages of the first sex, then all of the second.
  public let counts: [Double]
  /// The people whose age is not known (年齢不詳), one figure a sex, apart from ``counts``.
  public let notReported: [Double]

  /// Makes a table from columns.
  ///
  /// - Parameters:
  ///   - measure: what is counted.
  ///   - period: the year or the day of the count.
  ///   - ages: the groups of ages.
  ///   - columns: the counts in persons, one column a sex.
  /// - Throws: ``AgeTableError`` with `missing-sex` if there is no column, `duplicate-row` if a sex is
  ///   given twice, `both-beside-one-sex` if a column of both sexes together stands beside one of men or
  ///   women, `different-count`, `negative-count`, `not-finite` or `too-large`, naming sex, ages and row.
  public init(
    _ measure: AgeMeasure, period: Period? = nil, ages: AgeClassification,
    columns: [AgeTable.Column]
  ) throws(AgeTableError) {
    try Self.checkCountedOnce(columns.map(\.sex))
    try self.init(measure, period: period, ages: ages, anySexes: columns)
  }

  /// Makes a table whose columns may be of the sexes and of both together, as of ratios.
  init(
    _ measure: AgeMeasure, period: Period?, ages: AgeClassification,
    anySexes columns: [AgeTable.Column]
  ) throws(AgeTableError) {
    guard !columns.isEmpty else { throw AgeTableError(code: .missingSex) }
    for (index, column) in columns.enumerated() {
      guard !columns[..<index].contains(where: { $0.sex == column.sex }) else {
        throw AgeTableError(code: .duplicateRow, sex: column.sex)
      }
      guard column.counts.count == ages.count else {
        throw AgeTableError(
          code: .differentCount, sex: column.sex,
          text: "\(column.counts.count) counts, \(ages.count) age groups")
      }
      for (row, count) in column.counts.enumerated() {
        if let code = Self.fault(of: count, measure) {
          throw AgeTableError(
            code: code, row: row + 1, sex: column.sex, age: ages.groups[row], text: count.countText)
        }
      }
      if let code = Self.fault(of: column.notReported, measure) {
        throw AgeTableError(code: code, sex: column.sex, text: column.notReported.countText)
      }
    }
    self.init(
      measure: measure, period: period, ages: ages, sexes: columns.map(\.sex),
      counts: columns.flatMap(\.counts), notReported: columns.map(\.notReported))
  }

  /// Makes the mean of two tables of the same ages and sexes, times a number of years.
  ///
  /// - Throws: ``AgeTableError`` with `not-finite` or `too-large`, naming sex, ages and row.
  package init(
    meanOf first: Self, _ second: Self, years: Double = 1, period: Period?
  ) throws(AgeTableError) {
    func mean(_ one: Double, _ other: Double) -> Double { (one + other) / 2 * years }
    try self.init(
      first.measure, period: period, ages: first.ages,
      columns: first.sexes.enumerated().map { index, sex in
        Column(
          sex, zip(first.counts(of: sex) ?? [], second.counts(of: sex) ?? []).map(mean),
          notReported: mean(first.notReported[index], second.notReported[index]))
      })
  }

  /// Makes a table of counts that are known to be sound.
  package init(
    measure: AgeMeasure, period: Period?, ages: AgeClassification, sexes: [Sex],
    counts: [Double], notReported: [Double]
  ) {
    self.measure = measure
    self.period = period
    self.ages = ages
    self.sexes = sexes
    self.counts = counts
    self.notReported = notReported
  }

  static func fault(of count: Double, _ measure: AgeMeasure) -> AgeTableError.Code? {
    guard count.isFinite else { return .notFinite }
    guard abs(count) <= largestCount else { return .tooLarge }
    return count < 0 && !measure.isBalance ? .negativeCount : nil
  }

  /// Refuses sexes whose sum would count people twice.
  static func checkCountedOnce(_ sexes: [Sex]) throws(AgeTableError) {
    guard sexes.contains(.both), sexes.contains(where: { $0 != .both }) else { return }
    throw AgeTableError(
      code: .bothBesideOneSex, sex: .both, text: sexes.map(\.rawValue).joined(separator: ", "))
  }
}

extension AgeTable {
  /// The counts of one sex in the order of the groups, or `nil` if the table lacks the sex.
  public func counts(of sex: Sex) -> ArraySlice<Double>? {
    sexes.firstIndex(of: sex).map { counts[$0 * ages.count..<($0 + 1) * ages.count] }
  }

  /// The people of one sex in a span of ages.
  ///
  /// - Throws: ``AgeTableError`` with `missing-sex`, `needs-splitting` or `not-covered`.
  public func count(of sex: Sex, at span: AgeGroup) throws(AgeTableError) -> Double {
    guard let column = sexes.firstIndex(of: sex) else {
      throw AgeTableError(code: .missingSex, sex: sex)
    }
    return sum(column: column, try ages.indices(of: span))
  }

  /// The people of all sexes of the table in a span of ages.
  ///
  /// - Throws: ``AgeTableError`` with `needs-splitting` or `not-covered`.
  public func count(at span: AgeGroup) throws(AgeTableError) -> Double {
    let range = try ages.indices(of: span)
    return sexes.indices.reduce(0) { $0 + sum(column: $1, range) }
  }

  /// Whom the sexes of the table count together: one sex, or both.
  public var coveredSex: Sex { sexes.count == 1 ? sexes[0] : .both }

  /// The people of known age, of all sexes.
  public var totalOfKnownAge: Double { counts.reduce(0, +) }

  /// All people, those of unknown age too.
  public var total: Double { totalOfKnownAge + notReported.reduce(0, +) }

  /// Whether somebody's age is not known.
  public var hasAgeNotReported: Bool { notReported.contains { $0 != 0 } }

  /// The people of one column in some rows.
  package func sum(column: Int, _ rows: Range<Int>) -> Double {
    var sum = 0.0
    for row in rows { sum += counts[column * ages.count + row] }
    return sum
  }
}
