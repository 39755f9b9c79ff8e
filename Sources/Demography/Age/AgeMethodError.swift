public import MunicipalModel

/// Says why a figure by age cannot be computed, and names the row.
public struct AgeMethodError: Failure {
  /// What stands in the way. The codes of `AgeTableError` appear here too, under the same names.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The population to divide by is zero or less.
    package static let denominatorNotPositive = Self(rawValue: "denominator-not-positive")
    /// A table counts something else than is needed, such as deaths for a population.
    package static let wrongMeasure = Self(rawValue: "wrong-measure")
    /// Tables, rates or strata do not have the same ages and sexes.
    package static let differentTables = Self(rawValue: "different-tables")
    /// A sex that is needed is not there.
    package static let missingSex = Self(rawValue: "missing-sex")
    /// People of unknown age stand apart; a rule must say what is done with them.
    package static let ageNotReportedLeft = Self(rawValue: "age-not-reported-left")
    /// The years between the stocks do not carry this group onto a group at the end.
    package static let periodDoesNotMatchAgeStep = Self(rawValue: "period-does-not-match-age-step")
    /// Only one of the tables ends in an open-ended group.
    package static let openGroupMismatch = Self(rawValue: "open-group-mismatch")
    /// No survival ratio is given for the group.
    package static let missingSurvival = Self(rawValue: "missing-survival")
    /// A survival ratio is above 1.
    package static let survivalAboveOne = Self(rawValue: "survival-above-one")
    /// A survival ratio is below zero, or zero where it divides, or not a number.
    package static let survivalNotPositive = Self(rawValue: "survival-not-positive")
    /// A life table's figure cannot be: a probability outside 0 to 1, person-years that grow with age.
    package static let impossibleLifeTable = Self(rawValue: "impossible-life-table")
    /// The births that belong to a group at the end are not given.
    package static let missingBirths = Self(rawValue: "missing-births")
    /// The deaths of a cohort are not given.
    package static let missingDeaths = Self(rawValue: "missing-deaths")
    /// There is no population of the time that is needed.
    package static let missingPopulation = Self(rawValue: "missing-population")
    /// In- and out-migrants are of different periods.
    package static let differentPeriods = Self(rawValue: "different-periods")
    /// In- or out-migrants of a period are not given.
    package static let missingMovers = Self(rawValue: "missing-movers")
    /// A count is below zero.
    package static let negativeCount = Self(rawValue: "negative-count")
    /// A figure is infinite or not a number.
    package static let notFinite = Self(rawValue: "not-finite")
    /// A rate is below zero where none can be.
    package static let negativeRate = Self(rawValue: "negative-rate")
    /// People have no rate.
    package static let missingRate = Self(rawValue: "missing-rate")
    /// A figure is too large to compute with.
    package static let tooLarge = Self(rawValue: "too-large")
    /// There is no row to compute from, or none in the asked ages.
    package static let noRows = Self(rawValue: "no-rows")
    /// There are fewer rates than parameters to fit.
    package static let tooFewRates = Self(rawValue: "too-few-rates")
    /// A year or a row is given twice.
    package static let duplicateRow = Self(rawValue: "duplicate-row")
    /// A parameter is outside its range.
    package static let parameterOutOfRange = Self(rawValue: "parameter-out-of-range")
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
  /// What there is in place of what is missing, in words; empty for nothing.
  public let hint: LocalizedText

  /// Makes an error.
  package init(
    code: Code, subject: LocalizedText, row: Int? = nil, sex: Sex? = nil, age: AgeGroup? = nil,
    text: String? = nil, hint: LocalizedText = LocalizedText("")
  ) {
    self.code = code
    self.subject = subject
    self.row = row
    self.sex = sex
    self.age = age
    self.text = text
    self.hint = hint
  }

  /// Makes the error of a table that is refused.
  package init(
    _ error: AgeTableError, subject: LocalizedText, hint: LocalizedText = LocalizedText("")
  ) {
    self.init(
      code: Code(rawValue: error.code.rawValue), subject: subject, row: error.row,
      sex: error.sex, age: error.age, text: error.text, hint: hint)
  }

