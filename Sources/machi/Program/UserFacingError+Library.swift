import MachiKurabe

/// A document that cannot be read says so in both languages itself.
extension DocumentError: UserFacingError {}

/// A data file that cannot be used is told in either language.
extension DataFileError: UserFacingError {}
/// A file of open data that cannot be used says so in both languages itself.
extension OpenDataError: UserFacingError {
  /// What is wrong, and the first things that the reader noticed, which often are the reason.
  var messages: [LocalizedText] {
    [message] + NoticedLines.lines(of: diagnostics, paths: [:])
  }
}

/// Rates that cannot be compared are told in both languages.
extension RateComparisonError: UserFacingError {}

/// A figure that cannot be computed says so in both languages itself.
extension DemographyError: UserFacingError {}

/// A projection that cannot be made says so in both languages, with the place in the scenario.
extension ProjectionError: UserFacingError {}
