import MachiKurabe

/// Writes the completion script for zsh.
struct ZshCompletion {
  let commands: [any Command]
  let language: Language

  var script: String {
    let name = Program.name
    var lines = [
      "#compdef \(name)", "_\(name)() {", "  local -a commands", "  commands=(",
    ]
    for command in commands {
      let entry = "\(command.name):\(escaped(command.summary[language]))"
      lines.append("    \(entry.quotedForShell)")
    }
    lines += [
      "  )", "  if (( CURRENT == 2 )); then", "    _describe command commands", "    return",
      "  fi", "  local command=$words[2]", "  shift words", "  (( CURRENT-- ))",
      "  case $command in",
    ]
    for command in commands {
      lines.append("  \(command.name)) _arguments \\")
      let specs = command.declarations.map(spec) + command.positionals.map(spec)
      lines += specs.enumerated().map { index, spec in
        "    \(spec)" + (index == specs.count - 1 ? " ;;" : " \\")
      }
    }
    lines += [
      "  esac", "}", "if [ \"$funcstack[1]\" = _\(name) ]; then", "  _\(name) \"$@\"", "else",
      "  compdef _\(name) \(name)", "fi",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  private func spec(_ option: OptionDeclaration) -> String {
    var text = "[\(escaped(option.help[language]))]"
    if let placeholder = option.placeholder {
      for _ in 0..<option.valueCount {
        text += ":\(escaped(placeholder[language])):\(action(option.values))"
      }
    }
    if option.isRepeatable { return "'*'{\(braces(option))}\(text.quotedForShell)" }
    guard option.short != nil else { return (option.flag + text).quotedForShell }
    let both = option.spellings.joined(separator: " ")
    return "'(\(both))'{\(braces(option))}\(text.quotedForShell)"
  }

  /// A single word in braces would be taken as it is.
  private func braces(_ option: OptionDeclaration) -> String {
    option.short == nil ? "\(option.flag),\(option.flag)" : option.spellings.joined(separator: ",")
  }

  private func spec(_ argument: PositionalArgument) -> String {
    let start = argument.count == .any || argument.count == .several ? "*" : ""
    return "\(start):\(escaped(argument.name[language])):\(action(argument.values))".quotedForShell
  }

  private func action(_ values: ValueKind) -> String {
    switch values {
    case .text: " "
    case .words(let list): "(\(list.joined(separator: " ")))"
    case .file: "_files"
    case .folder: "_files -/"
    }
  }

  private func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
      .replacing("[", with: "\\[").replacing("]", with: "\\]")
  }
}
