public import MachiKurabe

/// An error that can be told to a person in either language.
public protocol UserFacingError: Error {
  /// One sentence that says what is wrong, and about what.
  var message: LocalizedText { get }
}
