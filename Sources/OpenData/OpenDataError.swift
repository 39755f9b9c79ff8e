public import MunicipalModel

/// Says why a file of open data cannot be read or used at all.
///
/// What is wrong with single cells and rows is no error but a `Diagnostic`.
public struct OpenDataError: Failure {
  /// What is wrong.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The file cannot be opened or read; ``OpenDataError/found`` says why.
    package static let unreadableFile = Self(rawValue: "unreadable-file")
    /// There is nothing in the file.
    package static let empty = Self(rawValue: "empty-file")
    /// The file has another format; ``OpenDataError/found`` says which, if it is known.
    package static let wrongFormat = Self(rawValue: "wrong-format")
    /// A column that nothing can be read without is not there.
    package static let missingColumn = Self(rawValue: "missing-column")
    /// A column that may stand once stands twice.
    package static let repeatedColumn = Self(rawValue: "repeated-column")
    /// Almost all combinations of municipality, year and age have no row.
    package static let tooSparse = Self(rawValue: "too-sparse")
    /// The file does not say which day or year it is about.
    package static let missingPeriod = Self(rawValue: "missing-period")
    /// There is a header but no row of figures.
    package static let noRows = Self(rawValue: "no-rows")
    /// The text is damaged JSON.
    package static let damagedJSON = Self(rawValue: "damaged-json")
    /// The server answered with an error in place of a table.
    package static let serverError = Self(rawValue: "server-error")
    /// Two files count different populations, or at different times of the year.
    package static let differentDefinition = Self(rawValue: "different-definition")
    /// In- and out-migrants are of different items, such as other municipalities and other prefectures.
    package static let differentItems = Self(rawValue: "different-items")
    /// Two files are not of consecutive years.
    package static let notConsecutive = Self(rawValue: "not-consecutive")
    /// Two pages do not belong to the same table, or a page between them is missing.
    package static let pagesDoNotFit = Self(rawValue: "pages-do-not-fit")
    /// A stock is of another day than the one that it is needed of.
    package static let wrongDay = Self(rawValue: "wrong-day")
    /// There is no such area, item or year in the file.
    package static let notInFile = Self(rawValue: "not-in-file")
    /// The figures by age make no table by age.
    package static let noAgeTable = Self(rawValue: "no-age-table")
    /// Nothing in the file tells whose it is; the caller has to name the municipality.
    package static let municipalityNeeded = Self(rawValue: "municipality-needed")
    /// The files have no movers of that nationality; ``OpenDataError/found`` tells those that there are.
    package static let noSuchMovers = Self(rawValue: "no-such-movers")
  }

  /// What is wrong.
  public let code: Code
  /// The file.
  public let document: DocumentID
  /// The line where it was noticed, from 1, if it is about one line.
  public let line: Int?
  /// What was expected.
  public let expected: LocalizedText
  /// What was found.
  public let found: LocalizedText
  /// What the reader noticed before it gave up, which often is the reason; the first in line first.
  public let diagnostics: [Diagnostic]

  /// Makes an error.
  package init(
    code: Code, document: DocumentID, line: Int? = nil,
    expected: LocalizedText = LocalizedText(""), found: LocalizedText = LocalizedText(""),
    diagnostics: [Diagnostic] = []
  ) {
    self.code = code
    self.document = document
    self.line = line
    self.expected = expected
    self.found = found
    self.diagnostics = diagnostics
  }

  /// The same error with what the reader noticed.
  func with(_ diagnostics: [Diagnostic]) -> Self {
    Self(
      code: code, document: document, line: line, expected: expected, found: found,
      diagnostics: diagnostics)
  }
}

extension OpenDataError: CustomStringConvertible {
  /// Where it was noticed.
  public var place: FailurePlace? { FailurePlace(document.rawValue, line: line) }

  /// One line in English, with the stable name of what is wrong.
  public var description: String { text.description(printedPlace, code: code.rawValue) }

  /// One line for a person to read.
  public var message: LocalizedText { text.message(printedPlace, reason: code.label) }

  private var text: FailureText { FailureText(expected: expected, found: found) }

  private var printedPlace: String { "\(document)\(line.map { ":\($0)" } ?? ""): " }
}

extension OpenDataError.Code {
  /// What is wrong, in a few words.
  package var label: LocalizedText {
    switch self {
    case .unreadableFile: LocalizedText(ja: "ファイルを読めません", en: "the file cannot be read")
    case .empty: LocalizedText(ja: "中身がありません", en: "the file is empty")
    case .wrongFormat: LocalizedText(ja: "形式が違います", en: "the file has another format")
    case .missingColumn: LocalizedText(ja: "必要な列がありません", en: "a column is missing")
    case .repeatedColumn: LocalizedText(ja: "同じ列が二つあります", en: "a column stands twice")
    case .tooSparse:
      LocalizedText(
        ja: "団体・年・年齢の組み合わせのほとんどに行がありません",
        en: "almost all combinations of municipality, year and age have no row")
    case .missingPeriod: LocalizedText(ja: "いつの値か分かりません", en: "the file names no date")
    case .noRows: LocalizedText(ja: "値の行がありません", en: "there is no row of figures")
    case .damagedJSON: LocalizedText(ja: "JSON が壊れています", en: "damaged JSON")
    case .serverError:
      LocalizedText(ja: "提供元がエラーを返しています", en: "the server answered with an error")
    case .differentDefinition:
      LocalizedText(ja: "数え方の違う表は並べられません", en: "the tables count differently")
    case .differentItems:
      LocalizedText(
        ja: "転入と転出の相手の範囲が違います", en: "in- and out-migrants are counted from and to different places")
    case .notConsecutive:
      LocalizedText(ja: "連続する年の表ではありません", en: "the tables are not of consecutive years")
    case .pagesDoNotFit: LocalizedText(ja: "続きのページではありません", en: "the pages do not fit together")
    case .wrongDay: LocalizedText(ja: "人口の日付が合いません", en: "the stock is of another day")
    case .notInFile: LocalizedText(ja: "ファイルにありません", en: "not in the file")
    case .noAgeTable: LocalizedText(ja: "年齢別の表になりません", en: "no table by age")
    case .municipalityNeeded:
      LocalizedText(ja: "どの市区町村のものか分かりません", en: "nothing tells whose figures they are")
    case .noSuchMovers:
      LocalizedText(ja: "その移動者はファイルにありません", en: "the files have no such movers")
    default: LocalizedText(rawValue)
    }
  }
}
