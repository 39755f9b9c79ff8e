import MunicipalModel

/// The heading of a table of indicators: what its columns hold, and the one to three lines it stands on.
struct TableHeading {
  /// The columns, as the heading alone says.
  var columns: [TableColumn]
  /// The lines of the heading.
  let lines: [Int]

  /// The most lines that a heading has.
  static let maximumLines = 3

  /// The first line.
  var first: Int { lines.first ?? 1 }
  /// The line that names the columns.
  var last: Int { lines.last ?? 1 }

  /// Finds the heading that begins at a line; `nil` if no indicator and no target is named there.
  ///
  /// Lines below the first belong to it as long as they only complete it: years below 実績値, and notes.
  ///
  /// - Parameter told: how many lines the layout says that headings have.
  static func find(
    at line: Int, in session: DocumentSession, rules: [ColumnRule], told: Int = 1
  ) -> TableHeading? {
    guard session.isTableRow(line), mayBegin(at: line, in: session, rules: rules) else {
      return nil
    }
    var texts = session.cells(line)
    guard !isRow(texts) else { return nil }
    var lines = [line]
    while lines.count < maximumLines {
      let next = session.next(lines[lines.count - 1])
      guard
        completes(
          texts, at: next, in: session, rules: rules, isFirst: lines.count == 1,
          isTold: lines.count < told)
      else { break }
      texts = combined(texts, session.cells(next), in: session, rules: rules)
      lines.append(next)
    }
    let columns = named(
      EralessYears.dated(
        texts.map { session.column($0, rules: rules) }, at: line, in: session, rules: rules))
    if isComplete(columns) { return TableHeading(columns: columns, lines: lines) }
    if let cells = wrapped(at: line, in: session, rules: rules) {
      return TableHeading(
        columns: cells.map { session.column($0, rules: rules) },
        lines: [line, session.next(line)])
    }
    let own = EralessYears.dated(
      session.cells(line).map { session.column($0, rules: rules) }, at: line, in: session,
      rules: rules)
    return hasTargetRow(below: line, columns: own, in: session)
      ? TableHeading(columns: own, lines: [line]) : nil
  }

  /// Whether most of a line's cells are figures: 確保方策 | 12 | 15 is a row, whatever it is called.
  private static func isRow(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    let figures = filled.count { cell in
      guard let first = TextFolding.key(cell).unicodeScalars.first,
        first.decimalDigit != nil || "△▲-".unicodeScalars.contains(first)
      else { return false }
      return PrintedFigure.quantities(in: cell).contains {
        $0.unit.isEmpty || MeasureUnit.isUnit($0.unit)
      } && !TableColumn(heading: cell, rules: []).isPeriodAlone && !EralessYears.isYear(cell)
    }
    return figures * 2 > filled.count
  }

  /// Whether columns name an indicator and a target.
  ///
  /// Where the layout itself names the indicators' column, any figure will do.
  static func isComplete(_ columns: [TableColumn]) -> Bool {
    let isTold = columns.contains { $0.role == .indicator && $0.trait == .told }
    return columns.contains { $0.role == .indicator }
      && columns.contains {
        $0.role == .figure(.target) || $0.role == .figurePeriod(.target)
          || isTold && $0.figureRole != nil && $0.figureRole != .assessment
      }
  }

  /// Which column holds the names: 指標 rather than 項目 left of it, which then is their theme; where
  /// nothing else is the indicator, a column 数値目標 left of a column of targets.
  static func named(_ columns: [TableColumn]) -> [TableColumn] {
    var columns = columns
    let names = columns.indices.filter { columns[$0].role == .indicator }
    if names.count == 2, !columns.contains(where: { $0.role == .theme }),
      has(columns[names[0]], anyOf: ["項目", "評価項目", "目標項目", "施策項目", "測定項目"]),
      has(columns[names[1]], anyOf: ["指標", "指標名", "KPI", "成果指標", "評価指標", "重要業績評価指標"])
    {
      columns[names[0]] = columns[names[0]].with(role: .theme, period: nil)
    }
    guard names.isEmpty, let first = columns.firstIndex(where: { $0.figureRole != nil }),
      columns[first].role == .figure(.target), columns[first].period == nil,
      has(columns[first], anyOf: ["数値目標", "目標", "成果目標", "目標名"]),
      columns[(first + 1)...].contains(where: { $0.role == .figure(.target) })
    else { return columns }
    columns[first] = columns[first].with(role: .indicator, period: nil)
    return columns
  }

