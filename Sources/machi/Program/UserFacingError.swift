import MachiKurabe

/// An error of the program itself that can be told to a person in either language; those of the library are each a `Failure`.
protocol UserFacingError: Error {
  /// One sentence that says what is wrong, and about what.
  var message: LocalizedText { get }
  /// What is wrong, one thing a line: ``message`` alone, unless the error is about several things.
  var messages: [LocalizedText] { get }
}

extension UserFacingError {
  /// The one message.
  var messages: [LocalizedText] { [message] }
}
