/// What the value of an option or an argument is, so that a shell can complete it.
enum ValueKind: Hashable, Sendable {
  /// Any text.
  case text
  /// One of several words.
  case words([String])
  /// The path of a file.
  case file
  /// The path of a folder.
  case folder
}
