extension RogersCastroSchedule {
  /// Which parts a fitted schedule has.
  public enum Shape: Int, Hashable, Sendable, Codable, CaseIterable {
    /// Childhood, labour force and a constant.
    case sevenParameters = 7
    /// With a rise at the oldest ages.
    case nineParameters = 9
    /// With a peak of retirement.
    case elevenParameters = 11
    /// With a peak of retirement and a rise at the oldest ages.
    case thirteenParameters = 13

    var hasRetirement: Bool { self == .elevenParameters || self == .thirteenParameters }
    var hasOldest: Bool { self == .nineParameters || self == .thirteenParameters }
  }
}
