extension AgeTable {
  /// Makes a table from rows in any order.
  ///
  /// A row of all ages (総数) is not stored; it must be the sum of its sex, 年齢不詳 among them.
  ///
  /// - Parameters:
  ///   - measure: what is counted.
  ///   - period: the year or the day of the count.
  ///   - sexes: the sexes that the rows must have, and no others.
  ///   - rows: the rows, counts in persons.
  /// - Throws: ``AgeTableError``, naming the row, or `both-beside-one-sex`.
  public init(
    _ measure: AgeMeasure, period: Period? = nil, sexes: [Sex] = [.male, .female],
    rows: [AgeTable.Row]
  ) throws(AgeTableError) {
    try Self.checkCountedOnce(sexes)
    try self.init(measure, period: period, anySexes: sexes, rows: rows)
  }

  /// Makes a table of ratios, whose sexes are never added up: both together may stand beside one.
  package init(
    _ measure: AgeMeasure, period: Period? = nil, anySexes sexes: [Sex], rows: [AgeTable.Row]
  ) throws(AgeTableError) {
    guard !rows.isEmpty else { throw AgeTableError(code: .noRows) }
    guard !sexes.isEmpty else { throw AgeTableError(code: .missingSex) }
    let rows = rows.enumerated().map { index, row in
      AgeTable.Row(row.sex, row.age, row.count, row: row.row ?? index + 1)
    }
    for row in rows {
      let code = sexes.contains(row.sex) ? Self.fault(of: row.count, measure) : .unexpectedSex
      if let code { throw AgeTableError(code: code, at: row) }
    }
    var columns: [AgeTable.Column] = []
    var ages: AgeClassification?
    for sex in sexes {
      let own = rows.filter { $0.sex == sex }
      guard !own.isEmpty else { throw AgeTableError(code: .missingSex, sex: sex) }
      let column = try AgeTableColumnRows(own, sex: sex)
      try Self.check(column.groups, sex: sex, against: ages)
      ages = column.ages
      columns.append(column.column)
    }
    guard let ages else { throw AgeTableError(code: .noRows) }
    try self.init(measure, period: period, ages: ages, anySexes: columns)
  }

  /// Refuses a sex whose groups are not those of the sex before.
  private static func check(
    _ rows: [(AgeGroup, AgeTable.Row)], sex: Sex, against ages: AgeClassification?
  ) throws(AgeTableError) {
    guard let ages, ages.groups != rows.map(\.0) else { return }
    if let missing = ages.groups.first(where: { group in !rows.contains { $0.0 == group } }) {
      throw AgeTableError(code: .missingRow, sex: sex, age: missing)
    }
    if let extra = rows.first(where: { !ages.groups.contains($0.0) }) {
      throw AgeTableError(code: .differentTables, at: extra.1)
    }
  }
}

/// The rows of one sex, sorted and checked.
private struct AgeTableColumnRows {
  let groups: [(AgeGroup, AgeTable.Row)]
  let ages: AgeClassification
  let column: AgeTable.Column

  init(_ rows: [AgeTable.Row], sex: Sex) throws(AgeTableError) {
    var groups: [(AgeGroup, AgeTable.Row)] = []
    var notReported: AgeTable.Row?
    var total: AgeTable.Row?
    for row in rows {
      switch row.age {
      case .group(let group): groups.append((group, row))
      case .notReported where notReported == nil: notReported = row
      case .allAges where total == nil: total = row
      default: throw AgeTableError(code: .duplicateRow, at: row)
      }
    }
    groups.sort { $0.0 < $1.0 }
    for index in groups.indices.dropFirst() {
      let (before, row) = groups[index - 1]
      let next = groups[index]
      guard before != next.0 else { throw AgeTableError(code: .duplicateRow, at: next.1) }
      if let code = AgeClassification.fault(between: before, and: next.0) {
        throw AgeTableError(code: code, at: code == .openGroupInMiddle ? row : next.1)
      }
    }
    self.groups = groups
    guard !groups.isEmpty else { throw AgeTableError(code: .noRows, sex: sex) }
    ages = try AgeClassification(groups.map(\.0))
    column = AgeTable.Column(sex, groups.map(\.1.count), notReported: notReported?.count ?? 0)
    let sum = column.counts.reduce(0, +) + column.notReported
    if let total, abs(total.count - sum) > 1e-9 * max(abs(sum), 1) {
      throw AgeTableError(
        code: .totalDiffers, row: total.row, sex: sex,
        text: "\(total.count.countText) ≠ \(sum.countText)")
    }
  }
}

extension AgeTableError {
  fileprivate init(code: Code, at row: AgeTable.Row) {
    self.init(
      code: code, row: row.row, sex: row.sex, age: row.age.group, text: row.count.countText)
  }
}
