import MachiKurabe

/// `machi completion`
struct CompletionCommand: Command {
  let name = "completion"
  let summary = LocalizedText(
    ja: "シェルの補完のスクリプトを書き出します。", en: "Writes a script that lets a shell complete calls.")
  let example = "completion bash > ~/.local/share/bash-completion/completions/machi"
  let formats: [ReportFormat] = []
  var positionals: [PositionalArgument] {
    [
      PositionalArgument(
        LocalizedText(ja: "シェル", en: "SHELL"),
        help: LocalizedText(ja: "bash、zsh または fish", en: "bash, zsh or fish"),
        values: .words(Shell.allCases.map(\.rawValue)))
    ]
  }

  func run(_ call: CommandCall) throws {
    let word = call.positionals[0]
    guard let shell = Shell(rawValue: word) else {
      throw UsageError(
        .invalidArgument, word, ja: "「\(word)」の補完はありません。bash、zsh、fish のどれかを指定してください",
        en: "there is no completion for \"\(word)\"; expected bash, zsh or fish")
    }
    try call.write(shell.script(for: Machi.program.commands, language: call.language))
  }
}
