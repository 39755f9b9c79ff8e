/// Says why a file of some form, such as a workbook, cannot be read at all.
public struct FormError: Failure {
  /// What is wrong with the file.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A form that is known and not read, such as a PDF; the message says what to do.
    package static let unreadForm = Self(rawValue: "unread-form")
    /// The archive is cut short or damaged.
    package static let damagedArchive = Self(rawValue: "damaged-archive")
    /// A part that the form needs is not in the archive.
    package static let missingPart = Self(rawValue: "missing-part")
    /// The markup of a part is broken.
    package static let brokenMarkup = Self(rawValue: "broken-markup")
    /// It unpacks to more, or has more members, cells or levels, than is read.
    package static let tooLarge = Self(rawValue: "too-large")
    /// It is protected by a password.
    package static let encrypted = Self(rawValue: "encrypted")
    /// The bytes are no text in an encoding that is read.
    package static let notText = Self(rawValue: "not-text")
    /// There is nothing in it.
    package static let empty = Self(rawValue: "empty")
  }

  /// What is wrong.
  public let code: Code
  /// The file.
  public let file: String
  /// The part of the file, such as `xl/workbook.xml`, a sheet or a byte; empty if it is about the whole.
  public let part: String
  /// What was expected, or what to do.
  public let expected: LocalizedText
  /// What was found.
  public let found: String

  /// Makes an error.
  package init(
    code: Code, file: String, part: String = "", expected: LocalizedText = LocalizedText(""),
    found: String = ""
  ) {
    self.code = code
    self.file = file
    self.part = part
    self.expected = expected
    self.found = found
  }
}

extension FormError: CustomStringConvertible {
  /// Where it was noticed.
  public var place: FailurePlace? { FailurePlace(file, part: part) }

  /// One line in English, with the stable name of what is wrong.
  public var description: String { text.description(printedPlace, code: code.rawValue) }

  /// One line for a person to read.
  public var message: LocalizedText { text.message(printedPlace, reason: code.label) }

  private var text: FailureText {
    FailureText(expected: expected, found: LocalizedText(found))
  }

  private var printedPlace: String { file + (part.isEmpty ? "" : ": \(part)") + ": " }
}

extension LocalizedText {
  /// A bound that was exceeded, for an error.
  static func atMost(_ count: Int) -> Self {
    Self(ja: "\(count)まで", en: "at most \(count)")
  }
}

extension FormError.Code {
  /// What is wrong, in a few words.
  package var label: LocalizedText {
    switch self {
    case .unreadForm: LocalizedText(ja: "この形式のままでは読めません", en: "this form is not read as it is")
    case .damagedArchive: LocalizedText(ja: "圧縮ファイルが壊れています", en: "the archive is damaged")
    case .missingPart: LocalizedText(ja: "必要な部分がありません", en: "a part is missing")
    case .brokenMarkup: LocalizedText(ja: "マークアップが壊れています", en: "the markup is broken")
    case .tooLarge: LocalizedText(ja: "大きすぎます", en: "it is too large")
    case .encrypted:
      LocalizedText(ja: "パスワードで保護されています", en: "it is protected by a password")
    case .notText:
      LocalizedText(ja: "読める文字コードの文字データではありません", en: "not text in an encoding that is read")
    case .empty: LocalizedText(ja: "中身がありません", en: "there is nothing in it")
    default: LocalizedText(rawValue)
    }
  }
}
