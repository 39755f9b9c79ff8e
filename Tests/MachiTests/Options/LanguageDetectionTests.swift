import MachiKurabe
import Testing

@testable import machi

struct LanguageDetectionTests {
  private func detect(
    _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) -> Language {
    LanguageDetection.language(arguments: arguments, environment: { environment[$0] })
  }

  @Test(
    arguments: [
      ("ja_JP.UTF-8", .japanese), ("ja_JP", .japanese), ("ja", .japanese), ("ja-JP", .japanese),
      ("JA_jp", .japanese), ("ja_JP.eucJP", .japanese), ("en_US.UTF-8", .english), ("C", .english),
      ("C.UTF-8", .english), ("POSIX", .english), ("jam_JM", .english), ("fr_FR", .english),
      ("_", .english),
    ] as [(String, Language)])
  func aLocaleNamesALanguage(locale: String, language: Language) {
    #expect(detect([], ["LANG": locale]) == language)
  }

  @Test func theOrderOfTheVariables() {
    #expect(detect([], ["LC_ALL": "ja_JP", "LC_MESSAGES": "C", "LANG": "C"]) == .japanese)
    #expect(detect([], ["LC_ALL": "C", "LC_MESSAGES": "ja_JP", "LANG": "ja_JP"]) == .english)
    #expect(detect([], ["LC_MESSAGES": "ja_JP", "LANG": "C"]) == .japanese)
    #expect(detect([], ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "ja_JP"]) == .japanese)
    #expect(detect() == .english)
  }

  @Test(arguments: [
    ["--language", "ja"], ["--language=ja"], ["x", "--nonsense", "--language=ja"],
  ])
  func theOptionWins(arguments: [String]) {
    #expect(detect(arguments, ["LC_ALL": "C"]) == .japanese)
  }

  @Test(arguments: [
    ["--language"], ["--language=fr"], ["--language", "fr"], ["--language="],
    ["--", "--language=ja"], ["--languages=ja"],
  ])
  func anOptionThatIsNoneLeavesTheLocale(arguments: [String]) {
    #expect(detect(arguments, ["LANG": "en_US"]) == .english)
    #expect(detect(arguments, ["LANG": "ja_JP"]) == .japanese)
  }
}
