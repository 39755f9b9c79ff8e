import MachiKurabe

/// `machi help`
struct HelpCommand: Command {
  let name = "help"
  let summary = LocalizedText(
    ja: "コマンドの一覧、または一つのコマンドの説明を表示します。",
    en: "Lists the commands, or explains one.")
  let example = "help compare"
  let formats: [ReportFormat] = []
  var positionals: [PositionalArgument] {
    [
      PositionalArgument(
        LocalizedText(ja: "コマンド", en: "COMMAND"), count: .optional,
        help: LocalizedText(ja: "説明するコマンド", en: "The command to explain"),
        values: .words(Machi.program.commands.map(\.name)))
    ]
  }

  func run(_ call: CommandCall) throws {
    let program = Machi.program
    guard let word = call.positionals.first else {
      return try call.write(
        ProgramHelp(commands: program.commands, language: call.language).text)
    }
    guard let command = program.commands.first(where: { $0.name == word }) else {
      throw program.unknown(word)
    }
    try call.write(UsageText(of: command, language: call.language).text)
  }
}
