import MachiKurabe

/// Writes the text that `--help` shows.
struct UsageText {
  let command: any Command
  let language: Language

  init(of command: any Command, language: Language) {
    self.command = command
    self.language = language
  }

  private static let lineWidth = 80
  private static let widestTerm = 28

  /// The usage line, the summary, the arguments and the options.
  var text: String {
    var line = "\(command.fullName) \(word("[オプション]", "[OPTIONS]"))"
    for positional in command.positionals { line += " " + positional.usage(language) }
    var blocks = [[word("使い方: ", "Usage: ") + line], broken(command.summary, indent: 0)]
    blocks += command.discussion.map { broken($0, indent: 0) }

    let arguments = command.positionals.map { ($0.name[language], $0.help[language]) }
    let options = command.declarations.map { (term($0), help($0)) }
    let widest = (arguments + options).map { DisplayWidth().columns(of: $0.0) }
    let indent = min(Self.widestTerm, widest.max() ?? 0) + 4
    if !arguments.isEmpty {
      blocks.append([word("引数:", "Arguments:")] + list(arguments, indent: indent))
    }
    blocks.append([word("オプション:", "Options:")] + list(options, indent: indent))
    let examples = [command.example, command.furtherExample].compactMap(\.self)
    blocks.append(
      [word("例:", examples.count == 1 ? "Example:" : "Examples:")]
        + examples.map { "  \(Program.name) \($0)" })
    return blocks.joined(separator: [""]).map { $0 + "\n" }.joined()
  }

  private func word(_ ja: String, _ en: String) -> String { language == .japanese ? ja : en }

  private func term(_ option: OptionDeclaration) -> String {
    let short = option.short.map { "-\($0), " } ?? ""
    let value = option.placeholder.map { " " + $0[language] } ?? ""
    return short + option.flag + value
  }

  private func help(_ option: OptionDeclaration) -> String {
    var text = option.help[language]
    if let standard = option.standard?[language] {
      text += word("（既定: \(standard)）", " (default: \(standard))")
    }
    if option.isRepeatable, option.placeholder != nil {
      text += word("（複数回指定できます）", " (may be repeated)")
    }
    return text
  }

  /// Terms at the left, explanations beside them; a long term has a line of its own.
  private func list(_ entries: [(term: String, help: String)], indent: Int) -> [String] {
    let width = DisplayWidth()
    return entries.flatMap { term, help in
      let explanation = broken(help, indent: indent)
      let start = "  " + term
      guard width.columns(of: start) + 2 <= indent, let first = explanation.first else {
        return [start] + explanation
      }
      return [width.padded(start, to: indent) + first.dropFirst(indent)]
        + explanation.dropFirst()
    }
  }

  private func broken(_ text: LocalizedText, indent: Int) -> [String] {
    broken(text[language], indent: indent)
  }

  private func broken(_ text: String, indent: Int) -> [String] {
    LineBreaking().lines(text, limit: Self.lineWidth - indent)
      .map { String(repeating: " ", count: indent) + $0 }
  }
}
