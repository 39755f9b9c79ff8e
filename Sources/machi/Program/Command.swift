import MachiKurabe

/// A command of the program: its name, what it takes, and what it does.
///
/// Every command has `--help`, `--language` and `--output`, and `--format` if it writes reports. Help and
/// completion are made from what is stated here.
protocol Command: Sendable {
  /// The word that names it.
  var name: String { get }
  /// What it does, in a sentence.
  var summary: LocalizedText { get }
  /// A call of it, without the program's name.
  var example: String { get }
  /// Another one; `nil` where one says it.
  var furtherExample: String? { get }
  /// Further paragraphs of the usage text.
  var discussion: [LocalizedText] { get }
  /// The arguments without a name.
  var positionals: [PositionalArgument] { get }
  /// The options of its own.
  var options: [any DeclaredOption] { get }
  /// The formats in which it writes reports; the first one is used if none is asked for.
  var formats: [ReportFormat] { get }
  /// The option that says where the results go.
  var output: CommandOption<String?> { get }
  /// Does what a call asks for.
  func run(_ call: CommandCall) throws
}

extension Command {
  var furtherExample: String? { nil }
  var discussion: [LocalizedText] { [] }
  var positionals: [PositionalArgument] { [] }
  var options: [any DeclaredOption] { [] }
  var formats: [ReportFormat] { ReportFormat.allCases }
  var output: CommandOption<String?> { StandardOptions.output }

  /// The name as messages tell it, such as `machi compare`.
  var fullName: String { "\(Program.name) \(name)" }

  /// The options of its own, then the standard ones.
  var declarations: [OptionDeclaration] {
    var all = options.map(\.declaration)
    if !formats.isEmpty { all.append(StandardOptions.format(formats).declaration) }
    if formats.contains(.csv) { all.append(StandardOptions.mark.declaration) }
    return all + [
      StandardOptions.language.declaration, output.declaration, StandardOptions.help.declaration,
    ]
  }

  /// Whether it has an option.
  func takes<Value>(_ option: CommandOption<Value>) -> Bool {
    options.contains { $0.declaration.name == option.declaration.name }
  }

  /// Runs the command and reports errors; it does not end the program.
  func run(
    arguments: [String], environment: (String) -> String?, console: Console
  ) -> ExitStatus {
    let language = LanguageDetection.language(arguments: arguments, environment: environment)
    return ExitStatus(of: fullName, language: language, console: console) {
      let parser = ArgumentParser(options: declarations, positionals: positionals)
      switch try parser.parse(arguments) {
      case .help: try console.write(Array(UsageText(of: self, language: language).text.utf8))
      case .run(let parsed):
        let format = parsed.values["format"]?.last ?? ""
        if parsed.has(StandardOptions.mark),
          ![.csv, .excel].contains(ReportFormat(rawValue: format))
        {
          throw UsageError(
            .unexpectedArgument, StandardOptions.mark.declaration.flag,
            ja: "--bom は --format csv と一緒に使います", en: "--bom goes with --format csv")
        }
        try run(
          CommandCall(
            command: self, arguments: parsed, language: language, console: console,
            screen: console.screen(environment)))
      }
    }
  }
}
