public import MunicipalModel

/// Says why a population cannot be projected: where in the scenario, in which year, at which age.
public struct ProjectionError: Failure {
  /// What stands in the way. Codes of `AgeMethodError` and `AgeTableError` appear here too.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A file of scenarios holds none.
    package static let noScenarios = Self(rawValue: "no-scenarios")
    /// The bytes are not text in UTF-8; the key path is the line.
    package static let notUTF8 = Self(rawValue: "not-utf-8")
    /// The text is not JSON.
    package static let unreadable = Self(rawValue: "unreadable")
    /// A key that is needed is not there.
    package static let missingKey = Self(rawValue: "missing-key")
    /// A key is not one that the format has.
    package static let unknownKey = Self(rawValue: "unknown-key")
    /// A value is of another type than the format says.
    package static let wrongType = Self(rawValue: "wrong-type")
    /// A word is not one of those that the format has.
    package static let unknownWord = Self(rawValue: "unknown-word")
    /// Two scenarios have the same name.
    package static let duplicateName = Self(rawValue: "duplicate-name")
    /// No figures, or no scenario, are known under the name.
    package static let unknownName = Self(rawValue: "unknown-name")
    /// The figures are there, but not for the year.
    package static let missingYear = Self(rawValue: "missing-year")
    /// A scenario rests on itself.
    package static let circular = Self(rawValue: "circular")
    /// The scenario belongs to another municipality.
    package static let otherMunicipality = Self(rawValue: "other-municipality")
    /// A path has no points, or their years do not rise.
    package static let badPath = Self(rawValue: "bad-path")
    /// A path is asked for a year before its first point.
    package static let pathBeginsLate = Self(rawValue: "path-begins-late")
    /// A path is asked for a year after its last point.
    package static let pathEndsEarly = Self(rawValue: "path-ends-early")
    /// Survival or a published projection does not reach the year.
    package static let figuresEndEarly = Self(rawValue: "figures-end-early")
    /// The ages are not groups of one width from 0 to an open-ended one.
    package static let unsupportedAges = Self(rawValue: "unsupported-ages")
    /// The ages or sexes of two tables differ.
    package static let differentAges = Self(rawValue: "different-ages")
    /// People of unknown age stand apart; `resolvingAgeNotReported` says what is done with them.
    package static let ageNotReportedLeft = Self(rawValue: "age-not-reported-left")
    /// There are not as many figures as groups of ages.
    package static let missingAges = Self(rawValue: "missing-ages")
    /// The years to project are no whole number of steps.
    package static let yearsDoNotFitSteps = Self(rawValue: "years-do-not-fit-steps")
    /// A survival ratio is above 1.
    package static let survivalAboveOne = Self(rawValue: "survival-above-one")
    /// A survival ratio is below zero, or zero where it divides.
    package static let survivalNotPositive = Self(rawValue: "survival-not-positive")
    /// Survival from birth is not given.
    package static let missingSurvivalFromBirth = Self(rawValue: "missing-survival-from-birth")
    /// A figure is below zero where none can be.
    package static let negative = Self(rawValue: "negative")
    /// A figure is infinite or not a number, too large to add up exactly, or beyond what it can be.
    package static let outOfRange = Self(rawValue: "out-of-range")
    /// More people leave than are there.
    package static let negativePopulation = Self(rawValue: "negative-population")
    /// There is nobody to divide by.
    package static let noPopulation = Self(rawValue: "no-population")
    /// A schedule adds up to zero, so it cannot be scaled to a total.
    package static let emptySchedule = Self(rawValue: "empty-schedule")
    /// There are too few past figures to tell how they vary.
    package static let tooFewFigures = Self(rawValue: "too-few-figures")
    /// Two projections differ in years or ages and cannot be compared.
    package static let notComparable = Self(rawValue: "not-comparable")
  }

  /// What stands in the way.
  public let code: Code
  /// The scenario's name, if one is known.
  public let scenario: String?
  /// The place in the scenario, such as `births.totalFertility.points[1].year`.
  public let keyPath: String?
  /// The year that the step begins with, or that was asked for.
  public let year: Int?
  /// The sex.
  public let sex: Sex?
  /// The ages.
  public let age: AgeGroup?
  /// The figure or the word at fault, or what was expected.
  public let text: String?
  /// What can be done about it, in words; empty for nothing.
  public let hint: LocalizedText
  /// The file that the scenario stands in; `nil` if none is known.
  public private(set) var file: String?

  /// Where it was noticed: in the file, if one is known.
  public var place: FailurePlace? { file.map { FailurePlace($0, part: keyPath ?? "") } }

  /// Makes an error.
  package init(
    code: Code, scenario: String? = nil, keyPath: String? = nil, year: Int? = nil,
    sex: Sex? = nil, age: AgeGroup? = nil, text: String? = nil,
    hint: LocalizedText = LocalizedText("")
  ) {
    self.code = code
    self.scenario = scenario
    self.keyPath = keyPath
    self.year = year
    self.sex = sex
    self.age = age
    self.text = text
    self.hint = hint
  }

  /// Makes the error of a method by age that is refused.
  init(_ error: AgeMethodError, keyPath: String? = nil, year: Int? = nil) {
    self.init(
      code: Code(rawValue: error.code.rawValue), keyPath: keyPath, year: year, sex: error.sex,
      age: error.age, text: error.text, hint: error.hint)
  }

  /// Makes the error of a table by age that is refused.
  init(_ error: AgeTableError, keyPath: String? = nil, year: Int? = nil) {
    self.init(
      code: Code(rawValue: error.code.rawValue), keyPath: keyPath, year: year, sex: error.sex,
      age: error.age, text: error.text)
  }

  /// The error with what only the caller knows; what it says already stays.
  func placed(scenario: String? = nil, keyPath: String? = nil, year: Int? = nil) -> Self {
    let path = [keyPath, self.keyPath].compactMap(\.self).filter { !$0.isEmpty }
    return Self(
      code: code, scenario: self.scenario ?? scenario,
      keyPath: path.isEmpty ? nil : path.joined(separator: "."), year: self.year ?? year,
      sex: sex, age: age, text: text, hint: hint)
  }

  /// The value, or its error with what only the caller knows.
  static func placing<Value>(
    _ value: @autoclosure () throws(ProjectionError) -> Value, scenario: String? = nil,
    keyPath: String? = nil, year: Int? = nil
  ) throws(ProjectionError) -> Value {
    do throws(ProjectionError) {
      return try value()
    } catch {
      throw error.placed(scenario: scenario, keyPath: keyPath, year: year)
    }
  }

  /// What a method by age gives, or its error as one of projections.
  static func wrapping<Value>(
    method value: @autoclosure () throws(AgeMethodError) -> Value, keyPath: String? = nil,
    year: Int? = nil
  ) throws(ProjectionError) -> Value {
    do throws(AgeMethodError) {
      return try value()
    } catch {
      throw ProjectionError(error, keyPath: keyPath, year: year)
    }
  }

  /// What a table by age gives, or its error as one of projections.
  static func wrapping<Value>(
    table value: @autoclosure () throws(AgeTableError) -> Value, keyPath: String? = nil,
    year: Int? = nil
  ) throws(ProjectionError) -> Value {
    do throws(AgeTableError) {
      return try value()
    } catch {
      throw ProjectionError(error, keyPath: keyPath, year: year)
    }
  }

  /// The error with the file that the scenario stands in, or without one.
  package func inFile(_ name: String?) -> Self {
    var error = self
    error.file = name
    return error
  }
}

extension ProjectionError: CustomStringConvertible {
  /// One line for a person to read, such as `my-plan, survival.male[3]: survival-above-one (1.2)`.
  public var description: String {
    let place = [scenario, keyPath, year.map(String.init), sex?.label.en, age?.description]
      .compactMap(\.self)
    return (place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + code.rawValue
      + (text.map { " (\($0))" } ?? "")
  }
}
