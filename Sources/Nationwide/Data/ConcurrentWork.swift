internal import Dispatch

/// Reads several files at once; the results are in the order of the files.
enum ConcurrentReading {
  /// So many at once: of each, the text of a workbook is in memory.
  private static let most = 3

  static func map<Result: Sendable>(
    _ paths: [String], _ read: @Sendable (String) -> Result
  ) -> [Result] {
    var results = [Result?](repeating: nil, count: paths.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each place is written once, by one thread.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: min(most, paths.count)) { first in
        for index in stride(from: first, to: paths.count, by: most) {
          places[index] = read(paths[index])
        }
      }
    }
    return results.compactMap(\.self)
  }
}
