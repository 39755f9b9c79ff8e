#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

internal import MachiKurabe

/// What a program is to its system. Foundation would triple the time to start.
enum System {
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Lets a write to a closed pipe, or beyond the size that a file may have, fail instead of ending the program.
  static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Lets what asks the program to end wait until something is done.
  static func holdingSignals(_ body: () throws(FileError) -> Void) throws(FileError) {
    let signals = [SIGINT, SIGTERM, SIGHUP]
    let handlers = signals.map { signal($0) { heldSignal = $0 } }
    defer {
      for (number, handler) in zip(signals, handlers) { signal(number, handler) }
      if heldSignal != 0 { raise(heldSignal) }
    }
    try body()
  }

  /// Whether a person sees what is complained of and can answer.
  static var isAtTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  static func exit(_ status: Int32) -> Never { endProgram(status) }
}

/// The signal that came while they were held.
private nonisolated(unsafe) var heldSignal: Int32 = 0

/// The system's function under a name that the method above does not hide.
private func endProgram(_ status: Int32) -> Never { exit(status) }
