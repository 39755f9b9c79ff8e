public import MachiKurabe

/// Ends a program with status 1 because it found errors, after its report was written.
public struct FoundErrors: UserFacingError {
  /// What was found.
  public let message: LocalizedText

  /// Takes what was found.
  public init(ja: String, en: String) { message = LocalizedText(ja: ja, en: en) }
}
