/// The arguments of a call, checked against what the command takes.
struct ParsedArguments: Sendable {
  /// The arguments without a name, in the order given.
  var positionals: [String] = []
  /// The values of each option by its name, in the order given. A flag has empty values.
  var values: [String: [String]] = [:]

  /// Whether an option is given.
  func has(_ option: any DeclaredOption) -> Bool { values[option.declaration.name] != nil }

  /// The value of an option.
  subscript<Value>(option: CommandOption<Value>) -> Value {
    option.value(values[option.declaration.name] ?? [])
  }
}
