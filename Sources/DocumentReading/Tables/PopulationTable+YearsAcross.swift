package import MunicipalModel

extension PopulationTable {
  /// Reads a table with one column a year; the first two cells of a row are the group and the item.
  ///
  /// A column may also be the mean of some years (2015～2019平均) or the change from one year to
  /// another (2015年比 (2021)). A row of 合計特殊出生率 prints births and, in brackets, the rate.
  package func readYearsAcross(
    at headingLine: Int, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    session.keep(headingLine)
    var units = PopulationUnits(unit, tableAt: headingLine, in: &session)
    let (columns, unread) = yearColumns(at: headingLine, in: &session)
    // What stands before the first year names the row.
    let names = (columns.map(\.cell).min() ?? 2) - 1
    let width = session.cells(headingLine).count
    var figures: [PopulationFigure] = []
    var group = ""
    for line in session.rowLines(below: headingLine) {
      let cells = session.cells(line)
      let first = cells.first ?? ""
      // An empty first cell is a merged one that goes on.
      if !first.isEmpty { group = first }
      let label = label(of: cells.prefix(max(1, names)), group: group)
      let row = TablePlace(line: line)
      for cell in unread { session.pass(line, cell: cell) }
      guard !hasExtraCells(line, width: width, in: &session),
        let rule = rule(
          label: label, group: group, unknown: "unknown-row", at: row, in: &session),
        let unit = units.unit(of: rule.item, headings: [label, group], at: row, in: &session)
      else { continue }
      session.keep(line, cell: 1)
      session.keep(line, cell: 2)
      if cells.count < columns.map(\.cell).max() ?? 0 {
        session.note(
          .error, "truncated-row", at: session.cite(line),
          ja: "行に\(cells.count)個のセルしかありません", en: "a row of only \(cells.count) cells")
      }
      figures += readRow(
        line, item: rule.item,
        secondItem: label.contains(word: "合計特殊出生率") ? .totalFertilityRate : nil, unit: unit,
        columns: columns.filter { $0.cell <= cells.count }.map {
          ($0.cell, $0.year.period, rule.basis(in: $0.year))
        }, in: &session)
    }
    return figures
  }

  /// The name of a row: the last of its cells before the years that is filled, or the one before it
  /// where that is no name but a unit or a number.
  private func label(of cells: ArraySlice<String>, group: String) -> String {
    let filled = cells.filter { !$0.isEmpty }
    let name = filled.last { cell in
      rule(label: cell, group: group) != nil
        || !MeasureUnit.isUnit(cell) && PrintedFigure.quantities(in: cell).isEmpty
    }
    return name ?? filled.last ?? ""
  }

  /// The columns whose heading is a time, and the cells of the others, which are told.
  private func yearColumns(
    at headingLine: Int, in session: inout DocumentSession
  ) -> (years: [(cell: Int, year: PopulationYear)], unread: [Int]) {
    var reader = yearReader(at: headingLine, in: &session)
    var columns: [(cell: Int, year: PopulationYear)] = []
    var unread: [Int] = []
    for (index, cell) in session.cells(headingLine).enumerated().dropFirst() where !cell.isEmpty {
      if let year = try? reader.read(cell) {
        columns.append((index + 1, year))
      } else {
        unread.append(index + 1)
        let citation = session.cite(headingLine, cell: index + 1)
        let contradiction = FigureTime.contradiction(in: cell)
        if contradiction.isEmpty {
          session.noteUnreadColumn(cell, at: citation)
        } else {
          session.note(.contradiction(cell, contradiction), at: citation)
        }
      }
    }
    let projected = columns.filter { $0.year.basis == .projection }
    if let first = projected.first {
      session.noteProjected(
        projected.map(\.year), at: session.cite(headingLine, cell: first.cell))
    }
    return (columns, unread)
  }
}
