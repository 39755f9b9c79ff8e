import MunicipalModel

/// A cell of a table with the place it stands in.
public struct TableCell: Hashable, Sendable {
  /// The text, with repairs applied.
  public let text: String
  /// The line, from 1.
  public let line: Int
  /// The number of the cell in the line, from 1.
  public let cell: Int
  /// The exact text of a cell that was wrapped over several lines; `nil` for any other.
  let wrappedText: String?

  /// Makes a cell.
  public init(text: String, line: Int, cell: Int) {
    self.init(text: text, line: line, cell: cell, wrappedText: nil)
  }

  init(text: String, line: Int, cell: Int, wrappedText: String?) {
    self.text = text
    self.line = line
    self.cell = cell
    self.wrappedText = wrappedText
  }

  /// The cell with the rest of its text, which stands on the next line.
  func continued(with rest: String) -> TableCell {
    TableCell(
      text: text + rest, line: line, cell: cell, wrappedText: (wrappedText ?? text) + rest)
  }
}

/// A row of a table of indicators, its cells still as printed.
public struct IndicatorRow: Hashable, Sendable {
  /// The project, if the table has such a column; carried down over merged cells.
  public var project: TableCell?
  /// The heading that groups several indicators; carried down over merged cells.
  public var theme: TableCell?
  /// The name of the indicator.
  public var indicator: TableCell
  /// The unit, if the table has such a column.
  public var unit: TableCell?
  /// Which way is better, if the table has such a column.
  public var direction: TableCell? = nil
  /// The figures with their columns, in printed order.
  public var figures: [(column: TableColumn, cell: TableCell)]

  /// Whether two rows print the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.project == right.project && left.theme == right.theme
      && left.indicator == right.indicator && left.unit == right.unit
      && left.figures.map(\.cell) == right.figures.map(\.cell)
  }

  /// Hashes the name and the figures.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(indicator)
    for figure in figures { hasher.combine(figure.cell) }
  }
}

/// Reads a table of indicators by its headings: columns in any order, any number of years.
public struct IndicatorTable {
  /// The columns.
  public let columns: [TableColumn]
  /// The rows, merged cells carried down and wrapped lines joined.
  public let rows: [IndicatorRow]
  /// The line after the table.
  public let endLine: Int

  /// Whether a line is the heading of a table of indicators: it names an indicator and a target.
  public static func isHeading(
    _ line: Int, in session: DocumentSession, rules: [ColumnRule] = ColumnRule.common
  ) -> Bool {
    guard session.isTableRow(line) else { return false }
    return isHeading(session.cells(line), key: session.key(line), rules: rules)
      || wrappedHeading(line, in: session, rules: rules) != nil
      || hasTargetRow(below: line, in: session, rules: rules)
  }

  /// Whether the columns are years and the next row says of itself that it holds targets.
  private static func hasTargetRow(
    below line: Int, in session: DocumentSession, rules: [ColumnRule]
  ) -> Bool {
    guard session.isTableRow(line + 1),
      session.cells(line + 1).contains(where: { RowQualifiers.role(named: $0) == .target })
    else { return false }
    let columns = headings(line, in: session, rules: rules)
    return columns.contains { $0.role == .indicator } && columns.contains(where: \.isPeriodAlone)
  }

  private static func isHeading(_ cells: [String], key: String, rules: [ColumnRule]) -> Bool {
    guard mayHaveTarget(key, rules: rules) else { return false }
    let columns = cells.map { TableColumn(heading: $0, rules: rules) }
    return columns.contains { $0.role == .indicator }
      && columns.contains { $0.role == .figure(.target) }
  }

  /// The cells of a heading that is wrapped over two lines, the last cell of the first line and the
  /// first of the second being one: joined, they are as many as the next row has.
  private static func wrappedHeading(
    _ line: Int, in session: DocumentSession, rules: [ColumnRule]
  ) -> [String]? {
    guard session.isTableRow(line + 1), session.isTableRow(line + 2),
      mayHaveTarget(session.key(line), rules: rules)
        || mayHaveTarget(session.key(line + 1), rules: rules)
    else { return nil }
    var upper = session.cells(line)
    let lower = session.cells(line + 1)
    let width = session.cells(line + 2).count
    guard upper.count + lower.count - 1 == width, upper.count < width, lower.count < width,
      let last = upper.popLast(), let first = lower.first
    else { return nil }
    let cells = upper + [last + first] + lower.dropFirst()
    let key = session.key(line) + session.key(line + 1)
    return isHeading(cells, key: key, rules: rules) ? cells : nil
  }

  /// Whether a row has the word of a target in it, which most rows have not.
  private static func mayHaveTarget(_ key: String, rules: [ColumnRule]) -> Bool {
    rules.contains { rule in
      guard rule.role == .figure(.target) else { return false }
      switch rule.match {
      case .contains(let word), .prefix(let word): return key.contains(word: word)
      case .period: return true
      }
    }
  }

