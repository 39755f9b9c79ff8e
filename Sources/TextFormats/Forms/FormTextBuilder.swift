/// Writes the lines of a form one after the other, and parts tables from what stands around them.
struct FormTextBuilder {
  private(set) var text = FormText()
  /// How many tables there are so far.
  private(set) var tableCount = 0
  private var paragraphCount = 0
  /// Whether the last line belongs to a table.
  private var isInTable = false

  /// Takes a notice about the file, or about a line.
  mutating func add(_ notice: FormText.Notice) { text.notices.append(notice) }

  /// Adds a paragraph, a heading or another line outside of tables; its place is its number. A line that
  /// is continued belongs to the paragraph of the line above.
  mutating func add(paragraph: String, headingLevel: Int? = nil, isContinued: Bool = false) {
    if !isContinued { paragraphCount += 1 }
    add(
      FormText.Line(paragraph, place: .paragraph(paragraphCount), headingLevel: headingLevel),
      isInTable: false)
  }

  /// Adds a line, parted by an empty one from a table that it does not belong to.
  private mutating func add(_ line: FormText.Line, isInTable: Bool) {
    if self.isInTable, !isInTable { part() }
    self.isInTable = isInTable
    text.lines.append(line)
  }

  /// Adds a table.
  ///
  /// - Parameters:
  ///   - name: the name of the file, for the error.
  ///   - place: the place of a row, by the number of the table and of the row.
  ///   - taken: is told the number of each row and the index of its line.
  mutating func add(
    _ table: TableBlock, name: String, place: (Int, Int) -> FilePlace,
    taken: (Int, Int) -> Void = { _, _ in }
  ) throws(FormError) {
    guard !table.rows.isEmpty else { return }
    tableCount += 1
    let parts = table.parts()
    for row in parts.above { add(title: row, place: place(tableCount, row.number), taken: taken) }
    if !parts.table.isEmpty {
      let width = parts.table.reduce(0) { max($0, 1 + ($1.cells.lastIndex { !$0.isEmpty } ?? 0)) }
      let start = parts.table.reduce(width) { min($0, $1.cells.firstIndex { !$0.isEmpty } ?? $0) }
      guard width * parts.table.count <= TableBlock.maximumCells else {
        throw TableBlock.tooLarge(file: name, found: "\(parts.table.count) × \(width)")
      }
      part()
      let columns = start == 0 ? [] : Array(start + 1...width)
      for row in parts.table {
        var line = ""
        for column in start..<width {
          if column > start { line += "\t" }
          if column < row.cells.count { line += row.cells[column] }
        }
        taken(row.number, text.lines.count)
        add(
          FormText.Line(line, place: place(tableCount, row.number), columns: columns),
          isInTable: true)
      }
    }
    for row in parts.below { add(title: row, place: place(tableCount, row.number), taken: taken) }
  }

  private mutating func add(
    title row: TableBlock.Row, place: FilePlace, taken: (Int, Int) -> Void
  ) {
    if isInTable { part() }
    isInTable = false
    taken(row.number, text.lines.count)
    for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
      add(FormText.Line(cell, place: place, columns: [index + 1]), isInTable: false)
    }
  }

  /// Adds an empty line, unless there is one or nothing stands above.
  private mutating func part() {
    guard let last = text.lines.last, !last.text.isEmpty else { return }
    text.lines.append(FormText.Line(""))
  }
}

extension FormText.Line {
  /// The cell that stands in a column as the file counts it, both from 1.
  func cell(inColumn column: Int) -> Int? {
    let count = 1 + text.utf8.count { $0 == 0x09 }
    let cell = columns.isEmpty ? column : columns.firstIndex(of: column).map { $0 + 1 }
    return cell.flatMap { (1...count).contains($0) ? $0 : nil }
  }
}
