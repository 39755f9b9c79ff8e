import MunicipalModel

/// Columns that hold the time of the figures in other columns: 基準年度, 目標年度, 測定年度.
struct FigurePeriods {
  /// For a column of figures the column with their times.
  private let sources: [Int: Int]

  /// Finds the columns. One that names a role dates the nearest figures of that role; any other dates
  /// the figures left of it, or else right of it.
  init(_ columns: [TableColumn]) {
    var sources: [Int: Int] = [:]
    for index in columns.indices {
      guard case .figurePeriod(let role) = columns[index].role else { continue }
      let undated = columns.indices.filter {
        guard let own = columns[$0].figureRole, own.isMeasured else { return false }
        return columns[$0].period == nil && sources[$0] == nil && (role == nil || own == role)
      }
      let near: Int?
      if role == nil {
        near = undated.first { $0 == index - 1 } ?? undated.first { $0 == index + 1 }
      } else {
        near = undated.min { abs($0 - index) < abs($1 - index) }
      }
      if let near { sources[near] = index }
    }
    self.sources = sources
  }

  /// A column of figures as its row dates it.
  func dated(
    _ column: TableColumn, at index: Int, row: [TableCell], in session: inout DocumentSession
  ) -> TableColumn {
    guard let source = sources[index], row.indices.contains(source) else { return column }
    let cell = row[source]
    guard !cell.text.isEmpty else { return column }
    session.keep(cell.line, cell: cell.cell)
    if let period = RowQualifiers.time(named: cell.text) {
      return column.with(role: column.role, period: period)
    }
    if FigureMarks.reason(for: TextFolding.key(cell.text)) == nil {
      session.note(
        .warning, "unreadable-period", at: session.cite(cell.line, cell: cell.cell),
        ja: "時期として読めないため、値の時期は分かりません: \(cell.text)",
        en: "not a time, so the figure has none: \(cell.text)")
    }
    return column
  }
}

extension RowQualifiers {
  /// The time that a cell says, as 令和元年度 or 2019 or R5.3末 does.
  static func time(named text: String) -> Period? {
    period(named: text) ?? (try? Period(parsing: text, bareYear: .fiscal))
      ?? FigureTime(text)?.period
  }
}
