import MunicipalModel

extension RowReader {
  /// Turns cells into rows by the columns' roles, and carries merged cells down.
  static func rows(
    from cells: [[TableCell]], columns: [TableColumn], qualifiers: RowQualifiers,
    in session: inout DocumentSession
  ) -> [IndicatorRow] {
    var rows: [IndicatorRow] = []
    var qualified = QualifiedRows(qualifiers)
    let periods = FigurePeriods(columns)
    let checks = RowChecks(columns: columns, rows: cells)
    let hasTargets = columns.contains { $0.figureRole == .target || $0.figureRole == .baseline }
    let derived = DerivedRows(names: namingTexts(of: cells, columns: columns))
    var merged = MergedCells(columns)
    var names = NameParts(columns)
    var parts = PartNames()
    var group: TableCell?
    var isShared = false
    for (place, row) in cells.enumerated() {
      passOver(row, columns: columns, in: &session)
      checks.reportFigureInText(row, in: &session)
      var indicator: TableCell?
      var unit: TableCell?
      var direction: TableCell?
      var figures: [(column: TableColumn, cell: TableCell)] = []
      let isShifted = mayBeShifted(row, columns: columns)
      let above = merged
      merged.take(row, columns: columns)
      // What stands below another node is no part of a measure of the last one.
      if merged.differs(from: above) { parts = PartNames() }
      for (index, (column, cell)) in zip(columns, row).enumerated() {
        switch column.role {
        case .indicator where indicator == nil: indicator = cell
        case .unit where !cell.text.isEmpty: unit = cell
        case .betterDirection where !cell.text.isEmpty: direction = cell
        case .figure where !isShifted:
          let dated = periods.dated(column, at: index, row: row, in: &session)
          figures.append((dated, cell))
        default: break
        }
      }
      if names.areThere {
        indicator = names.name(of: row)
        for cell in names.cells(of: row) { session.keep(cell.line, cell: cell.cell) }
      }
      let isNamed = !(indicator?.text.isEmpty ?? true)
      if !isNamed, qualifiers.areThere { indicator = qualified.indicator }
      isShared = isShared && figures.allSatisfy { $0.cell.text.isEmpty } || hasSharedMark(figures)
      if checks.isHeading(row, in: &session) { continue }
      guard var indicator, !indicator.text.isEmpty else {
        if !checks.isGroup(row) { reportNameless(row, columns: columns, in: &session) }
        continue
      }
      let texts = names.areThere ? names.texts : [indicator.text]
      if isNoIndicator(indicator, figures, row: row, in: &session) { continue }
      if derived.contain(texts) {
        reportDerived(indicator, row: row, in: &session)
        continue
      }
      if isNamed, !names.areThere {
        let hasFigures = figures.contains { !$0.cell.text.isEmpty }
        if parts.isPart(indicator.text) {
          if let whole = parts.whole(indicator, theme: merged.theme) {
            indicator = whole.name
            unit = unit ?? whole.unit
          } else {
            reportPart(indicator, in: &session)
          }
        } else {
          parts.begin(indicator, unit: unit, hasFigures: hasFigures)
          let next = merged.nextRow(behind: place, of: cells, columns: columns)
            .flatMap { name(of: $0, columns) }
          if !hasFigures, let next, parts.isPart(next.text) {
            // The rows below are named by it.
            session.keep(indicator.line, cell: indicator.cell)
            if let unit { session.keep(unit.line, cell: unit.cell) }
            continue
          }
          if let index = row.firstIndex(of: indicator), isTitle(row, at: index, in: session) {
            group = indicator
            reportTitle(indicator, in: &session)
            continue
          }
        }
      }
      if qualifiers.role == nil, !hasTargets {
        let meaning = RowMeaning(texts)
        figures = figures.map { (meaning.qualified($0.column), $0.cell) }
      }
      if !isShared, !isShifted { checks.reportWithoutFigures(row, named: indicator, in: &session) }
      checks.reportFigureAsName(indicator, in: &session)
      let read = IndicatorRow(
        project: merged.project, theme: merged.theme ?? group, levels: merged.levels,
        indicator: indicator,
        unit: unit, direction: direction, figures: figures)
      if qualifiers.areThere {
        qualified.add(read, cells: row, in: &session)
      } else {
        rows.append(read)
      }
    }
    return qualifiers.areThere ? qualified.joined : rows
  }

  /// Whether a cell says that the figures stand with another indicator.
  private static func hasSharedMark(_ figures: [(column: TableColumn, cell: TableCell)]) -> Bool {
    figures.contains {
      if case .shared = PrintedFigure.mark(in: $0.cell.text) { true } else { false }
    }
  }

  /// Says which cells of a row are left out because the heading says so.
  private static func passOver(
    _ row: [TableCell], columns: [TableColumn], in session: inout DocumentSession
  ) {
    for (column, cell) in zip(columns, row) {
      switch column.role {
      case .prose where !column.heading.isEmpty: session.pass(cell.line, cell: cell.cell)
      case .unknown, .derived, .rowNumber: session.pass(cell.line, cell: cell.cell)
      default: break
      }
    }
  }

