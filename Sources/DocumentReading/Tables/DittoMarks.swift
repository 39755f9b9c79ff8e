import MunicipalModel

/// 〃 and 同上 in place of what the row above says.
enum DittoMarks {
  private static let marks = ["〃", "同上", "々", "\u{301E}"]

  /// The rows with the texts that such marks stand for: in names, which may go on (〃（65歳以上）), units and times.
  static func resolved(
    _ rows: [[TableCell]], columns: [TableColumn], in session: inout DocumentSession
  ) -> [[TableCell]] {
    var rows = rows
    var first: (mark: TableCell, text: String)?
    for (index, column) in columns.enumerated() where mayHold(column.role) {
      var above = ""
      for row in rows.indices where rows[row].indices.contains(index) {
        let cell = rows[row][index]
        guard let rest = rest(of: cell.text), !above.isEmpty else {
          if !cell.text.isEmpty { above = cell.text }
          continue
        }
        let text = rest.isEmpty ? above : PartNames.joined(above, rest)
        first = first ?? (cell, text)
        rows[row][index] = TableCell(text: text, line: cell.line, cell: cell.cell)
      }
    }
    guard let first else { return rows }
    session.note(
      .warning, "ditto-mark", at: session.cite(first.mark),
      ja: "「\(first.mark.text)」などを、上の行から「\(first.text)」などとみなしました",
      en: "\"\(first.mark.text)\" and the like are taken from the row above: \"\(first.text)\"")
    return rows
  }

  private static func mayHold(_ role: ColumnRole) -> Bool {
    switch role {
    case .indicator, .namePart, .unit, .figurePeriod, .level, .project, .theme: true
    default: false
    }
  }

  /// What stands behind the mark that a text begins with; `nil` without one.
  private static func rest(of text: String) -> String? {
    var scanner = TextScanner(text)
    guard scanner.skip(anyOf: marks) != nil else { return nil }
    scanner.skipSpaces()
    let rest = scanner.original(scanner.position..<scanner.scalars.count)
    return rest.isEmpty || "([".unicodeScalars.contains(scanner.current ?? " ") ? rest : nil
  }
}
