import MunicipalModel

/// Rows of a sheet of which only one cell is filled, between rows of indicators: a title of those below, or the
/// rest of a name that was written over two rows.
///
/// In a text by lines they are names that were wrapped. A sheet, and a table of Word or the web, wraps within cells.
extension RowReader {
  /// The column in which a line without cells stands, if the file itself tells its rows apart.
  func loneColumn(of line: Int, above next: Int, in session: DocumentSession) -> Int? {
    guard let own = session.document.place(line: line, cell: 1)?.column else { return nil }
    let found = columns.indices.first { index in
      session.document.place(line: next, cell: index + 1)?.column == own
    }
    return found ?? columns.firstIndex { $0.role == .indicator }
  }

  /// Adds a row; the name of one without anything else is joined with the row above or below where one of the
  /// two is not whole.
  func append(
    _ row: [TableCell], to rows: inout [[TableCell]], in session: inout DocumentSession
  ) {
    guard let above = rows.last, above.count == columns.count, row.count == columns.count,
      let place = columns.firstIndex(where: { $0.role == .indicator }),
      session.document.place(line: row[place].line, cell: 1)?.column != nil
    else { return rows.append(row) }
    if Self.isLone(row, at: place), Self.goesOn(above[place].text, with: row[place].text) {
      Self.reportJoined(row[place], above[place].text + row[place].text, in: &session)
      rows[rows.count - 1][place] = above[place].continued(with: row[place].text)
    } else if Self.isLone(above, at: place), !row[place].text.isEmpty,
      Self.goesOn(above[place].text, with: row[place].text, mayBeTitle: true)
    {
      Self.reportJoined(above[place], above[place].text + row[place].text, in: &session)
      var row = row
      row[place] = above[place].continued(with: row[place].text)
      rows[rows.count - 1] = row
    } else {
      return rows.append(row)
    }
    for line in [above[place].line, row[place].line] { session.keep(line) }
  }

  /// Whether a name ends in its middle, or the next text begins there: 子育て環境に, の割合.
  ///
  /// - Parameter mayBeTitle: the name stands alone above a row, as titles do that end in a particle:
  ///   誰もが輝くまちへ, いきいきと.
  private static func goesOn(
    _ name: String, with rest: String, mayBeTitle: Bool = false
  ) -> Bool {
    let key = TextFolding.key(name)
    guard let last = key.last else { return false }
    if ["の割合", "の数", "の件数", "を", "する", "した", "における", "に対する"]
      .contains(where: TextFolding.key(rest).hasPrefix)
    {
      return true
    }
    let isWhole = ["まで", "など", "こと", "もの", "ひと", "もと"].contains(where: key.hasSuffix)
    let particles = mayBeTitle ? "にをがのは・、(" : "にをがのとではへや・、("
    if particles.contains(last) { return !isWhole }
    return "るたい".contains(last)
      && ["人", "市民", "町民", "村民", "住民", "児童", "生徒"]
        .contains(where: TextFolding.key(rest).hasPrefix)
  }

  /// Whether a row of a sheet has nothing but a name that may be the title of the rows below it.
  static func isTitle(
    _ row: [TableCell], at place: Int, in session: DocumentSession
  ) -> Bool {
    isLone(row, at: place) && !PartNames.isMeasure(row[place].text)
      && session.document.place(line: row[place].line, cell: 1)?.column != nil
  }

  private static func isLone(_ row: [TableCell], at place: Int) -> Bool {
    row.indices.allSatisfy { row[$0].text.isEmpty == ($0 != place) }
  }

  /// Tells the rest, or the beginning, of a name in a row of its own.
  private static func reportJoined(
    _ cell: TableCell, _ name: String, in session: inout DocumentSession
  ) {
    session.note(
      .info, "lone-row", at: session.cite(cell.line, cell: cell.cell),
      ja: "「\(cell.text)」だけの行は名前の一部とみなし、「\(name)」と読みました",
      en: "a row of nothing but \"\(cell.text)\" is taken for a part of the name \"\(name)\"")
  }

  /// Tells a title of the rows below it.
  static func reportTitle(_ cell: TableCell, in session: inout DocumentSession) {
    session.note(
      .info, "lone-row", at: session.cite(cell.line, cell: cell.cell),
      ja: "「\(cell.text)」だけの行は、下の行のまとまりの名前として読みました",
      en: "a row of nothing but \"\(cell.text)\" is taken for the title of the rows below it")
  }
}

extension FilePlace {
  /// The column of a cell, from 1.
  fileprivate var column: Int? {
    switch self {
    case .sheet(_, _, let column): column
    case .table(_, _, let cell): cell
    case .paragraph, .page: nil
    }
  }
}
