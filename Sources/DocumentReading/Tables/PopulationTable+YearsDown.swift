package import MunicipalModel

extension PopulationTable {
  /// Reads a table with one row a year below a heading of one to three lines.
  ///
  /// The upper lines name groups over several columns, the lowest one the columns. A column left of the figures
  /// may name the rows: 令和5年 | 風連地区, and 令和5年 | 計.
  package func readYearsDown(
    at headingLine: Int, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    let yearOfMonths = session.yearOfMonths(tableAt: headingLine)
    let heading = PopulationGroups(at: headingLine, in: session) { text in
      isYear(text, of: yearOfMonths)
    }
    let labelKey = session.key(heading.lastLine)
    for line in heading.lines { session.keep(line) }
    var units = PopulationUnits(unit, tableAt: headingLine, in: &session)
    var columns: [Column] = []
    var unread: [Int] = []
    let indices = 1..<max(1, heading.width)
    let dynamics = dynamics(
      of: indices.flatMap(heading.names), tableAt: headingLine, in: session)
    var allNames = indices.map { named(heading.names(at: $0), of: dynamics) }
    let body = session.rowLines(below: headingLine).dropFirst(heading.lines.count - 1)
      .map { session.cells($0) }
    let cells = indices.map { index in body.map { index < $0.count ? $0[index] : "" } }
    for position in PartsOfAll.changes(allNames, cells: cells) {
      allNames[position] = allNames[position].prefix(1).map { $0 + "（増減）" }
    }
    let parts = PartsOfAll(allNames, cells: cells, of: self)
    for (position, index) in indices.enumerated() {
      let names = allNames[position]
      guard !names.isEmpty else { continue }
      let place = TablePlace(line: heading.lastLine, cell: index + 1)
      guard
        let rule = parts.rule(of: names, at: position)
          ?? rule(names: names, unknown: "unknown-column", at: place, in: &session),
        let unit = units.unit(of: rule.item, headings: names, at: place, in: &session)
      else {
        unread.append(index)
        continue
      }
      columns.append(Column(index: index, rule: rule, unit: unit, names: names))
    }
    let first = columns.first?.index ?? 0
    let rows = rows(
      below: heading, labelKey: labelKey, nameCells: unread.filter { $0 < first },
      unread: unread, in: &session)
    var figures: [PopulationFigure] = []
    var flows = FlowsOfDays(tableAt: headingLine, in: session)
    for row in rows {
      figures += self.figures(of: row, columns: columns, flows: &flows, in: &session)
    }
    flows.tell(in: &session)
    if let first = rows.first(where: { $0.year.basis == .projection }) {
      session.noteProjected(
        rows.map(\.year).filter { $0.basis == .projection }, at: session.cite(first.line, cell: 1))
    }
    let names = Dictionary(columns.map { ($0.index + 1, $0.names) }) { first, _ in first }
    let statistics = Dictionary(
      rows.filter { Self.statistic([$0.name]) != nil }.map { ($0.line, [$0.name]) }
    ) { first, _ in first }
    return withoutRivals(
      withChangesOverYears(figures, in: &session),
      named: { (names[$0.citation.cell ?? 0] ?? []) + (statistics[$0.citation.line] ?? []) },
      in: &session)
  }

  private struct Column {
    let index: Int
    let rule: PopulationItemRule
    let unit: String
    let names: [String]
  }

  private struct Row {
    let line: Int
    let cells: [String]
    let year: PopulationYear
    /// What the cells left of the figures name.
    let name: String
  }

