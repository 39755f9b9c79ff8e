/// The cells of one sheet that hold something, without those that a merged cell covers.
struct SheetGrid {
  /// A row, or the part of one that belongs to a table.
  struct Row {
    let number: Int
    var cells: ArraySlice<Workbook.Cell>

    /// The columns of its cells; `nil` if it has none.
    var columns: ClosedRange<Int>? {
      guard let first = cells.first, let last = cells.last else { return nil }
      return first.column...last.column
    }
  }

  private(set) var rows: [Row] = []
  /// By row, the cells that merged cells cover though they hold something of their own.
  private(set) var covered: [Int: [Workbook.Cell]] = [:]
  let frame: SheetFrame
  /// The merged cells that cover others, by their first row.
  let merged: [CellRange]

  /// The most rows of merged cells that are looked at.
  private static let maximumWork = 20_000_000

  /// Takes the rows of a sheet, and empties the cells that merged cells cover.
  init(
    _ sheetRows: [Workbook.Row], frame: SheetFrame, sheet: String, file: String
  ) throws(FormError) {
    self.frame = frame
    merged = frame.merged.filter { $0.rows.count > 1 || $0.columns.count > 1 }
      .sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    var rows = sheetRows.map { row in
      // A cell of blanks holds nothing that anyone sees.
      let isBlank = { (cell: Workbook.Cell) in
        cell.issue == nil && cell.text.utf8.first.map { $0 <= 0x20 || $0 >= 0x80 } ?? true
          && TextFolding.isBlank(cell.text)
      }
      let cells = row.cells.contains(where: isBlank) ? row.cells.filter { !isBlank($0) } : row.cells
      return Row(number: row.number, cells: cells[...])
    }
    var work = 0
    for range in merged {
      var index = rows.partition(from: range.rows.lowerBound)
      var shown = ""
      while index < rows.count, rows[index].number <= range.rows.upperBound {
        work += 1
        let isFirst = rows[index].number == range.rows.lowerBound
        if let columns = rows[index].columns, columns.overlaps(range.columns) {
          work += rows[index].cells.count
          let isCovered = { (cell: Workbook.Cell) in
            range.columns.contains(cell.column)
              && !(isFirst && cell.column == range.columns.lowerBound)
          }
          if isFirst {
            shown = rows[index].cells.first { $0.column == range.columns.lowerBound }?.text ?? ""
          }
          if rows[index].cells.contains(where: isCovered) {
            // Programs that fill each of the cells with the text that is shown lose nothing.
            covered[rows[index].number, default: []] += rows[index].cells.filter {
              isCovered($0) && !$0.text.isEmpty && $0.text != shown
            }
            rows[index].cells = rows[index].cells.filter { !isCovered($0) }[...]
          }
        }
        index += 1
      }
      guard work <= Self.maximumWork else {
        throw FormError(
          code: .tooLarge, file: file, part: sheet, expected: .atMost(Self.maximumWork))
      }
    }
    self.rows = rows.filter { !$0.cells.isEmpty }
    covered = covered.filter { !$0.value.isEmpty }
  }

  /// The merged cell that begins at a cell.
  func merge(at row: Int, column: Int) -> CellRange? {
    var low = 0
    var high = merged.count
    while low < high {
      let middle = (low + high) / 2
      if merged[middle].rows.lowerBound < row { low = middle + 1 } else { high = middle }
    }
    while low < merged.count, merged[low].rows.lowerBound == row {
      if merged[low].columns.lowerBound == column { return merged[low] }
      low += 1
    }
    return nil
  }
}

extension [SheetGrid.Row] {
  /// The index of the first row with at least that number.
  fileprivate func partition(from number: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
