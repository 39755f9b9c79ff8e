extension AgeTable {
  /// The table in coarser groups; the counts are added up and none is split.
  ///
  /// - Parameter coarser: groups that each consist of whole groups of this table.
  /// - Throws: ``AgeTableError`` with `needs-splitting`, naming the group that would have to be split, or
  ///   `not-covered`, naming the new group that the table does not fill, or the old one left over.
  public func regrouped(to coarser: AgeClassification) throws(AgeTableError) -> Self {
    guard coarser != ages else { return self }
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(coarser.count)
    for group in coarser.groups { ranges.append(try ages.indices(of: group)) }
    let used = (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0)
    if let left = ages.groups.indices.first(where: { !used.contains($0) }) {
      throw AgeTableError(code: .notCovered, row: left + 1, age: ages.groups[left])
    }
    return Self(
      measure: measure, period: period, ages: coarser, sexes: sexes,
      counts: sexes.indices.flatMap { column in ranges.map { sum(column: column, $0) } },
      notReported: notReported)
  }

  /// The table with the sexes added up (男女計).
  public func bothSexes() -> Self {
    Self(
      measure: measure, period: period, ages: ages, sexes: [.both],
      counts: ages.groups.indices.map { row in
        sexes.indices.reduce(0) { $0 + counts[$1 * ages.count + row] }
      },
      notReported: [notReported.reduce(0, +)])
  }

  /// The table with its sexes in the order of others; itself if these are not the same sexes.
  package func ordered(as sexes: [Sex]) -> Self {
    let columns = sexes.compactMap { self.sexes.firstIndex(of: $0) }
    guard self.sexes != sexes, columns.count == self.sexes.count, columns.count == sexes.count
    else { return self }
    return Self(
      measure: measure, period: period, ages: ages, sexes: sexes,
      counts: columns.flatMap { counts[$0 * ages.count..<($0 + 1) * ages.count] },
      notReported: columns.map { notReported[$0] })
  }

  /// The table of one of its sexes.
  ///
  /// - Throws: ``AgeTableError`` with `missing-sex`.
  public func only(_ sex: Sex) throws(AgeTableError) -> Self {
    guard let column = sexes.firstIndex(of: sex), let counts = counts(of: sex) else {
      throw AgeTableError(code: .missingSex, sex: sex)
    }
    return Self(
      measure: measure, period: period, ages: ages, sexes: [sex], counts: Array(counts),
      notReported: [notReported[column]])
  }

  /// The rows of a span of ages; people of unknown age stay beside them.
  ///
  /// - Throws: ``AgeTableError`` with `needs-splitting` or `not-covered`.
  public func only(ages span: AgeGroup) throws(AgeTableError) -> Self {
    let range = try ages.indices(of: span)
    return Self(
      measure: measure, period: period, ages: try AgeClassification(Array(ages.groups[range])),
      sexes: sexes,
      counts: sexes.indices.flatMap { column in
        range.map { counts[column * ages.count + $0] }
      },
      notReported: notReported)
  }

  /// The sum of tables of the same ages and sexes, such as the movers of several years; the sexes may stand in
  /// any order.
  ///
  /// - Parameters:
  ///   - tables: tables of the same measure.
  ///   - period: the time of the sum.
  /// - Throws: ``AgeTableError`` with `no-rows` or `different-tables`.
  public static func sum(
    of tables: [Self], period: Period? = nil
  ) throws(AgeTableError) -> Self {
    guard let first = tables.first else { throw AgeTableError(code: .noRows) }
    var counts = first.counts
    var notReported = first.notReported
    for (row, other) in tables.enumerated().dropFirst() {
      let table = other.ordered(as: first.sexes)
      guard table.measure == first.measure, table.ages == first.ages, table.sexes == first.sexes
      else { throw AgeTableError(code: .differentTables, row: row + 1) }
      for index in counts.indices { counts[index] += table.counts[index] }
      for index in notReported.indices { notReported[index] += table.notReported[index] }
    }
    return Self(
      measure: first.measure, period: period, ages: first.ages, sexes: first.sexes,
      counts: counts, notReported: notReported)
  }
}
