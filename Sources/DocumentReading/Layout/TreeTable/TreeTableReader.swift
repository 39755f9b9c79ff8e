import MunicipalModel

/// Reads the rows of one table of the plan's tree, for the columns that stand in it once.
struct TreeTableReader {
  private let layout: TreeTableLayout
  private let places: [Int]
  private let rows: [Int]
  /// The headings that every citation of the table begins with.
  private let headings: [String]
  /// How many open nodes stand around the table.
  private let depth: Int
  /// Whether the cell before belongs nowhere, so that a list beside it does not either.
  private var isLost = false

  /// - Parameters:
  ///   - places: the index of the cell of each column.
  ///   - rows: the lines of all rows.
  ///   - headings: the headings above the table.
  init(layout: TreeTableLayout, places: [Int], rows: [Int], headings: [String]) {
    self.layout = layout
    self.places = places
    self.rows = rows
    self.headings = headings + [layout.title].compactMap { $0 }
    depth = headings.count
  }

  /// Adds what one row says to the tree.
  mutating func read(
    row: Int, into tree: inout PlanTree, in session: inout DocumentSession
  ) {
    for (index, column) in layout.columns.enumerated() {
      guard let cell = cell(index, row: row, in: session) else { continue }
      if column.isList {
        if !isLost { addItems(of: cell, column, to: &tree, in: &session) }
      } else {
        let match = column.match(cell.text)
        let number = column.numberFrom.flatMap {
          self.number(of: $0, for: index, from: row, in: session)
        }
        isLost = !open(
          column, number: number ?? match.number, title: match.title, cell, in: &tree, &session)
      }
    }
  }

  private func cell(_ column: Int, row: Int, in session: DocumentSession) -> TableCell? {
    let cells = session.cells(rows[row])
    let index = places[column]
    guard cells.indices.contains(index), !cells[index].isEmpty else { return nil }
    return TableCell(text: cells[index], line: rows[row], cell: index + 1)
  }

  /// The headings of a cell: those of the table, and the open nodes that it opened.
  private func headings(in tree: PlanTree, above cell: Int = 0) -> [String] {
    headings + tree.openHeadings.dropFirst(depth).dropLast(cell)
  }

  /// Opens the node of a cell; goes back to it if the table has named it before.
  ///
  /// - Returns: `false` if it has no place in the tree.
  private func open(
    _ column: TreeColumnRule, number: String, title: String, _ cell: TableCell,
    in tree: inout PlanTree, _ session: inout DocumentSession
  ) -> Bool {
    tree.close(column.level)
    session.headings = headings(in: tree)
    if tree.reopen(column.level, number: number, title: title) != nil {
      session.keep(cell.line, cell: cell.cell)
      return true
    }
    let citation = session.cite(cell.line, cell: cell.cell)
    if column.effect == .reopens {
      session.noteUnknown(column.level, text: cell.text, at: citation)
      return false
    }
    guard tree.hasPlace(for: column.level) else {
      session.note(
        .error, Diagnostic.Code(rawValue: "\(column.level.rawValue)-without-place"), at: citation,
        ja: "「\(title)」より外側の欄が空です", en: "no outer cell stands before \"\(title)\"")
      return false
    }
    let node = PlanNode(level: column.level, number: number, title: title, citation: citation)
    tree.add(node, heading: title, opens: true)
    return true
  }

  /// A list is cited under the headings of the cell that it stands beside.
  private func addItems(
    of cell: TableCell, _ column: TreeColumnRule, to tree: inout PlanTree,
    in session: inout DocumentSession
  ) {
    session.headings = headings(in: tree, above: 1)
    let citation = session.cite(cell.line, cell: cell.cell)
    for item in CellMarkup.listItems(of: cell.text) {
      let match = column.match(item)
      let node = PlanNode(
        level: column.level, number: match.number, title: match.title,
        citation: citation.printing(item))
      tree.add(node, heading: match.title, opens: false)
    }
  }

  /// The first number that stands in another column, from a row down to the column's next cell.
  private func number(
    of level: PlanLevel, for column: Int, from row: Int, in session: DocumentSession
  ) -> String? {
    guard let other = layout.columns.firstIndex(where: { $0.level == level }) else { return nil }
    for next in row..<rows.count {
      if next > row, cell(column, row: next, in: session) != nil { break }
      guard let cell = cell(other, row: next, in: session) else { continue }
      let number = layout.columns[other].match(cell.text).number
      return String(number.prefix { $0 != "-" })
    }
    return nil
  }
}
