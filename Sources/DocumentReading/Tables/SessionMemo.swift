/// What was read of a document and does not change: copies of its session share it.
final class SessionMemo {
  private var rules: [ColumnRule] = []
  private var columns: [String: TableColumn] = [:]
  private var mayHaveTarget: [Int: Bool] = [:]
  private var rows: [Int: [String]] = [:]
  private var hasStackedFigures: Bool?

  /// Whether a line says which of two figures above each other is which, as few documents do.
  func hasStackedFigures(_ document: DocumentText) -> Bool {
    if let known = hasStackedFigures { return known }
    let found = document.keys.contains { StackedFigures.isNoted(in: $0) }
    hasStackedFigures = found
    return found
  }

  /// Other rules than before begin anew; two arrays of one storage are equal without a look at their elements.
  private func take(_ rules: [ColumnRule]) {
    guard rules != self.rules else { return }
    self.rules = rules
    columns = [:]
    mayHaveTarget = [:]
  }

  /// The column that a heading means by some rules.
  func column(_ heading: String, rules: [ColumnRule]) -> TableColumn {
    take(rules)
    // What is equal to Swift may be written in other bytes: が of one scalar or of two.
    if let known = columns[heading], known.heading.utf8.elementsEqual(heading.utf8) {
      return known
    }
    let column = TableColumn(heading: heading, rules: rules)
    columns[heading] = column
    return column
  }

  /// Whether a line has the word of a target in it, by some rules.
  func mayHaveTarget(_ line: Int, key: String, rules: [ColumnRule]) -> Bool {
    take(rules)
    if let known = mayHaveTarget[line] { return known }
    let found = TableHeading.mayHaveTarget(key, rules: rules)
    mayHaveTarget[line] = found
    return found
  }

  /// The printed cells of a line.
  func row(_ line: Int, of document: DocumentText) -> [String] {
    if let known = rows[line] { return known }
    let row = CellMarkup.cells(of: document.line(line))
    rows[line] = row
    return row
  }
}
