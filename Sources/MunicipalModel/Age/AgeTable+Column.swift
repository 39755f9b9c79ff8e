extension AgeTable {
  /// The counts of one sex, one for each group of ages.
  public struct Column: Hashable, Sendable {
    /// The sex.
    public let sex: Sex
    /// The counts in persons, in the order of the groups.
    public let counts: [Double]
    /// The people whose age is not known (年齢不詳), in persons.
    public let notReported: Double

    /// Makes a column of counts that may have fractions, such as shared-out counts or person-years.
    public init(_ sex: Sex, _ counts: [Double], notReported: Double = 0) {
      self.sex = sex
      self.counts = counts
      self.notReported = notReported
    }

    /// Makes a column of whole counts.
    public init(_ sex: Sex, _ counts: [Int], notReported: Int = 0) {
      self.init(sex, counts.map(Double.init), notReported: Double(notReported))
    }
  }
}
