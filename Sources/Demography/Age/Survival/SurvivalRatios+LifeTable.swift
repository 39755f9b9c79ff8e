public import MunicipalModel

extension SurvivalRatios {
  /// Survival ratios of one sex from a life table.
  ///
  /// Formula: L(x+n) ÷ L(x) for a closed group, T(x+n) ÷ T(x) for the open-ended one, and L ÷ (width ×
  /// l(0)) from birth, with n the years. Source: UN Manual VI (1970); Preston, Heuveline and Guillot (2001),
  /// section 6.3; 社人研 forms its ratios so.
  ///
  /// - Parameters:
  ///   - table: the life table.
  ///   - sex: its sex.
  ///   - years: the years that they survive, such as 5.
  ///   - ages: the groups at the start. Its open-ended group begins at least `years` before the life
  ///     table's: from a table to 85+, five-year survival has 80+ (80歳以上→85歳以上).
  /// - Throws: ``AgeMethodError`` with `needs-splitting` or `not-covered` if the life table cannot tell,
  ///   `survival-above-one`, or `impossible-life-table` if nobody is alive in a group.
  public init(
    _ table: LifeTable, sex: Sex, years: Int, ages: AgeClassification
  ) throws(AgeMethodError) {
    let subject = Self.subject
    var rows: [Row] = []
    for (index, group) in ages.groups.enumerated() {
      guard let later = group.aged(by: years), years > 0 else {
        throw AgeMethodError(
          code: .parameterOutOfRange, subject: subject, row: index + 1, sex: sex, age: group,
          text: "\(years) years")
      }
      let alive = try table.personYears(in: group, subject: subject)
      guard alive > 0 else {
        throw AgeMethodError(
          code: .impossibleLifeTable, subject: subject, row: index + 1, sex: sex, age: group)
      }
      rows.append(
        Row(
          sex, group, try table.personYears(in: later, subject: subject) / alive,
          row: index + 1))
    }
    if ages.lowerAge == 0 {
      for (index, group) in ages.groups.enumerated() {
        guard let upper = group.upperAge, let width = group.width, upper < years else { break }
        let lived = try table.personYears(in: group, subject: subject)
        rows.append(
          Row(
            sex, group, lived / (Double(width) * table.radix), isFromBirth: true,
            row: index + 1))
      }
    }
    try self.init(years: years, sexes: [sex], rows: rows)
  }

  /// Ratios of several sexes in one table, such as those of a men's and a women's life table.
  ///
  /// - Throws: ``AgeMethodError`` with `no-rows`, `different-tables`, or `duplicate-row` if a sex is
  ///   given twice.
  public init(combining tables: [Self]) throws(AgeMethodError) {
    guard let first = tables.first else {
      throw AgeMethodError(code: .noRows, subject: Self.subject)
    }
    for (index, table) in tables.enumerated() {
      guard table.years == first.years, table.ages == first.ages,
        table.birthAges == first.birthAges
      else {
        throw AgeMethodError(code: .differentTables, subject: Self.subject, row: index + 1)
      }
    }
    let sexes = tables.flatMap(\.sexes)
    if let sex = sexes.first(where: { sex in sexes.count { $0 == sex } > 1 }) {
      throw AgeMethodError(code: .duplicateRow, subject: Self.subject, sex: sex)
    }
    self.init(
      years: first.years, sexes: sexes, ages: first.ages, birthAges: first.birthAges,
      ratios: tables.flatMap(\.ratios), birthRatios: tables.flatMap(\.birthRatios),
      origin: tables.contains { $0.origin == .census } ? .census : .lifeTable)
  }

  /// The mean of two tables' ratios (期間生残率), such as those of the life tables of both census years.
  ///
  /// The sexes may stand in any order.
  ///
  /// - Throws: ``AgeMethodError`` with `different-tables`.
  public static func mean(_ first: Self, _ other: Self) throws(AgeMethodError) -> Self {
    let second = other.ordered(as: first.sexes)
    guard first.years == second.years, first.ages == second.ages, first.sexes == second.sexes,
      first.birthAges == second.birthAges
    else { throw AgeMethodError(code: .differentTables, subject: subject) }
    return Self(
      years: first.years, sexes: first.sexes, ages: first.ages, birthAges: first.birthAges,
      ratios: zip(first.ratios, second.ratios).map { ($0 + $1) / 2 },
      birthRatios: zip(first.birthRatios, second.birthRatios).map { ($0 + $1) / 2 },
      origin: first.origin == .census || second.origin == .census ? .census : .lifeTable)
  }

  /// The ratios with their sexes in the order of others; themselves if these are not the same sexes.
  private func ordered(as sexes: [Sex]) -> Self {
    let columns = sexes.compactMap { self.sexes.firstIndex(of: $0) }
    guard self.sexes != sexes, columns.count == self.sexes.count, columns.count == sexes.count
    else { return self }
    let born = birthAges?.count ?? 0
    return Self(
      years: years, sexes: sexes, ages: ages, birthAges: birthAges,
      ratios: columns.flatMap { ratios[$0 * ages.count..<($0 + 1) * ages.count] },
      birthRatios: columns.flatMap { birthRatios[$0 * born..<($0 + 1) * born] }, origin: origin)
  }
}