  /// Reads the table whose heading stands at a line.
  ///
  /// - Parameters:
  ///   - headingLine: the first line of the heading.
  ///   - headingLines: 2 where a second line names the columns below a common heading.
  ///   - rules: what the headings mean.
  ///   - untitledIndicator: the unnamed column after the first named one holds the indicator, and the
  ///     named one its theme, as where one heading spans both.
  public init(
    at headingLine: Int, headingLines: Int = 1, rules: [ColumnRule] = ColumnRule.common,
    untitledIndicator: Bool = false, in session: inout DocumentSession
  ) {
    var headingLines = headingLines
    var columns = Self.headings(headingLine, in: session, rules: rules)
    if headingLines == 1,
      !Self.isHeading(
        session.cells(headingLine), key: session.key(headingLine), rules: rules),
      let joined = Self.wrappedHeading(headingLine, in: session, rules: rules)
    {
      columns = joined.map { TableColumn(heading: $0, rules: rules) }
      headingLines = 2
    } else if headingLines == 2,
      Self.isLowerHeading(headingLine + 1, below: headingLine, in: session, rules: rules)
    {
      columns = Self.combined(
        session.cells(headingLine), session.cells(headingLine + 1), rules: rules)
    } else if headingLines == 2 {
      let lower = Self.headings(headingLine + 1, in: session, rules: rules)
      for index in columns.indices {
        if index < lower.count, !lower[index].heading.isEmpty {
          columns[index] = lower[index]
        } else if columns[index].role != .prose, columns[index].role != .project {
          columns[index] = TableColumn(role: .prose, period: nil, heading: "")
        }
      }
      if lower.count > columns.count { columns += lower[columns.count...] }
    }
    if untitledIndicator, let named = columns.firstIndex(where: { $0.role == .indicator }),
      columns.indices.contains(named + 1), columns[named + 1].heading.isEmpty
    {
      let heading = columns[named].heading
      columns[named] = TableColumn(role: .theme, period: nil, heading: heading)
      columns[named + 1] = TableColumn(role: .indicator, period: nil, heading: heading)
    }
    for line in headingLine..<(headingLine + headingLines) { session.keep(line) }
    Self.completeFirstHeading(&columns, above: headingLine, in: &session, rules: rules)

    var reader = RowReader(columns: columns, line: headingLine + headingLines)
    let cells = reader.readCells(in: &session, rules: rules)
    columns = HeadingRepair.repaired(columns, rows: cells, headingLine: headingLine, in: &session)
    Self.dropDirections(in: &columns, rows: cells)
    self.columns = columns
    let qualifiers = RowQualifiers(columns: columns, rows: cells)
    rows = RowReader.rows(
      from: cells, columns: columns, qualifiers: qualifiers, in: &session)
    endLine = reader.line
    reportRepeatedColumns(line: headingLine + headingLines - 1, in: &session)
    for (index, column) in columns.enumerated()
    where column.role == .unknown && index != qualifiers.role && index != qualifiers.period {
      let line = headingLine + headingLines - 1
      let citation = session.cite(line, cell: index + 1)
      session.noteUnreadColumn(column.heading, at: citation)
    }
  }

  /// Whether a line only completes the heading above it, as years below 実績値 do.
  ///
  /// The heading above names the indicator and the target; no cell stands below the indicator.
  static func isLowerHeading(
    _ line: Int, below heading: Int, in session: DocumentSession, rules: [ColumnRule]
  ) -> Bool {
    guard session.isTableRow(line),
      isHeading(session.cells(heading), key: session.key(heading), rules: rules)
    else { return false }
    let upper = headings(heading, in: session, rules: rules)
    let lower = headings(line, in: session, rules: rules)
    let filled = lower.indices.filter { !lower[$0].heading.isEmpty }
    return !filled.isEmpty
      && filled.allSatisfy { index in
        let isFigure = if case .figure = lower[index].role { true } else { false }
        return (isFigure || lower[index].period != nil)
          && !(index < upper.count && upper[index].role == .indicator)
      }
  }

  /// The columns of two lines that make one heading: 実績値 and R4 below it, or beside that, are 実績値R4.
  private static func combined(
    _ upper: [String], _ lower: [String], rules: [ColumnRule]
  ) -> [TableColumn] {
    let spanning = PopulationTable.carriedRight(upper)
    return (0..<max(upper.count, lower.count)).map { index in
      let own = index < upper.count ? upper[index] : ""
      guard index < lower.count, !lower[index].isEmpty else {
        return TableColumn(heading: own, rules: rules)
      }
      let above = index < spanning.count ? spanning[index] : spanning.last ?? ""
      return TableColumn(heading: above + lower[index], rules: rules)
    }
  }

  /// Takes the line above into the first heading where that alone says nothing: 事業名・, 事業の内容.
  private static func completeFirstHeading(
    _ columns: inout [TableColumn], above line: Int, in session: inout DocumentSession,
    rules: [ColumnRule]
  ) {
    guard let first = columns.first, first.role == .unknown, line > 1,
      !session.isTableRow(line - 1), !session.isBlank(line - 1)
    else { return }
    let whole = TableColumn(heading: session.text(line - 1) + first.heading, rules: rules)
    guard [.project, .theme, .indicator].contains(whole.role) else { return }
    session.keep(line - 1)
    columns[0] = whole
  }

  /// A column 今後の方向性 with 継続 and 拡充 tells no direction of the figures.
  private static func dropDirections(in columns: inout [TableColumn], rows: [[TableCell]]) {
    for (index, column) in columns.enumerated() where column.role == .direction {
      let tells = rows.contains { row in
        row.indices.contains(index) && Direction(printed: row[index].text) != nil
      }
      if !tells { columns[index] = column.with(role: .unknown, period: column.period) }
    }
  }

  /// Two columns of figures with one heading cannot be told apart.
  private func reportRepeatedColumns(line: Int, in session: inout DocumentSession) {
    for (index, column) in columns.enumerated() {
      guard case .figure(let role) = column.role,
        let first = columns.firstIndex(where: {
          $0.role == column.role && $0.period == column.period
        }), first < index, role != .actual || column.period != nil
      else { continue }
      session.note(
        .warning, "repeated-column", at: session.cite(line, cell: index + 1),
        ja: "見出し「\(column.heading)」の列が二つあります",
        en: "two columns are headed \"\(column.heading)\"")
    }
  }

  private static func headings(
    _ line: Int, in session: DocumentSession, rules: [ColumnRule]
  ) -> [TableColumn] {
    session.cells(line).map { TableColumn(heading: $0, rules: rules) }
  }
}
