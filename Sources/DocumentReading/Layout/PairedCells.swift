import MunicipalModel

/// An indicator whose figures stand beside their names, as sheets of one project print them.
///
/// ```
/// 指標名       | 移住相談件数 | 単位         | 件
/// 基準値（R1） | 120          | 目標値（R6） | 200
/// 実績値（R4） | 164          | 達成率       | 82.0%
/// ```
struct PairedCells {
  /// The columns of the one row: the name, and what the cells of values are.
  let columns: [TableColumn]
  /// The name and the values.
  let cells: [TableCell]
  /// The lines with their cells of names.
  let labels: [TableCell]
  let lastLine: Int

  /// Finds such rows from the one that names the indicator on; `nil` if fewer than two figures follow.
  init?(at line: Int, in session: DocumentSession, rules: [ColumnRule]) {
    guard session.isTableRow(line), var pairs = Self.pairs(of: line, in: session, rules: rules),
      let name = pairs.first, name.column.role == .indicator, !name.value.text.isEmpty,
      Self.isName(name.value.text, in: session, rules: rules)
    else { return nil }
    var last = line
    while case let next = session.next(last), session.isTableRow(next),
      let more = Self.pairs(of: next, in: session, rules: rules),
      !more.contains(where: { $0.column.role == .indicator || $0.column.role == .project })
    {
      pairs += more
      last = next
    }
    let figures = pairs.filter {
      $0.column.figureRole?.isMeasured == true
        && !PrintedFigure.quantities(in: $0.value.text).isEmpty
    }
    guard figures.count > 1, figures.contains(where: { $0.column.figureRole == .target }),
      pairs.count(where: { $0.column.role == .indicator }) == 1,
      pairs.allSatisfy({ pair in
        pair.column.figureRole?.isMeasured != true
          || PrintedFigure.reading(pair.value.text).missingReason != .unreadable
      })
    else { return nil }
    columns = pairs.map(\.column)
    cells = pairs.map(\.value)
    labels = pairs.map(\.label)
    lastLine = last
  }

  private struct Pair {
    let column: TableColumn
    let label: TableCell
    let value: TableCell
  }

  /// The names of a row, each with the cell right of it; `nil` if a cell is neither.
  private static func pairs(
    of line: Int, in session: DocumentSession, rules: [ColumnRule]
  ) -> [Pair]? {
    let cells = session.cells(line)
    var pairs: [Pair] = []
    var index = 0
    while index < cells.count {
      guard !cells[index].isEmpty else {
        index += 1
        continue
      }
      guard let column = label(cells[index], in: session, rules: rules) else { return nil }
      let text = cells.indices.contains(index + 1) ? cells[index + 1] : ""
      // A name beside a name heads a column.
      guard text.isEmpty || label(text, in: session, rules: rules) == nil else { return nil }
      pairs.append(
        Pair(
          column: column, label: TableCell(text: cells[index], line: line, cell: index + 1),
          value: TableCell(text: text, line: line, cell: index + 2)))
      index += 2
    }
    return pairs
  }

  /// What the cell right of a name holds; `nil` if a text is no such name.
  private static func label(
    _ text: String, in session: DocumentSession, rules: [ColumnRule]
  ) -> TableColumn? {
    let column = session.column(text, rules: rules)
    guard text.utf8.count <= 60, !column.isPeriodAlone else { return nil }
    switch column.role {
    case .indicator:
      return ["指標", "指標名", "指標名称", "KPI", "KPI名", "成果指標", "成果指標名", "活動指標", "活動指標名"]
        .contains(TextFolding.key(text)) ? column : nil
    case .figure(let role) where role.isMeasured:
      return PrintedFigure.quantities(in: TableColumn.name(TextFolding.key(text))).isEmpty
        ? column : nil
    case .figure, .figurePeriod, .derived, .unit, .project: return column
    case .unknown: return column.trait == .text ? column : nil
    default: return nil
    }
  }

  private static func isName(
    _ text: String, in session: DocumentSession, rules: [ColumnRule]
  ) -> Bool {
    let column = session.column(text, rules: rules)
    return PrintedFigure.reading(text).isText && column.period == nil && column.role != .indicator
  }
}

extension LaidOutPlanReader {
  /// Reads an indicator whose figures stand beside their names.
  ///
  /// - Returns: the line after it; `nil` if there is none.
  mutating func readPairs(at line: Int, in session: inout DocumentSession) -> Int? {
    guard let pairs = PairedCells(at: line, in: session, rules: layout.columns) else { return nil }
    for label in pairs.labels { session.keep(label.line, cell: label.cell) }
    place([pairs.cells], columns: pairs.columns, at: line, in: &session)
    return session.next(pairs.lastLine)
  }
}
