extension AgeGroup {
  /// Makes a group of a range of completed years: `try .ages(20...24)`, a single year as `try .ages(7...7)`.
  ///
  /// For code that names its ages, and needs no optional: `try table.count(of: .female, at: .ages(20...24))`.
  ///
  /// - Throws: ``AgeTableError`` with `unreadable-age` for ages below 0 or above ``highestAge``.
  public static func ages(_ range: ClosedRange<Int>) throws(AgeTableError) -> Self {
    guard let group = Self(range.lowerBound, through: range.upperBound) else {
      throw AgeTableError(
        code: .unreadableAge, text: "\(range.lowerBound)-\(range.upperBound)")
    }
    return group
  }

  /// Makes an open-ended group: `try .ages(85...)` is 85歳以上.
  ///
  /// - Throws: ``AgeTableError``, as above.
  public static func ages(_ range: PartialRangeFrom<Int>) throws(AgeTableError) -> Self {
    guard let group = Self(andOver: range.lowerBound) else {
      throw AgeTableError(code: .unreadableAge, text: "\(range.lowerBound)+")
    }
    return group
  }
}
