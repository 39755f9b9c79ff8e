import MachiKurabe

/// Writes the text that `machi --help` shows: each command with its example.
struct ProgramHelp {
  let commands: [any Command]
  let language: Language

  var text: String {
    let name = Program.name
    let width = (commands.map(\.name.count).max() ?? 0) + 4
    var lines = [
      word("使い方: \(name) コマンド [オプション]", "Usage: \(name) COMMAND [OPTIONS]"), "",
      word(
        "市町村の公表資料を読み、人口の動きと計画を比べます。",
        "Reads what Japanese municipalities publish, and compares their population and plans."),
      "", word("コマンド:", "Commands:"),
    ]
    for command in commands {
      let start = "  " + command.name
      let summary = LineBreaking().lines(command.summary[language], limit: 80 - width)
      lines += summary.enumerated().map { index, line in
        DisplayWidth().padded(index == 0 ? start : "", to: width) + line
      }
      lines.append(String(repeating: " ", count: width) + "\(name) \(command.example)")
    }
    lines += [
      "",
      word("オプションは「\(name) help コマンド」で表示できます。", "'\(name) help COMMAND' shows the options."),
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  private func word(_ ja: String, _ en: String) -> String { language == .japanese ? ja : en }
}
