#if canImport(Glibc)
  import Glibc
#endif

/// What the system lets the process have of memory (`ulimit -v`), so that a file that needs more is refused rather
/// than the process ended.
enum AddressSpace {
  /// A bound of bytes, or less where memory is bounded: what is left beside the program, in whole MiB, at least one.
  ///
  /// - Parameter factor: how many bytes of memory a byte that is read takes at most.
  static func bound(_ bytes: Int, takingEach factor: Int) -> Int {
    bound(bytes, takingEach: factor, of: limit)
  }

  /// The same where the system lets the process have so many bytes; `nil` if it sets no bound.
  static func bound(_ bytes: Int, takingEach factor: Int, of limit: Int?) -> Int {
    guard let limit else { return bytes }
    let mebibytes = (max(0, limit - program) / factor) >> 20
    return min(bytes, max(1, mebibytes) << 20)
  }

  /// What the program itself and its threads take.
  private static let program = 160 << 20

  private static let limit: Int? = {
    #if canImport(Glibc)
      var limit = rlimit()
      guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { return nil }
      return Int(exactly: limit.rlim_cur)
    #else
      return nil
    #endif
  }()
}
