public import MunicipalModel

/// Says why a file of counts by age cannot be read, and names the line.
///
/// If several rows are bad, the error is about the first and lists the next ones.
public struct AgeFileError: Failure {
  /// What is wrong. The codes of `AgeTableError` appear here too, under the same names.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// There is nothing in the file.
    package static let empty = Self(rawValue: "empty-file")
    /// It is not text in UTF-8.
    package static let notText = Self(rawValue: "not-text")
    /// A quote is opened and never closed, as in a truncated file.
    package static let unclosedQuote = Self(rawValue: "unclosed-quote")
    /// Something follows a closing quote.
    package static let textAfterQuote = Self(rawValue: "text-after-quote")
    /// A row does not have as many cells as the heading.
    package static let wrongCellCount = Self(rawValue: "wrong-cell-count")
    /// A column that is needed is not in the heading.
    package static let missingColumn = Self(rawValue: "missing-column")
    /// A column stands in the heading twice.
    package static let repeatedColumn = Self(rawValue: "repeated-column")
    /// There is a heading and no row.
    package static let noRows = Self(rawValue: "no-rows")
    /// The cell is no code of a municipality.
    package static let unreadableMunicipality = Self(rawValue: "unreadable-municipality")
    /// The cell is no period.
    package static let unreadablePeriod = Self(rawValue: "unreadable-period")
    /// The cell is no sex.
    package static let unreadableSex = Self(rawValue: "unreadable-sex")
    /// A plain table has no column of the municipality, and none was said with it.
    package static let missingMunicipality = Self(rawValue: "missing-municipality")
    /// A plain table has no column of the time, and none was said with it.
    package static let missingPeriod = Self(rawValue: "missing-period")
    /// A spreadsheet has made a date of the ages, such as 5月9日 of 5-9.
    package static let ageBecameDate = Self(rawValue: "age-became-date")
    /// The cells are no ages.
    package static let unreadableAge = Self(rawValue: "unreadable-age")
    /// A row of the same sex and ages stands before, in the line that the text names.
    package static let duplicateRow = Self(rawValue: "duplicate-row")
    /// The count is below zero.
    package static let negativeCount = Self(rawValue: "negative-count")
    /// The cell is no number; a blank is not a zero.
    package static let unreadableCount = Self(rawValue: "unreadable-count")
  }

  /// What is wrong.
  public let code: Code
  /// The file.
  public let file: DocumentID
  /// The line, from 1; `nil` if it is about the file as a whole.
  public internal(set) var line: Int? = nil
  /// The column by its name.
  public internal(set) var column: String? = nil
  /// The municipality of the table.
  public internal(set) var municipality: MunicipalityCode? = nil
  /// The period of the table.
  public internal(set) var period: Period? = nil
  /// The sex of the row.
  public internal(set) var sex: Sex? = nil
  /// The ages of the row.
  public internal(set) var age: AgeGroup? = nil
  /// The text at fault.
  public internal(set) var text: String? = nil
  /// The bad rows that follow, the first ones of them.
  public private(set) var others: [AgeFileError] = []
  /// How many rows are bad beside this and ``others``.
  public private(set) var unlisted = 0

  /// So many bad rows are listed.
  static let maximumListed = 20

  /// The error with the bad rows that follow.
  ///
  /// - Parameter count: how many rows are bad in all.
  func with(others: [AgeFileError], count: Int) -> Self {
    var error = self
    error.others = others
    error.unlisted = max(count - 1 - others.count, 0)
    return error
  }
}

extension AgeFileError: CustomStringConvertible {
  /// Where it was noticed.
  public var place: FailurePlace? { FailurePlace(file.rawValue, line: line, part: column ?? "") }

  /// One line in English about the first bad row, with the stable name of what is wrong.
  public var description: String {
    "\(printedPlace)\(subject(.english))\(code.rawValue)" + (text.map { " (\($0))" } ?? "")
      + (furtherCount > 0 ? "; \(furtherCount) more" : "")
  }

