package import MunicipalModel

extension DocumentText {
  /// A citation of a line or of one of its cells, with the place that it has in the file.
  ///
  /// - Parameters:
  ///   - line: the line, from 1.
  ///   - cell: the cell, from 1; `nil` of the whole line.
  package func citation(
    line: Int, cell: Int? = nil, headings: [String] = [], printed: String
  ) -> Citation {
    Citation(
      document: id, line: line, cell: cell, headings: headings, printed: printed,
      place: place(line: line, cell: cell))
  }

  /// What the form's reader noticed, such as a hidden row.
  var formNotices: [Diagnostic] {
    formReading.map { notice in
      let line = (notice.line ?? 0) + 1
      return Diagnostic(
        severity: notice.isWarning ? .warning : .info, code: Diagnostic.Code(rawValue: notice.code),
        message: notice.message,
        citation: citation(
          line: line, cell: notice.cell,
          printed: notice.line == nil ? "" : TextFolding.trimmed(self.line(line))))
    }
  }
}