  /// What a table gives, or its error as one of what was to be computed.
  static func wrapping<Value>(
    _ value: @autoclosure () throws(AgeTableError) -> Value, subject: LocalizedText
  ) throws(AgeMethodError) -> Value {
    do throws(AgeTableError) {
      return try value()
    } catch {
      throw AgeMethodError(error, subject: subject)
    }
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

extension AgeMethodError {
  /// One line for a person to read: what was to be computed, the row, and what stands in the way.
  public var message: LocalizedText {
    let reason = AgeTableError.message(code.label, row: row, sex: sex, age: age, text: text)
    return LocalizedText(
      ja: "\(subject.ja)を計算できません: \(reason.ja)" + (hint.ja.isEmpty ? "" : "。\(hint.ja)"),
      en: "\(subject.en) cannot be computed: \(reason.en)" + (hint.en.isEmpty ? "" : "; \(hint.en)")
    )
  }
}

extension AgeMethodError.Code {
  /// What stands in the way, in a few words.
  public var label: LocalizedText {
    switch self {
    case .denominatorNotPositive:
      LocalizedText(ja: "割る人口が0以下です", en: "the population to divide by is not above zero")
    case .wrongMeasure:
      LocalizedText(ja: "数えているものが違う表です", en: "the table counts something else")
    case .ageNotReportedLeft:
      LocalizedText(ja: "年齢不詳の扱いが決まっていません", en: "people of unknown age still stand apart")
    case .periodDoesNotMatchAgeStep:
      LocalizedText(
        ja: "期間の年数と年齢の区切りが合いません", en: "the years of the period do not match the step of the ages")
    case .openGroupMismatch:
      LocalizedText(ja: "「以上」の階級が片方の表にしかありません", en: "only one table ends in an open-ended group")
    case .missingSurvival: LocalizedText(ja: "生残率がありません", en: "no survival ratio is given")
    case .survivalAboveOne: LocalizedText(ja: "生残率が1を超えています", en: "a survival ratio is above 1")
    case .survivalNotPositive:
      LocalizedText(ja: "生残率が正の数ではありません", en: "a survival ratio is not above zero")
    case .impossibleLifeTable:
      LocalizedText(ja: "生命表としてありえない値です", en: "no life table can have this figure")
    case .missingBirths:
      LocalizedText(ja: "期間中の出生数がありません", en: "the births of the period are missing")
    case .missingDeaths:
      LocalizedText(ja: "期間中の死亡数がありません", en: "the deaths of the period are missing")
    case .missingPopulation:
      LocalizedText(ja: "必要な時点の人口がありません", en: "there is no population of that time")
    case .differentPeriods:
      LocalizedText(ja: "転入と転出の期間が違います", en: "in- and out-migrants are of different periods")
    case .missingMovers:
      LocalizedText(ja: "転入か転出のどちらかがありません", en: "in- or out-migrants of the period are missing")
    case .negativeRate: LocalizedText(ja: "負の率です", en: "a rate is below zero")
    case .missingRate: LocalizedText(ja: "人がいるのに率がありません", en: "there are people without a rate")
    case .tooFewRates:
      LocalizedText(ja: "率の数が母数より少なくなっています", en: "there are fewer rates than parameters to fit")
    case .parameterOutOfRange: LocalizedText(ja: "範囲の外の値です", en: "the value is out of range")
    default: AgeTableError.Code(rawValue: rawValue).label
    }
  }
}

extension AgeMethodError {
  /// The error with the printed cell that its ages stand in, in place of the row.
  ///
  /// - Parameter tables: the tables that may be meant; the first that has the ages is.
  func located(in tables: [CitedAgeTable]) -> Self {
    guard let age, let table = tables.first(where: { $0.table.ages.groups.contains(age) }),
      let cell = table.citations(of: sex ?? .both, at: age).first
    else { return self }
    return Self(
      code: code, subject: subject, sex: sex, age: age,
      text: [text, cell.description].compactMap(\.self).joined(separator: ", "), hint: hint)
  }
}

extension LocalizedText {
  /// What to do where two tables have different ages; empty if no groups are common to both.
  static func regrouping(_ first: AgeClassification, _ second: AgeClassification) -> Self {
    guard let common = try? AgeClassification.common([first, second]), common.count > 1,
      let last = common.groups.last
    else { return LocalizedText("") }
    if let one = first.openGroup, let other = second.openGroup, one != other {
      return LocalizedText(
        ja: "「以上」の階級が\(one.label.ja)と\(other.label.ja)で違います。regrouped(to:) で"
          + "\(last.label.ja)にそろえます",
        en: "one table ends in \(one.label.en), the other in \(other.label.en): regroup both to "
          + "\(last.label.en) with regrouped(to:)")
    }
    return LocalizedText(
      ja: "AgeClassification.common(_:) の共通の階級に regrouped(to:) でそろえます",
      en: "regroup both to the groups of AgeClassification.common(_:) with regrouped(to:)")
  }
}
