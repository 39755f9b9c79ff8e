import MachiKurabe

/// `machi`: a command a file of `Commands`.
@main
struct Machi {
  static let program = Program(commands: [
    CompareCommand(), ProgressCommand(), AuditCommand(), CrosswalkCommand(), AgesCommand(),
    ProjectCommand(), RankCommand(), FlowsCommand(), DataCommand(), ReportCommand(),
    ExportCommand(),
    ReadCommand(), CheckCommand(), AddCommand(), HelpCommand(), CompletionCommand(),
  ])

  static func main() {
    System.ignoreBrokenPipes()
    let arguments = CommandLine.arguments
    if arguments.first?.isEmpty ?? true {
      // A system that starts programs gives at least their name. Linux tells Swift by /proc alone.
      let message = LocalizedText(
        ja: "machi: 引数を受け取れません（/proc がないため）",
        en: "machi: no arguments arrive, for there is no /proc")
      Console.standard.complain(message[Language.ofEnvironment] + "\n")
      System.exit(ExitStatus.failure.rawValue)
    }
    let status = program.run(
      arguments: Array(arguments.dropFirst()), environment: System.environment,
      console: .standard)
    System.exit(status.rawValue)
  }
}
