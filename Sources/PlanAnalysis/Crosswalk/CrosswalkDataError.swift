public import MunicipalModel

/// Says why a data file of the crosswalk (concepts, themes, SDG rules) cannot be used.
public struct CrosswalkDataError: Error, Hashable, Sendable {
  /// What is wrong with the file.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The file that is asked for is not there.
    public static let missingFile = Self(rawValue: "missing-file")
    /// It is not JSON.
    public static let brokenJSON = Self(rawValue: "broken-json")
    /// A member that is needed is not there.
    public static let missingMember = Self(rawValue: "missing-member")
    /// There is a member of a name that nothing reads.
    public static let unknownMember = Self(rawValue: "unknown-member")
    /// A member holds a value of another type, or one that is not allowed.
    public static let badValue = Self(rawValue: "bad-value")
    /// Two entries have the same identifier.
    public static let duplicateID = Self(rawValue: "duplicate-id")
    /// There is no theme of that name.
    public static let unknownTheme = Self(rawValue: "unknown-theme")
    /// There is no concept of that name.
    public static let unknownConcept = Self(rawValue: "unknown-concept")
    /// The concept has no aspect of that name.
    public static let unknownAspect = Self(rawValue: "unknown-aspect")
    /// The Sustainable Development Goals are numbered 1 to 17.
    public static let noSuchGoal = Self(rawValue: "no-such-goal")
  }

  /// What is wrong.
  public let code: Code
  /// The file.
  public let file: String
  /// Where in the file, such as `concepts[3].sdgs[0].goal`; empty if it is about the whole.
  public let path: String
  /// What was expected.
  public let expected: String
  /// What was found.
  public let found: String

  /// Makes an error.
  public init(
    code: Code, file: String, path: String = "", expected: String = "", found: String = ""
  ) {
    self.code = code
    self.file = file
    self.path = path
    self.expected = expected
    self.found = found
  }
}

extension CrosswalkDataError: CustomStringConvertible {
  /// One line in English, with the stable name of what is wrong.
  public var description: String {
    place + code.rawValue + (expected.isEmpty ? "" : "; expected \(expected)")
      + (found.isEmpty ? "" : "; found \(found)")
  }

  /// One line for a person to read.
  public var message: LocalizedText {
    let reason = code.label
    return LocalizedText(
      ja: place + reason.ja + (expected.isEmpty ? "" : "。必要なもの: \(expected)")
        + (found.isEmpty ? "" : "。実際: \(found)"),
      en: place + reason.en + (expected.isEmpty ? "" : "; expected \(expected)")
        + (found.isEmpty ? "" : "; found \(found)"))
  }

  private var place: String { "\(file)\(path.isEmpty ? "" : ":\(path)"): " }
}

extension CrosswalkDataError.Code {
  /// What is wrong, in a few words.
  var label: LocalizedText {
    switch self {
    case .missingFile: LocalizedText(ja: "ファイルがありません", en: "there is no such file")
    case .brokenJSON: LocalizedText(ja: "JSONとして読めません", en: "not readable as JSON")
    case .missingMember: LocalizedText(ja: "必要な項目がありません", en: "a member is missing")
    case .unknownMember: LocalizedText(ja: "知らない項目があります", en: "there is an unknown member")
    case .badValue: LocalizedText(ja: "値が正しくありません", en: "the value is not allowed")
    case .duplicateID: LocalizedText(ja: "識別名が重なっています", en: "the identifier is there twice")
    case .unknownTheme: LocalizedText(ja: "そのテーマはありません", en: "there is no such theme")
    case .unknownConcept: LocalizedText(ja: "その概念はありません", en: "there is no such concept")
    case .unknownAspect: LocalizedText(ja: "その観点はありません", en: "there is no such aspect")
    case .noSuchGoal: LocalizedText(ja: "SDGsのゴールは1から17です", en: "the goals are 1 to 17")
    default: LocalizedText(rawValue)
    }
  }
}
