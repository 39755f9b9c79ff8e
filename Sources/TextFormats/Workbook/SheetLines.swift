/// Writes the tables of a workbook's sheets as lines of a ``FormText``.
struct SheetLines {
  private(set) var text = FormText()
  private let file: String
  private var cells = 0
  /// What is to be said of a row or a cell once its line is there.
  private var issues: [CellReference: Workbook.CellIssue] = [:]
  private var hiddenRuns: [Int: ClosedRange<Int>] = [:]
  private var formats: Set<String> = []
  private var covered: [Int: [Workbook.Cell]] = [:]

  /// The most cells of all tables, the empty ones included.
  static let maximumCells = 20_000_000
  /// The most notices of one kind on a sheet.
  static let maximumNotices = 1000

  init(file: String) {
    self.file = file
  }

  /// Notes something about the line that was written last, or about the whole.
  mutating func note(
    _ code: String, isWarning: Bool, isWhole: Bool = false, cell: Int? = nil, ja: String, en: String
  ) {
    text.notices.append(
      FormText.Notice(
        code, isWarning: isWarning,
        line: isWhole || text.lines.isEmpty ? nil : text.lines.count - 1,
        cell: cell, ja: ja, en: en))
  }

  /// Writes the name of a sheet, which is the heading of what stands on it.
  mutating func addName(of sheet: Workbook.Sheet) {
    part()
    text.lines.append(
      FormText.Line(
        Self.cleaned(sheet.name), place: .sheet(sheet.name, row: 1), headingLevel: 1))
  }

  /// Writes what stands on a sheet.
  mutating func add(
    _ grid: SheetGrid, rows: [Workbook.Row], of sheet: Workbook.Sheet
  ) throws(FormError) {
    look(at: rows, grid.frame)
    covered = grid.covered
    var isBelowLine = false
    let blocks = SheetBlocks(grid)
    for block in blocks.blocks {
      switch block {
      case .line(let row):
        if !isBelowLine { part() }
        addLine(row, of: sheet)
        isBelowLine = true
      case .table(let rows, let columns):
        part()
        cells += rows.count * columns.count
        guard cells <= Self.maximumCells else {
          throw FormError(
            code: .tooLarge, file: file, part: sheet.name, expected: .atMost(Self.maximumCells))
        }
        for row in rows {
          if blocks.isLine(row, columns) {
            addLine(row, of: sheet)
          } else {
            addRow(row, columns, of: sheet)
          }
        }
        isBelowLine = false
      }
    }
    // Of the rows that have no line of their own.
    for row in covered.keys.sorted().prefix(Self.maximumNotices) { sayCovered(in: row) }
  }

  /// An empty line before what comes next.
  private mutating func part() {
    if !text.lines.isEmpty { text.lines.append(FormText.Line("")) }
  }

  // MARK: Lines

  private mutating func addLine(_ row: SheetGrid.Row, of sheet: Workbook.Sheet) {
    guard let cell = row.cells.first else { return }
    text.lines.append(
      FormText.Line(
        Self.cleaned(cell.text), place: .sheet(sheet.name, row: row.number),
        columns: [cell.column]))
    say(of: row, columns: [cell.column])
  }

  private mutating func addRow(_ row: SheetGrid.Row, _ columns: [Int], of sheet: Workbook.Sheet) {
    var line = ""
    var index = row.cells.startIndex
    for (position, column) in columns.enumerated() {
      if position > 0 { line += "\t" }
      guard index < row.cells.endIndex, row.cells[index].column == column else { continue }
      line += Self.cleaned(row.cells[index].text)
      index += 1
    }
    let isPlain = columns.last == columns.count
    text.lines.append(
      FormText.Line(
        line, place: .sheet(sheet.name, row: row.number), columns: isPlain ? [] : columns))
    say(of: row, columns: columns)
  }

  /// The text of a cell on one line, without blanks around it.
  static func cleaned(_ text: String) -> String {
    // Most cells hold a figure, which needs no cleaning.
    text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? text : CellText.joined(text)
  }

  // MARK: Notices

