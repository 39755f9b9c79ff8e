import MunicipalModel

/// A cohort: the rows that it fills at the start and at the end of a period.
struct CohortLink: Hashable, Sendable {
  let ageAtStart: AgeGroup
  let ageAtEnd: AgeGroup
  let startRows: Range<Int>
  let endRows: Range<Int>

  /// The cohorts of a period, one for each group at the start; the last ones are pooled as 85+ → 90+.
  ///
  /// - Parameter pooledFrom: the first age at the start of a pooled group that survival ratios ask for.
  static func links(
    from start: AgeClassification, to end: AgeClassification, years: Int, pooledFrom: Int?
  ) throws(AgeMethodError) -> [Self] {
    let subject = IntercensalPair.subject
    var pooled: Int?
    switch (start.openGroup, end.openGroup) {
    case (nil, nil): break
    case (let open?, let openEnd?):
      pooled = min(open.lowerAge, openEnd.lowerAge - years, pooledFrom ?? open.lowerAge)
    case (let open, let openEnd):
      throw AgeMethodError(
        code: .openGroupMismatch, subject: subject, age: open ?? openEnd,
        hint: LocalizedText(
          ja: "両方の表の最後を「以上」の階級にします", en: "let both tables end in an open-ended group"))
    }
    var links: [Self] = []
    links.reserveCapacity(start.count)
    // Equal steps put every group as many rows further as the first.
    var offset: Int?
    for (row, group) in start.groups.enumerated() {
      if group.lowerAge == pooled {
        links.append(try pool(from: row, of: start, to: end, years: years))
        return links
      }
      guard let later = group.aged(by: years),
        let endRow = end.row(of: later, expectedAt: offset.map { row + $0 })
      else { throw mismatch(row, group, years: years) }
      offset = endRow - row
      links.append(
        Self(
          ageAtStart: group, ageAtEnd: later, startRows: row..<row + 1,
          endRows: endRow..<endRow + 1))
    }
    if pooled != nil, let last = start.groups.last {
      throw mismatch(start.count - 1, last, years: years)
    }
    return links
  }

  private static func pool(
    from row: Int, of start: AgeClassification, to end: AgeClassification, years: Int
  ) throws(AgeMethodError) -> Self {
    guard let group = AgeGroup(andOver: start.groups[row].lowerAge),
      let later = group.aged(by: years)
    else { throw mismatch(row, start.groups[row], years: years) }
    do throws(AgeTableError) {
      return Self(
        ageAtStart: group, ageAtEnd: later, startRows: row..<start.count,
        endRows: try end.indices(of: later))
    } catch {
      throw mismatch(row, group, years: years)
    }
  }

  private static func mismatch(_ row: Int, _ group: AgeGroup, years: Int) -> AgeMethodError {
    AgeMethodError(
      code: .periodDoesNotMatchAgeStep, subject: IntercensalPair.subject, row: row + 1,
      age: group,
      hint: LocalizedText(
        ja: "\(years)年後にちょうど一つの階級になる年齢区分と期間が必要です",
        en: "every group must be a whole group \(years) years later"))
  }
}

extension AgeClassification {
  /// The row of a group; the expected one is looked at first.
  func row(of group: AgeGroup, expectedAt row: Int? = nil) -> Int? {
    if let row, groups.indices.contains(row), groups[row] == group { return row }
    return groups.firstIndex(of: group)
  }
}
