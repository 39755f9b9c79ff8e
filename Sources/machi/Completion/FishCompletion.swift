import MachiKurabe

/// Writes the completion script for fish.
struct FishCompletion {
  let commands: [any Command]
  let language: Language

  var script: String {
    var lines = ["# fish completion of \(Program.name)", "\(start) -f"]
    for command in commands {
      let summary = quoted(command.summary[language])
      lines.append("\(start) -n __fish_use_subcommand -a \(command.name) -d \(summary)")
    }
    for command in commands {
      let isChosen = "\(start) -n \(quoted("__fish_seen_subcommand_from \(command.name)"))"
      lines += command.declarations.map { option in
        var line = isChosen + (option.short.map { " -s \($0)" } ?? "") + " -l \(option.name)"
        if option.placeholder != nil { line += needed(option.values) }
        return line + " -d \(quoted(option.help[language]))"
      }
      if let values = command.positionals.last?.values, values != .text {
        lines.append(isChosen + given(values))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private let start = "complete -c \(Program.name)"

  /// The value of an option.
  private func needed(_ values: ValueKind) -> String {
    switch values {
    case .text: " -x"
    case .words, .folder: " -x" + given(values)
    case .file: " -r -F"
    }
  }

  private func given(_ values: ValueKind) -> String {
    switch values {
    case .text: ""
    case .words(let list): " -a \(quoted(list.joined(separator: " ")))"
    case .file: " -F"
    case .folder: " -a '(__fish_complete_directories)'"
    }
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
