/// Something noticed in a row: where in which part of the file.
struct IssueEntry {
  var issue: LongTableIssue
  /// The part of the file.
  var segment: Int
  /// The line in that part, from 0.
  var line: Int
  /// The cell, from 1; 0 for the row.
  var cell: Int
  /// The beginning of the cell's text.
  var text: String

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    (left.segment, left.line, left.cell, left.issue.rawValue)
      < (right.segment, right.line, right.cell, right.issue.rawValue)
  }
}

/// Counts what is noticed and keeps the first cases of each kind.
struct IssueLog {
  private(set) var kept: [IssueEntry] = []
  private(set) var counts = [Int](repeating: 0, count: LongTableIssue.allCases.count)
  private var keptCounts = [Int](repeating: 0, count: LongTableIssue.allCases.count)
  let limit: Int

  init(limit: Int) { self.limit = max(0, limit) }

  mutating func note(
    _ issue: LongTableIssue, segment: Int, line: Int, cell: Int = 0,
    text: @autoclosure () -> String = ""
  ) {
    let index = Int(issue.rawValue)
    counts[index] += 1
    guard keptCounts[index] < limit else { return }
    keptCounts[index] += 1
    kept.append(
      IssueEntry(issue: issue, segment: segment, line: line, cell: cell, text: Self.cut(text())))
  }

  /// The log of a whole file from those of its readers: again the first cases of each kind.
  mutating func merge(_ others: [IssueLog]) {
    let entries = (kept + others.flatMap(\.kept)).sorted(by: IssueEntry.precedes)
    kept.removeAll()
    keptCounts = keptCounts.map { _ in 0 }
    for entry in entries {
      let index = Int(entry.issue.rawValue)
      guard keptCounts[index] < limit else { continue }
      keptCounts[index] += 1
      kept.append(entry)
    }
    for other in others {
      for index in counts.indices { counts[index] += other.counts[index] }
    }
  }

  /// A long text is cut, so that a kept case stays small.
  private static func cut(_ text: String) -> String {
    text.unicodeScalars.count <= 60
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(60))) + "…"
  }
}
