import MunicipalModel

extension Diagnostic {
  static func overlongLine(_ citation: Citation) -> Self {
    Self(
      severity: .error, code: "overlong-line",
      message: LocalizedText(
        ja: "\(DocumentText.maximumLineLength)バイトを超える行のため、読んでいません",
        en: "a line of more than \(DocumentText.maximumLineLength) bytes is not read"),
      citation: citation)
  }

  static func correctionApplied(_ correction: Correction, citation: Citation) -> Self {
    Self(
      severity: .info, code: "correction-applied",
      message: LocalizedText(
        ja: "「\(correction.printed)」を「\(correction.used)」と読みました: \(correction.reason.ja)",
        en: "\"\(correction.printed)\" is read as \"\(correction.used)\": \(correction.reason.en)"),
      citation: citation)
  }

  static func correctionNotMatched(
    _ correction: Correction, citation: Citation
  ) -> Self {
    Self(
      severity: .warning, code: "correction-not-matched",
      message: LocalizedText(
        ja: "訂正表の「\(correction.printed)」がこのセルにないため、訂正していません",
        en: "not corrected: the cell does not print \"\(correction.printed)\""),
      citation: citation)
  }
}
