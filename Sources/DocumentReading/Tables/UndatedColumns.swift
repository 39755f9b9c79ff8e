import MunicipalModel

extension DocumentSession {
  /// Tells the columns of a table that hold figures of no readable time.
  ///
  /// - Parameters:
  ///   - line: the line of the heading.
  ///   - periods: the times that the layout says. A baseline or target without one is that of the plan.
  mutating func reportUndatedColumns(
    of table: IndicatorTable, headingLine line: Int, periods: [IndicatorFigure.Role: Period]
  ) {
    for (index, column) in table.columns.enumerated() {
      guard case .figure(let role) = column.role, role.isMeasured else { continue }
      if let issue = column.timeIssue {
        note(issue, at: cite(line, cell: index + 1))
      } else if role == .actual, periods[role] == nil, hasUndatedFigure(table, below: column) {
        note(
          .info, "undated-column", at: cite(line, cell: index + 1),
          ja: "見出し「\(column.heading)」からも値からも時点が分からないため、時点のない値として読みました",
          en: "neither the heading \"\(column.heading)\" nor its figures say their time")
      }
    }
  }

  private func hasUndatedFigure(_ table: IndicatorTable, below column: TableColumn) -> Bool {
    table.rows.contains { row in
      row.figures.contains { figure in
        guard figure.column.heading == column.heading, figure.column.role == column.role,
          figure.column.period == nil
        else { return false }
        let printed = PrintedFigure(figure.cell.text, grouping: .spaces)
        return !printed.reading.quantities.isEmpty && printed.period == nil
      }
    }
  }
}
