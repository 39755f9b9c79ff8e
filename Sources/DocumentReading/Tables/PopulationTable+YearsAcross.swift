public import MunicipalModel

extension PopulationTable {
  /// Reads a table with one column a year; the first two cells of a row are the group and the item.
  ///
  /// A column may also be the mean of some years (2015～2019平均) or the change from one year to
  /// another (2015年比 (2021)). A row of 合計特殊出生率 prints births and, in brackets, the rate.
  public func readYearsAcross(
    at headingLine: Int, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    session.keep(headingLine)
    var columns: [(cell: Int, period: Period, basis: PopulationFigure.Basis)] = []
    for (index, cell) in session.cells(headingLine).enumerated().dropFirst() where !cell.isEmpty {
      if let (period, basis) = column(cell) {
        columns.append((index + 1, period, basis))
      } else {
        session.noteUnreadColumn(cell, at: session.cite(headingLine, cell: index + 1))
      }
    }
    var figures: [PopulationFigure] = []
    var group = ""
    for line in session.rowLines(below: headingLine) {
      let cells = session.cells(line)
      let first = cells.first ?? ""
      // An empty first cell is a merged one that goes on.
      if !first.isEmpty { group = first }
      let label = cells.count > 1 && !cells[1].isEmpty && !isReadable(cells[1]) ? cells[1] : first
      guard let rule = rule(label: label, group: group) else {
        session.note(
          .warning, "unknown-row", at: session.cite(line), ja: "「\(label)」の行は読んでいません",
          en: "the row \"\(label)\" is not read")
        continue
      }
      session.keep(line, cell: 1)
      session.keep(line, cell: 2)
      if cells.count < columns.map(\.cell).max() ?? 0 {
        session.note(
          .error, "truncated-row", at: session.cite(line),
          ja: "行に\(cells.count)個のセルしかありません", en: "a row of only \(cells.count) cells")
      }
      figures += readRow(
        line, item: rule.item,
        secondItem: label.contains(word: "合計特殊出生率") ? .totalFertilityRate : nil,
        columns: columns.filter { $0.cell <= cells.count }.map {
          ($0.cell, $0.period, $0.basis == .observed ? rule.basis : $0.basis)
        }, in: &session)
    }
    return figures
  }

  /// Whether a cell is a figure, or a mark in place of one.
  private func isReadable(_ text: String) -> Bool {
    PrintedFigure(text).reading != .missing(.unreadable)
  }

  private func column(_ heading: String) -> (Period, PopulationFigure.Basis)? {
    var scanner = TextScanner(TextFolding.key(heading))
    guard let period = try? Period.scan(&scanner, bareYear: bareYear) else { return nil }
    if scanner.skip("平均") { return (period, .average) }
    if scanner.skip("比") {
      _ = scanner.skip("(")
      guard let now = try? Period.scan(&scanner, bareYear: bareYear) else { return nil }
      return (.span(period, now), .changeFromBase)
    }
    return scanner.isAtEnd ? (period, .observed) : nil
  }
}
