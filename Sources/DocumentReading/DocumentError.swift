public import MunicipalModel

/// Says why a document could not be read at all.
public struct DocumentError: Failure {
  /// What is wrong with the document.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// There is no such file, or it cannot be opened.
    package static let notFound = Self(rawValue: "not-found")
    /// It is no ordinary file, such as a pipe, or longer than what is read of a document.
    package static let notReadable = Self(rawValue: "not-readable")
    /// There is nothing in it.
    package static let empty = Self(rawValue: "empty-document")
    /// It is not text in UTF-8.
    package static let notText = Self(rawValue: "not-text")
    /// It is another kind of document, or another city's.
    package static let wrongKind = Self(rawValue: "wrong-kind")
    /// The municipality has no document of that name.
    package static let unknownDocument = Self(rawValue: "unknown-document")
    /// A folder has two documents of the same kind.
    package static let duplicateDocument = Self(rawValue: "duplicate-document")
    /// A file of the package itself, such as the list of corrections, is damaged.
    package static let damagedResource = Self(rawValue: "damaged-resource")
  }

  /// What is wrong.
  public let code: Code
  /// The document that was asked for.
  public let document: DocumentID
  /// The line where it was noticed, from 1, if it is about one line.
  public let line: Int?
  /// What was expected.
  public let expected: LocalizedText
  /// What was found.
  public let found: LocalizedText

  /// Makes an error.
  package init(
    code: Code, document: DocumentID, line: Int? = nil,
    expected: LocalizedText = LocalizedText(""), found: LocalizedText = LocalizedText("")
  ) {
    self.code = code
    self.document = document
    self.line = line
    self.expected = expected
    self.found = found
  }
}

extension DocumentError {
  /// The same of a document whose form cannot be read.
  init(_ error: FormError, document: DocumentID) {
    let part = LocalizedText(
      [error.part, error.found].filter { !$0.isEmpty }.joined(separator: ": "))
    self.init(
      code: error.code == .empty ? .empty : Code(rawValue: error.code.rawValue), document: document,
      expected: error.expected, found: part)
  }
}

extension DocumentError: CustomStringConvertible {
  /// Where it was noticed.
  public var place: FailurePlace? { FailurePlace(document.rawValue, line: line) }

  /// One line in English, with the stable name of what is wrong.
  public var description: String { text.description(printedPlace, code: code.rawValue) }

  /// One line for a person to read.
  public var message: LocalizedText { text.message(printedPlace, reason: code.label) }

  private var text: FailureText { FailureText(expected: expected, found: found) }

  private var printedPlace: String { "\(document)\(line.map { ":\($0)" } ?? ""): " }
}

extension DocumentError.Code {
  /// What is wrong, in a few words.
  var label: LocalizedText {
    switch self {
    case .notFound: LocalizedText(ja: "見つからないか、開けません", en: "not found, or cannot be opened")
    case .notReadable: LocalizedText(ja: "読めません", en: "cannot be read")
    case .empty: LocalizedText(ja: "中身がありません", en: "the document is empty")
    case .notText: LocalizedText(ja: "UTF-8 の文字データではありません", en: "not a text in UTF-8")
    case .wrongKind: LocalizedText(ja: "資料の種類が違います", en: "another kind of document")
    case .unknownDocument: LocalizedText(ja: "知らない資料です", en: "unknown document")
    case .duplicateDocument:
      LocalizedText(ja: "同じ種類の資料が二つあります", en: "two documents of the same kind")
    case .damagedResource: LocalizedText(ja: "内容が壊れています", en: "damaged file")
    default: FormError.Code(rawValue: rawValue).label
    }
  }
}
