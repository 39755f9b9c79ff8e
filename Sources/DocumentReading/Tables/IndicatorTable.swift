import MunicipalModel

/// A cell of a table with the place it stands in.
package struct TableCell: Hashable, Sendable {
  /// The text, with repairs applied.
  package let text: String
  /// The line, from 1.
  package let line: Int
  /// The number of the cell in the line, from 1.
  package let cell: Int
  /// The exact text of a cell that was wrapped over several lines; `nil` for any other.
  var wrappedText: String? = nil

  /// The cell with the rest of its text, which stands on the next line.
  func continued(with rest: String) -> TableCell {
    TableCell(
      text: text + rest, line: line, cell: cell, wrappedText: (wrappedText ?? text) + rest)
  }
}

/// A row of a table of indicators, its cells still as printed.
package struct IndicatorRow: Hashable, Sendable {
  /// The project, if the table has such a column; carried down over merged cells.
  package var project: TableCell?
  /// The heading that groups several indicators; carried down over merged cells.
  package var theme: TableCell?
  /// The cells that name the nodes of the plan that the row belongs to, the outermost first.
  var levels: [LevelCell] = []
  /// The name of the indicator.
  package var indicator: TableCell
  /// The unit, if the table has such a column.
  package var unit: TableCell?
  /// Which way is better, if the table has such a column.
  package var direction: TableCell? = nil
  /// The figures with their columns, in printed order.
  package var figures: [(column: TableColumn, cell: TableCell)]

  /// Whether two rows print the same.
  package static func == (left: Self, right: Self) -> Bool {
    left.project == right.project && left.theme == right.theme
      && left.indicator == right.indicator && left.unit == right.unit
      && left.figures.map(\.cell) == right.figures.map(\.cell)
  }

  /// Hashes the name and the figures.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(indicator)
    for figure in figures { hasher.combine(figure.cell) }
  }
}

