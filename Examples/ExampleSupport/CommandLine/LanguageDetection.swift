internal import MachiKurabe

/// Finds the language in which to speak to the user.
enum LanguageDetection {
  /// The language of `--language`, else of the first of LC_ALL, LC_MESSAGES and LANG that is set.
  ///
  /// The arguments are looked through before they are parsed, so that what is wrong with them can be
  /// told in the language that they ask for.
  static func language(
    arguments: [String], environment: (String) -> String?
  ) -> Language {
    requested(arguments) ?? locale(environment)
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

  /// Japanese for `ja`, `ja_JP.UTF-8` and the like; English for any other locale, and for none.
  private static func locale(_ environment: (String) -> String?) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment(name), !value.isEmpty else { continue }
      let code = value.prefix { $0.isLetter }
      return code.lowercased() == "ja" ? .japanese : .english
    }
    return .english
  }
}
