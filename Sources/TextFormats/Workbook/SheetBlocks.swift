/// Parts a sheet into what a person sees as its titles and tables: where rows are blank, and where
/// columns are blank between two tables that stand beside each other.
struct SheetBlocks {
  /// A title, a note, or a table.
  enum Block {
    /// A row of one cell that stands for itself.
    case line(SheetGrid.Row)
    /// Rows of a table; with the columns that hold something.
    case table([SheetGrid.Row], columns: [Int])
  }

  private let grid: SheetGrid
  private(set) var blocks: [Block] = []

  /// So often a table is parted into tables that are parted again.
  private static let maximumDepth = 12

  init(_ grid: SheetGrid) {
    self.grid = grid
    part(grid.rows, grid.merged, depth: 0)
  }

  private mutating func part(_ rows: [SheetGrid.Row], _ merged: [CellRange], depth: Int) {
    var band: [SheetGrid.Row] = []
    var next = 0
    var mergedTo = 0
    for row in rows {
      if let last = band.last, row.number > last.number + 1 {
        while next < merged.count, merged[next].rows.lowerBound <= last.number {
          mergedTo = max(mergedTo, merged[next].rows.upperBound)
          next += 1
        }
        // Rows that only a merged cell fills part nothing.
        if mergedTo < row.number - 1 {
          take(band, merged, depth: depth)
          band = []
        }
      }
      band.append(row)
    }
    if !band.isEmpty { take(band, merged, depth: depth) }
  }

  /// Takes rows without a blank one between them.
  private mutating func take(_ band: [SheetGrid.Row], _ merged: [CellRange], depth: Int) {
    guard let first = band.first, let last = band.last else { return }
    let merged = merged.filter { $0.rows.overlaps(first.number...last.number) }
    let columns = Self.columns(of: band)
    var start = 0
    while start < band.count {
      if isTitle(band, start, columns) {
        blocks.append(.line(band[start]))
      } else if isTitleWithRemark(band, start, columns) {
        blocks += band[start].cells.map { cell in
          .line(SheetGrid.Row(number: band[start].number, cells: [cell]))
        }
      } else {
        break
      }
      start += 1
    }
    let rows = Array(band[start...])
    guard let top = rows.first else { return }
    let gaps =
      depth < Self.maximumDepth
      ? gaps(in: rows, merged.filter { $0.rows.upperBound >= top.number }) : []
    guard !gaps.isEmpty else {
      takeTable(rows)
      return
    }
    var left = 1
    for gap in gaps + [CellReference.maximumColumn] {
      let side = rows.compactMap { Self.clipped($0, to: left...gap) }
      let own = merged.filter { $0.columns.overlaps(left...gap) }
      part(side, own, depth: depth + 1)
      left = gap + 1
    }
  }

  private static func clipped(_ row: SheetGrid.Row, to columns: ClosedRange<Int>) -> SheetGrid.Row?
  {
    let start = row.cells.firstIndex { $0.column >= columns.lowerBound } ?? row.cells.endIndex
    let end =
      row.cells[start...].firstIndex { $0.column > columns.upperBound } ?? row.cells.endIndex
    return start < end ? SheetGrid.Row(number: row.number, cells: row.cells[start..<end]) : nil
  }

  /// The columns in which something stands, from the left.
  private static func columns(of rows: [SheetGrid.Row]) -> [Int] {
    let last = rows.reduce(0) { max($0, $1.cells.last?.column ?? 0) }
    var isFilled = Array(repeating: false, count: last + 1)
    for row in rows {
      for cell in row.cells { isFilled[cell.column] = true }
    }
    return isFilled.indices.filter { isFilled[$0] }
  }

  // MARK: Tables beside each other

  /// The last blank columns between tables that stand beside each other.
  ///
  /// A blank column within one table is covered by merged cells, or what stands right of it has no
  /// names of its own for its rows.
  private func gaps(in rows: [SheetGrid.Row], _ merged: [CellRange]) -> [Int] {
    let columns = Self.columns(of: rows)
    var gaps: [Int] = []
    var start = 0
    for index in columns.indices.dropFirst() where columns[index] > columns[index - 1] + 1 {
      let blank = columns[index - 1] + 1...columns[index] - 1
      guard index - start > 1, columns.count - index > 1,
        !merged.contains(where: { $0.columns.overlaps(blank) }),
        hasNames(rows, in: columns[index]),
        hasFigures(rows, in: columns[start] + 1..<blank.lowerBound),
        hasFigures(rows, in: columns[index] + 1..<CellReference.maximumColumn + 1)
      else { continue }
      gaps.append(blank.upperBound)
      start = index
    }
    return gaps
  }

