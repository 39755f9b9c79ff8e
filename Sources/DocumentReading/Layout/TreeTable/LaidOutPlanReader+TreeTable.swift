import MunicipalModel

extension LaidOutPlanReader {
  /// The table of the plan's tree whose heading stands at a line, and where its columns are.
  func treeTable(
    at line: Int, in session: DocumentSession
  ) -> (layout: TreeTableLayout, places: [[Int]])? {
    guard !layout.treeTables.isEmpty, session.isTableRow(line) else { return nil }
    let cells = session.cells(line)
    for table in layout.treeTables {
      let places = table.places(inHeading: cells)
      if !places.isEmpty { return (table, places) }
    }
    return nil
  }

  /// Reads a table of the plan's tree; what follows the table does not belong to its nodes.
  mutating func readTreeTable(
    _ table: TreeTableLayout, places: [[Int]], at line: Int, in session: inout DocumentSession
  ) -> Int {
    if let outermost = table.columns.first?.level { tree.close(outermost) }
    session.headings = tree.openHeadings
    session.keep(line)
    reportUnknownColumns(at: line, besides: places, in: &session)
    let rows = session.rowLines(below: line)
    reportPrintedOrder(of: table, places: places, heading: line, rows: rows, in: &session)
    let above = tree.openHeadings
    var readers = places.map {
      TreeTableReader(layout: table, places: $0, rows: rows, headings: above)
    }
    for row in rows.indices {
      session.keepRow(rows[row])
      for index in readers.indices { readers[index].read(row: row, into: &tree, in: &session) }
    }
    if let outermost = table.columns.first?.level { tree.close(outermost) }
    session.headings = tree.openHeadings
    return (rows.last ?? line) + 1
  }

  private func reportUnknownColumns(
    at line: Int, besides places: [[Int]], in session: inout DocumentSession
  ) {
    let known = Set(places.joined())
    for (index, cell) in session.cells(line).enumerated() where !known.contains(index) {
      let column = session.column(cell, rules: layout.columns)
      guard !cell.isEmpty, column.role != .prose else { continue }
      session.noteUnreadColumn(
        cell, isText: column.trait == .text, at: session.cite(line, cell: index + 1))
    }
  }

  /// Notes numbers such as 1-2 that are printed in two places or out of order, before any repair.
  private func reportPrintedOrder(
    of table: TreeTableLayout, places: [[Int]], heading: Int, rows: [Int],
    in session: inout DocumentSession
  ) {
    for (index, column) in table.columns.enumerated() {
      guard let pattern = column.pattern, !column.isList else { continue }
      var seen: [String] = []
      for line in rows {
        let cells = session.printedCells(line)
        for place in places.map({ $0[index] }) where cells.indices.contains(place) {
          guard let match = pattern.match(cells[place]), match.number.contains("-"),
            seen.last != match.number
          else { continue }
          let citation = session.document.citation(
            line: line, cell: place + 1, printed: cells[place])
          let word = session.cells(heading)[place]
          report(match.number, after: seen, of: column.level, word: word, at: citation, &session)
          seen.append(match.number)
        }
      }
    }
  }

  private func report(
    _ number: String, after seen: [String], of level: PlanLevel, word: String,
    at citation: Citation, _ session: inout DocumentSession
  ) {
    let name = level.rawValue
    if seen.contains(number) {
      session.note(
        .warning, Diagnostic.Code(rawValue: "\(name)-repeated"), at: citation,
        ja: "\(word)\(number)が離れた行に二度あります", en: "\(name) \(number) stands in two places apart")
    }
    if let last = seen.last, parts(of: number).lexicographicallyPrecedes(parts(of: last)) {
      session.note(
        .warning, Diagnostic.Code(rawValue: "\(name)-out-of-order"), at: citation,
        ja: "\(word)\(number)が\(last)の後にあります", en: "\(name) \(number) stands after \(last)")
    }
  }

  private func parts(of number: String) -> [Int] {
    number.split(separator: "-").compactMap { Int($0) }
  }
}
