import MunicipalModel

/// A cell that says from which figure to which: 120人（R1）→ 200人（R6）, perhaps with the name before them.
struct FigureChange: Hashable {
  /// The name before the figures; empty if there is none.
  let name: String
  let from: String
  let to: String

  /// Takes a text apart; `nil` if it is not of this form, or more than one arrow stands in it.
  init?(_ text: String) {
    guard text.utf8.count <= 300, let parts = Self.parts(of: text), parts.count == 2,
      Self.isFigure(parts[1])
    else { return nil }
    to = parts[1]
    if Self.isFigureOrMark(parts[0]) {
      name = ""
      from = parts[0]
    } else if let named = Self.named(parts[0]) {
      (name, from) = named
    } else {
      return nil
    }
  }

  /// The texts between arrows; `nil` without one.
  static func parts(of text: String) -> [String]? {
    guard text.unicodeScalars.contains(where: DocumentSession.arrows.contains) else { return nil }
    return text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: DocumentSession.arrows.contains
    ).map { TextFolding.trimmed(String($0)) }
  }

  private static func isFigure(_ text: String) -> Bool {
    let reading = PrintedFigure.reading(text)
    return reading.value != nil && reading.quantities.count == 1
  }

  private static func isFigureOrMark(_ text: String) -> Bool {
    let reason = FigureMarks.reason(for: TextFolding.key(text))
    return isFigure(text) || reason != nil && reason != .blank
  }

  /// 30人学級の数 is a name in spite of its figure; 30人 is none.
  private static func isName(_ text: String) -> Bool {
    PrintedFigure.quantities(in: text).allSatisfy {
      !$0.unit.isEmpty && !MeasureUnit.isUnit($0.unit)
    }
  }

  /// 新規雇用者数 120人（R1）, 新規雇用者数：120人 and 新規雇用者数120人.
  private static func named(_ text: String) -> (String, String)? {
    let text = String(text.drop { "●○・◆■◇□▪※ 　".contains($0) })
    if let parts = NamedFigure(text) { return (parts.name, parts.figure) }
    let scanner = TextScanner(text)
    let digits = scanner.scalars.indices.filter { index in
      index > 1 && scanner.scalars[index].decimalDigit != nil
        && (scanner.scalars[index - 1].properties.isAlphabetic
          || "=)".unicodeScalars.contains(scanner.scalars[index - 1]))
    }
    for index in digits {
      let start = scanner.scalars[index - 1] == "=" ? index - 1 : index
      let name = TextFolding.trimmed(scanner.original(0..<start))
      let figure = TextFolding.trimmed(scanner.original(index..<scanner.scalars.count))
      let quantities = PrintedFigure.quantities(in: figure)
      if isFigure(figure), quantities.allSatisfy({ MeasureUnit.isUnit($0.unit) }),
        name.unicodeScalars.count > 1, isName(name)
      {
        return (name, figure)
      }
    }
    return nil
  }
}

/// A table with a column of cells such as 120人 → 200人.
struct FigureChangeTable {
  /// The columns of the rows: one of names, those of the table, and one of the figures behind the arrows.
  let columns: [TableColumn]
  let cells: [[TableCell]]
  /// The last line.
  let lastLine: Int
  /// The column of the changes.
  let place: Int
  /// Whether nothing says that the figures are a baseline and a target.
  let isAssumed: Bool
  /// The cells with a figure and no arrow, of which nothing says whether it is the first or the second.
  let unparted: [TableCell]

