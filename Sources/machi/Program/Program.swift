import MachiKurabe

/// The program: its commands, and the choice of the one that a call names.
struct Program {
  /// The name by which it is called.
  static let name = "machi"

  /// The commands, in the order in which help lists them.
  let commands: [any Command]

  /// Runs the command that the arguments name; help of the program without one.
  ///
  /// Options may stand before the command: `machi --language ja compare`.
  func run(
    arguments: [String], environment: (String) -> String?, console: Console
  ) -> ExitStatus {
    let place = Self.placeOfCommand(in: arguments)
    if let place, let command = commands.first(where: { $0.name == arguments[place] }) {
      var rest = arguments
      rest.remove(at: place)
      return command.run(arguments: rest, environment: environment, console: console)
    }
    let language = LanguageDetection.language(arguments: arguments, environment: environment)
    return ExitStatus(of: Self.name, language: language, console: console) {
      if let place { throw unknown(arguments[place]) }
      let options = [StandardOptions.language.declaration, StandardOptions.help.declaration]
      _ = try ArgumentParser(options: options, positionals: []).parse(arguments)
      try console.write(Array(ProgramHelp(commands: commands, language: language).text.utf8))
    }
  }

  /// Where the first argument stands that is no option and no language.
  private static func placeOfCommand(in arguments: [String]) -> Int? {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("-") {
      index += arguments[index] == StandardOptions.language.declaration.flag ? 2 : 1
    }
    return index < arguments.count ? index : nil
  }

  /// Says that there is no such command, and which one may be meant.
  func unknown(_ word: String) -> UsageError {
    let near = Spelling.nearest(to: word, among: commands.map(\.name))
    let ja = near.map { "。\($0)のことですか？" } ?? ""
    let en = near.map { "; did you mean \($0)?" } ?? ""
    return UsageError(
      .unknownCommand, word, ja: "「\(word)」というコマンドはありません\(ja)",
      en: "there is no command \"\(word)\"\(en)")
  }
}
