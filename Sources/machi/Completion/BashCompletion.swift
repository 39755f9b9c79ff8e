/// Writes the completion script for bash.
struct BashCompletion {
  let commands: [any Command]

  var script: String {
    let name = Program.name
    var lines = [
      "# bash completion of \(name)", "_\(name)() {",
      #"  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}""#,
      #"  local command="${COMP_WORDS[1]}""#,
      "  # A value after '=' is a word of its own.",
      #"  if [ "$word" = "=" ]; then word=""; elif [ "$before" = "=" ]; then"#,
      #"    before="${COMP_WORDS[COMP_CWORD-2]}""#, "  fi",
      "  COMPREPLY=()",
      #"  if [ "$COMP_CWORD" -eq 1 ]; then"#,
      "    " + words(commands.map(\.name) + ["--help"]), "    return", "  fi",
      #"  case "$command $before" in"#,
    ]
    for command in commands {
      for option in command.declarations where option.placeholder != nil {
        let patterns = option.spellings.map { "\"\(command.name) \($0)\"" }
        lines.append("  \(patterns.joined(separator: "|"))) \(reply(option.values)); return ;;")
      }
    }
    lines += ["  esac", #"  case "$command $word" in"#]
    for command in commands {
      let flags = command.declarations.flatMap(\.spellings)
      lines.append("  \"\(command.name) -\"*) \(words(flags)) ;;")
      if let argument = command.positionals.last {
        lines.append("  \"\(command.name) \"*) \(reply(argument.values)) ;;")
      }
    }
    lines += ["  esac", "}", "complete -F _\(name) \(name)"]
    return lines.map { $0 + "\n" }.joined()
  }

  private func reply(_ values: ValueKind) -> String {
    switch values {
    case .text: ":"
    case .words(let list): words(list)
    case .file: #"mapfile -t COMPREPLY < <(compgen -f -- "$word")"#
    case .folder: #"mapfile -t COMPREPLY < <(compgen -d -- "$word")"#
    }
  }

  private func words(_ list: [String]) -> String {
    "mapfile -t COMPREPLY < <(compgen -W \(list.joined(separator: " ").quotedForShell) -- \"$word\")"
  }
}
