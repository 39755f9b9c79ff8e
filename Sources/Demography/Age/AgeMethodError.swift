public import MunicipalModel

/// Says why a figure by age cannot be computed, and names the row.
public struct AgeMethodError: Error, Hashable, Sendable {
  /// What stands in the way. The codes of `AgeTableError` appear here too, under the same names.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The population to divide by is zero or less.
    public static let denominatorNotPositive = Self(rawValue: "denominator-not-positive")
    /// A table counts something else than is needed, such as deaths for a population.
    public static let wrongMeasure = Self(rawValue: "wrong-measure")
    /// Tables, rates or strata do not have the same ages and sexes.
    public static let differentTables = Self(rawValue: "different-tables")
    /// A sex that is needed is not there.
    public static let missingSex = Self(rawValue: "missing-sex")
    /// People of unknown age stand apart; a rule must say what is done with them.
    public static let ageNotReportedLeft = Self(rawValue: "age-not-reported-left")
    /// The years between the stocks do not carry this group onto a group at the end.
    public static let periodDoesNotMatchAgeStep = Self(rawValue: "period-does-not-match-age-step")
    /// Only one of the tables ends in an open-ended group.
    public static let openGroupMismatch = Self(rawValue: "open-group-mismatch")
    /// No survival ratio is given for the group.
    public static let missingSurvival = Self(rawValue: "missing-survival")
    /// A survival ratio is above 1.
    public static let survivalAboveOne = Self(rawValue: "survival-above-one")
    /// A survival ratio is below zero, or zero where it divides, or not a number.
    public static let survivalNotPositive = Self(rawValue: "survival-not-positive")
    /// A life table's figure cannot be: a probability outside 0 to 1, person-years that grow with age.
    public static let impossibleLifeTable = Self(rawValue: "impossible-life-table")
    /// The births that belong to a group at the end are not given.
    public static let missingBirths = Self(rawValue: "missing-births")
    /// The deaths of a cohort are not given.
    public static let missingDeaths = Self(rawValue: "missing-deaths")
    /// A count is below zero.
    public static let negativeCount = Self(rawValue: "negative-count")
    /// A figure is infinite or not a number.
    public static let notFinite = Self(rawValue: "not-finite")
    /// A rate is below zero where none can be.
    public static let negativeRate = Self(rawValue: "negative-rate")
    /// There is no row to compute from, or none in the asked ages.
    public static let noRows = Self(rawValue: "no-rows")
    /// There are fewer rates than parameters to fit.
    public static let tooFewRates = Self(rawValue: "too-few-rates")
    /// A year or a row is given twice.
    public static let duplicateRow = Self(rawValue: "duplicate-row")
    /// A parameter is outside its range.
    public static let parameterOutOfRange = Self(rawValue: "parameter-out-of-range")
  }

  /// What stands in the way.
  public let code: Code
  /// What was to be computed.
  public let subject: LocalizedText
  /// The row, from 1, where it has no ages or they do not tell enough.
  public let row: Int?
  /// The sex of the row.
  public let sex: Sex?
  /// The ages of the row.
  public let age: AgeGroup?
  /// The text or the figure at fault.
  public let text: String?

  /// Makes an error.
  public init(
    code: Code, subject: LocalizedText, row: Int? = nil, sex: Sex? = nil, age: AgeGroup? = nil,
    text: String? = nil
  ) {
    self.code = code
    self.subject = subject
    self.row = row
    self.sex = sex
    self.age = age
    self.text = text
  }

  /// Makes the error of a table that is refused.
  public init(_ error: AgeTableError, subject: LocalizedText) {
    self.init(
      code: Code(rawValue: error.code.rawValue), subject: subject, row: error.row,
      sex: error.sex, age: error.age, text: error.text)
  }
}

extension AgeMethodError: CustomStringConvertible {
  /// One line for a person to read.
  public var description: String {
    let place = [row.map { "row \($0)" }, sex?.label.en, age?.description].compactMap(\.self)
    return ([subject.en] + place).joined(separator: ", ") + ": \(code.rawValue)"
      + (text.map { " (\($0))" } ?? "")
  }
}