  /// One line for a person to read about the first bad row, and how many there are more.
  public var message: LocalizedText {
    guard furtherCount > 0 else { return own }
    return LocalizedText(
      ja: own.ja + "。ほかに\(furtherCount)件", en: own.en + "; and \(furtherCount) more")
  }

  /// A line for each bad row that is listed: file and line, column, sex and ages, and what is wrong.
  ///
  /// The last line says how many are not listed.
  public var messages: [LocalizedText] {
    let more = LocalizedText(ja: "ほかに\(unlisted)件", en: "and \(unlisted) more")
    return ([self] + others).map(\.own) + (unlisted > 0 ? [more] : [])
  }

  private var furtherCount: Int { others.count + unlisted }

  /// What is wrong with this row alone.
  private var own: LocalizedText {
    LocalizedText(
      ja: printedPlace + subject(.japanese) + code.label.ja + (text.map { "（\($0)）" } ?? "")
        + offer,
      en: printedPlace + subject(.english) + code.label.en + (text.map { " (\($0))" } ?? "") + offer
    )
  }

  /// The codes that may be meant by one that cannot be read: 012131?
  private var offer: String {
    guard code == .unreadableMunicipality, let printed = text?.split(separator: ",").first else {
      return ""
    }
    let codes = MunicipalityCodeError(code: .wrongLength, text: String(printed)).suggestions
    return codes.map { " \($0)?" }.joined()
  }

  private var printedPlace: String { "\(file)\(line.map { ":\($0)" } ?? ""): " }

  private func subject(_ language: Language) -> String {
    let parts = [
      column, municipality?.sixDigits, period?.label[language], sex?.label[language],
      age?.label[language],
    ].compactMap(\.self)
    return parts.isEmpty ? "" : parts.joined(separator: language == .japanese ? " " : ", ") + ": "
  }
}

extension AgeFileError.Code {
  /// What is wrong, in a few words.
  public var label: LocalizedText {
    switch self {
    case .empty: LocalizedText(ja: "中身がありません", en: "the file is empty")
    case .notText: LocalizedText(ja: "UTF-8 の文字データではありません", en: "not a text in UTF-8")
    case .unclosedQuote:
      LocalizedText(ja: "引用符が閉じられていません", en: "a quote is opened and never closed")
    case .textAfterQuote: LocalizedText(ja: "閉じ引用符の後に文字があります", en: "a text follows a closing quote")
    case .wrongCellCount:
      LocalizedText(ja: "列の数が見出しと違います", en: "not as many cells as the heading has columns")
    case .missingColumn: LocalizedText(ja: "この列がありません", en: "there is no such column")
    case .repeatedColumn: LocalizedText(ja: "同じ列が二つあります", en: "the column stands twice")
    case .noRows: LocalizedText(ja: "行がありません", en: "there is no row")
    case .unreadableMunicipality:
      LocalizedText(ja: "団体コードとして読めません", en: "this is no code of a municipality")
    case .unreadablePeriod: LocalizedText(ja: "時期として読めません", en: "this is no period")
    case .unreadableSex: LocalizedText(ja: "性別として読めません", en: "this is no sex")
    case .missingMunicipality:
      LocalizedText(
        ja: "市区町村の列がありません。どの市区町村の人口か指定してください",
        en: "no column tells the municipality; say whose population it is")
    case .missingPeriod:
      LocalizedText(
        ja: "時点の列がありません。いつの人口か指定してください", en: "no column tells the time; say when it was counted")
    case .ageBecameDate:
      LocalizedText(
        ja: "年齢が日付になっています。表計算ソフトが 5-9 を5月9日に変えたものなら、5～9歳と書き直してください",
        en: "this is a date: where a spreadsheet has made 9 May of 5-9, write it as 5～9歳 or '5-9")
    case .unreadableCount:
      LocalizedText(ja: "人数として読めません（空欄は0ではありません）", en: "this is no count (a blank is not a zero)")
    default: AgeTableError.Code(rawValue: rawValue).label
    }
  }
}
