public import MachiKurabe

/// A command: its name, what it takes, and how it is run.
///
/// Every command has `--help`, `--language` and `--output`. It has `--format` if it writes reports,
/// and `--version` if it has a version.
public struct CommandLineTool: Sendable {
  /// The name of the program.
  public let name: String
  /// What it does, in a sentence.
  public let summary: LocalizedText
  /// Further paragraphs of the usage text.
  public let discussion: [LocalizedText]
  /// The arguments without a name.
  public let positionals: [PositionalArgument]
  /// The options of its own.
  public let options: [any DeclaredOption]
  /// The formats in which it writes reports; the first one is used if none is asked for.
  public let formats: [ReportFormat]
  /// The option that says where the results go.
  public let output: CommandOption<String?>
  /// The version that `--version` shows.
  public let version: String?

  /// Makes a command.
  public init(
    name: String, summary: LocalizedText, discussion: [LocalizedText] = [],
    positionals: [PositionalArgument] = [], options: [any DeclaredOption] = [],
    formats: [ReportFormat] = ReportFormat.allCases,
    output: CommandOption<String?> = StandardOptions.output, version: String? = nil
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.positionals = positionals
    self.options = options
    self.formats = formats
    self.output = output
    self.version = version
  }

  /// Runs the command with the arguments of the program, and ends the program.
  ///
  /// The exit status is 0 if all went well, 1 if something could not be done, and 2 if the command
  /// was not called as it has to be.
  public func main(_ body: (ToolRun) throws -> Void) -> Never {
    System.ignoreBrokenPipes()
    let status = run(
      arguments: Array(CommandLine.arguments.dropFirst()), environment: System.environment,
      console: .standard, body: body)
    System.exit(status.rawValue)
  }

  /// The options of its own, then the standard ones.
  var declarations: [OptionDeclaration] {
    var all = options.map(\.declaration)
    if !formats.isEmpty { all.append(StandardOptions.format(formats).declaration) }
    all.append(StandardOptions.language.declaration)
    all.append(output.declaration)
    if version != nil { all.append(StandardOptions.version.declaration) }
    all.append(StandardOptions.help.declaration)
    return all
  }
}

/// How a command ended.
enum ExitStatus: Int32 {
  case success = 0
  case failure = 1
  case usage = 2
}

extension CommandLineTool {
  /// Runs the command and reports errors; it does not end the program.
  func run(
    arguments: [String], environment: (String) -> String?, console: Console,
    body: (ToolRun) throws -> Void
  ) -> ExitStatus {
    let language = LanguageDetection.language(arguments: arguments, environment: environment)
    let parser = ArgumentParser(options: declarations, positionals: positionals)
    do {
      switch try parser.parse(arguments) {
      case .help: try console.write(Array(UsageText(tool: self, language: language).text.utf8))
      case .version: try console.write(Array("\(name) \(version ?? "")\n".utf8))
      case .run(let parsed):
        try body(ToolRun(tool: self, arguments: parsed, language: language, console: console))
      }
      return .success
    } catch let error as FileError where error.code == .brokenPipe {
      return .success  // Who reads the output, such as `head`, has seen enough.
    } catch let error as UsageError {
      let hint = LocalizedText(
        ja: "使い方は「\(name) --help」で表示できます。", en: "Run '\(name) --help' for usage.")
      console.complain("\(name): \(PlainText.line(error.message[language]))\n\(hint[language])\n")
      return .usage
    } catch {
      let lines = (error as? any UserFacingError)?.messages.map { $0[language] } ?? ["\(error)"]
      for line in lines { console.complain("\(name): \(PlainText.line(line))\n") }
      return .failure
    }
  }
}