  /// Whether most cells of a column, its heading apart, are names or years rather than figures.
  private func hasNames(_ rows: [SheetGrid.Row], in column: Int) -> Bool {
    let cells = rows.compactMap { row in row.cells.first { $0.column == column } }.dropFirst()
    let names = cells.count { cell in
      guard let number = cell.number else { return true }
      return cell.text.utf8.contains { $0 >= 0x80 }
        || (1868...2100).contains(number) && cell.text.utf8.count == 4
    }
    return names * 2 >= cells.count
  }

  /// Whether figures stand in columns, the heading apart.
  private func hasFigures(_ rows: [SheetGrid.Row], in columns: Range<Int>) -> Bool {
    rows.dropFirst().contains { row in
      row.cells.contains { cell in
        columns.contains(cell.column)
          && (cell.number != nil
            || cell.text.unicodeScalars.contains { $0.properties.numericType != nil })
      }
    }
  }

  // MARK: Rows of one cell

  /// Whether a row at the top of a band is a title or a remark above the table.
  ///
  /// What stands over some columns, such as 実績値 over its years, is the upper line of the heading.
  private func isTitle(_ band: [SheetGrid.Row], _ index: Int, _ columns: [Int]) -> Bool {
    let row = band[index]
    guard row.cells.count == 1, let cell = row.cells.first, let first = columns.first,
      let last = columns.last
    else { return false }
    if index + 1 == band.count || band[index + 1].cells.count == 1 { return true }
    let merge = grid.merge(at: row.number, column: cell.column)
    // A cell that is merged with those below it belongs to the rows there.
    if let merge, merge.rows.count > 1 { return false }
    let end = merge?.columns.upperBound ?? cell.column
    return cell.column == first || cell.column == last
      || cell.column <= first + 1 && end >= last
      || isRemark(cell.text) || overflows(cell, in: row.number)
  }

  /// Whether a text stands in brackets, as （令和6年3月31日現在） above a table does.
  private func isRemark(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return "（(【［[".contains(first) && "）)】］]".contains(last)
  }

  /// Whether a text is longer than its cell is wide, and so is shown over the empty cells beside it.
  private func overflows(_ cell: Workbook.Cell, in row: Int) -> Bool {
    guard !cell.isWrapped, cell.number == nil else { return false }
    let columns = grid.merge(at: row, column: cell.column)?.columns ?? cell.column...cell.column
    var width = 0
    for column in columns where width < 1000 { width += grid.frame.width(ofColumn: column) }
    return Self.width(cell.text) > width
  }

  /// Whether a row at the top has a title on the left and a remark, such as （単位：人）, on the right.
  private func isTitleWithRemark(_ band: [SheetGrid.Row], _ index: Int, _ columns: [Int]) -> Bool {
    let row = band[index]
    guard row.cells.count == 2, let title = row.cells.first, let remark = row.cells.last,
      index + 1 < band.count, band[index + 1].cells.count > 2, columns.count > 2,
      let last = columns.last
    else { return false }
    let end = grid.merge(at: row.number, column: remark.column)?.columns.upperBound
    return (end ?? remark.column) >= last
      && isLine(SheetGrid.Row(number: row.number, cells: [title]), columns)
  }

  private mutating func takeTable(_ rows: [SheetGrid.Row]) {
    let lastRow = rows.lastIndex { $0.cells.count > 1 } ?? -1
    let table = Array(rows.prefix(lastRow + 1))
    if !table.isEmpty { blocks.append(.table(table, columns: Self.columns(of: table))) }
    // What stands below the last row of several cells is a note, or a name without figures.
    var rest = Array(rows[(lastRow + 1)...])
    if !table.isEmpty {
      let columns = Self.columns(of: table)
      let own = rest.prefix { !isLine($0, columns, isLast: true) }
      if !own.isEmpty, case .table(let upper, _) = blocks.last {
        let all = upper + own
        blocks[blocks.count - 1] = .table(all, columns: Self.columns(of: all))
        rest.removeFirst(own.count)
      }
    }
    blocks += rest.map { .line($0) }
  }

  /// Whether a row of one cell within or below a table is a line across it rather than a row of it.
  func isLine(_ row: SheetGrid.Row, _ columns: [Int], isLast: Bool = false) -> Bool {
    guard row.cells.count == 1, let cell = row.cells.first, let first = columns.first else {
      return false
    }
    let isNote = TableBlock.Row(number: row.number, cells: [cell.text]).isNote
    if isNote, isLast || cell.column == first { return true }
    guard cell.column == first else { return false }
    if let merge = grid.merge(at: row.number, column: cell.column) {
      return merge.rows.count == 1
        && columns.count { merge.columns.contains($0) } * 2 > columns.count
    }
    return overflows(cell, in: row.number)
  }

  /// How many columns of half width a text takes.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      width + (scalar.value < 0x1100 || (0xFF61...0xFF9F).contains(scalar.value) ? 1 : 2)
    }
  }
}
