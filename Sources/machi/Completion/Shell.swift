import MachiKurabe

/// A shell that can complete calls of the program.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The script that the shell reads, made from what the commands state of themselves.
  func script(for commands: [any Command], language: Language) -> String {
    switch self {
    case .bash: BashCompletion(commands: commands).script
    case .zsh: ZshCompletion(commands: commands, language: language).script
    case .fish: FishCompletion(commands: commands, language: language).script
    }
  }
}

extension OptionDeclaration {
  /// The option as it may be written, the short form first.
  var spellings: [String] { (short.map { ["-\($0)"] } ?? []) + [flag] }
}

extension String {
  /// The text in single quotes of a shell.
  var quotedForShell: String { "'" + replacing("'", with: #"'\''"#) + "'" }
}
