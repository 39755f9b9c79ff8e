/// Parses the arguments of a call.
struct ArgumentParser {
  let options: [OptionDeclaration]
  let positionals: [PositionalArgument]

  /// What a call asks for.
  enum Outcome {
    case run(ParsedArguments)
    case help
  }

  /// Parses the arguments after the program's name.
  ///
  /// `--` ends the options; `-` alone is an argument. A call for help wins over what is missing.
  func parse(_ arguments: [String]) throws(UsageError) -> Outcome {
    var result = ParsedArguments()
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        result.positionals += arguments[index...]
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        result.positionals.append(argument)
        continue
      }
      let (written, attached) = Self.split(argument)
      let option = try declaration(written)
      if option.name == StandardOptions.help.declaration.name, attached == nil { return .help }
      var values = [attached].compactMap(\.self)
      if option.placeholder == nil {
        if attached != nil { throw .unexpectedValue(written) }
        values = [""]
      }
      while values.count < option.valueCount {
        guard index < arguments.count, !Self.looksLikeOption(arguments[index]) else {
          throw .missingValue(written)
        }
        values.append(arguments[index])
        index += 1
      }
      for value in values where option.placeholder != nil {
        if let expected = option.problem(value) {
          throw .invalidValue(value, of: written, expected: expected)
        }
      }
      if let expected = option.problemOfAll(values) {
        throw .invalidValue(values.joined(separator: " "), of: written, expected: expected)
      }
      if !option.isRepeatable, result.values[option.name] != nil {
        throw .repeatedOption(option.flag)
      }
      result.values[option.name, default: []] += values
    }
    try checkCount(result.positionals)
    return .run(result)
  }

  /// The option's name and the value after `=`, if there is one.
  private static func split(_ argument: String) -> (String, String?) {
    guard let equals = argument.firstIndex(of: "=") else { return (argument, nil) }
    return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
  }

  /// Whether an argument is an option rather than a value: not `-`, and not a number such as `-5`.
  private static func looksLikeOption(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), let second = argument.dropFirst().first else { return false }
    return !(second.isASCII && second.isNumber)
  }

  private func declaration(_ written: String) throws(UsageError) -> OptionDeclaration {
    for option in options {
      if written == option.flag { return option }
      if let short = option.short, written == "-\(short)" { return option }
    }
    let name = written.hasPrefix("--") ? String(written.dropFirst(2)) : String(written.dropFirst())
    let near = Spelling.nearest(to: name, among: options.map(\.name))
    throw .unknownOption(written, suggestion: near.map { "--" + $0 })
  }

  private func checkCount(_ given: [String]) throws(UsageError) {
    let required = positionals.filter(\.isRequired)
    if given.count < required.count { throw .missingArgument(required[given.count].name) }
    let isOpen = positionals.contains { $0.count == .any || $0.count == .several }
    if !isOpen, given.count > positionals.count {
      throw .unexpectedArgument(given[positionals.count])
    }
  }
}

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