  private static func has(_ column: TableColumn, anyOf names: [String]) -> Bool {
    names.contains(TableColumn.name(TextFolding.key(column.heading)))
  }

  /// Where columns of names of one heading stand beside each other, the columns of each of them.
  static func groups(_ columns: [TableColumn]) -> [Range<Int>]? {
    let names = columns.indices.filter { columns[$0].role == .indicator }
    guard names.count > 1, let first = names.first,
      names.allSatisfy({
        TextFolding.key(columns[$0].heading) == TextFolding.key(columns[first].heading)
      })
    else { return nil }
    let groups = names.enumerated().map { place, start in
      (place == 0 ? 0 : start)..<(place + 1 < names.count ? names[place + 1] : columns.count)
    }
    return groups.allSatisfy { columns[$0].contains { $0.figureRole == .target } } ? groups : nil
  }

  // MARK: Quick looks

  /// Whether one of the lines that a heading may stand on has the word of a target in it.
  private static func mayBegin(
    at line: Int, in session: DocumentSession, rules: [ColumnRule]
  ) -> Bool {
    var line = line
    if StackedFigures.noted(above: line, in: session) != nil { return true }
    for _ in 0..<maximumLines where session.isTableRow(line) {
      if session.mayHaveTarget(line, rules: rules) { return true }
      line = session.next(line)
    }
    return false
  }

  /// Whether a row has the word of a target in it, which most rows have not.
  static func mayHaveTarget(_ key: String, rules: [ColumnRule]) -> Bool {
    rules.contains { rule in
      switch rule.role {
      case .figure(.target), .figurePeriod(.target): rule.word.map(key.contains(word:)) ?? true
      case .indicator where rule.trait == .told:
        rule.word.map(key.contains(word:)) ?? (rule.match == .blank)
      default: false
      }
    }
  }

  /// Whether the columns are years and the next row says of itself that it holds targets, or a note above the
  /// table that one of two figures above each other is one.
  private static func hasTargetRow(
    below line: Int, columns: [TableColumn], in session: DocumentSession
  ) -> Bool {
    guard columns.contains(where: { $0.role == .indicator }),
      columns.contains(where: \.isPeriodAlone)
    else { return false }
    if StackedFigures.noted(above: line, in: session) != nil { return true }
    let next = session.next(line)
    return session.isTableRow(next)
      && session.cells(next).contains { RowQualifiers.role(named: $0) == .target }
  }

  /// The cells of a heading that is wrapped over two lines, the last cell of the first line and the
  /// first of the second being one: joined, they are as many as the next row has.
  private static func wrapped(
    at line: Int, in session: DocumentSession, rules: [ColumnRule]
  ) -> [String]? {
    let second = session.next(line)
    let third = session.next(second)
    guard session.isTableRow(second), session.isTableRow(third),
      session.mayHaveTarget(line, rules: rules) || session.mayHaveTarget(second, rules: rules)
    else { return nil }
    var upper = session.cells(line)
    let lower = session.cells(second)
    let width = session.cells(third).count
    guard upper.count + lower.count - 1 == width, upper.count < width, lower.count < width,
      let last = upper.popLast(), let first = lower.first
    else { return nil }
    let cells = upper + [last + first] + lower.dropFirst()
    return isComplete(cells.map { session.column($0, rules: rules) }) ? cells : nil
  }
}
