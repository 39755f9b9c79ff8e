import MunicipalModel

/// A table of one indicator, whose name stands in the line above: years across, and a row of figures.
///
/// 平成25年（基準値） | 平成27年 | 平成31年（目標値）, and 5.5‰ | 5.4‰ | 5.9‰ below it; or a row 目標値 and a row 実績値.
struct OwnTable {
  private let figures: [(column: TableColumn, cell: TableCell)]
  private let name: TableCell
  private let unit: TableCell?
  /// The line of the name.
  var nameLine: Int { name.line }
  /// The line of the last row.
  let lastLine: Int

  /// Finds such a table at a line; `nil` if a column is no figure, or nothing above names it.
  init?(
    at line: Int, in session: DocumentSession, rules: [ColumnRule], nodeTitle: (Int) -> String?
  ) {
    guard session.isTableRow(line), session.isTableRow(session.next(line)) else { return nil }
    // Where a number such as KPI1 stands left of all tables, their first column is empty.
    let indent = Self.indent(of: line, in: session)
    let headings = Array(session.cells(line).dropFirst(indent))
    let hasLabels = Self.role(ofRow: session.next(line), in: session) != nil
    let columns = EralessYears.dated(
      headings.map { session.column($0, rules: rules) }, at: line, in: session, rules: rules)
    let units = hasLabels ? columns.indices.filter { columns[$0].role == .unit } : []
    let own = columns.indices.dropFirst(hasLabels ? 1 : 0)
      .filter { !headings[$0].isEmpty && !units.contains($0) }
    let named = own.map { columns[$0] }
    // Most rows of other tables have a first cell that heads no figures.
    guard named.count > 1, named.allSatisfy({ $0.figureRole != nil }) else { return nil }
    guard
      hasLabels
        || named.contains(where: { $0.figureRole == .target || $0.figureRole == .baseline }),
      named.contains(where: { $0.period != nil || $0.figureRole == .target })
    else { return nil }
    var lines = [session.next(line)]
    while hasLabels, let last = lines.last, Self.role(ofRow: session.next(last), in: session) != nil
    {
      lines.append(session.next(last))
    }
    let cells = lines.map { Array(session.cells($0).dropFirst(indent)) }
    let readings = cells.flatMap { row in
      row.indices.dropFirst(hasLabels ? 1 : 0).filter { !units.contains($0) }
        .map { PrintedFigure.reading(row[$0]) }
    }
    guard cells.allSatisfy({ $0.count <= columns.count }),
      readings.contains(where: { !$0.quantities.isEmpty }),
      readings.allSatisfy({ $0.missingReason != .unreadable }),
      let named = hasLabels && !units.isEmpty
        ? Self.formName(above: line, in: session)
          ?? Self.name(above: line, in: session, nodeTitle: nodeTitle)
        : Self.name(above: line, in: session, nodeTitle: nodeTitle)
    else { return nil }
    let rows = zip(lines, cells).map { line, row in
      row.enumerated().map { TableCell(text: $1, line: line, cell: $0 + 1 + indent) }
    }
    let resolved = ColumnContext.resolved(columns, rows: rows)
    var figures: [(column: TableColumn, cell: TableCell)] = []
    for row in rows {
      let role = hasLabels ? row.first.flatMap { RowQualifiers.role(named: $0.text) } : nil
      for (column, cell) in zip(resolved, row).dropFirst(hasLabels ? 1 : 0) {
        guard column.figureRole != nil, !hasLabels || !cell.text.isEmpty else { continue }
        if let role, column.isPeriodAlone {
          figures.append((column.with(role: .figure(role), period: column.period), cell))
        } else {
          figures.append((column, cell))
        }
      }
    }
    self.figures = figures
    lastLine = lines.last ?? line
    name = named.name
    unit =
      named.unit
      ?? rows.lazy.flatMap { row in units.filter(row.indices.contains).map { row[$0] } }
      .first { !$0.text.isEmpty }
  }

  /// How many of a row's first cells are empty, if the next row has as many or more such cells.
  private static func indent(of line: Int, in session: DocumentSession) -> Int {
    let counts = [line, session.next(line)].map { session.cells($0).prefix(while: \.isEmpty).count }
    return counts.min() ?? 0
  }

  /// What a row holds by the word in its first cell: 目標値, 実績値.
  private static func role(
    ofRow line: Int, in session: DocumentSession
  ) -> IndicatorFigure.Role? {
    guard session.isTableRow(line) else { return nil }
    return session.cells(line).first { !$0.isEmpty }.flatMap { RowQualifiers.role(named: $0) }
  }

