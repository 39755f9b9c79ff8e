#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The calls of the system that files are read and written by, so that a test can let each of them fail in turn.
package enum SystemCall: CaseIterable, Sendable {
  case open, read, write, link, rename, makeFolder

  /// Asked before each call of a task: the number of the error that it is to fail with, or `nil`.
  @TaskLocal package static var fault: (@Sendable (Self) -> Int32?)?

  /// The number of the error that this call is to fail with.
  var fault: Int32? { Self.fault?(self) }
}

// The system's functions under names that the methods above do not hide.

func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  Int32(call(.open) { Int(open(path, flags, mode)) })
}

func readDescriptor(
  _ descriptor: Int32, _ room: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  call(.read) { read(descriptor, room, count) }
}

func writeDescriptor(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  call(.write) { write(descriptor, bytes, count) }
}

func renameFile(_ path: String, _ target: String) -> Int {
  call(.rename) { Int(rename(path, target)) }
}

/// A second name of what stands at the path itself, not of what a link leads to.
func linkFile(_ path: String, _ other: String) -> Int {
  call(.link) { Int(linkat(AT_FDCWD, path, AT_FDCWD, other, 0)) }
}

/// What the system answers, or the fault that a test asks for.
func call(_ call: SystemCall, _ answer: () -> Int) -> Int {
  guard let fault = call.fault else { return answer() }
  errno = fault
  return -1
}
