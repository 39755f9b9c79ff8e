import MunicipalModel

/// Figures that stand above each other below one year, as 上段：目標値、下段：実績値 says: in two rows, or in one cell.
struct StackedFigures {
  private let upper: IndicatorFigure.Role
  private let lower: IndicatorFigure.Role

  /// Takes a note; `nil` if it says nothing of both.
  init?(_ text: String) {
    guard Self.isNoted(in: text) else { return nil }
    let key = TextFolding.key(text)
    guard let upper = Self.role(behind: "上段", in: key),
      let lower = Self.role(behind: "下段", in: key), upper != lower
    else { return nil }
    self.upper = upper
    self.lower = lower
  }

  /// Whether a text has both words.
  static func isNoted(in text: String) -> Bool {
    text.contains(word: "上段") && text.contains(word: "下段")
  }

  private static func role(behind word: String, in key: String) -> IndicatorFigure.Role? {
    var scanner = TextScanner(key)
    while !scanner.isAtEnd, !scanner.skip(word) { scanner.position += 1 }
    _ = scanner.read { ":=はが(・…".unicodeScalars.contains($0) }
    let name = scanner.read { !"、,)・/下上;。".unicodeScalars.contains($0) }
    return RowQualifiers.role(named: name) ?? TableColumn(heading: name).figureRole
  }

  /// The note at a table: in a line above it.
  static func noted(
    above heading: Int, in session: DocumentSession
  ) -> (line: Int, figures: StackedFigures)? {
    guard session.hasStackedFigures else { return nil }
    for line in session.filledLines(above: heading, count: 3) {
      if let found = StackedFigures(session.text(line)) { return (line, found) }
    }
    return nil
  }

  // MARK: Parting

  /// Gives a table a column for each of the two figures.
  static func part(
    _ columns: inout [TableColumn], _ rows: inout [[TableCell]], below heading: Int,
    in session: inout DocumentSession
  ) {
    guard session.hasStackedFigures else { return }
    let noted = noted(above: heading, in: session)
    let stacked = columns.map { column -> StackedFigures? in
      guard column.figureRole != nil else { return nil }
      return StackedFigures(column.heading) ?? (column.isPeriodAlone ? noted?.figures : nil)
    }
    let places = stacked.indices.filter { stacked[$0] != nil }
    guard !places.isEmpty else { return }
    if let line = noted?.line { session.keep(line) }
    rows =
      hasPairs(rows, columns: columns)
      ? joined(rows, columns: columns, places: places, in: &session)
      : parted(rows, places: places, in: &session)
    for place in places {
      guard let roles = stacked[place] else { continue }
      let column = columns[place]
      columns[place] = column.with(role: .figure(roles.upper), period: column.period)
      columns.append(column.with(role: .figure(roles.lower), period: column.period))
    }
  }

  /// Whether rows with a name are followed by rows without one.
  private static func hasPairs(_ rows: [[TableCell]], columns: [TableColumn]) -> Bool {
    let named = rows.map { isNamed($0, columns: columns) }
    return zip(named, named.dropFirst()).contains { $0 && !$1 }
  }

  private static func isNamed(_ row: [TableCell], columns: [TableColumn]) -> Bool {
    zip(columns, row).contains { column, cell in
      column.role == .indicator && !cell.text.isEmpty
    }
  }

  /// Two rows of one indicator as one.
  private static func joined(
    _ rows: [[TableCell]], columns: [TableColumn], places: [Int],
    in session: inout DocumentSession
  ) -> [[TableCell]] {
    var joined: [[TableCell]] = []
    for row in rows {
      // A row of another width is told as such and not parted.
      guard row.count == columns.count else {
        joined.append(row)
        continue
      }
      let lower = places.map { row[$0] }
      if let last = joined.last, last.count == columns.count + places.count,
        !isNamed(row, columns: columns), last.suffix(places.count).allSatisfy({ $0.text.isEmpty })
      {
        reportLost(row, below: last, columns: columns, places: places, in: &session)
        joined[joined.count - 1].replaceSubrange(columns.count..., with: lower)
      } else {
        joined.append(row + lower.map { TableCell(text: "", line: $0.line, cell: $0.cell) })
      }
    }
    return joined
  }

