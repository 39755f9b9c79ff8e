import MachiKurabe

/// An argument without a name, such as a file to read.
struct PositionalArgument: Sendable {
  /// How often the argument is given.
  enum Count: Sendable {
    /// Exactly once.
    case one
    /// At most once.
    case optional
    /// Any number of times, also never. Only the last argument can be.
    case any
    /// Once or more often. Only the last argument can be.
    case several
  }

  /// What stands for it in the usage text, such as 市名 / CITY.
  let name: LocalizedText
  /// How often it is given.
  let count: Count
  /// What it is for.
  let help: LocalizedText
  /// What it is, for completion.
  let values: ValueKind

  /// Makes an argument.
  init(
    _ name: LocalizedText, count: Count = .one, help: LocalizedText,
    values: ValueKind = .file
  ) {
    self.name = name
    self.count = count
    self.help = help
    self.values = values
  }

  var isRequired: Bool { count == .one || count == .several }

  /// The argument in the usage line: `FILE`, `[FILE]`, `FILE...` or `[FILE...]`.
  func usage(_ language: Language) -> String {
    switch count {
    case .one: name[language]
    case .optional: "[\(name[language])]"
    case .any: "[\(name[language])...]"
    case .several: "\(name[language])..."
    }
  }
}
