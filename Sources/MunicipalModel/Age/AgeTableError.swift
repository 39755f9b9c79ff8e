/// Says why a table by age is refused, and names the row.
public struct AgeTableError: Failure {
  /// What is wrong.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The table has no row.
    package static let noRows = Self(rawValue: "no-rows")
    /// The text names no age.
    package static let unreadableAge = Self(rawValue: "unreadable-age")
    /// An age belongs to two groups.
    package static let overlappingAges = Self(rawValue: "overlapping-ages")
    /// An age between the first and the last belongs to no group.
    package static let gapBetweenAges = Self(rawValue: "gap-between-ages")
    /// An open-ended group is followed by a higher one.
    package static let openGroupInMiddle = Self(rawValue: "open-group-in-middle")
    /// One sex and age is given twice.
    package static let duplicateRow = Self(rawValue: "duplicate-row")
    /// One sex lacks an age that another has.
    package static let missingRow = Self(rawValue: "missing-row")
    /// A sex that is needed is not in the table.
    package static let missingSex = Self(rawValue: "missing-sex")
    /// The table holds a sex that was not asked for.
    package static let unexpectedSex = Self(rawValue: "unexpected-sex")
    /// A column of both sexes together stands beside one of men or women, who would be counted twice.
    package static let bothBesideOneSex = Self(rawValue: "both-beside-one-sex")
    /// A count is below zero.
    package static let negativeCount = Self(rawValue: "negative-count")
    /// A count is infinite or not a number.
    package static let notFinite = Self(rawValue: "not-finite")
    /// A figure is larger than any population.
    package static let tooLarge = Self(rawValue: "too-large")
    /// There are not as many counts as groups of ages.
    package static let differentCount = Self(rawValue: "different-count")
    /// A printed total is not the sum of its ages.
    package static let totalDiffers = Self(rawValue: "total-differs")
    /// A group would have to be split.
    package static let needsSplitting = Self(rawValue: "needs-splitting")
    /// The table does not reach all ages of a group.
    package static let notCovered = Self(rawValue: "not-covered")
    /// The ages do not begin, end or step as asked.
    package static let unsupportedAges = Self(rawValue: "unsupported-ages")
    /// There is nobody to divide by.
    package static let noPopulation = Self(rawValue: "no-population")
    /// The median lies in the open-ended group, where nothing says at which age.
    package static let medianInOpenGroup = Self(rawValue: "median-in-open-group")
    /// The tables do not count the same ages, sexes or events.
    package static let differentTables = Self(rawValue: "different-tables")
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
  package init(
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

extension AgeTableError {
  /// One line for a person to read: row, sex, ages and what is wrong with them.
  public var message: LocalizedText {
    Self.message(code.label, row: row, sex: sex, age: age, text: text)
  }

  /// What is wrong after row, sex and ages, before the text at fault.
  package static func message(
    _ reason: LocalizedText, row: Int?, sex: Sex?, age: AgeGroup?, text: String?
  ) -> LocalizedText {
    let ja = [row.map { "\($0)行目" }, sex?.label.ja, age?.label.ja].compactMap(\.self)
    let en = [row.map { "row \($0)" }, sex?.label.en, age?.label.en].compactMap(\.self)
    return LocalizedText(
      ja: (ja.isEmpty ? "" : ja.joined(separator: " ") + ": ") + reason.ja
        + (text.map { "（\($0)）" } ?? ""),
      en: (en.isEmpty ? "" : en.joined(separator: ", ") + ": ") + reason.en
        + (text.map { " (\($0))" } ?? ""))
  }
}

extension AgeTableError.Code {
  /// What is wrong, in a few words.
  public var label: LocalizedText {
    switch self {
    case .noRows: LocalizedText(ja: "行がありません", en: "there is no row")
    case .unreadableAge: LocalizedText(ja: "年齢として読めません", en: "this is no age")
    case .overlappingAges:
      LocalizedText(ja: "年齢が前の階級と重なっています", en: "the ages overlap those of the group before")
    case .gapBetweenAges:
      LocalizedText(
        ja: "前の階級との間の年齢がありません", en: "ages are missing between the group before and this")
    case .openGroupInMiddle:
      LocalizedText(
        ja: "「以上」の階級の後に上の年齢があります", en: "an open-ended group is followed by higher ages")
    case .duplicateRow: LocalizedText(ja: "同じ行が二つあります", en: "the row is given twice")
    case .missingRow: LocalizedText(ja: "この階級の行がありません", en: "the row of this group is missing")
    case .missingSex: LocalizedText(ja: "この性別がありません", en: "this sex is missing")
    case .unexpectedSex: LocalizedText(ja: "この性別は予定にありません", en: "this sex is not expected here")
    case .bothBesideOneSex:
      LocalizedText(
        ja: "男女計が男または女と並んでいて、二重に数えることになります",
        en: "both sexes together stand beside one of them, who would be counted twice")
    case .negativeCount: LocalizedText(ja: "負の人数です", en: "the count is below zero")
    case .notFinite: LocalizedText(ja: "有限の数ではありません", en: "this is not a finite number")
    case .tooLarge: LocalizedText(ja: "大きすぎる数です", en: "the figure is too large")
    case .differentCount:
      LocalizedText(ja: "人数の個数が階級の数と違います", en: "there are not as many counts as groups of ages")
    case .totalDiffers: LocalizedText(ja: "総数が合計と違います", en: "the total is not the sum of its ages")
    case .needsSplitting:
      LocalizedText(ja: "階級を分割しないと求められません", en: "the group would have to be split")
    case .notCovered:
      LocalizedText(ja: "この年齢のすべては表にありません", en: "the table does not reach all of these ages")
    case .unsupportedAges:
      LocalizedText(ja: "この年齢の区切りは使えません", en: "the ages do not begin, end or step as needed")
    case .noPopulation: LocalizedText(ja: "割る人口がありません", en: "there is nobody to divide by")
    case .medianInOpenGroup:
      LocalizedText(ja: "中位数が「以上」の階級にあります", en: "the median lies in the open-ended group")
    case .differentTables:
      LocalizedText(ja: "表の年齢か性別がそろっていません", en: "the tables do not have the same ages and sexes")
    default: LocalizedText(rawValue)
    }
  }
}
