internal import Dispatch

/// A value that threads take turns at.
final class Guarded<Value: Sendable>: @unchecked Sendable {
  // The semaphore lets one thread at a time to the value; Mutex of Synchronization needs macOS 15.
  private let turn = DispatchSemaphore(value: 1)
  private var value: Value

  init(_ value: Value) { self.value = value }

  func access<Result>(_ body: (inout Value) -> Result) -> Result {
    turn.wait()
    defer { turn.signal() }
    return body(&value)
  }
}

/// Work on several threads.
enum Threads {
  /// Runs `body` on so many threads, with their numbers from 0, and waits for all.
  static func run(_ count: Int, _ body: @Sendable (Int) -> Void) {
    if count <= 1 {
      body(0)
    } else {
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
  }
}