  /// Finds such a table at the line of its heading.
  init?(at line: Int, in session: DocumentSession, rules: [ColumnRule]) {
    guard session.isTableRow(line), !session.isTableRow(line - 1) || session.isLone(line - 1),
      session.isTableRow(session.next(line)),
      FigureChange.parts(of: session.text(session.next(line))) != nil
    else { return nil }
    let headings = session.cells(line)
    guard !headings.contains(where: { FigureChange($0) != nil }) else { return nil }
    let rows = session.rows(below: line, width: headings.count)
    guard let place = headings.indices.first(where: { Self.holdsChanges($0, of: rows) }) else {
      return nil
    }
    let known = headings.map { session.column($0, rules: rules) }
    let parts = (FigureChange.parts(of: headings[place]) ?? []).map {
      session.column($0, rules: rules)
    }
    let roles = parts.map(\.figureRole)
    let isTold =
      roles.count == 2 && (roles[0] == .baseline || roles[0] == .actual)
      && (roles[1] == .target || roles[1] == .interimTarget || roles[1] == .actual)
      && roles[0] != roles[1]
    guard isTold || Self.mayBeAssumed(known[place], parts: parts) else { return nil }
    let name = Self.nameColumn(known, before: place)
    let hasNames = rows.contains { FigureChange($0[place].text)?.name.isEmpty == false }
    guard hasNames || name != nil else { return nil }
    self.place = place
    lastLine = rows.last?.first?.line ?? line
    isAssumed = !isTold
    var columns = known
    for index in columns.indices where columns[index].role == .indicator {
      columns[index] = columns[index].with(role: .prose, period: nil)
    }
    func column(_ index: Int) -> TableColumn {
      isTold
        ? parts[index]
        : TableColumn(
          role: .figure(index == 0 ? .baseline : .target),
          period: parts.count == 2 ? parts[index].period : nil, heading: headings[place])
    }
    columns[place] = column(0)
    self.columns =
      [TableColumn(role: .indicator, period: nil, heading: headings[name ?? place])] + columns
      + [column(1)]
    unparted = rows.map { $0[place] }.filter { Self.isUnparted($0.text) }
    cells = rows.map { row in
      let cell = row[place]
      func part(_ text: String) -> TableCell {
        TableCell(text: text, line: cell.line, cell: cell.cell, wrappedText: text)
      }
      guard let change = FigureChange(cell.text) else {
        // A text that is no figure is told as one that is not readable.
        let blank = TableCell(text: "", line: cell.line, cell: cell.cell)
        var cells = row
        if Self.isUnparted(cell.text) { cells[place] = blank }
        return [name.map { row[$0] } ?? cell] + cells + [blank]
      }
      var cells = row
      cells[place] = part(change.from)
      let own = change.name.isEmpty ? name.map { row[$0] } : part(change.name)
      return [own ?? cell] + cells + [part(change.to)]
    }
  }

  /// Whether a cell holds a figure, or a state in words, and no arrow.
  private static func isUnparted(_ text: String) -> Bool {
    if FigureChange(text) != nil { return false }
    if case .missing = PrintedFigure.reading(text) { return false }
    return true
  }

  /// Whether the figures may be a baseline and a target: not below 実績, nor below 目標→実績.
  private static func mayBeAssumed(_ column: TableColumn, parts: [TableColumn]) -> Bool {
    if parts.count == 2, parts[0].figureRole == .target, !parts[1].isPeriodAlone,
      parts[1].figureRole == .actual || parts[1].figureRole == .baseline
    {
      return false
    }
    return switch column.figureRole {
    case nil, .target, .interimTarget: true
    case .baseline: !parts.isEmpty
    default: column.isPeriodAlone
    }
  }

  private static func holdsChanges(_ place: Int, of rows: [[TableCell]]) -> Bool {
    let texts = rows.map { $0[place].text }.filter { !$0.isEmpty }
    return !texts.isEmpty && texts.count(where: { FigureChange($0) != nil }) * 5 >= texts.count * 4
  }

  /// The column of names: the told one, else the nearest left of the changes that may be text.
  private static func nameColumn(_ columns: [TableColumn], before place: Int) -> Int? {
    columns.indices.first { $0 != place && columns[$0].role == .indicator }
      ?? (0..<place).last { columns[$0].role == .unknown && columns[$0].trait != .text }
  }
}

extension LaidOutPlanReader {
  /// Reads a table whose cells hold the figures of two times.
  ///
  /// - Returns: the line after it; `nil` if there is none.
  mutating func readFigureChanges(at line: Int, in session: inout DocumentSession) -> Int? {
    guard let table = FigureChangeTable(at: line, in: session, rules: layout.columns) else {
      return nil
    }
    session.keep(line)
    for (index, column) in table.columns.dropFirst().dropLast().enumerated()
    where column.role == .unknown && column.heading != table.columns.first?.heading {
      session.noteUnreadColumn(
        column.heading, isText: column.trait == .text, at: session.cite(line, cell: index + 1))
    }
    for cell in table.unparted {
      session.note(
        .warning, "unreadable-figure", at: session.cite(cell),
        ja: "矢印がなく、前の値か後の値か分からないため、読んでいません: \(cell.text)",
        en:
          "without an arrow, which of the two figures this is cannot be told; it is not read: \(cell.text)"
      )
    }
    if table.isAssumed {
      session.note(
        .warning, "assumed-change", at: session.cite(line, cell: table.place + 1),
        ja: "矢印の前の値を基準値、後の値を目標値とみなしました",
        en:
          "the figure before the arrow is taken for the baseline, the one behind it for the target")
    }
    let rows = RowReader.rows(
      from: table.cells, columns: table.columns, qualifiers: RowQualifiers(columns: [], rows: []),
      in: &session)
    place(rows, columns: table.columns, at: line, in: &session)
    return session.next(table.lastLine)
  }
}
