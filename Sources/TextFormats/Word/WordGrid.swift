/// The columns of a table of a Word file as a person sees them.
///
/// The grid of a table has a line wherever a cell of some row ends. Lines that were drawn a little beside
/// each other are one, and columns in which no cell begins are none.
struct WordGrid {
  /// For each row, the column of each of its cells, from 0.
  let columns: [[Int]]
  /// How many columns there are.
  let count: Int

  /// Lines that are less apart are one, in twentieths of a point: 2 mm.
  private static let nearness = 113

  init(_ table: WordTable) {
    let merged = Self.merged(table.widths)
    var starts = table.rows.map { row in Self.starts(of: row, merged) }
    // Where all rows have as many cells, the first is below the first, however the lines run.
    let isEven =
      Set(table.rows.map(\.cells.count)).count == 1
      && table.rows.allSatisfy { row in
        row.before == 0 && row.cells.allSatisfy { $0.span == 1 || !table.widths.isEmpty }
      } && Set(starts).count > 1
    if isEven { starts = table.rows.map { Array(0..<$0.cells.count) } }
    let used = Set(starts.joined()).sorted()
    var number: [Int: Int] = [:]
    for (index, start) in used.enumerated() { number[start] = index }
    columns = starts.map { row in row.map { number[$0] ?? 0 } }
    count = used.count
  }

  /// For each column of the grid, and the end, its column with lines that are near made one.
  private static func merged(_ widths: [Int]) -> [Int] {
    var columns = [0]
    var edge = 0
    var last = 0
    for width in widths {
      edge += width
      if edge - last >= nearness || width == 0 {
        columns.append((columns.last ?? 0) + 1)
        last = edge
      } else {
        columns.append(columns.last ?? 0)
      }
    }
    return columns
  }

  private static func starts(of row: WordTable.Row, _ merged: [Int]) -> [Int] {
    var position = row.before
    var starts: [Int] = []
    for cell in row.cells {
      // Beyond the widths that are written, each column is one.
      let beyond = max(0, position - (merged.count - 1))
      let column = (merged[min(position, merged.count - 1)]) + beyond
      starts.append(max(column, (starts.last ?? -1) + 1))
      position += cell.span
    }
    return starts
  }
}
