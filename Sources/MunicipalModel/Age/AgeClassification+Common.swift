extension AgeClassification {
  /// The finest groups that all of some classifications can be brought to without splitting.
  ///
  /// - Throws: ``AgeTableError`` with `no-rows` if there is none.
  public static func common(
    _ classifications: [AgeClassification]
  ) throws(AgeTableError) -> AgeClassification {
    guard let first = classifications.first else { throw AgeTableError(code: .noRows) }
    var starts = Set(first.groups.map(\.lowerAge))
    var ends = Set(first.groups.map(\.upperAge))
    for other in classifications.dropFirst() {
      starts.formIntersection(other.groups.map(\.lowerAge))
      ends.formIntersection(other.groups.map(\.upperAge))
    }
    // An end of `nil` is that of an open group, which no other common end follows.
    let isOpen = ends.contains(nil)
    guard let last = isOpen ? AgeGroup.highestAge : ends.compactMap(\.self).max() else {
      throw AgeTableError(code: .noRows)
    }
    let ordered = starts.filter { $0 <= last }.sorted()
    var groups: [AgeGroup] = []
    for (index, start) in ordered.enumerated() {
      let isLast = index + 1 == ordered.count
      let end = isLast ? last : ordered[index + 1] - 1
      let group = isLast && isOpen ? AgeGroup(andOver: start) : AgeGroup(start, through: end)
      if let group { groups.append(group) }
    }
    return try AgeClassification(groups)
  }
}
