/// The header lines of a table, in which a heading stands over the columns to its right.
struct HeaderGrid {
  /// The cells of each header line, the top one first.
  private(set) var lines: [[String]] = []

  /// The number of columns.
  var width: Int { lines.map(\.count).max() ?? 0 }

  mutating func add(_ cells: [String]) { lines.append(cells) }

  /// The cells over a column from the top, headings drawn to the right over empty cells.
  ///
  /// A heading reaches as far as neither its own line nor a line above has another cell.
  func path(of column: Int) -> [String] {
    var start = 0
    return lines.map { line in
      // What stands above limits how far to the left a heading may come from.
      var index = min(column, line.count - 1)
      while index > start, line[index].isEmpty { index -= 1 }
      guard index >= 0, index < line.count, index >= start, !line[index].isEmpty else {
        return ""
      }
      start = max(start, index)
      return line[index]
    }
  }
}
