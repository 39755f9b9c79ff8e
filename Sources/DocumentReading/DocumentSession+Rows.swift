extension DocumentSession {
  /// The rows below a heading up to the first line that is none, be it that of a page break.
  func tableLines(below heading: Int, limit: Int = .max) -> [Int] {
    var lines: [Int] = []
    var line = next(heading)
    while lines.count < limit, isTableRow(line) {
      lines.append(line)
      line = next(line)
    }
    return lines
  }

  /// The rows below a heading that have as many cells as it, or the first of them.
  func rows(below heading: Int, width: Int, limit: Int = .max) -> [[TableCell]] {
    var rows: [[TableCell]] = []
    var line = next(heading)
    while rows.count < limit, isTableRow(line), case let cells = cells(line), cells.count == width {
      rows.append(
        cells.enumerated().map { TableCell(text: $0.element, line: line, cell: $0.offset + 1) })
      line = next(line)
    }
    return rows
  }
}
