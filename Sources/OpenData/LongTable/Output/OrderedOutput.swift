internal import Dispatch
internal import TextFormats

/// Writes a file in pieces that several threads make and that stand in order.
///
/// An ordinary file appears as a whole: the bytes go to a new file beside it, which then takes the
/// name. What is no ordinary file, such as `/dev/stdout`, is written to as it is.
struct OrderedOutput {
  private let path: String

  init(path: String) { self.path = path }

  /// Makes and writes the pieces.
  ///
  /// - Parameters:
  ///   - count: how many pieces there are.
  ///   - threads: on how many threads they are made.
  ///   - piece: appends the bytes of one piece to an empty block.
  func write(
    pieces count: Int, threads: Int, _ piece: @Sendable (Int, inout ByteBlock) -> Void
  ) throws(LongTableError) {
    do throws(FileFault) {
      try write(count, threads, piece)
    } catch {
      throw LongTableError(error)
    }
  }

  private func write(
    _ count: Int, _ threads: Int, _ piece: @Sendable (Int, inout ByteBlock) -> Void
  ) throws(FileFault) {
    let target = SystemFile.resolved(path)
    switch SystemFile.kind(of: target) {
    case .folder:
      throw FileFault(.isFolder, path: path)
    case .other:
      let file = try SystemFile.writing(target, new: false, shown: path)
      try write(count, threads, to: file, atOffsets: false, piece)
    case .ordinary(let mode, _): try replace(target, mode: mode, count, threads, piece)
    case .nothing: try replace(target, mode: 0o666, count, threads, piece)
    }
  }

  private func replace(
    _ target: String, mode: UInt32, _ count: Int, _ threads: Int,
    _ piece: @Sendable (Int, inout ByteBlock) -> Void
  ) throws(FileFault) {
    let suffix = String(UInt64.random(in: 0 ... .max), radix: 36)
    let temporary = "\(target).\(SystemFile.processID)-\(suffix).tmp"
    do throws(FileFault) {
      let file = try SystemFile.writing(temporary, new: true, mode: mode, shown: path)
      try write(count, threads, to: file, atOffsets: true, piece)
      try SystemFile.rename(temporary, to: target)
    } catch {
      SystemFile.remove(temporary)
      throw error
    }
  }

  /// A piece takes its offset when the piece before has taken its own; the writing itself overlaps.
  private func write(
    _ count: Int, _ threads: Int, to file: SystemFile, atOffsets: Bool,
    _ piece: @Sendable (Int, inout ByteBlock) -> Void
  ) throws(FileFault) {
    let turns = (0...count).map { _ in DispatchSemaphore(value: 0) }
    turns[0].signal()
    let shared = Guarded((next: 0, offset: 0, error: FileFault?.none))
    // A thread takes the lowest piece that is left, so whoever waits waits for a running thread.
    Threads.run(min(threads, max(1, count))) { _ in
      var block = ByteBlock(capacity: 1 << 17)
      while true {
        let index = shared.access { state in
          defer { state.next += 1 }
          return state.next
        }
        guard index < count else { return }
        block.removeAll()
        piece(index, &block)
        let length = block.count
        turns[index].wait()
        let (offset, hasFailed) = shared.access { state in
          defer { state.offset += length }
          return (state.offset, state.error != nil)
        }
        if atOffsets { turns[index + 1].signal() }
        if !hasFailed {
          do throws(FileFault) {
            try block.withBytes { (bytes) throws(FileFault) in
              try file.write(bytes, at: atOffsets ? offset : nil)
            }
          } catch {
            shared.access { $0.error = error }
          }
        }
        if !atOffsets { turns[index + 1].signal() }
      }
    }
    if let error = shared.access({ $0.error }) { throw error }
  }
}
