/// Says why a file could not be read or written.
package struct FileFault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Kind: String, Sendable {
    case notFound = "not-found"
    case isFolder = "is-folder"
    case notPermitted = "not-permitted"
    case tooLarge = "too-large"
    case changedWhileReading = "changed-while-reading"
    /// The system reports another failure.
    case failed = "system-failure"
  }

  /// What is wrong.
  package let kind: Kind
  /// The path as it was given.
  package let path: String
  /// The system's words, if it was the system that refused.
  package let words: String

  package init(_ kind: Kind, path: String, words: String = "") {
    self.kind = kind
    self.path = path
    self.words = words
  }
}
