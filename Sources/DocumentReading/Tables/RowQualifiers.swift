import MunicipalModel

/// Columns whose cells say what the figures of their row are: 目標 and 実績 below each other, or a year a row.
struct RowQualifiers {
  /// The column that says whether a row holds targets or actual figures (区分).
  let role: Int?
  /// The column that names the year of a row (年度).
  let period: Int?
  /// Whether the rows of one indicator have targets of their own, which are those of their years.
  let haveYearlyTargets: Bool

  /// Whether rows say of themselves what they hold.
  var areThere: Bool { role != nil || period != nil }

  /// Finds the columns: those that a rule names, else one without a known heading whose cells are nothing
  /// but 目標, 計画, 実績 and the like, and one headed 年度 whose cells are nothing but periods.
  init(columns: [TableColumn], rows: [[TableCell]]) {
    func cells(_ index: Int) -> [String] {
      rows.compactMap { $0.indices.contains(index) ? $0[index].text : nil }.filter { !$0.isEmpty }
    }
    func first(where isMeant: (TableColumn, [String]) -> Bool) -> Int? {
      columns.indices.first { isMeant(columns[$0], cells($0)) }
    }
    role =
      first { column, _ in column.role == .rowRole }
      ?? first { column, cells in
        (column.role == .prose || column.role == .unknown) && cells.count > 1
          && cells.allSatisfy { Self.role(named: $0) != nil }
      }
    period =
      first { column, _ in column.role == .rowPeriod }
      ?? first { column, cells in
        (column.role == .prose || column.role == .unknown) && cells.count > 1
          && ["年度", "年", "年次"].contains(TextFolding.key(column.heading))
          && cells.allSatisfy { Self.period(named: $0) != nil }
      }
    haveYearlyTargets = period != nil && Self.haveDifferentTargets(columns, rows)
  }

  /// Whether two rows of one indicator have different targets.
  private static func haveDifferentTargets(
    _ columns: [TableColumn], _ rows: [[TableCell]]
  ) -> Bool {
    guard let name = columns.firstIndex(where: { $0.role == .indicator }),
      let target = columns.firstIndex(where: { $0.role == .figure(.target) })
    else { return false }
    var indicator = ""
    var printed = ""
    for row in rows where row.indices.contains(max(name, target)) {
      let key = TextFolding.key(row[name].text)
      let isNext = !key.isEmpty && key != indicator
      if isNext { indicator = key }
      let text = TextFolding.key(row[target].text)
      if isNext { printed = text }
      if !text.isEmpty, !printed.isEmpty, text != printed { return true }
      if printed.isEmpty { printed = text }
    }
    return false
  }

  /// What the figures of a row are, by the word in its cell.
  ///
  /// The unit of the row's figures may stand in brackets behind it: 見込み量（人）.
  static func role(named text: String) -> IndicatorFigure.Role? {
    let name = IndicatorName(text)
    return switch TextFolding.key(MeasureUnit.isUnit(name.unit) ? name.name : text) {
    case "目標", "目標値", "計画", "計画値", "計画量", "計画額", "計画数", "見込量", "見込み量", "予定", "予定値": .target
    case "実績", "実績値", "実績量", "実績額", "実績数": .actual
    case "達成率", "達成状況": .achievement
    case "評価": .assessment
    default: nil
    }
  }

  /// The period that a cell is nothing but.
  static func period(named text: String) -> Period? {
    let column = TableColumn(heading: text, rules: [])
    return column.isPeriodAlone ? column.period : nil
  }
}

/// Joins the rows of one indicator that a table prints below each other.
struct QualifiedRows {
  private let qualifiers: RowQualifiers
  private var rows: [IndicatorRow] = []

  init(_ qualifiers: RowQualifiers) { self.qualifiers = qualifiers }

  /// The indicator of the row before, which a row without a name of its own goes on with.
  var indicator: TableCell? { rows.last?.indicator }

  /// Adds a row, its figures under the role and the period that it states.
  mutating func add(
    _ row: IndicatorRow, cells: [TableCell], in session: inout DocumentSession
  ) {
    var row = row
    if row.unit == nil, let index = qualifiers.role, cells.indices.contains(index) {
      let unit = IndicatorName(cells[index].text).unit
      if !unit.isEmpty {
        row.unit = TableCell(text: unit, line: cells[index].line, cell: cells[index].cell)
      }
    }
    row.figures = row.figures.compactMap { figure in
      qualified(figure, cells: cells, in: &session)
    }
    guard let last = rows.last, isSame(row, last) else {
      rows.append(row)
      return
    }
    for figure in row.figures {
      let alike = last.figures.filter {
        $0.column.role == figure.column.role && $0.column.period == figure.column.period
      }
      if figure.cell.text.isEmpty, !alike.isEmpty { continue }
      guard let known = alike.first(where: { !$0.cell.text.isEmpty }) else {
        rows[rows.count - 1].figures.append(figure)
        continue
      }
      let citation = session.cite(figure.cell.line, cell: figure.cell.cell)
      if TextFolding.key(known.cell.text) != TextFolding.key(figure.cell.text) {
        session.note(
          .warning, "repeated-figure", at: citation,
          ja: "\(known.cell.line)行目の「\(known.cell.text)」と同じ欄の値です。初めの値を使います",
          en: "a second figure beside \"\(known.cell.text)\" of line \(known.cell.line), "
            + "which is used")
      }
    }
  }

  /// The rows; a figure that a row leaves blank and another of the indicator has is not among them.
  var joined: [IndicatorRow] {
    rows.map { row in
      var row = row
      let figures = row.figures
      row.figures = figures.enumerated().filter { index, figure in
        !figure.cell.text.isEmpty
          || !figures.enumerated().contains { other, filled in
            other != index && filled.column.role == figure.column.role
              && filled.column.period == figure.column.period
          }
      }.map(\.element)
      return row
    }
  }

  private func isSame(_ row: IndicatorRow, _ last: IndicatorRow) -> Bool {
    row.indicator == last.indicator
      || TextFolding.key(row.indicator.text) == TextFolding.key(last.indicator.text)
        && row.project == last.project
  }

  private func qualified(
    _ figure: (column: TableColumn, cell: TableCell), cells: [TableCell],
    in session: inout DocumentSession
  ) -> (column: TableColumn, cell: TableCell)? {
    var column = figure.column
    if let index = qualifiers.role, column.isPeriodAlone, cells.indices.contains(index) {
      let cell = cells[index]
      session.keep(cell.line, cell: cell.cell)
      guard let role = RowQualifiers.role(named: cell.text) else {
        reportUnknown(cell, figure.cell, in: &session)
        return nil
      }
      column = column.with(role: .figure(role), period: column.period)
    }
    if let index = qualifiers.period, column.period == nil, column.role != .figure(.baseline),
      column.role != .figure(.target) || qualifiers.haveYearlyTargets, cells.indices.contains(index)
    {
      let cell = cells[index]
      session.keep(cell.line, cell: cell.cell)
      column = column.with(role: column.role, period: RowQualifiers.period(named: cell.text))
    }
    return (column, figure.cell)
  }

  private func reportUnknown(
    _ cell: TableCell, _ figure: TableCell, in session: inout DocumentSession
  ) {
    guard !figure.text.isEmpty else { return }
    session.note(
      .warning, "unknown-role", at: session.cite(figure.line, cell: figure.cell),
      ja: "行の区分「\(cell.text)」が目標か実績か分からないため、読んでいません",
      en: "the row says \"\(cell.text)\", neither target nor actual; the figure is not read")
  }
}
