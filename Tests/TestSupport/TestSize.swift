internal import Foundation

/// How much the tests try that would find a fault in less as well: megabytes, and random rounds.
///
/// `swift test` tries a part. With `MACHIKURABE_TESTS=whole` in the environment it tries all.
public enum TestSize {
  private static let isWhole =
    ProcessInfo.processInfo.environment["MACHIKURABE_TESTS"] == "whole"

  /// All cases, or four of each eleven, so that what goes with every second to seventh is tried too.
  public static func sample<Case>(_ all: some Collection<Case>) -> [Case] {
    isWhole ? Array(all) : all.enumerated().filter { $0.offset % 11 % 3 == 0 }.map(\.element)
  }

  /// All of a number of bytes, rounds or cases, or a part of it.
  public static func of(_ whole: Int, part: Int = 10) -> Int { isWhole ? whole : whole / part }
}
