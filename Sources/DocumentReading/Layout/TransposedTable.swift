import MunicipalModel

/// A table that prints its indicators side by side: their names across, and below them what the figures are.
///
/// ```
/// 区分   | 移住者数 | 空き家の成約数
/// 基準値 | 10人     | 5件
/// 目標値 | 20人     | 12件
/// ```
struct TransposedTable {
  /// The columns of the rows: those of the names, then one for each row of the table.
  let columns: [TableColumn]
  /// The cells of the rows, a row an indicator.
  let cells: [[TableCell]]
  /// The lines of the names and of the rows.
  let lines: [Int]
  let headingLines: [Int]
  /// The number of the cell that says what a row holds.
  let labelCell: Int
  /// The names of rows and columns that follow from others: 差, and ③（②－①）.
  let derived: [TableCell]

  /// The columns of text alone, which are not read.
  private(set) var texts: [TableCell] = []

  /// Finds such a table at a line; `nil` if its rows do not say what they hold.
  init?(at line: Int, in session: DocumentSession, rules: [ColumnRule]) {
    guard session.isTableRow(line), let upper = Self.names(line, in: session, rules: rules) else {
      return nil
    }
    // A second line of names has none left of them.
    let second = session.next(line)
    let lower =
      session.isTableRow(second) && session.cells(second).first == ""
      ? Self.names(second, in: session, rules: rules) : nil
    headingLines = lower == nil ? [line] : [line, second]
    let names = Self.named(upper: (line, upper), lower: lower.map { (second, $0) })
    let rows = Self.rows(below: headingLines.last ?? line, width: upper.count, in: session) {
      Self.label($0, in: session, rules: rules)
    }
    let labels = rows.map(\.label)
    guard names.count > 1, Self.areComplete(labels),
      Self.holdFigures(rows.map(\.cells), labels, at: names.map(\.cell))
    else { return nil }
    columns =
      (lower == nil ? [] : [TableColumn(role: .namePart, period: nil, heading: "")])
      + [TableColumn(role: .indicator, period: nil, heading: upper[0])] + labels
    derived =
      names.filter { Self.isFormula($0.inner.text) }.map(\.inner)
      + rows.filter { $0.label.role == .derived }
      .map { TableCell(text: $0.cells[0], line: $0.line, cell: 1) }
    cells = names.filter { !Self.isFormula($0.inner.text) }.map { name in
      (lower == nil ? [] : [name.outer]) + [name.inner]
        + rows.map { TableCell(text: $0.cells[name.cell], line: $0.line, cell: name.cell + 1) }
    }
    lines = headingLines + rows.map(\.line)
    labelCell = 1
  }

  /// Finds a table with a year a row; `nil` if its corner is none of the words that say so.
  init?(yearsDownAt line: Int, corners: [String], in session: DocumentSession, rules: [ColumnRule])
  {
    guard !corners.isEmpty, session.isTableRow(line) else { return nil }
    let words = corners.map { TextFolding.key($0) }
    let upper = session.cells(line)
    guard let corner = upper.firstIndex(where: { words.contains(TextFolding.key($0)) }) else {
      return nil
    }
    let rows = Self.rows(below: line, width: upper.count, labelAt: corner, in: session) {
      let column = session.column($0, rules: rules)
      return column.isPeriodAlone && column.period != nil ? column : nil
    }
    let named = upper.indices.filter { $0 > corner && !upper[$0].isEmpty }
    let places = named.filter { place in
      rows.contains { !PrintedFigure.quantities(in: $0.cells[place]).isEmpty }
        && session.column(upper[place], rules: rules).trait != .text
    }
    guard rows.count > 1, Set(rows.map(\.label.period)).count == rows.count,
      Self.holdFigures(rows.map(\.cells), rows.map(\.label), at: places)
    else { return nil }
    columns =
      [TableColumn(role: .indicator, period: nil, heading: upper[corner])] + rows.map(\.label)
    cells = places.map { place in
      [TableCell(text: upper[place], line: line, cell: place + 1)]
        + rows.map { TableCell(text: $0.cells[place], line: $0.line, cell: place + 1) }
    }
    headingLines = [line]
    lines = [line] + rows.map(\.line)
    labelCell = corner + 1
    derived = []
    texts = named.filter { !places.contains($0) }
      .map { TableCell(text: upper[$0], line: line, cell: $0 + 1) }
  }

  private typealias Row = (line: Int, cells: [String], label: TableColumn)

  /// The rows below a heading as long as their labels say what they hold.
  private static func rows(
    below heading: Int, width: Int, labelAt place: Int = 0, in session: DocumentSession,
    label: (String) -> TableColumn?
  ) -> [Row] {
    var rows: [Row] = []
    var line = session.next(heading)
    while session.isTableRow(line), case let cells = session.cells(line), cells.count == width,
      let label = label(cells[place])
    {
      rows.append((line, cells, label))
      line = session.next(line)
    }
    return rows
  }

  /// The cells of a line of names; `nil` if something else stands there.
  private static func names(
    _ line: Int, in session: DocumentSession, rules: [ColumnRule]
  ) -> [String]? {
    let cells = session.cells(line)
    let names = cells.dropFirst().filter { !$0.isEmpty }
    let areNames = names.allSatisfy { name in
      // 1号認定 is a name.
      !PrintedFigure.quantities(in: name).contains {
        $0.unit.isEmpty || MeasureUnit.isUnit($0.unit)
      } && !EralessYears.isYear(name) && session.column(name, rules: rules).period == nil
    }
    return areNames && !names.isEmpty ? cells : nil
  }

