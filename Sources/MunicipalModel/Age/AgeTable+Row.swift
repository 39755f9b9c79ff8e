extension AgeTable {
  /// One row of a table by age as it is read: a sex, an age and a count.
  public struct Row: Hashable, Sendable {
    /// The sex.
    public let sex: Sex
    /// The group of ages, 年齢不詳 or 総数.
    public let age: AgeLabel
    /// The count, in persons.
    public let count: Double
    /// The row or line to name in an error; `nil` to count the rows from 1.
    public let row: Int?

    /// Makes a row.
    public init(_ sex: Sex, _ age: AgeLabel, _ count: Double, row: Int? = nil) {
      self.sex = sex
      self.age = age
      self.count = count
      self.row = row
    }

    /// Makes a row from a printed age, such as 0～4歳.
    ///
    /// - Throws: ``AgeTableError`` with `unreadable-age`.
    public init(
      _ sex: Sex, printed age: String, _ count: Double, row: Int? = nil
    ) throws(AgeTableError) {
      self.init(sex, try AgeLabel(printed: age, row: row), count, row: row)
    }
  }
}
