import MunicipalModel

/// Reads the rows below a table's heading.
struct RowReader {
  let columns: [TableColumn]
  /// The next line to read; the first line after the table when all is read.
  var line: Int

  /// The rows' cells, with wrapped lines joined. The table ends at a blank line, unless it goes on
  /// with rows of the same kind on the next page.
  mutating func readCells(
    in session: inout DocumentSession, rules: [ColumnRule]
  ) -> [[TableCell]] {
    var rows: [[TableCell]] = []
    while line <= session.document.lineCount {
      if session.isBlank(line) || PageBreak.isPageNumber(session.key(line)) {
        guard let next = continuation(in: session, rules: rules) else { break }
        line = next
        continue
      }
      guard session.isTableRow(line) else {
        guard readWrappedLine(after: &rows, in: &session, rules: rules) else { break }
        continue
      }
      if IndicatorTable.isHeading(line, in: session, rules: rules) {
        // The same heading again at the top of a page belongs to this table.
        guard sameHeading(line, session) else { break }
        session.keep(line)
        line += 1
        continue
      }
      rows.append(readRow(in: &session))
    }
    return rows
  }

  /// The line after a page break where the table goes on, if it does.
  private func continuation(in session: DocumentSession, rules: [ColumnRule]) -> Int? {
    guard let next = session.lineAfterPageBreak(at: line), isOwnRow(next, session, rules: rules)
    else { return nil }
    return next
  }

  /// Whether a line is a row of as many cells, or the table's own heading again.
  private func isOwnRow(_ line: Int, _ session: DocumentSession, rules: [ColumnRule]) -> Bool {
    guard session.isTableRow(line), session.cells(line).count == columns.count else { return false }
    return sameHeading(line, session)
      || !IndicatorTable.isHeading(line, in: session, rules: rules)
        && !isUpperHeading(line, session)
  }

  /// Reads a line without cells between two rows: the rest of the cell before it, or the beginning
  /// of the cell after it.
  ///
  /// - Returns: `false` if the line is no part of the table.
  private mutating func readWrappedLine(
    after rows: inout [[TableCell]], in session: inout DocumentSession, rules: [ColumnRule]
  ) -> Bool {
    let text = session.text(line)
    if let last = rows.last?.last, rows.last?.count == columns.count, last.line + 1 == line,
      isFigureColumn(columns.count - 1), Self.completesFigure(last.text, with: text)
    {
      session.keep(line)
      rows[rows.count - 1][columns.count - 1] = last.continued(with: text)
      line += 1
      return true
    }
    guard text.utf8.count <= 300, !session.key(line).hasPrefix("※"),
      isOwnRow(line + 1, session, rules: rules), !sameHeading(line + 1, session)
    else { return false }
    session.keep(line)
    let start = TableCell(text: text, line: line, cell: 1)
    line += 1
    var row = readRow(in: &session)
    session.keep(row[0].line, cell: 1)
    row[0] = start.continued(with: row[0].text)
    rows.append(row)
    return true
  }

  private func isFigureColumn(_ index: Int) -> Bool {
    if case .figure = columns[index].role { return true }
    return false
  }

  /// Whether a cell is a figure only with the text of the next line, or that is nothing but its unit.
  private static func completesFigure(_ cell: String, with rest: String) -> Bool {
    let isReadable = PrintedFigure(cell + rest, grouping: .spaces).reading != .missing(.unreadable)
    return isReadable
      && (MeasureUnit.isUnit(rest)
        || PrintedFigure(cell, grouping: .spaces).reading == .missing(.unreadable))
  }

  private func sameHeading(_ line: Int, _ session: DocumentSession) -> Bool {
    session.cells(line).map(TextFolding.key) == columns.map { TextFolding.key($0.heading) }
  }

  /// Whether the line is the upper line of another table's two-line heading: it names columns.
  private func isUpperHeading(_ line: Int, _ session: DocumentSession) -> Bool {
    let own = columns.map { TextFolding.key($0.heading) }.filter { !$0.isEmpty }
    let cells = session.cells(line).map(TextFolding.key)
    return cells.contains { !$0.isEmpty && own.contains($0) }
      || cells.contains { $0.contains(word: "重要業績評価指標") }
  }

