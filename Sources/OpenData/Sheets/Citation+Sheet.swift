import MunicipalModel

extension Citation {
  /// A cell of a text, or of a sheet of a workbook, whose rows are the lines.
  init(
    _ document: DocumentID, sheet: String?, line: Int, cell: Int? = nil, headings: [String] = [],
    printed: String
  ) {
    self.init(
      document: document, line: line, cell: cell, headings: headings, printed: printed,
      place: sheet.map { .sheet($0, row: line, column: cell) })
  }
}

extension DiagnosticList {
  /// A cell of a row.
  func citation(_ row: CSVRow, _ column: Int, headings: [String] = []) -> Citation {
    Citation(
      document, sheet: sheet, line: row.line, cell: column + 1, headings: headings,
      printed: row.text(column))
  }
}
