import MunicipalModel

/// A table of indicators that a heading of the plan stands in: it goes on below with the same columns.
struct InterruptedTable {
  let heading: TableHeading
  /// The line of the heading inside the table, and then the first line behind it.
  var line: Int

  /// Passes a blank row of the table; a line without cells ends it.
  mutating func pass(blank line: Int, in session: DocumentSession) {
    if self.line == line, session.isTableRow(line) { self.line = session.next(line) }
  }

  /// Whether a line is a row of the table.
  func goesOn(at line: Int, in session: DocumentSession) -> Bool {
    self.line == line && session.isTableRow(line) && !session.isLone(line)
      && session.cells(line).count == heading.columns.count
  }
}

extension LaidOutPlanReader {
  /// The heading of a table of indicators that begins at a line.
  func tableHeading(at line: Int, in session: DocumentSession) -> TableHeading? {
    guard
      let heading = TableHeading.find(
        at: line, in: session, rules: layout.columns, told: layout.headingLines)
    else { return nil }
    return session.isLone(line) && findHeading(line, in: session) != nil ? nil : heading
  }

  /// Whether a line begins a table of the population, or one that lists the plan's tree.
  func isOtherTable(_ line: Int, in session: DocumentSession) -> Bool {
    let key = session.key(line)
    return layout.population.contains { key.hasPrefix(TextFolding.key($0.heading)) }
      || treeTable(at: line, in: session) != nil
  }

  /// A table with a column of projects hangs below the open heading; one without belongs to it.
  ///
  /// - Parameter continued: the line where the table goes on behind a heading inside it.
  mutating func readTable(
    _ heading: TableHeading, continuedAt continued: Int? = nil, in session: inout DocumentSession
  ) -> Int {
    let reader = self
    var table = IndicatorTable(
      heading, rules: layout.columns,
      untitledIndicator: layout.indicatorBesideTheme, continuedAt: continued,
      isNodeHeading: { reader.findHeading($0, in: $1) != nil },
      isOtherTable: { reader.isOtherTable($0, in: $1) }, in: &session)
    let end = max(table.endLine, continued ?? session.next(heading.last))
    interrupted = table.isInterrupted ? InterruptedTable(heading: heading, line: end) : nil
    table.takeTimes(at: heading, known: Set(mapper.periods.keys), in: &session)
    if continued == nil {
      session.reportUndatedColumns(
        of: table, headingLine: heading.last, periods: mapper.periods)
    }
    // A heading right below that of a table opens the node of its first rows.
    if table.rows.isEmpty, table.isInterrupted { return end }
    place(table.rows, columns: table.columns, at: continued ?? heading.first, in: &session)
    return end
  }

  /// Hangs the indicators of a table's rows below their nodes.
  ///
  /// - Parameter line: where the table begins.
  mutating func place(
    _ rows: [IndicatorRow], columns: [TableColumn], at line: Int, in session: inout DocumentSession
  ) {
    let hasLevels = rows.contains { !$0.levels.isEmpty }
    guard hasLevels || hasNode(at: line, in: &session) else { return }
    let hasProjectColumn = columns.contains { $0.role == .project }
    hasProjects = hasProjects || hasProjectColumn
    var sharedAbove: String?
    for row in rows {
      open(row.levels, of: columns, in: &session)
      guard hasNode(at: row.indicator.line, in: &session) else { continue }
      let indicator = mapper.indicator(from: row, sharedAbove: sharedAbove, in: &session)
      sharedAbove = nil
      if case .missing(.shared(let owner)) = indicator.figures.first?.reading {
        sharedAbove = owner
      }
      if hasProjectColumn, row.project == nil {
        session.note(
          .error, "row-without-project", at: indicator.citation, ja: "事業名のない行です",
          en: "a row without a project")
      }
      place(indicator, of: row, in: &session)
    }
    closeLevels(in: &session)
  }

  private mutating func place(
    _ indicator: Indicator, of row: IndicatorRow, in session: inout DocumentSession
  ) {
    guard let project = row.project else {
      _ = tree.add(indicator, at: row.levels.isEmpty ? layout.levelOfTables : nil)
      return
    }
    let citation = session.cite(project.line, cell: project.cell)
    _ = tree.add(
      indicator, to: PlanNode(level: .project, title: project.text, citation: citation))
  }

  /// Reads a table of one indicator, which the line above it names.
  ///
  /// - Returns: the line after it; `nil` if there is none.
  mutating func readOwnTable(at line: Int, in session: inout DocumentSession) -> Int? {
    let tree = tree
    guard
      let table = OwnTable(
        at: line, in: session, rules: layout.columns, nodeTitle: tree.title(at:)),
      hasNode(at: line, in: &session)
    else { return nil }
    session.keep(line)
    for label in table.labels { session.keep(label, cell: 1) }
    let indicator = mapper.indicator(from: table.row, in: &session)
    let isNamedByNode = tree.title(at: table.nameLine) != nil
    _ = self.tree.add(indicator, at: isNamedByNode ? nil : layout.levelOfTables)
    return session.next(table.lastLine)
  }
}
