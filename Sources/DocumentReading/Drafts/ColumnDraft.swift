import MunicipalModel

/// Finds the column of names in tables that the usual words do not make tables of indicators.
struct ColumnDraft {
  /// A column that is taken for the one of indicators.
  struct Guess {
    /// The heading, as the layout's rule has it.
    let heading: String
    /// The line and the cell of the heading.
    let line: Int
    let cell: Int
    /// The lines of the tables with this heading.
    var tables: [Range<Int>] = []
  }

  /// What was found, each heading once.
  private(set) var guesses: [Guess] = []

  /// - Parameters:
  ///   - unread: lines in tables of which nothing was read.
  ///   - other: first lines of tables of another kind.
  init(in session: DocumentSession, unread: [Int], other: [Int]) {
    for line in unread {
      var first = line
      while session.isTableRow(first - 1) { first -= 1 }
      var rows: [Int] = []
      var next = first
      while next <= session.document.lineCount, session.isTableRow(next) {
        rows.append(next)
        next = session.next(next)
      }
      guard !other.contains(where: { (first..<next).contains($0) }) else { continue }
      guard var guess = Self.guess(rows: rows, in: session) else { continue }
      if let known = guesses.firstIndex(where: { $0.heading == guess.heading }) {
        guesses[known].tables.append(first..<next)
      } else {
        guess.tables = [first..<next]
        guesses.append(guess)
      }
    }
  }

  /// The rules of a layout, one a heading.
  var rules: [ColumnRule] {
    guesses.map { ColumnRule($0.heading.isEmpty ? .blank : .contains($0.heading), .indicator) }
  }

  /// Looks for a heading among the first rows: columns of figures, and one of names left of them.
  private static func guess(rows: [Int], in session: DocumentSession) -> Guess? {
    for (index, heading) in rows.prefix(3).enumerated() {
      let cells = session.cells(heading)
      let below = rows[(index + 1)...].prefix(200).map { session.cells($0) }
      guard !below.isEmpty else { return nil }
      let columns = EralessYears.dated(
        cells.map { TableColumn(heading: $0, rules: ColumnRule.common) }, at: heading, in: session,
        rules: ColumnRule.common)
      let kinds = cells.indices.map { kind(of: $0, in: below) }
      let figures = columns.indices.filter { place in
        kinds[place] == .figures
          && (columns[place].figureRole != nil || columns[place].isPeriodAlone)
      }
      guard let firstFigure = figures.first else { continue }
      let texts = columns.indices.filter {
        $0 < firstFigure && kinds[$0] == .texts && mayName(columns[$0])
      }
      // 目標値 and 実績値 say what a row holds; they are no names.
      let roles = texts.filter { place in
        below.contains { row in
          row.indices.contains(place) && RowQualifiers.role(named: row[place]) != nil
        }
      }
      let names = texts.filter { !roles.contains($0) }.filter {
        TextFolding.key(cells[$0]).unicodeScalars.count >= 2
      }
      if names.isEmpty, let first = texts.first, cells[first].isEmpty, roles.isEmpty {
        return Guess(heading: "", line: heading, cell: first + 1)
      }
      let named = names.last { place in
        let key = TextFolding.key(cells[place])
        return ["指標", "KPI", "項目", "内容", "名"].contains { key.contains(word: $0) }
      }
      guard let name = named ?? names.last else { continue }
      return Guess(heading: cells[name], line: heading, cell: name + 1)
    }
    return nil
  }

  private enum Kind { case figures, texts, blank }

  private static func kind(of column: Int, in rows: [[String]]) -> Kind {
    var (figures, texts, marks) = (0, 0, 0)
    for row in rows where row.indices.contains(column) && !row[column].isEmpty {
      let reading = PrintedFigure.reading(row[column])
      if reading.value != nil {
        figures += 1
      } else if reading.isText {
        texts += 1
      } else {
        marks += 1
      }
    }
    if figures == 0, texts == 0 { return marks == 0 ? .blank : .figures }
    return figures > 0 && figures + marks >= texts ? .figures : .texts
  }

  private static func mayName(_ column: TableColumn) -> Bool {
    // KPI（平成27年度） heads names and figures in one cell.
    guard column.period == nil else { return false }
    return switch column.role {
    case .unit, .rowNumber, .rowPeriod, .rowRole, .level, .derived, .betterDirection: false
    case .unknown: column.trait != .text
    default: true
    }
  }
}
