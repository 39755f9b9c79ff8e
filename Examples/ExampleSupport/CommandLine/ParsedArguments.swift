/// The arguments of a call, checked against what the command takes.
public struct ParsedArguments: Sendable {
  /// The arguments without a name, in the order given.
  public internal(set) var positionals: [String] = []
  /// The values of each option by its name, in the order given. A flag has empty values.
  var values: [String: [String]] = [:]

  /// The value of an option.
  public subscript<Value>(option: CommandOption<Value>) -> Value {
    option.value(values[option.declaration.name] ?? [])
  }
}