  private mutating func look(at rows: [Workbook.Row], _ frame: SheetFrame) {
    issues = [:]
    hiddenRuns = [:]
    formats = []
    var run: ClosedRange<Int>?
    for row in rows {
      if row.isHidden {
        run = (run?.lowerBound ?? row.number)...row.number
      } else if let hidden = run {
        hiddenRuns[hidden.lowerBound] = hidden
        run = nil
      }
      for cell in row.cells {
        guard let issue = cell.issue, issues.count < Self.maximumNotices else { continue }
        if case .unreadFormat(let code) = issue, !formats.insert(code).inserted { continue }
        issues[CellReference(row: row.number, column: cell.column)] = issue
      }
    }
    if let hidden = run { hiddenRuns[hidden.lowerBound] = hidden }
    noteHiddenColumns(rows, frame)
  }

  private mutating func noteHiddenColumns(_ rows: [Workbook.Row], _ frame: SheetFrame) {
    for columns in frame.hiddenColumns {
      let isUsed = rows.contains { row in row.cells.contains { columns.contains($0.column) } }
      guard isUsed else { continue }
      let first = FilePlace.letters(ofColumn: columns.lowerBound)
      let last = FilePlace.letters(ofColumn: columns.upperBound)
      let label = first == last ? first : "\(first)–\(last)"
      note(
        "hidden-column", isWarning: true, ja: "\(label)列は非表示ですが、読んでいます",
        en: "column \(label) is hidden, and is read")
    }
  }

  /// Says what is to be said of a row that has just been written.
  private mutating func say(of row: SheetGrid.Row, columns: [Int]) {
    if let run = hiddenRuns.removeValue(forKey: row.number) {
      let label = run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)–\(run.upperBound)"
      note(
        "hidden-row", isWarning: true, ja: "\(label)行は非表示ですが、読んでいます",
        en: "row \(label) is hidden, and is read")
    }
    sayCovered(in: row.number)
    guard !issues.isEmpty else { return }
    for (index, column) in columns.enumerated() {
      guard let issue = issues[CellReference(row: row.number, column: column)] else { continue }
      say(issue, cell: index + 1)
    }
  }

  /// Says which values of a row stand under merged cells.
  private mutating func sayCovered(in row: Int) {
    guard let cells = covered.removeValue(forKey: row) else { return }
    let values = cells.prefix(5).map { cell in
      "\(FilePlace.letters(ofColumn: cell.column))\(row)「\(Self.cleaned(cell.text).prefix(20))」"
    }
    let list = values.joined(separator: " ") + (cells.count > values.count ? " …" : "")
    note(
      "covered-value", isWarning: true, ja: "結合したセルに隠れた値は読んでいません: \(list)",
      en: "values that a merged cell covers are not read: \(list)")
  }

  private mutating func say(_ issue: Workbook.CellIssue, cell: Int) {
    switch issue {
    case .error:
      note(
        "error-cell", isWarning: true, cell: cell, ja: "数式の結果がエラーで、値がありません",
        en: "the formula gives an error, and there is no value")
    case .formulaWithoutValue:
      note(
        "formula-without-value", isWarning: true, cell: cell,
        ja: "数式の計算結果が保存されていません。表計算ソフトで開いて保存し直してください",
        en: "the result of the formula is not stored; open the file in a spreadsheet and save it")
    case .unreadFormat(let code):
      note(
        "unread-number-format", isWarning: true, cell: cell,
        ja: "表示形式「\(code)」では表示できないため、保存されている値のまま読みます。同じ形式のセルも同じです",
        en: "the number format '\(code)' cannot show it, and the stored value is read as it is; "
          + "so are other cells of that format")
    case .struckText:
      note(
        "struck-text", isWarning: true, cell: cell, ja: "取り消し線の付いた文字は読んでいません",
        en: "text that is struck through is not read")
    case .missingText:
      note(
        "missing-text", isWarning: true, cell: cell, ja: "共有文字列がなく、読めません",
        en: "the shared text of the cell is missing")
    case .unreadMarkup:
      note(
        "unread-markup", isWarning: true, cell: cell, ja: "セルの中に、読めないマークアップがあります",
        en: "markup in the cell is not read")
    }
  }
}
