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
    let status = program.run(
      arguments: Array(CommandLine.arguments.dropFirst()), environment: System.environment,
      console: .standard)
    System.exit(status.rawValue)
  }
}
