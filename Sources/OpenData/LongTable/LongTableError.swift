public import MunicipalModel

/// Says why a long table could not be read, used or written at all.
public struct LongTableError: Failure {
  /// What is wrong.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// There is no such file.
    public static let notFound = Self(rawValue: "not-found")
    /// It is a folder.
    public static let isFolder = Self(rawValue: "is-folder")
    /// The system refuses to read or write it; ``LongTableError/detail`` has the system's words.
    public static let notPermitted = Self(rawValue: "not-permitted")
    /// The system reports another failure; ``LongTableError/detail`` has its words.
    public static let systemFailure = Self(rawValue: "system-failure")
    /// It is longer than what is read: of a pipe or a device, or of a file that is read at once, 256 MiB.
    public static let tooLarge = Self(rawValue: "too-large")
    /// There is nothing in it.
    public static let empty = Self(rawValue: "empty-document")
    /// Its first line is no text.
    public static let notText = Self(rawValue: "not-text")
    /// A quote of the first line is not closed, or text stands behind it; ``LongTableError/detail`` has
    /// the text from that quote on.
    public static let damagedQuotes = Self(rawValue: "damaged-quotes")
    /// The first line lacks columns; ``LongTableError/detail`` names them.
    public static let missingColumns = Self(rawValue: "missing-columns")
    /// The first line names a column twice.
    public static let duplicateColumn = Self(rawValue: "duplicate-column")
    /// The file was changed while it was read.
    public static let changedWhileReading = Self(rawValue: "changed-while-reading")
    /// The rows name so many codes, years and ages that almost all of their combinations are missing.
    public static let tooSparse = Self(rawValue: "too-sparse")
    /// The ages asked for are not made up of age groups of the table.
    public static let agesNotInTable = Self(rawValue: "ages-not-in-table")
  }

  /// What is wrong.
  public let code: Code
  /// The document, or the path of a file to be written.
  public let document: DocumentID
  /// What exactly: names of columns, ages, or the system's words.
  public let detail: String

  /// Makes an error.
  public init(code: Code, document: DocumentID, detail: String = "") {
    self.code = code
    self.document = document
    self.detail = detail
  }
}

extension LongTableError {
  /// Makes the error of a file that could not be read or written.
  init(_ fault: FileFault) {
    self.init(
      code: Code(rawValue: fault.kind.rawValue), document: DocumentID(rawValue: fault.path),
      detail: fault.words)
  }

  /// Does something with files.
  static func ofFiles<Value>(
    _ body: () throws(FileFault) -> Value
  ) throws(LongTableError) -> Value {
    do throws(FileFault) { return try body() } catch { throw LongTableError(error) }
  }
}

extension LongTableError: CustomStringConvertible {
  /// Where it was noticed.
  public var place: FailurePlace? { FailurePlace(document.rawValue) }

  /// One line in English, with the stable name of what is wrong.
  public var description: String {
    "\(document): \(code.rawValue)" + (detail.isEmpty ? "" : " (\(detail))")
  }

  /// One line for a person to read.
  public var message: LocalizedText {
    LocalizedText(
      ja: "\(document): \(messageWithoutPlace.ja)", en: "\(document): \(messageWithoutPlace.en)")
  }

  /// What is wrong, without the name of the file.
  var messageWithoutPlace: LocalizedText {
    let end = detail.isEmpty ? "" : ": \(detail)"
    return LocalizedText(ja: code.label.ja + end, en: code.label.en + end)
  }
}

extension LongTableError.Code {
  fileprivate var label: LocalizedText {
    switch self {
    case .notFound: LocalizedText(ja: "見つかりません", en: "no such file")
    case .isFolder: LocalizedText(ja: "ファイルではなくフォルダーです", en: "this is a folder, not a file")
    case .notPermitted: LocalizedText(ja: "アクセスする権限がありません", en: "permission denied")
    case .systemFailure: LocalizedText(ja: "読み書きできません", en: "cannot be read or written")
    case .tooLarge:
      LocalizedText(
        ja: "大きすぎます（読むのは\(SystemFile.limit >> 20) MiBまで）",
        en: "too large (up to \(SystemFile.limit >> 20) MiB are read)")
    case .empty: LocalizedText(ja: "中身がありません", en: "the file is empty")
    case .notText: LocalizedText(ja: "文字データではありません", en: "the file is not text")
    case .damagedQuotes:
      LocalizedText(
        ja: "1行目の引用符が閉じていないか、閉じた後に文字があります",
        en: "a quote of the first line is not closed, or text stands behind it")
    case .missingColumns:
      LocalizedText(ja: "1行目に必要な列がありません", en: "the first line lacks columns")
    case .duplicateColumn:
      LocalizedText(ja: "1行目に同じ列が二つあります", en: "the first line names a column twice")
    case .changedWhileReading:
      LocalizedText(ja: "読み込み中にファイルが変わりました", en: "the file was changed while it was read")
    case .tooSparse:
      LocalizedText(
        ja: "団体・年・年齢の組み合わせのほとんどに行がありません",
        en: "almost all combinations of code, year and age have no row")
    case .agesNotInTable:
      LocalizedText(ja: "表の年齢階級から作れない年齢です", en: "no age groups of the table make up the ages")
    default: LocalizedText(rawValue)
    }
  }
}