  /// The rows that are read: those of the municipality, with their years.
  private func rows(
    below heading: PopulationGroups, labelKey: String, nameCells: [Int], unread: [Int],
    in session: inout DocumentSession
  ) -> [Row] {
    var years = yearReader(at: heading.lines[0], in: &session)
    var others = OtherRows()
    var section: (name: String, subject: PopulationSubject)?
    var rows: [Row] = []
    var year: PopulationYear?
    for line in session.rowLines(below: heading.lines[0]).dropFirst(heading.lines.count - 1)
    where session.key(line) != labelKey {
      let cells = session.cells(line)
      for cell in unread { session.pass(line, cell: cell + 1) }
      if let found = session.section(line, in: places) {
        section = found.subject == .whole ? nil : found
        session.keep(line)
        continue
      }
      let name = nameCells.filter(cells.indices.contains).map { cells[$0] }
        .filter { !$0.isEmpty }.joined(separator: " ")
      if places.subject(ofCell: cells.first ?? "") == .people {
        others.add(line, name: cells[0], .people)
        continue
      }
      if let other = section?.subject ?? places.subject(ofCell: name), other != .whole {
        if cells.first != "" { year = try? years.read(cells.first ?? "") }
        others.add(line, name: section?.name ?? name, other)
        continue
      }
      guard !hasExtraCells(line, width: heading.width, in: &session) else { continue }
      do {
        // An empty first cell is a merged one that goes on, where something else names the row.
        if cells.first != "" || name.isEmpty { year = nil }
        let read = if let year { year } else { try years.read(cells.first ?? "") }
        year = read
        session.keep(line, cell: 1)
        rows.append(Row(line: line, cells: cells, year: read, name: name))
      } catch {
        session.pass(line)
        // A note below the figures.
        if session.isLone(line), PrintedFigure.reading(cells.first ?? "").isText { continue }
        session.note(
          .error, error.diagnosticCode, at: session.cite(line, cell: 1),
          ja: "年次として読めないため、この行を読んでいません", en: "not a year, so the row is not read: \(error.text)")
      }
    }
    rows = wholes(of: rows, others: &others)
    others.tell(of: area, in: &session)
    return rows
  }

  /// Of several rows of one time with names, those of the whole municipality.
  ///
  /// Where none is named so, a row without a name is the whole; of statistics ``withoutRivals(_:named:in:)`` decides.
  private func wholes(of rows: [Row], others: inout OtherRows) -> [Row] {
    let times = Dictionary(grouping: rows) { $0.year }
    return rows.filter { row in
      let names = Set(times[row.year, default: []].map(\.name))
      guard names.count > 1, places.subject(ofCell: row.name) != .whole else { return true }
      let hasWhole = names.contains { places.subject(ofCell: $0) == .whole }
      if row.name.isEmpty, !hasWhole { return true }
      if names.allSatisfy({ Self.statistic([$0]) != nil }) { return true }
      // 1月 beside 計 is a part as うち外国人 is.
      let key = TextFolding.key(row.name)
      let isPart =
        PopulationItemRule.isPart(key) || PopulationYearReader.bareMonth(key) != nil
      others.add(row.line, name: row.name, isPart ? .people : .place(row.name))
      return false
    }
  }

  private func isYear(_ text: String, of yearOfMonths: Period?) -> Bool {
    var reader = PopulationYearReader(bareYear: bareYear ?? .calendar)
    reader.yearOfMonths = yearOfMonths
    return (try? reader.read(text)) != nil
  }

  private func figures(
    of row: Row, columns: [Column], flows: inout FlowsOfDays, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    var figures: [PopulationFigure] = []
    for column in columns {
      let (index, rule) = (column.index, column.rule)
      guard index < row.cells.count else {
        session.note(
          .error, "truncated-row", at: session.cite(row.line),
          ja: "\(row.cells.count)個のセルしかなく、\(rule.item.rawValue) がありません",
          en: "a row of \(row.cells.count) cells lacks \(rule.item.rawValue)")
        continue
      }
      let basis = basis(rule.basis(in: row.year), names: column.names, rule: rule)
      let cell = (line: row.line, cell: index + 1)
      let year = dated(row.year, names: column.names, rule: rule)
      guard
        let period = flows.period(
          of: rule.item, named: column.names, year, basis, at: cell, in: &session)
      else { continue }
      figures += self.figures(
        rule.item, unit: column.unit, basis: basis, period: period, line: row.line,
        cell: index + 1, in: &session)
    }
    return figures
  }

  /// What figures are whose names say that they are to come: 社人研推計, 将来人口.
  func basis(
    _ basis: PopulationFigure.Basis, names: [String], rule: PopulationItemRule
  ) -> PopulationFigure.Basis {
    guard basis == .observed, rule.isWhole,
      names.contains(where: { PopulationYearReader.saysFuture(TextFolding.key($0)) })
    else { return basis }
    return .projection
  }
}
