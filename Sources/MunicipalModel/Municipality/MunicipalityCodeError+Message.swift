extension MunicipalityCodeError {
  /// One line for a person to read: the text, and what is wrong with it.
  public var message: LocalizedText {
    LocalizedText(
      ja: "「\(text)」は団体コードではありません: \(code.label.ja)",
      en: "\"\(text)\" is no code of a municipality: \(code.label.en)")
  }
}