  /// The line above a table that names it: a heading of the plan, or a short line of its own.
  static func name(
    above line: Int, in session: DocumentSession, nodeTitle: (Int) -> String?
  ) -> (name: TableCell, unit: TableCell?)? {
    for above in session.filledLines(above: line, count: 2) {
      let text = session.text(above)
      let key = session.key(above)
      if let named = labelledName(above, in: session) { return named }
      if key.contains(word: "単位"), key.utf8.count < 40 { continue }
      if let title = nodeTitle(above) {
        return (TableCell(text: title, line: above, cell: 1), nil)
      }
      guard session.isLone(above), key.unicodeScalars.count <= 50, !key.contains(word: "。"),
        !key.hasPrefix("※"), !PageBreak.isPageNumber(key)
      else { return nil }
      var scanner = TextScanner(text)
      _ = scanner.read { " ・●○◎◆◇■□▶".unicodeScalars.contains($0) }
      if scanner.skip(anyOf: ["指標名", "指標", "KPI", "数値目標", "成果指標"]) != nil {
        // 数値目標① 婚姻率, 指標: 婚姻率; but 指標の一覧 names no indicator.
        let wordEnd = scanner.position
        scanner.skipSpaces()
        let isNumbered = HeadingNumber.any.skip(&scanner)
        if isNumbered { _ = scanner.read { ")】]".unicodeScalars.contains($0) } }
        let isParted = scanner.current == " " || scanner.skip(":")
        guard isParted || scanner.position > wordEnd && !isNumbered else { return nil }
      }
      let name = TextFolding.trimmed(scanner.original(scanner.position..<scanner.scalars.count))
      // 65歳健康寿命 is no figure.
      let isFigure = PrintedFigure.quantities(in: name).contains { MeasureUnit.isUnit($0.unit) }
      guard !name.isEmpty, PrintedFigure.reading(name).isText || !isFigure else { return nil }
      return (TableCell(text: name, line: above, cell: 1), nil)
    }
    return nil
  }

  /// The name that a row of a form gives: 指標名 | 特定健診受診率, a few rows above.
  private static func formName(
    above line: Int, in session: DocumentSession
  ) -> (name: TableCell, unit: TableCell?)? {
    for above in session.filledLines(above: line, count: 5) {
      let cells = session.cells(above)
      guard session.isTableRow(above), let label = cells.firstIndex(where: { !$0.isEmpty }) else {
        return nil
      }
      guard
        ["指標名", "指標", "指標名称", "成果指標", "成果指標名", "活動指標", "活動指標名"].contains(
          TextFolding.key(cells[label]))
      else { continue }
      let filled = cells.indices.dropFirst(label + 1).filter { !cells[$0].isEmpty }
      guard let name = filled.first, filled.count == 1 else { return nil }
      return (TableCell(text: cells[name], line: above, cell: name + 1), nil)
    }
    return nil
  }

  /// The name in a row such as KPI1 | 新規創業件数 | 単位：件.
  private static func labelledName(
    _ line: Int, in session: DocumentSession
  ) -> (name: TableCell, unit: TableCell?)? {
    guard session.isTableRow(line) else { return nil }
    var names: [TableCell] = []
    var unit: TableCell?
    for (index, text) in session.cells(line).enumerated() where !text.isEmpty {
      var scanner = TextScanner(text)
      _ = scanner.read { "(（".unicodeScalars.contains($0) }
      if scanner.skip("単位"), scanner.skip(":") {
        let rest = scanner.rest.prefix { $0 != ")" }
        unit = TableCell(text: TextFolding.trimmed(rest), line: line, cell: index + 1)
        continue
      }
      let isLabel =
        scanner.skip(anyOf: ["KPI", "指標", "数値目標", "No.", "No"]) != nil || names.isEmpty
      if isLabel, HeadingNumber.any.skip(&scanner), scanner.isAtEnd { continue }
      names.append(TableCell(text: text, line: line, cell: index + 1))
    }
    guard names.count == 1, let name = names.first, session.cells(line).count > 1,
      PrintedFigure.reading(name.text).isText
    else { return nil }
    return (name, unit)
  }

  /// The indicator as a row of a table.
  var row: IndicatorRow {
    IndicatorRow(project: nil, theme: nil, indicator: name, unit: unit, figures: figures)
  }

  /// The first cells of the rows, which say what they hold.
  var labels: [Int] { Array(Set(figures.map(\.cell.line))).sorted() }
}
