extension LocalizedText: ExpressibleByStringLiteral {
  /// Makes a text that reads the same in both languages: `let name: LocalizedText = "Ecuador"`.
  public init(stringLiteral text: String) { self.init(ja: text, en: text) }
}
