public import MachiKurabe

/// A document that cannot be read says so in both languages itself.
extension DocumentError: UserFacingError {}

/// A data file that cannot be used is told in either language.
extension DataFileError: UserFacingError {}
/// A file of open data that cannot be used says so in both languages itself.
extension OpenDataError: UserFacingError {
  /// What is wrong, and the first things that the reader noticed, which often are the reason.
  public var messages: [LocalizedText] {
    [message] + NoticedLines.lines(of: diagnostics, paths: [:])
  }
}

extension RateComparisonError: UserFacingError {
  /// One sentence: which rates cannot be compared.
  public var message: LocalizedText {
    LocalizedText(
      ja: "率を比べられません（\(code.rawValue)）: \(first.label.ja)、\(second.label.ja)",
      en: "the rates cannot be compared (\(code.rawValue)): \(first.label.en), \(second.label.en)")
  }
}

/// A figure that cannot be computed says so in both languages itself.
extension DemographyError: UserFacingError {}
