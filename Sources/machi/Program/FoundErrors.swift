import MachiKurabe

/// Ends a program with status 1 because it found errors, after its report was written.
struct FoundErrors: UserFacingError {
  /// What was found.
  let message: LocalizedText

  /// Takes what was found.
  init(ja: String, en: String) { message = LocalizedText(ja: ja, en: en) }
}
