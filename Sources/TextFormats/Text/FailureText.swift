/// The words in which errors about files say what was expected and what was found.
package struct FailureText {
  private let expected: LocalizedText
  private let found: LocalizedText

  /// Takes what was expected and found; an empty text is left out.
  package init(expected: LocalizedText, found: LocalizedText) {
    self.expected = expected
    self.found = found
  }

  /// One line in English: the place, the stable name of what is wrong, and the rest.
  package func description(_ place: String, code: String) -> String {
    place + code + tail.en
  }

  /// One line for a person to read.
  package func message(_ place: String, reason: LocalizedText) -> LocalizedText {
    LocalizedText(ja: place + reason.ja + tail.ja, en: place + reason.en + tail.en)
  }

  private var tail: LocalizedText {
    LocalizedText(
      ja: (expected.ja.isEmpty ? "" : "。必要なもの: \(expected.ja)")
        + (found.ja.isEmpty ? "" : "。実際: \(found.ja)"),
      en: (expected.en.isEmpty ? "" : "; expected \(expected.en)")
        + (found.en.isEmpty ? "" : "; found \(found.en)"))
  }
}
