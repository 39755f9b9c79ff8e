package import MunicipalModel

extension PopulationTable {
  /// Reads a table of three lines: groups that say what the figures are, the years below them, and
  /// one row of figures.
  ///
  /// 現在 | 社人研の推計値 | 将来展望の推計値 is such a heading.
  package func readYearsBelow(
    at headingLine: Int, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    let yearLine = session.next(headingLine)
    let figureLine = session.next(yearLine)
    guard session.isTableRow(yearLine), session.isTableRow(figureLine) else { return [] }
    let groups = Self.carriedRight(session.cells(headingLine))
    let years = session.cells(yearLine)
    let cells = session.cells(figureLine)
    session.keep(headingLine)
    session.keep(yearLine)
    guard !hasExtraCells(figureLine, width: years.count, in: &session) else { return [] }
    var units = PopulationUnits(unit, tableAt: headingLine, in: &session)
    var reader = PopulationYearReader(
      bareYear: bareYear ?? .calendar, projectedFrom: projectedFrom)
    var figures: [PopulationFigure] = []
    for (index, year) in years.enumerated() where !year.isEmpty {
      let group = groups.indices.contains(index) ? groups[index] : groups.last ?? ""
      let place = TablePlace(line: yearLine, cell: index + 1)
      guard
        let rule = rule(
          names: [group], unknown: "unknown-column", at: place, in: &session),
        let unit = units.unit(of: rule.item, headings: [group], at: place, in: &session)
      else {
        session.pass(figureLine, cell: index + 1)
        continue
      }
      guard let year = try? reader.read(year) else {
        session.pass(figureLine, cell: index + 1)
        session.note(
          .error, "unreadable-period", at: session.cite(place),
          ja: "年次として読めないため、この列を読んでいません", en: "not a year, so the column is not read")
        continue
      }
      guard cells.indices.contains(index) else {
        session.note(
          .error, "truncated-row", at: session.cite(figureLine),
          ja: "行に\(cells.count)個のセルしかありません", en: "a row of only \(cells.count) cells")
        break
      }
      if year.basis == .projection, rule.basis == .observed {
        session.noteProjected([year], at: session.cite(place))
      }
      figures += self.figures(
        rule.item, unit: unit, basis: rule.basis(in: year), period: year.period, line: figureLine,
        cell: index + 1, in: &session)
    }
    return figures
  }
}
