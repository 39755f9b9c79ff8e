internal import Dispatch

/// Reads several files, or sets several sheets beside each other, at once; the results are in the order of what is given.
enum ConcurrentWork {
  /// So many at once: of each, the text of a workbook is in memory.
  private static let most = 3

  static func map<Input: Sendable, Result: Sendable>(
    _ inputs: [Input], _ work: @Sendable (Input) -> Result
  ) -> [Result] {
    var results = [Result?](repeating: nil, count: inputs.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each place is written once, by one thread.
      nonisolated(unsafe) let places = buffer
      let free = DispatchSemaphore(value: most)
      DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
        free.wait()
        defer { free.signal() }
        places[index] = work(inputs[index])
      }
    }
    return results.compactMap(\.self)
  }
}
