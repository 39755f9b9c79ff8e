package import MunicipalModel

extension PopulationTable {
  /// Reads a table with one column a year; the first two cells of a row are the group and the item.
  ///
  /// A column may also be the mean of some years (2015～2019平均) or the change from one year to
  /// another (2015年比 (2021)). A row of 合計特殊出生率 prints births and, in brackets, the rate.
  ///
  /// - Parameter base: the year that a column of changes without a year is counted from.
  package func readYearsAcross(
    at headingLine: Int, base: Period? = nil, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    session.keep(headingLine)
    var units = PopulationUnits(unit, tableAt: headingLine, in: &session)
    let heading = PopulationColumns(
      at: headingLine, reader: yearReader(at: headingLine, in: &session), base: base,
      places: places, in: &session)
    let columns = heading.columns
    let firstRow = session.cells(session.next(heading.lower ?? headingLine)).first ?? ""
    // What the layout says the figures are needs no telling.
    if let first = heading.projected.first,
      rule(label: firstRow, group: firstRow)?.basis ?? .observed == .observed
    {
      session.noteProjected(
        heading.projected.map(\.year), at: session.cite(headingLine, cell: first.cell))
    }
    // What stands before the first year names the row.
    let nameCount = max(1, (heading.firstYear ?? 2) - 1)
    let width = session.cells(headingLine).count
    var figures: [PopulationFigure] = []
    var group = ""
    var rowNames: [String] = []
    var namesOfLines: [Int: [String]] = [:]
    var section: (name: String, subject: PopulationSubject)?
    var others = OtherRows()
    var flows = FlowsOfDays(tableAt: headingLine, in: session)
    let lines = session.rowLines(below: headingLine).filter { $0 != heading.lower }
    let dynamics = dynamics(
      of: lines.flatMap { session.cells($0).prefix(nameCount) }.filter { !$0.isEmpty },
      tableAt: headingLine, in: session)
    let parts = PartsOfAll(
      lines.map { [label(of: session.cells($0).prefix(nameCount), group: "")] },
      cells: lines.map { Array(session.cells($0).dropFirst(nameCount)) }, of: self)
    for (position, line) in lines.enumerated() {
      let cells = session.cells(line)
      let first = cells.first ?? ""
      // An empty first cell is a merged one that goes on.
      if !first.isEmpty { group = first }
      rowNames = Self.carriedDown(rowNames, cells.prefix(nameCount))
      let label = label(of: cells.prefix(nameCount), group: group)
      let row = TablePlace(line: line)
      for cell in heading.unread { session.pass(line, cell: cell) }
      if let found = session.section(line, in: places) {
        section = found.subject == .whole ? nil : found
        session.keep(line)
        continue
      }
      let above = rowNames.filter { !$0.isEmpty && $0 != label }
      // A sum is of the name next to it: 社会動態 | 転入 | 計.
      let names = named(
        [label] + (Self.isSum(TextFolding.key(label)) ? above.reversed() : [group] + above),
        of: dynamics)
      let known = self.rule(of: names)
      // Households are of no sex: below 男 without figures another item begins.
      if known?.item == .households, let name = section?.name,
        ["男", "女"].contains(where: name.contains)
      {
        section = nil
      }
      let ofPart = parts.rule(of: names, at: position)
      let own = ofPart == nil ? otherSubject(of: [label] + above, unless: known) : nil
      if let other = section?.subject ?? own {
        others.add(
          line, name: section?.name ?? (above + [label]).joined(separator: " "), other)
        continue
      }
      guard !hasExtraCells(line, width: width, in: &session),
        let rule = ofPart ?? rule(names: names, unknown: "unknown-row", at: row, in: &session),
        let unit = units.unit(of: rule.item, headings: [label, group], at: row, in: &session)
      else { continue }
      namesOfLines[line] = [label] + above.reversed()
      session.keep(line, cell: 1)
      session.keep(line, cell: 2)
      if cells.count < columns.map(\.cell).max() ?? 0 {
        session.note(
          .error, "truncated-row", at: session.cite(line),
          ja: "行に\(cells.count)個のセルしかありません", en: "a row of only \(cells.count) cells")
      }
      let second: PopulationItem? =
        label.contains(word: "合計特殊出生率") ? .totalFertilityRate : nil
      for column in columns where column.cell <= cells.count {
        let basis = self.basis(
          basis(of: rule, in: column), names: names, rule: rule)
        let cell = (line: line, cell: column.cell)
        let year = dated(
          PopulationYear(period: column.period, basis: column.basis, isMonth: column.isMonth),
          names: names, rule: rule)
        guard
          let period = flows.period(
            of: rule.item, named: names, year, basis, at: cell, in: &session)
        else { continue }
        figures += about(rule.area).figures(
          column.isShare ? rule.item.share : rule.item,
          secondItem: second,
          unit: column.isShare ? rule.item.share.countedIn : unit,
          basis: basis, period: period, line: line, cell: column.cell, in: &session)
      }
    }
    others.tell(of: area, in: &session)
    flows.tell(in: &session)
    return withoutRivals(
      withChangesOverYears(figures, in: &session), named: { namesOfLines[$0.citation.line] ?? [] },
      in: &session)
  }

  /// The names of a row, in which an empty cell is a merged one that goes on from the row above, as long as no cell
  /// left of it begins anew.
  private static func carriedDown(_ above: [String], _ cells: ArraySlice<String>) -> [String] {
    var isNew = false
    return cells.enumerated().map { index, cell in
      if !cell.isEmpty { isNew = true }
      return !cell.isEmpty || isNew || !above.indices.contains(index) ? cell : above[index]
    }
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

  /// The reader of rows of another area.
  private func about(_ other: Area?) -> Self {
    guard let other else { return self }
    return PopulationTable(
      rules: rules, area: other, bareYear: bareYear, unit: unit, projectedFrom: projectedFrom)
  }

  /// What the figures of a rule are in a column; before the first year that is projected they are observed.
  private func basis(
    of rule: PopulationItemRule, in column: PopulationColumns.Column
  ) -> PopulationFigure.Basis {
    if column.basis == .observed, projectedFrom != nil { return .observed }
    return rule.basis(in: PopulationYear(period: column.period, basis: column.basis))
  }
}
