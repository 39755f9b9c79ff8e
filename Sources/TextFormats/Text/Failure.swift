/// The one shape of what goes wrong (失敗): an open code, a place, and a message in both languages.
///
/// Every error that the package throws has it, so that a program can catch them all alike.
public protocol Failure: Error, Hashable, Sendable {
  /// An open set of stable names for what is wrong.
  associatedtype Code: RawRepresentable<String> & Hashable & Sendable
  /// What is wrong.
  var code: Code { get }
  /// Where it was noticed; `nil` of what is in no file.
  var place: FailurePlace? { get }
  /// One sentence for a person to read, with the place.
  var message: LocalizedText { get }
  /// What is wrong, one thing each: ``message`` alone, unless the error is about several things.
  var messages: [LocalizedText] { get }
}

extension Failure {
  /// No place.
  public var place: FailurePlace? { nil }
  /// The one message.
  public var messages: [LocalizedText] { [message] }
}

/// Where in a file something was noticed.
public struct FailurePlace: Hashable, Sendable {
  /// The document or the file; empty if only the line is known.
  public let source: String
  /// The line, from 1, if it is about one line.
  public let line: Int?
  /// The cell, the column or the member in it, such as `concepts[3].id`; empty if it is about the whole.
  public let part: String

  /// Makes a place.
  package init(_ source: String, line: Int? = nil, part: String = "") {
    self.source = source
    self.line = line
    self.part = part
  }
}
