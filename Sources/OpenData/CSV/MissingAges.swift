import MunicipalModel

extension AgeGroup {
  /// The ages that a table of these groups lacks: before them, between them, or above the last.
  ///
  /// Groups that overlap finer ones, such as 15–64歳 beside five-year groups, fill no gap between those.
  static func missing(from groups: [AgeGroup]) -> [AgeGroup] {
    var missing: [AgeGroup] = []
    var rest = groups
    var next = 0
    while let first = rest.map(\.lowerAge).min() {
      if next < first, let gap = AgeGroup(next, through: first - 1) { missing.append(gap) }
      guard let upper = finest(rest).last?.upperAge else { return missing }
      rest = rest.filter { $0.lowerAge > upper }
      next = upper + 1
    }
    if !groups.isEmpty, let gap = AgeGroup(andOver: next) { missing.append(gap) }
    return missing
  }
}