/// Reads a table of indicators by its headings: columns in any order, any number of years.
package struct IndicatorTable {
  /// The columns.
  package let columns: [TableColumn]
  /// The rows, merged cells carried down and wrapped lines joined.
  package internal(set) var rows: [IndicatorRow]
  /// The line after the table.
  package let endLine: Int
  /// Whether a heading of the plan stands at the end, behind which the table may go on.
  let isInterrupted: Bool

  /// Reads the rows below a heading.
  ///
  /// - Parameters:
  ///   - line: where the rows go on, behind a heading of the plan that stands between them.
  ///   - isNodeHeading: whether a line is a heading of the plan, which ends the table.
  ///   - isOtherTable: whether a line begins a table of another kind.
  init(
    _ heading: TableHeading, rules: [ColumnRule], untitledIndicator: Bool,
    continuedAt line: Int? = nil,
    isNodeHeading: @escaping (Int, DocumentSession) -> Bool = { _, _ in false },
    isOtherTable: @escaping (Int, DocumentSession) -> Bool = { _, _ in false },
    in session: inout DocumentSession
  ) {
    var columns = heading.columns
    if untitledIndicator, let named = columns.firstIndex(where: { $0.role == .indicator }),
      columns.indices.contains(named + 1), columns[named + 1].heading.isEmpty
    {
      let heading = columns[named].heading
      columns[named] = TableColumn(role: .theme, period: nil, heading: heading)
      columns[named + 1] = TableColumn(role: .indicator, period: nil, heading: heading)
    }
    Self.joinNames(in: &columns)
    if line == nil {
      for line in heading.lines { session.keep(line) }
      Self.completeFirstHeading(&columns, above: heading.first, in: &session, rules: rules)
    }
    var reader = RowReader(
      columns: columns, line: line ?? session.next(heading.last),
      isNodeHeading: isNodeHeading, isOtherTable: isOtherTable)
    var cells = reader.readCells(in: &session, rules: rules)
    columns = HeadingRepair.repaired(
      columns, rows: cells, headingLine: heading.first, in: &session)
    cells = DittoMarks.resolved(cells, columns: columns, in: &session)
    columns = ColumnContext.resolved(columns, rows: cells)
    SupersededColumns.drop(in: &columns, line: heading.last, in: &session)
    Self.dropDirections(in: &columns, rows: cells)
    columns = NameParts.found(in: columns, rows: cells)
    StackedFigures.part(&columns, &cells, below: heading.first, in: &session)
    BracketedFigures.part(&columns, &cells)
    Self.partNames(&columns, &cells, below: heading.last, in: &session)
    NamedRoles.part(&columns, &cells)
    self.columns = columns
    let qualifiers = RowQualifiers(columns: columns, rows: cells)
    let groups = TableHeading.groups(columns)
    var rows = (groups ?? [columns.indices]).flatMap { group in
      RowReader.rows(
        from: groups == nil ? cells : cells.map { Array($0[group.clamped(to: $0.indices)]) },
        columns: Array(columns[group]),
        qualifiers: groups == nil ? qualifiers : RowQualifiers(columns: [], rows: []),
        in: &session)
    }
    TableUnit(of: heading, in: session)?.give(to: &rows, in: &session)
    EralessYears.date(&rows, beside: columns, in: &session)
    self.rows = rows
    endLine = reader.line
    isInterrupted = reader.isInterrupted
    guard line == nil else { return }
    reportAssumedEras(heading, in: &session)
    reportYearsAlone(heading, in: &session)
    reportProjected(heading, in: &session)
    if groups == nil { reportRepeatedColumns(line: heading.last, in: &session) }
    reportUnreadColumns(heading, cells: cells, qualifiers: qualifiers, in: &session)
  }

  /// Tells the columns that no rule knows, those that follow from others, and those without a heading.
  private func reportUnreadColumns(
    _ heading: TableHeading, cells: [[TableCell]], qualifiers: RowQualifiers,
    in session: inout DocumentSession
  ) {
    for (index, column) in columns.enumerated()
    where index != qualifiers.role && index != qualifiers.period {
      switch column.role {
      case .unknown:
        session.noteUnreadColumn(
          column.heading, isText: column.trait == .text,
          at: session.cite(heading.last, cell: index + 1))
      case .derived:
        session.note(
          .info, "derived-column", at: session.cite(heading.last, cell: index + 1),
          ja: "「\(column.heading)」の列はほかの列から求まるため、読んでいません",
          en: "the column \"\(column.heading)\" follows from others and is not read")
      case .prose where column.heading.isEmpty:
        let hasFigure = cells.contains {
          $0.indices.contains(index) && !PrintedFigure.quantities(in: $0[index].text).isEmpty
        }
        guard hasFigure else { continue }
        session.note(
          .warning, "unknown-column", at: session.cite(heading.last, cell: index + 1),
          ja: "見出しのない\(index + 1)列目の値は読んでいません",
          en: "the figures of column \(index + 1), which has no heading, are not read")
      default: break
      }
    }
  }

  /// Tells that years without a word are read as those of actual figures, where no column is a target.
  private func reportYearsAlone(_ heading: TableHeading, in session: inout DocumentSession) {
    let roles = Set(columns.compactMap(\.figureRole))
    guard roles.isDisjoint(with: [.target, .interimTarget]) else { return }
    let figures = rows.flatMap(\.figures).filter { figure in
      !PrintedFigure.quantities(in: figure.cell.text).isEmpty
    }
    let first = columns.firstIndex { column in
      column.isPeriodAlone && figures.contains { $0.column == column }
    }
    guard let first else { return }
    session.note(
      .warning, "years-as-actual", at: session.cite(heading.last, cell: first + 1),
      ja: "見出しが年だけで、目標か実績かが書かれていないため、実績として読みました",
      en: "the headings are years alone, neither targets nor actual figures; read as actual")
  }

  /// Tells that figures below 推計値 are no counted ones.
  private func reportProjected(_ heading: TableHeading, in session: inout DocumentSession) {
    let first = columns.firstIndex { column in
      column.isEstimate && column.figureRole == .actual
        && ["推計", "予測"].contains { column.heading.contains(word: $0) }
    }
    guard let first else { return }
    session.note(
      .warning, "projected-years", at: session.cite(heading.last, cell: first + 1),
      ja: "「\(columns[first].heading)」などの値は、実績ではなく推計の値として読みました",
      en:
        "figures below \"\(columns[first].heading)\" are read as estimates and not as counted ones")
  }

  /// Takes the line above into the first heading where it is the beginning of it: 事業名・, 事業の内容.
  ///
  /// A title above the table, such as 重要業績評価指標（KPI）一覧, is no part of the heading.
  private static func completeFirstHeading(
    _ columns: inout [TableColumn], above line: Int, in session: inout DocumentSession,
    rules: [ColumnRule]
  ) {
    guard let first = columns.first, first.role == .unknown, line > 1,
      !session.isTableRow(line - 1), !session.isBlank(line - 1),
      goesOn(session.key(line - 1), with: TextFolding.key(first.heading))
    else { return }
    let whole = TableColumn(heading: session.text(line - 1) + first.heading, rules: rules)
    guard [.project, .theme, .indicator].contains(whole.role),
      !columns.contains(where: { $0.role == whole.role })
    else { return }
    session.keep(line - 1)
    columns[0] = whole
  }

  /// Whether a line ends, or a cell begins, in the middle of a name.
  private static func goesOn(_ text: String, with rest: String) -> Bool {
    ["・", "、", "/", "(", "及び", "と", "または", "並びに"].contains(where: text.hasSuffix)
      || ["・", "、", "/", ")", "及び", "(", "の内容"].contains(where: rest.hasPrefix)
  }

  /// Makes the columns without a heading behind the told one of the names parts of the name, up to the first
  /// column of figures.
  private static func joinNames(in columns: inout [TableColumn]) {
    let told = columns.indices.filter {
      columns[$0].role == .indicator && columns[$0].trait == .told
    }
    guard let first = told.first,
      let figures = columns.firstIndex(where: { $0.figureRole != nil }), first < figures
    else { return }
    for index in columns.indices where index != first && columns[index].heading.isEmpty {
      columns[index] = columns[index].with(
        role: index > first && index < figures ? .namePart : .prose, period: nil)
    }
  }

  /// A column 今後の方向性 with 継続 and 拡充 tells no direction of the figures.
  private static func dropDirections(in columns: inout [TableColumn], rows: [[TableCell]]) {
    for (index, column) in columns.enumerated() where column.role == .betterDirection {
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
}
