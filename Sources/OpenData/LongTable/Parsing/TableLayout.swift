/// Where a table's columns stand.
struct TableLayout: Sendable {
  /// The columns in the order of the file; `nil` for one that is not used.
  var columns: [LongTableColumn?]
  /// Where the rows begin.
  var firstRow: Int
  /// The line that the rows begin on, from 1.
  var firstLine: Int
}

/// A part of the file that one reader took, and its rows.
struct Segment: Sendable {
  var index: Int
  /// Where its first row begins, or `nil` if none begins in it.
  var start: Int?
  /// Where the row after its last begins.
  var end: Int
  var rows: ContiguousArray<RowRecord> = []
  /// The lines of rows that do not follow the line of the row before: position and line.
  var lineJumps: ContiguousArray<LineJump> = []
  /// How many lines it has.
  var lineCount = 0
  /// The line that the next row has if it follows the row before.
  private var expectedLine = 0

  init(index: Int, start: Int?, end: Int) {
    self.index = index
    self.start = start
    self.end = end
  }

  /// Adds the row that stands on line `lineCount`.
  @inline(__always)
  mutating func append(_ row: RowRecord) {
    if lineCount != expectedLine {
      lineJumps.append(LineJump(row: Int32(rows.count), line: Int32(lineCount)))
    }
    rows.append(row)
    expectedLine = lineCount &+ 1
  }

  /// A row whose line does not follow that of the row before.
  struct LineJump: Sendable {
    var row: Int32
    var line: Int32
  }

  /// The line of a row in this part, from 0.
  func line(ofRow row: Int) -> Int {
    var lower = 0
    var upper = lineJumps.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if Int(lineJumps[middle].row) <= row { lower = middle + 1 } else { upper = middle }
    }
    guard lower > 0 else { return row }
    let jump = lineJumps[lower - 1]
    return Int(jump.line) + row - Int(jump.row)
  }
}
