/// Says why a table by age is refused, and names the row.
public struct AgeTableError: Error, Hashable, Sendable {
  /// What is wrong.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The table has no row.
    public static let noRows = Self(rawValue: "no-rows")
    /// The text names no age.
    public static let unreadableAge = Self(rawValue: "unreadable-age")
    /// An age belongs to two groups.
    public static let overlappingAges = Self(rawValue: "overlapping-ages")
    /// An age between the first and the last belongs to no group.
    public static let gapBetweenAges = Self(rawValue: "gap-between-ages")
    /// An open-ended group is followed by a higher one.
    public static let openGroupInMiddle = Self(rawValue: "open-group-in-middle")
    /// One sex and age is given twice.
    public static let duplicateRow = Self(rawValue: "duplicate-row")
    /// One sex lacks an age that another has.
    public static let missingRow = Self(rawValue: "missing-row")
    /// A sex that is needed is not in the table.
    public static let missingSex = Self(rawValue: "missing-sex")
    /// The table holds a sex that was not asked for.
    public static let unexpectedSex = Self(rawValue: "unexpected-sex")
    /// A count is below zero.
    public static let negativeCount = Self(rawValue: "negative-count")
    /// A count is infinite or not a number.
    public static let notFinite = Self(rawValue: "not-finite")
    /// There are not as many counts as groups of ages.
    public static let differentCount = Self(rawValue: "different-count")
    /// A printed total is not the sum of its ages.
    public static let totalDiffers = Self(rawValue: "total-differs")
    /// A group would have to be split.
    public static let needsSplitting = Self(rawValue: "needs-splitting")
    /// The table does not reach all ages of a group.
    public static let notCovered = Self(rawValue: "not-covered")
    /// The ages do not begin, end or step as asked.
    public static let unsupportedAges = Self(rawValue: "unsupported-ages")
    /// There is nobody to divide by.
    public static let noPopulation = Self(rawValue: "no-population")
    /// The median lies in the open-ended group, where nothing says at which age.
    public static let medianInOpenGroup = Self(rawValue: "median-in-open-group")
    /// The tables do not count the same ages, sexes or events.
    public static let differentTables = Self(rawValue: "different-tables")
  }

  /// What is wrong.
  public let code: Code
  /// The row or line, as the caller counts them; without rows, the position among the groups from 1.
  public let row: Int?
  /// The sex of the row.
  public let sex: Sex?
  /// The ages of the row.
  public let age: AgeGroup?
  /// The text or the figure at fault.
  public let text: String?

  /// Makes an error.
  public init(
    code: Code, row: Int? = nil, sex: Sex? = nil, age: AgeGroup? = nil, text: String? = nil
  ) {
    self.code = code
    self.row = row
    self.sex = sex
    self.age = age
    self.text = text
  }
}

extension AgeTableError: CustomStringConvertible {
  /// One line for a person to read, such as `row 3, male, 10-14: negative-count (-5)`.
  public var description: String {
    let place = [row.map { "row \($0)" }, sex?.label.en, age?.description].compactMap(\.self)
    return (place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + code.rawValue
      + (text.map { " (\($0))" } ?? "")
  }
}
