/// Says why a data file, such as a taxonomy, a layout or a scenario, cannot be used.
public struct DataFileError: Failure {
  /// What is wrong with the file.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The file that is asked for is not there.
    package static let missingFile = Self(rawValue: "missing-file")
    /// The folder that is asked for is not there.
    package static let missingFolder = Self(rawValue: "missing-folder")
    /// What is asked for as a folder is a file.
    package static let notAFolder = Self(rawValue: "not-a-folder")
    /// What is asked for as a file is a folder, a pipe or a device.
    package static let notAFile = Self(rawValue: "not-a-file")
    /// The file is longer than what is read of such a file.
    package static let tooLarge = Self(rawValue: "too-large")
    /// The user may not read it.
    package static let notPermitted = Self(rawValue: "not-permitted")
    /// The system could not read it.
    package static let notReadable = Self(rawValue: "not-readable")
    /// The bytes are not text in UTF-8, but perhaps in another encoding, such as Shift_JIS.
    package static let notUTF8 = Self(rawValue: "not-utf-8")
    /// It is not JSON.
    package static let brokenJSON = Self(rawValue: "broken-json")
    /// A member that is needed is not there.
    package static let missingMember = Self(rawValue: "missing-member")
    /// There is a member of a name that nothing reads.
    package static let unknownMember = Self(rawValue: "unknown-member")
    /// A member stands twice in one object.
    package static let repeatedMember = Self(rawValue: "repeated-member")
    /// A member holds a value of another type, or one that is not allowed.
    package static let badValue = Self(rawValue: "bad-value")
    /// Two entries have the same identifier.
    package static let duplicateID = Self(rawValue: "duplicate-id")
    /// A member names something that is not there, such as a concept.
    package static let unknownReference = Self(rawValue: "unknown-reference")
  }

  /// What is wrong.
  public let code: Code
  /// The file.
  public let file: String
  /// The line, from 1, if it is known.
  public let line: Int?
  /// Where in the file, such as `concepts[3].sdgs[0].goal`; empty if it is about the whole.
  public let path: String
  /// What was expected.
  public let expected: LocalizedText
  /// What was found.
  public let found: String

  /// Makes an error.
  package init(
    code: Code, file: String, line: Int? = nil, path: String = "",
    expected: LocalizedText = LocalizedText(""), found: String = ""
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.path = path
    self.expected = expected
    self.found = found
  }
}

extension DataFileError: CustomStringConvertible {
  /// Where it was noticed.
  public var place: FailurePlace? { FailurePlace(file, line: line, part: path) }

  /// One line in English, with the stable name of what is wrong.
  public var description: String {
    text.description(printedPlace + (path.isEmpty ? "" : ":\(path)") + ": ", code: code.rawValue)
  }

  /// One line for a person to read.
  public var message: LocalizedText {
    text.message("\(printedPlace): \(member)", reason: code.label)
  }

  /// What is wrong, without the file and the line.
  public var messageWithoutPlace: LocalizedText { text.message(member, reason: code.label) }

  /// What is wrong, with the line but without the file, where the caller names that.
  package var messageWithLine: LocalizedText {
    text.message((line.map { "\($0): " } ?? "") + member, reason: code.label)
  }

  private var text: FailureText {
    FailureText(expected: expected, found: LocalizedText(found))
  }

  private var printedPlace: String { file + (line.map { ":\($0)" } ?? "") }
  private var member: String { path.isEmpty ? "" : "\(path): " }
}

extension DataFileError {
  /// The error of a file of a folder that the system does not give.
  ///
  /// - Parameter file: by which the error calls the file.
  package init(_ error: FileError, file: String) {
    switch error.code {
    case .notFound: self.init(code: .missingFile, file: file)
    case .notPermitted: self.init(code: .notPermitted, file: file)
    case .isFolder:
      self.init(code: .notAFile, file: file, expected: Self.ordinaryFile)
    case .tooLarge:
      self.init(
        code: .tooLarge, file: file,
        expected: LocalizedText(
          ja: "\(error.limit >> 20) MiB以下", en: "\(error.limit >> 20) MiB or less"))
    default: self.init(code: .notReadable, file: file, found: error.words)
    }
  }

  static let ordinaryFile = LocalizedText(ja: "ふつうのファイル", en: "an ordinary file")
}

extension DataFileError.Code {
  /// What is wrong, in a few words.
  public var label: LocalizedText {
    switch self {
    case .missingFile: LocalizedText(ja: "ファイルがありません", en: "there is no such file")
    case .missingFolder: LocalizedText(ja: "フォルダーがありません", en: "there is no such folder")
    case .notAFolder: LocalizedText(ja: "フォルダーではありません", en: "this is not a folder")
    case .notAFile:
      LocalizedText(ja: "ふつうのファイルではありません", en: "this is not an ordinary file")
    case .tooLarge: LocalizedText(ja: "大きすぎます", en: "the file is too large")
    case .notPermitted: LocalizedText(ja: "アクセスする権限がありません", en: "permission denied")
    case .notReadable: LocalizedText(ja: "読み込めません", en: "it cannot be read")
    case .notUTF8:
      LocalizedText(ja: "UTF-8の文字データではありません", en: "the file is not text in UTF-8")
    case .brokenJSON: LocalizedText(ja: "JSONとして読めません", en: "not readable as JSON")
    case .missingMember: LocalizedText(ja: "必要な項目がありません", en: "a member is missing")
    case .unknownMember: LocalizedText(ja: "知らない項目があります", en: "there is an unknown member")
    case .repeatedMember: LocalizedText(ja: "同じ項目が二つあります", en: "a member is there twice")
    case .badValue: LocalizedText(ja: "値が正しくありません", en: "the value is not allowed")
    case .duplicateID: LocalizedText(ja: "識別名が重なっています", en: "the identifier is there twice")
    case .unknownReference: LocalizedText(ja: "そのようなものはありません", en: "there is no such thing")
    default: LocalizedText(rawValue)
    }
  }
}
