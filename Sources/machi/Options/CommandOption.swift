import MachiKurabe

/// An option of a command, such as `--year 2021`, and the type of its value.
///
/// The value is read from the parsed arguments by the option itself: `arguments[year]`.
struct CommandOption<Value>: DeclaredOption {
  /// How the option is written and explained.
  let declaration: OptionDeclaration
  /// The value of what was given, which the declaration has accepted.
  let value: @Sendable ([String]) -> Value

  init(_ declaration: OptionDeclaration, value: @escaping @Sendable ([String]) -> Value) {
    self.declaration = declaration
    self.value = value
  }
}

/// An option of any type of value.
protocol DeclaredOption: Sendable {
  /// How the option is written and explained.
  var declaration: OptionDeclaration { get }
}

/// How an option is written and explained.
struct OptionDeclaration: Sendable {
  /// The name without its dashes, such as `format`.
  let name: String
  /// A letter for short, such as `o` for `-o`.
  var short: Character?
  /// What stands for the value in the usage text; `nil` for an option without a value.
  var placeholder: LocalizedText?
  /// What the option is for.
  let help: LocalizedText
  /// What the value is, for completion.
  var values = ValueKind.text
  /// Whether the option may be given several times.
  var isRepeatable = false
  /// How many values follow the name, such as 2 for `--population-between A B`.
  var valueCount = 1
  /// What holds if the option is not given, in words.
  var standard: LocalizedText?
  /// What is expected of a value, if it is not as expected.
  var problem: @Sendable (String) -> LocalizedText? = { _ in nil }
  /// What is expected of the values together, if they are not as expected.
  var problemOfAll: @Sendable ([String]) -> LocalizedText? = { _ in nil }

  /// The name as it is written, such as `--format`.
  var flag: String { "--" + name }
}

/// What the value of an option or an argument is, so that a shell can complete it.
enum ValueKind: Hashable, Sendable {
  /// Any text.
  case text
  /// One of several words.
  case words([String])
  /// The path of a file.
  case file
  /// The path of a folder.
  case folder
}
