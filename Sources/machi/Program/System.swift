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

  /// The day in the place of the user; that of SOURCE_DATE_EPOCH, in UTC, where it is set.
  static var today: Period? {
    var seconds = time(nil)
    var day = tm()
    if let set = environment("SOURCE_DATE_EPOCH").flatMap({ Int($0) }) {
      seconds = time_t(set)
      gmtime_r(&seconds, &day)
    } else {
      localtime_r(&seconds, &day)
    }
    return CalendarDate(
      year: Int(day.tm_year) + 1900, month: Int(day.tm_mon) + 1, day: Int(day.tm_mday)
    ).map(Period.date)
  }

  /// Lets a write to a closed pipe, or beyond the size that a file may have, fail instead of ending the program.
  static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Lets what asks the program to end wait until something is done.
  static func holdingSignals(_ body: () throws(FileError) -> Void) throws(FileError) {
    heldSignal = 0
    var before: [(signal: Int32, action: sigaction)] = []
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      var old = sigaction()
      sigaction(number, nil, &old)
      // What is ignored, as under nohup, stays so.
      if isIgnored(old) { continue }
      before.append((number, old))
      signal(number) { if heldSignal == 0 { heldSignal = $0 } }
    }
    defer {
      for (number, action) in before {
        var action = action
        sigaction(number, &action, nil)
      }
      if heldSignal != 0 { raise(heldSignal) }
    }
    try body()
  }

  /// Whether a person sees what is complained of and can answer.
  static var isAtTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Whether a person sees what is complained of.
  static var isErrorAtTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The columns of the terminal that standard output is, 0 if it does not say; `nil` if it is none.
  static var outputColumns: Int? { columns(of: STDOUT_FILENO) }

  /// The columns of the terminal that standard error is, as above.
  static var errorColumns: Int? { columns(of: STDERR_FILENO) }

  private static func columns(of descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
  }

  static func exit(_ status: Int32) -> Never { endProgram(status) }
}

private func isIgnored(_ action: sigaction) -> Bool {
  #if canImport(Darwin)
    unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  #else
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  #endif
}

/// The first signal that came while they were held.
private nonisolated(unsafe) var heldSignal: Int32 = 0

/// The system's function under a name that the method above does not hide.
private func endProgram(_ status: Int32) -> Never { exit(status) }