  /// Reads one row, and joins it with the next lines if a cell was wrapped.
  private mutating func readRow(in session: inout DocumentSession) -> [TableCell] {
    var row = cells(at: line, in: session)
    let first = line
    line += 1
    while row.count < columns.count, line <= session.document.lineCount, !session.isBlank(line) {
      let next = cells(at: line, in: session)
      guard row.count + next.count - 1 <= columns.count, let last = row.last, let head = next.first,
        !looksLikeRow(next)
      else { break }
      session.keep(line, cell: 1)
      row[row.count - 1] = last.continued(with: head.text)
      row += next.dropFirst()
      line += 1
    }
    if row.count != columns.count { reportWidth(of: row, at: first, in: &session) }
    return row
  }

  /// A line with as many cells as the table has columns is a row of its own.
  private func looksLikeRow(_ cells: [TableCell]) -> Bool { cells.count == columns.count }

  private func cells(at line: Int, in session: DocumentSession) -> [TableCell] {
    session.cells(line).enumerated().map {
      TableCell(text: $0.element, line: line, cell: $0.offset + 1)
    }
  }

  private func reportWidth(
    of row: [TableCell], at line: Int, in session: inout DocumentSession
  ) {
    let citation = session.cite(line)
    if row.count < columns.count {
      session.note(
        .error, "truncated-row", at: citation,
        ja: "\(columns.count)列の表の行に\(row.count)個のセルしかありません",
        en: "a row of \(row.count) cells in a table of \(columns.count) columns")
    } else if row[columns.count...].contains(where: { !$0.text.isEmpty }) {
      session.note(
        .error, "extra-cells", at: citation,
        ja: "\(columns.count)列の表の行に\(row.count)個のセルがあります。余りは読んでいません",
        en:
          "a row of \(row.count) cells in a table of \(columns.count) columns; the rest is not read"
      )
    }
  }

  // MARK: Rows

  /// Turns cells into rows by the columns' roles, and carries merged cells down.
  static func rows(
    from cells: [[TableCell]], columns: [TableColumn], qualifiers: RowQualifiers,
    in session: inout DocumentSession
  ) -> [IndicatorRow] {
    var rows: [IndicatorRow] = []
    var qualified = QualifiedRows(qualifiers)
    var project: TableCell?
    var theme: TableCell?
    for row in cells {
      var indicator: TableCell?
      var unit: TableCell?
      var direction: TableCell?
      var figures: [(column: TableColumn, cell: TableCell)] = []
      for (column, cell) in zip(columns, row) {
        switch column.role {
        case .project where !cell.text.isEmpty: project = cell
        case .theme where !cell.text.isEmpty: theme = cell
        case .indicator where indicator == nil: indicator = cell
        case .unit where !cell.text.isEmpty: unit = cell
        case .direction where !cell.text.isEmpty: direction = cell
        case .figure: figures.append((column, cell))
        default: break
        }
      }
      if indicator?.text.isEmpty ?? true, qualifiers.areThere { indicator = qualified.indicator }
      guard let indicator, !indicator.text.isEmpty else {
        reportNameless(row, in: &session)
        continue
      }
      if isNoIndicator(indicator, figures, in: &session) { continue }
      let read = IndicatorRow(
        project: project, theme: theme, indicator: indicator, unit: unit, direction: direction,
        figures: figures)
      if qualifiers.areThere {
        qualified.add(read, cells: row, in: &session)
      } else {
        rows.append(read)
      }
    }
    return qualifiers.areThere ? qualified.joined : rows
  }

  /// Whether a row is a note below the figures, or the sum of those above.
  private static func isNoIndicator(
    _ name: TableCell, _ figures: [(column: TableColumn, cell: TableCell)],
    in session: inout DocumentSession
  ) -> Bool {
    let key = TextFolding.key(name.text)
    if ["※", "(注", "注)", "注:"].contains(where: key.hasPrefix),
      figures.allSatisfy({ $0.cell.text.isEmpty })
    {
      session.keep(name.line)
      return true
    }
    guard ["小計", "合計", "計", "総計"].contains(key) else { return false }
    session.note(
      .warning, "sum-row", at: session.cite(name.line, cell: name.cell),
      ja: "合計の行は指標ではないため、読んでいません", en: "a row of sums is no indicator and not read")
    return true
  }

  private static func reportNameless(_ row: [TableCell], in session: inout DocumentSession) {
    guard let first = row.first, row.contains(where: { !$0.text.isEmpty }) else { return }
    session.note(
      .error, "row-without-indicator", at: session.cite(first.line),
      ja: "指標名のない行のため、読んでいません", en: "a row without the name of an indicator is not read")
  }
}
