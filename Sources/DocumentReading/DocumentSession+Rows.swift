extension DocumentSession {
  /// The rows below a heading that have as many cells as it.
  func rows(below heading: Int, width: Int) -> [[TableCell]] {
    var rows: [[TableCell]] = []
    var line = next(heading)
    while isTableRow(line), case let cells = cells(line), cells.count == width {
      rows.append(
        cells.enumerated().map { TableCell(text: $0.element, line: line, cell: $0.offset + 1) })
      line = next(line)
    }
    return rows
  }
}
