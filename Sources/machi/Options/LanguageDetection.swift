import MachiKurabe

/// Finds the language in which to speak to the user.
enum LanguageDetection {
  /// The language of `--language`, else of the first of LC_ALL, LC_MESSAGES and LANG that is set.
  ///
  /// The arguments are looked through before they are parsed, so that what is wrong with them can be
  /// told in the language that they ask for.
  static func language(
    arguments: [String], environment: (String) -> String?
  ) -> Language {
    requested(arguments) ?? .ofEnvironment(environment)
  }

  private static func requested(_ arguments: [String]) -> Language? {
    let options = arguments.prefix { $0 != "--" }
    let flag = StandardOptions.language.declaration.flag
    for (index, argument) in options.enumerated() {
      if argument == flag, index + 1 < options.count {
        return Language(rawValue: options[index + 1])
      }
      if argument.hasPrefix(flag + "=") {
        return Language(rawValue: String(argument.dropFirst(flag.count + 1)))
      }
    }
    return nil
  }
}
