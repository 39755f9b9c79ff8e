import MunicipalModel

/// Finds the words in the corner of tables that have a year a row and an indicator a column.
enum YearsDownDraft {
  /// The corners of the tables of which nothing was read, the most frequent first.
  ///
  /// - Parameters:
  ///   - unread: lines in tables of which nothing was read.
  ///   - other: first lines of tables of another kind.
  static func corners(in session: DocumentSession, unread: [Int], other: [Int]) -> [String] {
    let found = unread.compactMap { line -> String? in
      var first = line
      while session.isTableRow(first - 1) { first -= 1 }
      guard !other.contains(where: (first...line).contains) else { return nil }
      return (first...line).lazy.compactMap { corner(at: $0, in: session) }.first
    }
    let counts = Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +)
    return found.uniqued.sorted { counts[$0, default: 0] > counts[$1, default: 0] }
  }

  private static func corner(at line: Int, in session: DocumentSession) -> String? {
    let below = session.next(line)
    guard session.isTableRow(line), session.isTableRow(below),
      session.isTableRow(session.next(below))
    else { return nil }
    let cells = session.cells(line)
    let corner = cells.first { cell in
      let key = TextFolding.key(cell)
      return ["年", "年度", "年次", "西暦", "和暦", "暦年", "会計年度", "調査年", "調査年度"].contains(key)
    }
    guard let corner,
      TransposedTable(
        yearsDownAt: line, corners: [corner], in: session, rules: ColumnRule.common) != nil
    else { return nil }
    return corner
  }
}
