import MachiKurabe

/// Says why a command was not called as it has to be.
struct UsageError: Failure {
  /// What is wrong.
  struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    let rawValue: String
    /// Makes a code from its name.
    init(rawValue: String) { self.rawValue = rawValue }
    /// There is no option of that name.
    static let unknownOption = Self(rawValue: "unknown-option")
    /// There is no command of that name.
    static let unknownCommand = Self(rawValue: "unknown-command")
    /// The option needs a value.
    static let missingValue = Self(rawValue: "missing-value")
    /// The option takes no value.
    static let unexpectedValue = Self(rawValue: "unexpected-value")
    /// The value is not one that the option takes.
    static let invalidValue = Self(rawValue: "invalid-value")
    /// The option may be given only once.
    static let repeatedOption = Self(rawValue: "repeated-option")
    /// An argument that is needed is not there.
    static let missingArgument = Self(rawValue: "missing-argument")
    /// There are more arguments than expected.
    static let unexpectedArgument = Self(rawValue: "unexpected-argument")
    /// An argument is not one that the command takes.
    static let invalidArgument = Self(rawValue: "invalid-argument")
  }

  /// What is wrong.
  let code: Code
  /// The option or argument that it is about, as it was written.
  let argument: String
  /// One sentence for a person to read.
  let message: LocalizedText
}

extension UsageError {
  /// Makes an error, such as one about an argument that the parser cannot judge.
  init(_ code: Code, _ argument: String, ja: String, en: String) {
    self.init(code: code, argument: argument, message: LocalizedText(ja: ja, en: en))
  }

  static func unknownOption(_ option: String, suggestion: String?) -> Self {
    let ja = suggestion.map { "。\($0)のことですか？" } ?? ""
    let en = suggestion.map { "; did you mean \($0)?" } ?? ""
    return Self(
      .unknownOption, option, ja: "\(option)というオプションはありません\(ja)",
      en: "there is no option \(option)\(en)")
  }

  static func missingValue(_ option: String) -> Self {
    Self(.missingValue, option, ja: "\(option)には値が必要です", en: "\(option) needs a value")
  }

  static func unexpectedValue(_ option: String) -> Self {
    Self(.unexpectedValue, option, ja: "\(option)に値は付けられません", en: "\(option) takes no value")
  }

  static func invalidValue(_ value: String, of option: String, expected: LocalizedText) -> Self {
    Self(
      .invalidValue, option, ja: "\(option)に「\(value)」は使えません。\(expected.ja)",
      en: "\(option) cannot be \"\(value)\"; \(expected.en)")
  }

  static func repeatedOption(_ option: String) -> Self {
    Self(
      .repeatedOption, option, ja: "\(option)は一度しか指定できません", en: "\(option) can be given only once")
  }

  static func missingArgument(_ name: LocalizedText) -> Self {
    Self(
      .missingArgument, name.en, ja: "引数「\(name.ja)」を指定してください",
      en: "the argument \(name.en) is missing")
  }

  static func unexpectedArgument(_ argument: String) -> Self {
    Self(
      .unexpectedArgument, argument, ja: "余分な引数があります: \(argument)",
      en: "unexpected argument: \(argument)")
  }
}