  /// Whether a row is a note below the figures, or the sum of those above.
  private static func isNoIndicator(
    _ name: TableCell, _ figures: [(column: TableColumn, cell: TableCell)], row: [TableCell],
    in session: inout DocumentSession
  ) -> Bool {
    let key = TextFolding.key(name.text)
    if ["※", "(注", "注)", "注:"].contains(where: key.begins),
      figures.allSatisfy({ $0.cell.text.isEmpty })
    {
      session.keep(name.line)
      return true
    }
    guard ["小計", "合計", "計", "総計"].contains(key) else { return false }
    for line in Set(row.map(\.line)) { session.pass(line) }
    session.note(
      .warning, "sum-row", at: session.cite(name.line, cell: name.cell),
      ja: "合計の行は指標ではないため、読んでいません", en: "a row of sums is no indicator and not read")
    return true
  }

  /// The texts of the cells that rows are named by.
  private static func namingTexts(
    of cells: [[TableCell]], columns: [TableColumn]
  ) -> [String] {
    let places = columns.indices.filter {
      columns[$0].role == .indicator || columns[$0].role == .namePart
    }
    return cells.flatMap { row in
      places.filter { row.indices.contains($0) }.map { row[$0].text }
    }.filter { !$0.isEmpty }
  }

  /// The cell that names a row.
  private static func name(of row: [TableCell], _ columns: [TableColumn]) -> TableCell? {
    zip(columns, row).first { column, _ in column.role == .indicator }?.1
  }

  private static func reportPart(_ name: TableCell, in session: inout DocumentSession) {
    session.note(
      .warning, "part-without-measure", at: session.cite(name.line, cell: name.cell),
      ja: "「\(name.text)」は内訳の名称のようですが、何の内訳か分かりません",
      en: "\"\(name.text)\" seems to be a part of something that nothing above names")
  }

  private static func reportDerived(
    _ name: TableCell, row: [TableCell], in session: inout DocumentSession
  ) {
    for line in Set(row.map(\.line)) { session.pass(line) }
    session.note(
      .info, "derived-row", at: session.cite(name.line, cell: name.cell),
      ja: "「\(name.text)」の行はほかの行から求まるため、読んでいません",
      en: "the row \"\(name.text)\" follows from others and is not read")
  }

  private static func reportNameless(
    _ row: [TableCell], columns: [TableColumn], in session: inout DocumentSession
  ) {
    // A number alone is a place that a form leaves empty.
    let isEmpty = zip(columns, row).allSatisfy { $0.role == .rowNumber || $1.text.isEmpty }
    guard let first = row.first, !isEmpty else { return }
    session.note(
      .error, "row-without-indicator", at: session.cite(first.line),
      ja: "指標名のない行のため、読んでいません", en: "a row without the name of an indicator is not read")
  }
}

/// The cells that hold for the rows below them too.
private struct MergedCells {
  private(set) var project: TableCell?
  private(set) var theme: TableCell?
  private(set) var levels: [LevelCell] = []

  /// The levels of the columns, the outermost first.
  private let order: [PlanLevel]

  init(_ columns: [TableColumn]) {
    order = columns.compactMap { if case .level(let level) = $0.role { level } else { nil } }
  }

  /// Takes the cells of a row.
  mutating func take(_ row: [TableCell], columns: [TableColumn]) {
    for (column, cell) in zip(columns, row) { take(cell, role: column.role) }
  }

  /// Whether another node holds than did in the row above.
  func differs(from above: MergedCells) -> Bool {
    theme?.text != above.theme?.text
      || project != nil && project?.text != above.project?.text
      || levels.contains { own in
        !above.levels.contains { $0.level == own.level && $0.cell.text == own.cell.text }
      }
  }

  /// The row below another one, if the same nodes hold for it.
  func nextRow(
    behind place: Int, of cells: [[TableCell]], columns: [TableColumn]
  ) -> [TableCell]? {
    guard cells.indices.contains(place + 1) else { return nil }
    var next = self
    next.take(cells[place + 1], columns: columns)
    return next.differs(from: self) ? nil : cells[place + 1]
  }

  /// Takes a cell of a row; a blank one leaves what stands above. A node ends those inside it.
  private mutating func take(_ cell: TableCell, role: ColumnRole) {
    guard !cell.text.isEmpty else { return }
    switch role {
    case .project: project = cell
    case .theme: theme = cell
    case .level(let level):
      let rank = order.firstIndex(of: level) ?? order.count
      levels.removeAll { order.firstIndex(of: $0.level) ?? order.count >= rank }
      levels.append(LevelCell(level: level, cell: cell))
      project = nil
    default: break
    }
  }
}

/// A cell that names a node of the plan.
struct LevelCell: Hashable, Sendable {
  let level: PlanLevel
  let cell: TableCell
}
