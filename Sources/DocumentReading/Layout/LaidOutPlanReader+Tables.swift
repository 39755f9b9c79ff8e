import MunicipalModel

extension LaidOutPlanReader {
  func isTable(_ line: Int, in session: DocumentSession) -> Bool {
    IndicatorTable.isHeading(line, in: session, rules: layout.columns)
      || layout.headingLines == 2 && session.isTableRow(line)
        && IndicatorTable.isHeading(line + 1, in: session, rules: layout.columns)
  }

  /// A table with a column of projects hangs below the open heading; one without belongs to it.
  mutating func readTable(at line: Int, in session: inout DocumentSession) -> Int {
    let isOwnHeading = IndicatorTable.isHeading(line, in: session, rules: layout.columns)
    let hasLowerLine =
      layout.headingLines == 2
      && (!isOwnHeading
        || IndicatorTable.isLowerHeading(line + 1, below: line, in: session, rules: layout.columns))
    let headingLines = hasLowerLine ? 2 : 1
    let table = IndicatorTable(
      at: line, headingLines: headingLines, rules: layout.columns,
      untitledIndicator: layout.indicatorBesideTheme, in: &session)
    let end = max(table.endLine, line + headingLines)
    session.reportUndatedColumns(
      of: table, headingLine: line + headingLines - 1, periods: mapper.periods)
    guard tree.hasOpenNode else {
      let level = layout.levels.first?.rawValue ?? "goal"
      session.note(
        .error, Diagnostic.Code(rawValue: "table-without-\(level)"), at: session.cite(line),
        ja: "計画の見出しより前に指標の表があります", en: "a table of indicators before any heading of the plan")
      return end
    }
    let hasProjectColumn = table.columns.contains { $0.role == .project }
    hasProjects = hasProjects || hasProjectColumn
    var sharedAbove: String?
    for row in table.rows {
      let indicator = mapper.indicator(from: row, sharedAbove: sharedAbove, in: &session)
      sharedAbove = nil
      if case .missing(.shared(let owner)) = indicator.observations.first?.reading {
        sharedAbove = owner
      }
      if hasProjectColumn, row.project == nil {
        session.note(
          .error, "row-without-project", at: indicator.citation, ja: "事業名のない行です",
          en: "a row without a project")
      }
      place(indicator, project: row.project, in: &session)
    }
    return end
  }

  private mutating func place(
    _ indicator: Indicator, project: TableCell?, in session: inout DocumentSession
  ) {
    guard let project else {
      _ = tree.add(indicator, at: layout.levelOfTables)
      return
    }
    let citation = session.cite(project.line, cell: project.cell)
    _ = tree.add(
      indicator, to: PlanNode(level: .project, title: project.text, citation: citation))
  }
}
