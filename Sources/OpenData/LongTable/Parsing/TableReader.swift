internal import MunicipalModel

/// Reads a whole table: its first line, then its rows in parts on several threads.
///
/// A part's first row is taken to begin behind the first newline. That is wrong if the newline stands
/// within quotes; then the part before ends elsewhere, and the table is read again on one thread.
struct TableReader: Sendable {
  let source: ByteSource
  let layout: TableLayout
  let options: LongTableOptions

  /// What one thread or all together have read.
  struct Outcome: Sendable {
    var segments: [Segment] = []
    var names: [NameMemo.Entry] = []
    var presence = KeyPresence()
    var log: IssueLog
  }

  /// How many parts there are; the last may be shorter.
  private var segmentCount: Int {
    let length = max(0, source.count - layout.firstRow)
    return (length + options.blockSize - 1) / max(1, options.blockSize)
  }

  func read() throws(FileFault) -> Outcome {
    if segmentCount <= 1 || options.threadCount == 1 { return try readInOrder() }
    let shared = Guarded((next: 0, outcomes: [Outcome](), error: FileFault?.none))
    let count = segmentCount
    Threads.run(min(options.threadCount, count)) { _ in
      do throws(FileFault) {
        let outcome = try readParts {
          shared.access { state in
            defer { state.next += 1 }
            return state.error == nil && state.next < count ? state.next : nil
          }
        }
        shared.access { $0.outcomes.append(outcome) }
      } catch {
        shared.access { $0.error = error }
      }
    }
    let (_, outcomes, error) = shared.access { $0 }
    if let error { throw error }
    let all = merged(outcomes)
    return isSeamless(all.segments) ? all : try readInOrder()
  }

  /// Whether every part begins where the one before ends.
  private func isSeamless(_ segments: [Segment]) -> Bool {
    var next = layout.firstRow
    for segment in segments {
      let end = layout.firstRow + (segment.index + 1) * options.blockSize
      if next >= end {
        guard segment.start == nil else { return false }
      } else {
        guard segment.start == next else { return next >= source.count && segment.start == nil }
        next = segment.end
      }
    }
    return true
  }

  private func merged(_ outcomes: [Outcome]) -> Outcome {
    var all = Outcome(log: IssueLog(limit: options.diagnosticLimit))
    all.segments = outcomes.flatMap(\.segments).sorted { $0.index < $1.index }
    all.names = outcomes.flatMap(\.names).sorted {
      ($0.segment, $0.line) < ($1.segment, $1.line)
    }
    for outcome in outcomes { all.presence.merge(outcome.presence) }
    all.log.merge(outcomes.map(\.log))
    return all
  }

  /// Reads the parts that `next` gives, each from its first newline on.
  private func readParts(_ next: () -> Int?) throws(FileFault) -> Outcome {
    var parser = RowParser(layout: layout, diagnosticLimit: options.diagnosticLimit)
    var block = ByteBlock(capacity: blockCapacity)
    var segments: [Segment] = []
    while let index = next() {
      segments.append(try readPart(index, from: nil, &parser, &block))
    }
    return Outcome(
      segments: segments, names: parser.names.entries, presence: parser.presence, log: parser.log)
  }

  /// Reads all parts one after the other, each from where the one before ends.
  private func readInOrder() throws(FileFault) -> Outcome {
    var parser = RowParser(layout: layout, diagnosticLimit: options.diagnosticLimit)
    var block = ByteBlock(capacity: blockCapacity)
    var segments: [Segment] = []
    var next = layout.firstRow
    for index in 0..<segmentCount
    where next < layout.firstRow + (index + 1) * options.blockSize && next < source.count {
      let segment = try readPart(index, from: next, &parser, &block)
      next = segment.end
      segments.append(segment)
    }
    return Outcome(
      segments: segments, names: parser.names.entries, presence: parser.presence, log: parser.log)
  }

  private var blockCapacity: Int {
    min(options.blockSize + 1 + 2 * RowParser.maximumRowLength, source.count + 1)
  }

  /// Reads the rows that begin in one part.
  ///
  /// - Parameter known: where its first row begins; without it, behind the first newline.
  private func readPart(
    _ index: Int, from known: Int?, _ parser: inout RowParser, _ block: inout ByteBlock
  ) throws(FileFault) -> Segment {
    let lower = layout.firstRow + index * options.blockSize
    let upper = min(lower + options.blockSize, source.count)
    // A row may begin at `lower` itself; then the byte before is the newline.
    let base = index == 0 ? lower : lower - 1
    var fillEnd = min(source.count, upper + 4096)
    try source.read(base..<fillEnd, into: &block)
    var segment = Segment(index: index, start: nil, end: upper)
    var offset = 0
    if let known {
      offset = known - base
    } else if index > 0 {
      while offset < upper - base, block[offset] != ByteWord.newline { offset += 1 }
      offset += 1
    }
    guard base + offset < upper else { return segment }
    segment.start = base + offset
    segment.rows.reserveCapacity((upper - lower) / 36)
    while true {
      let progress = parser.parse(
        block, from: offset, to: upper - base, isLast: fillEnd == source.count, into: &segment)
      switch progress {
      case .done(let next):
        segment.end = base + next
        return segment
      case .needsMore(let row):
        offset = row
        let end = min(source.count, upper + 2 * RowParser.maximumRowLength)
        try source.read(fillEnd..<end, into: &block, keeping: block.count)
        fillEnd = end
      case .skipping:
        segment.end = try lineStart(after: fillEnd, &block)
        return segment
      }
    }
  }

  /// Where the line after the first newline at or behind an offset begins.
  private func lineStart(
    after start: Int, _ block: inout ByteBlock
  ) throws(FileFault) -> Int {
    var base = start
    while base < source.count {
      let end = min(source.count, base + min(block.capacity, 1 << 16))
      try source.read(base..<end, into: &block)
      for offset in 0..<block.count where block[offset] == ByteWord.newline {
        return base + offset + 1
      }
      base = end
    }
    return source.count
  }
}
