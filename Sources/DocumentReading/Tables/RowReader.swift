import MunicipalModel

/// Reads the rows below a table's heading.
struct RowReader {
  let columns: [TableColumn]
  /// The next line to read; the first line after the table when all is read.
  var line: Int
  /// Whether a line is a heading of the plan, which ends the table for the time being.
  let isNodeHeading: (Int, DocumentSession) -> Bool
  /// Whether a line begins a table of another kind, which is no next page of this one.
  let isOtherTable: (Int, DocumentSession) -> Bool
  /// Whether a heading of the plan, or a line that states figures, ended the table for the time being.
  private(set) var isInterrupted = false

  init(
    columns: [TableColumn], line: Int,
    isNodeHeading: @escaping (Int, DocumentSession) -> Bool = { _, _ in false },
    isOtherTable: @escaping (Int, DocumentSession) -> Bool = { _, _ in false }
  ) {
    self.columns = columns
    self.line = line
    self.isNodeHeading = isNodeHeading
    self.isOtherTable = isOtherTable
  }

  /// The rows' cells, with wrapped lines joined. The table ends at a blank line, unless it goes on
  /// with rows of the same kind on the next page.
  mutating func readCells(
    in session: inout DocumentSession, rules: [ColumnRule]
  ) -> [[TableCell]] {
    var rows: [[TableCell]] = []
    while line <= session.document.lineCount {
      if session.isBlank(line) || session.isPageNumber(line) {
        guard let next = continuation(in: session, rules: rules) else { break }
        line = next
        continue
      }
      if session.isLone(line), isNodeHeading(line, session) {
        isInterrupted = true
        break
      }
      guard session.isTableRow(line) else {
        if DocumentSession.statesFigures(session.text(line)) {
          isInterrupted = true
          break
        }
        if readRowWithoutTabs(in: &session) { continue }
        guard readWrappedLine(after: &rows, in: &session, rules: rules) else { break }
        continue
      }
      if isHeading(line, session, rules: rules) {
        // The same heading again at the top of a page belongs to this table.
        guard sameHeading(line, session) else { break }
        session.keep(line)
        line = session.next(line)
        continue
      }
      append(readRow(in: &session), to: &rows, in: &session)
    }
    return rows
  }

  private func isHeading(_ line: Int, _ session: DocumentSession, rules: [ColumnRule]) -> Bool {
    TableHeading.find(at: line, in: session, rules: rules) != nil
  }

  /// The line after a page break where the table goes on, if it does.
  private func continuation(in session: DocumentSession, rules: [ColumnRule]) -> Int? {
    guard let next = session.lineAfterPageBreak(at: line), isOwnRow(next, session, rules: rules)
    else { return nil }
    return next
  }

  /// Whether a line is a row of as many cells, or the table's own heading again.
  private func isOwnRow(_ line: Int, _ session: DocumentSession, rules: [ColumnRule]) -> Bool {
    guard session.isTableRow(line), session.cells(line).count == columns.count,
      !(session.isLone(line) && isNodeHeading(line, session)), !isOtherTable(line, session)
    else { return false }
    return sameHeading(line, session)
      || !isHeading(line, session, rules: rules) && !isUpperHeading(line, session)
  }

  /// Tells a row whose tabs were lost, and passes over it.
  private mutating func readRowWithoutTabs(in session: inout DocumentSession) -> Bool {
    let figures = columns.count { $0.figureRole != nil }
    guard let lost = LostTabs(session.text(line), columns: columns.count, figures: figures) else {
      return false
    }
    session.noteLostTabs(lost, at: line)
    line = session.next(line)
    return true
  }

