extension AgeClassification {
  /// The finest groups that all of some classifications can be brought to without splitting.
  ///
  /// - Throws: ``AgeTableError`` with `no-rows` if there is none.
  public static func common(
    _ classifications: [AgeClassification]
  ) throws(AgeTableError) -> AgeClassification {
    guard let first = classifications.first else { throw AgeTableError(code: .noRows) }
    let starts = classifications.dropFirst().reduce(Set(first.groups.map(\.lowerAge))) {
      $0.intersection($1.groups.map(\.lowerAge))
    }.sorted()
    let isOpen = classifications.allSatisfy { $0.openGroup != nil }
    let last = classifications.compactMap { $0.groups.last?.upperAge }.min()
    var groups: [AgeGroup] = []
    for (index, start) in starts.enumerated() {
      if index + 1 < starts.count {
        if let group = AgeGroup(start, through: starts[index + 1] - 1) { groups.append(group) }
      } else if isOpen {
        if let group = AgeGroup(andOver: start) { groups.append(group) }
      } else if let last, let group = AgeGroup(start, through: last) {
        groups.append(group)
      }
    }
    return try AgeClassification(groups)
  }
}