  private struct Name {
    /// The index of the cell.
    let cell: Int
    let outer: TableCell
    let inner: TableCell
  }

  /// The names of the columns; over several cells of the lower line the upper one's holds for all.
  private static func named(
    upper: (line: Int, cells: [String]), lower: (line: Int, cells: [String])?
  ) -> [Name] {
    let carried = PopulationTable.carriedRight(upper.cells)
    return upper.cells.indices.dropFirst().compactMap { index in
      let inner = lower.map { $0.cells.indices.contains(index) ? $0.cells[index] : "" } ?? ""
      let outer = inner.isEmpty ? upper.cells[index] : carried[index]
      guard !(inner + outer).isEmpty else { return nil }
      let above = TableCell(text: outer, line: upper.line, cell: index + 1)
      guard let lower, !inner.isEmpty else {
        return Name(
          cell: index, outer: TableCell(text: "", line: above.line, cell: 1), inner: above)
      }
      let below = TableCell(text: inner, line: lower.line, cell: index + 1)
      return Name(cell: index, outer: above, inner: below)
    }
  }

  /// What the cells of a row are, by the first of them; `nil` if that is not known.
  private static func label(
    _ text: String, in session: DocumentSession, rules: [ColumnRule]
  ) -> TableColumn? {
    guard !text.isEmpty else { return nil }
    let column = session.column(text, rules: rules)
    if let role = RowQualifiers.role(named: text) {
      return column.with(role: .figure(role), period: column.period)
    }
    switch column.role {
    case .figure, .figurePeriod, .derived, .unit, .betterDirection: return column
    case .unknown: return column.trait == .text ? column : nil
    default: return nil
    }
  }

  /// Whether the rows say that they hold targets, and something to set beside them.
  private static func areComplete(_ labels: [TableColumn]) -> Bool {
    let roles = labels.compactMap(\.figureRole).filter(\.isMeasured)
    return roles.contains(.target) && roles.count > 1
      && Set(labels.map { "\($0.role) \($0.period.map { "\($0)" } ?? "")" }).count == labels.count
  }

  /// Whether most cells of measured figures hold one.
  private static func holdFigures(
    _ rows: [[String]], _ labels: [TableColumn], at places: [Int]
  ) -> Bool {
    let measured = zip(rows, labels).filter { $1.figureRole?.isMeasured == true }.map(\.0)
    let texts = measured.flatMap { row in places.map { row[$0] } }.filter { !$0.isEmpty }
    return texts.count { !PrintedFigure.quantities(in: $0).isEmpty } * 2 > texts.count
      && !texts.contains { PrintedFigure.reading($0).missingReason == .unreadable }
  }

  /// Whether a name is that of what is computed from other columns: ③（②－①）.
  private static func isFormula(_ name: String) -> Bool {
    guard let open = name.lastIndex(where: { "(（".contains($0) }) else { return false }
    let formula = name[open...]
    return formula.contains { ("①"..."⑳").contains($0) }
      && formula.contains { "+＋-－−△÷/／×".contains($0) }
  }
}

extension LaidOutPlanReader {
  /// Reads a table whose indicators stand side by side.
  ///
  /// - Returns: the line after it; `nil` if there is none.
  mutating func readTransposed(at line: Int, in session: inout DocumentSession) -> Int? {
    let ofYears = TransposedTable(
      yearsDownAt: line, corners: layout.yearsDown, in: session, rules: layout.columns)
    guard
      let table = ofYears ?? TransposedTable(at: line, in: session, rules: layout.columns)
    else { return nil }
    for line in table.headingLines { session.keep(line) }
    for line in table.lines { session.keep(line, cell: table.labelCell) }
    if ofYears != nil {
      session.note(
        .warning, "years-as-actual", at: session.cite(table.lines[1], cell: table.labelCell),
        ja: "行が年だけで、目標か実績かが書かれていないため、実績として読みました",
        en: "the rows are years alone, neither targets nor actual figures; read as actual")
    }
    for name in table.texts {
      session.noteUnreadColumn(name.text, isText: true, at: session.cite(name))
    }
    for name in table.derived {
      session.note(
        .info, "derived-column", at: session.cite(name),
        ja: "「\(name.text)」の値はほかの値から求まるため、読んでいません",
        en: "the figures of \"\(name.text)\" follow from others and are not read")
    }
    for name in table.derived + table.texts where name.cell > 1 {
      for line in table.lines { session.pass(line, cell: name.cell) }
    }
    place(
      table.cells, columns: table.columns,
      below: TableHeading(columns: table.columns, lines: table.headingLines), at: line, in: &session
    )
    return session.next(table.lines.last ?? line)
  }

  /// Places the indicators of cells that were gathered from names across or beside them.
  mutating func place(
    _ cells: [[TableCell]], columns: [TableColumn], below heading: TableHeading? = nil,
    at line: Int, in session: inout DocumentSession
  ) {
    var rows = RowReader.rows(
      from: cells, columns: ColumnContext.resolved(columns, rows: cells),
      qualifiers: RowQualifiers(columns: [], rows: []), in: &session)
    if let heading { TableUnit(of: heading, in: session)?.give(to: &rows, in: &session) }
    place(rows, columns: columns, at: line, in: &session)
  }
}
