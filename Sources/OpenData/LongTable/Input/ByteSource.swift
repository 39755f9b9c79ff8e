internal import TextFormats

/// Where a table's bytes come from: a file that is read in blocks, or memory.
///
/// A file is read rather than mapped into memory. That is as fast, holds two blocks instead of the
/// whole file, and a file that is cut short meanwhile is an error instead of a signal (SIGBUS).
enum ByteSource: Sendable {
  case file(SystemFile, SystemFile.Stamp)
  case memory([UInt8])

  /// Opens a path; what is no ordinary file, such as a pipe, is read to its end at once.
  init(path: String) throws(FileFault) {
    let file = try SystemFile.reading(path)
    if let stamp = try file.stamp() {
      self = .file(file, stamp)
    } else {
      self = .memory(try file.readToEnd())
    }
  }

  var count: Int {
    switch self {
    case .file(_, let stamp): stamp.size
    case .memory(let bytes): bytes.count
    }
  }

  /// Reads bytes `range` of the source behind the first `kept` bytes of a block.
  func read(
    _ range: Range<Int>, into block: inout ByteBlock, keeping kept: Int = 0
  ) throws(FileFault) {
    let range = range.clamped(to: 0..<count)
    try block.fill(from: kept, upTo: kept + range.count) { (room) throws(FileFault) in
      switch self {
      case .file(let file, _):
        let done = try file.read(at: range.lowerBound, into: room)
        guard done == range.count else { throw changed(file) }
        return done
      case .memory(let bytes):
        bytes.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[range])) }
        return range.count
      }
    }
  }

  /// All bytes.
  func readAll() throws(FileFault) -> [UInt8] {
    if case .memory(let bytes) = self { return bytes }
    if case .file(let file, let stamp) = self, stamp.size > SystemFile.limit {
      throw FileFault(.tooLarge, path: file.path)
    }
    var block = ByteBlock(capacity: count)
    try read(0..<count, into: &block)
    return block.bytes(0..<count)
  }

  /// Throws if the file is no longer what it was when it was opened.
  func checkUnchanged() throws(FileFault) {
    if case .file(let file, let stamp) = self, try file.stamp() != stamp { throw changed(file) }
  }

  private func changed(_ file: SystemFile) -> FileFault {
    FileFault(.changedWhileReading, path: file.path)
  }
}
