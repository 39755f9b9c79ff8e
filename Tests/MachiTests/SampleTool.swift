import MachiKurabe

@testable import machi

/// A command that a test states.
struct SampleCommand: Command, @unchecked Sendable {
  let name: String
  let summary: LocalizedText
  var example: String { name }
  var discussion: [LocalizedText] = []
  var positionals: [PositionalArgument] = []
  var options: [any DeclaredOption] = []
  var formats = ReportFormat.allCases
  var body: (CommandCall) throws -> Void = { _ in }

  func run(_ call: CommandCall) throws { try body(call) }
}

/// A command with every kind of option, and what a call of it wrote.
enum SampleTool {
  static let year = CommandOption<Int?>.integer(
    "year", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1980...2100,
    help: LocalizedText(ja: "対象の年", en: "The year"))
  static let all = CommandOption.flag(
    "all", short: "a", help: LocalizedText(ja: "すべて", en: "Everything"))
  static let themes = CommandOption<[String]>.texts(
    "theme", placeholder: LocalizedText(ja: "分野", en: "THEME"),
    help: LocalizedText(ja: "見る分野", en: "What to look at"))

  static let tool = SampleCommand(
    name: "sample", summary: LocalizedText(ja: "見本です。", en: "A sample."),
    discussion: [LocalizedText(ja: "試験に使います。", en: "It serves tests.")],
    positionals: [
      PositionalArgument(
        LocalizedText(ja: "ファイル", en: "FILE"), help: LocalizedText(ja: "読む文書", en: "What to read")),
      PositionalArgument(
        LocalizedText(ja: "市名", en: "CITY"), count: .any,
        help: LocalizedText(ja: "比べる市", en: "What to compare")),
    ],
    options: [year, all, themes])

  static func parse(_ arguments: [String]) throws(UsageError) -> ArgumentParser.Outcome {
    try ArgumentParser(options: tool.declarations, positionals: tool.positionals).parse(arguments)
  }

  /// The parsed arguments; `nil` for a call for help.
  static func arguments(_ arguments: [String]) throws(UsageError) -> ParsedArguments? {
    guard case .run(let parsed) = try parse(arguments) else { return nil }
    return parsed
  }

  /// What is wrong with some arguments; `nil` if nothing is.
  static func error(_ arguments: [String]) -> UsageError? {
    do {
      _ = try parse(arguments)
      return nil
    } catch {
      return error
    }
  }

  /// Runs a command and returns its status and what it wrote.
  static func run(
    _ arguments: [String], of tool: SampleCommand = tool, environment: [String: String] = [:],
    failingWith failure: FileError? = nil,
    body: @escaping (CommandCall) throws -> Void = { _ in }
  ) -> (status: Int32, output: String, complaints: String) {
    var tool = tool
    tool.body = body
    return written(failingWith: failure) {
      tool.run(arguments: arguments, environment: { environment[$0] }, console: $0)
    }
  }

  /// Runs the program and returns its status and what it wrote.
  ///
  /// - Parameter answers: what a person at a terminal types; `nil` without one.
  static func program(
    _ arguments: [String], environment: [String: String] = [:], answers: [String]? = nil
  ) -> (status: Int32, output: String, complaints: String) {
    written(answers: answers) {
      Machi.program.run(arguments: arguments, environment: { environment[$0] }, console: $0)
    }
  }

  private static func written(
    failingWith failure: FileError? = nil, answers: [String]? = nil,
    _ run: (Console) -> ExitStatus
  ) -> (status: Int32, output: String, complaints: String) {
    var output: [UInt8] = []
    var complaints = ""
    var answers = answers
    let console = Console(
      write: { (bytes) throws(FileError) in
        if let failure { throw failure }
        output += bytes
      },
      complain: { complaints += $0 },
      answer: answers == nil ? nil : { answers?.isEmpty == false ? answers?.removeFirst() : nil })
    let status = run(console)
    return (status.rawValue, String(decoding: output, as: UTF8.self), complaints)
  }
}