  /// Tells the cells of a lower row that have no column of their own, unless they repeat the upper row's.
  private static func reportLost(
    _ row: [TableCell], below upper: [TableCell], columns: [TableColumn], places: [Int],
    in session: inout DocumentSession
  ) {
    for (index, column) in columns.enumerated()
    where !places.contains(index) && (column.figureRole != nil || column.role == .unit) {
      let cell = row[index]
      guard !cell.text.isEmpty, cell.text != upper[index].text else { continue }
      session.note(
        .warning, "stacked-figures", at: session.cite(cell),
        ja: "「\(column.heading)」は上段と下段に分かれていないため、下段は読んでいません: \(cell.text)",
        en:
          "the column \"\(column.heading)\" is not said to hold two figures; the lower is not read: \(cell.text)"
      )
    }
  }

  /// Rows whose cells hold two figures each.
  private static func parted(
    _ rows: [[TableCell]], places: [Int], in session: inout DocumentSession
  ) -> [[TableCell]] {
    let cells = rows.flatMap { row in
      places.filter(row.indices.contains).map { words(of: row[$0].text) }
    }
    // Where others hold two figures for certain, 110 115 is no number with a space in it.
    let hasPairs = cells.contains { isPair($0) && !mayBeOneNumber($0) }
    return rows.map { parted($0, places: places, hasPairs: hasPairs, in: &session) }
  }

  private static func words(of text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Whether texts are two figures, marks or states: 60 and 58.2, but not 80 and %.
  private static func isPair(_ texts: [String]) -> Bool {
    texts.count == 2
      && texts.allSatisfy { text in
        switch PrintedFigure.reading(text) {
        case .missing: PrintedFigure.mark(in: text) != nil
        default: true
        }
      }
  }

  /// Whether two texts may be the groups of one number: 1 200.
  ///
  /// - Parameter hasPairs: other cells hold two figures for certain, beside which 1 200 and 10 037 are still
  ///   hardly two.
  private static func mayBeOneNumber(_ texts: [String], hasPairs: Bool = false) -> Bool {
    guard texts.count == 2 else { return false }
    let first = TextFolding.key(texts[0]).unicodeScalars.drop { "△▲-+".unicodeScalars.contains($0) }
    let second = TextFolding.key(texts[1]).unicodeScalars
    guard (1...3).contains(first.count), first.allSatisfy({ $0.decimalDigit != nil }),
      second.prefix(while: { $0.decimalDigit != nil }).count == 3
    else { return false }
    return !hasPairs || first.count == 1 || second.first == "0"
  }

  /// A row whose cells hold two figures each.
  ///
  /// - Parameter hasPairs: other cells hold two figures for certain.
  private static func parted(
    _ row: [TableCell], places: [Int], hasPairs: Bool, in session: inout DocumentSession
  ) -> [TableCell] {
    var row = row
    for place in places where row.indices.contains(place) {
      let cell = row[place]
      let texts = words(of: cell.text)
      func part(_ text: String) -> TableCell {
        TableCell(text: text, line: cell.line, cell: cell.cell, wrappedText: text)
      }
      if isPair(texts), !mayBeOneNumber(texts, hasPairs: hasPairs) {
        row[place] = part(texts[0])
        row.append(part(texts[1]))
        continue
      }
      let blank = TableCell(text: "", line: cell.line, cell: cell.cell)
      row[place] = blank
      row.append(blank)
      guard !texts.isEmpty else { continue }
      session.note(
        .warning, "stacked-figures", at: session.cite(cell),
        ja: "上段と下段の値を分けられないため、読んでいません: \(cell.text)",
        en:
          "which of two figures above each other this is cannot be told, and it is not read: \(cell.text)"
      )
    }
    return row
  }
}
