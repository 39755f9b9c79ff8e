/// The calls of the system that files are read and written by, so that a test can let each of them fail in turn.
package enum SystemCall: CaseIterable, Sendable {
  case open, read, write, link, rename, makeFolder

  /// Asked before each call of a task: the number of the error that it is to fail with, or `nil`.
  @TaskLocal package static var fault: (@Sendable (Self) -> Int32?)?

  /// The number of the error that this call is to fail with.
  var fault: Int32? { Self.fault?(self) }
}