  /// Reads a line without cells between two rows: the rest of the cell before it, or the beginning
  /// of the cell after it.
  ///
  /// - Returns: `false` if the line is no part of the table.
  private mutating func readWrappedLine(
    after rows: inout [[TableCell]], in session: inout DocumentSession, rules: [ColumnRule]
  ) -> Bool {
    let text = session.text(line)
    if let last = rows.last?.last, rows.last?.count == columns.count,
      session.next(last.line) == line, isFigureColumn(columns.count - 1),
      Self.completesFigure(last.text, with: text)
    {
      session.keep(line)
      rows[rows.count - 1][columns.count - 1] = last.continued(with: text)
      line = session.next(line)
      return true
    }
    let next = session.next(line)
    guard text.utf8.count <= 300, !Self.isNote(session.key(line)),
      isOwnRow(next, session, rules: rules), !sameHeading(next, session)
    else { return false }
    session.keep(line)
    let start = TableCell(text: text, line: line, cell: 1)
    if let column = loneColumn(of: line, above: next, in: session) {
      let row = columns.indices.map { index in
        index == column ? start : TableCell(text: "", line: line, cell: index + 1)
      }
      append(row, to: &rows, in: &session)
      line = next
      return true
    }
    line = next
    var row = readRow(in: &session)
    session.keep(row[0].line, cell: 1)
    row[0] = start.continued(with: row[0].text)
    rows.append(row)
    return true
  }

  /// Whether a line is a sentence, a source or a remark rather than a part of a name.
  private static func isNote(_ key: String) -> Bool {
    key.ends(with: "。") || ["※", "注", "(注", "出典", "資料:"].contains(where: key.begins)
  }

  private func isFigureColumn(_ index: Int) -> Bool {
    columns.indices.contains(index) && columns[index].figureRole != nil
  }

  /// Whether a cell is a figure only with the text of the next line, or that is nothing but its unit.
  private static func completesFigure(_ cell: String, with rest: String) -> Bool {
    let isReadable = PrintedFigure.reading(cell + rest) != .missing(.unreadable)
    return isReadable
      && (MeasureUnit.isUnit(rest) || PrintedFigure.reading(cell) == .missing(.unreadable))
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
    line = session.next(line)
    while row.count < columns.count, line <= session.document.lineCount, !session.isBlank(line) {
      let next = cells(at: line, in: session)
      guard row.count + next.count - 1 <= columns.count, let last = row.last, let head = next.first,
        !looksLikeRow(next), isWrapped(last, at: row.count - 1, before: head, of: next)
      else { break }
      session.keep(line, cell: 1)
      row[row.count - 1] = last.continued(with: head.text)
      row += next.dropFirst()
      line = session.next(line)
    }
    if row.count != columns.count { reportWidth(of: row, at: first, in: &session) }
    return row
  }

  /// A line with as many cells as the table has columns is a row of its own.
  private func looksLikeRow(_ cells: [TableCell]) -> Bool { cells.count == columns.count }

  /// Whether a cell can go on with the first one of the next line: a figure that is whole does not go
  /// on with a name, and a row whose tabs were lost is the rest of no cell.
  private func isWrapped(
    _ cell: TableCell, at index: Int, before head: TableCell, of next: [TableCell]
  ) -> Bool {
    if next.count == 1,
      LostTabs(head.text, columns: columns.count, figures: columns.count) != nil
    {
      return false
    }
    guard isFigureColumn(index), !cell.text.isEmpty, !head.text.isEmpty else { return true }
    let joined = PrintedFigure.reading(cell.text + head.text)
    return joined.missingReason != .unreadable
      && joined.quantities.allSatisfy { $0.unit.isEmpty || MeasureUnit.isCommon($0.unit) }
  }

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
      let isShifted = Self.mayBeShifted(row, columns: columns)
      session.note(
        .error, "extra-cells", at: citation,
        ja: "\(columns.count)列の表の行に\(row.count)個のセルがあります。"
          + (isShifted ? "どの値がどの欄のものか分からないため、値は読んでいません" : "余りは読んでいません"),
        en: "a row of \(row.count) cells in a table of \(columns.count) columns; "
          + (isShifted
            ? "which figure belongs where is not known, and none is read" : "the rest is not read"))
    }
  }

  /// Whether a row of too many cells has a blank or a text where a figure should stand, so that its
  /// figures may be those of other columns.
  static func mayBeShifted(_ row: [TableCell], columns: [TableColumn]) -> Bool {
    guard row.count > columns.count, row[columns.count...].contains(where: { !$0.text.isEmpty })
    else { return false }
    return zip(columns, row).contains { column, cell in
      guard let role = column.figureRole, role != .assessment else { return false }
      let reason = PrintedFigure.reading(cell.text).missingReason
      return reason == .blank || reason == .unreadable
    }
  }
}
