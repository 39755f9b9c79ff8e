import MunicipalModel

/// What a page break leaves between the rows of a table: blank lines and the number of the page.
enum PageBreak {
  /// The most lines that a page break leaves.
  static let maximumLines = 6

  /// Whether a folded line without spaces is the number of a page: 12, -12-, p.12, 12/30, 12ページ.
  static func isPageNumber(_ key: String) -> Bool {
    guard key.utf8.count <= 24 else { return false }
    var scanner = TextScanner(key)
    _ = scanner.read { FigureMarks.isDash($0) || $0 == "~" || $0 == "(" }
    _ = scanner.skip(anyOf: ["Page", "page", "P.", "p.", "P", "p"])
    guard scanner.number(maximumDigits: 4) != nil else { return false }
    if scanner.skip("/"), scanner.number(maximumDigits: 4) == nil { return false }
    _ = scanner.skip(anyOf: ["ページ", "頁"])
    _ = scanner.read { FigureMarks.isDash($0) || $0 == "~" || $0 == ")" }
    return scanner.isAtEnd
  }
}

extension DocumentSession {
  /// The lines of the rows below a table's heading, also of those that a page break parts from it.
  ///
  /// The table goes on after a page break with rows of as many cells as its heading has. The same
  /// heading again at the top of a page is no row.
  package mutating func rowLines(below heading: Int) -> [Int] {
    let width = cells(heading).count
    var rows: [Int] = []
    var line = next(heading)
    while true {
      if isTableRow(line) {
        if key(line) == key(heading) { keep(line) } else { rows.append(line) }
        line = next(line)
        continue
      }
      guard let next = lineAfterPageBreak(at: line), isTableRow(next),
        cells(next).count == width,
        key(next) == key(heading) || cells(next).first != cells(heading).first
      else { return rows }
      line = next
    }
  }

  /// The first line after the blank lines and page numbers that begin at a line, if they are few.
  func lineAfterPageBreak(at line: Int) -> Int? {
    var next = line
    while next <= document.lineCount, next - line < PageBreak.maximumLines,
      isBlank(next) || isPageNumber(next)
    {
      next += 1
    }
    return next > line && next <= document.lineCount ? next : nil
  }

  /// Whether a line is the number of a page; a number in a row of a table is a figure.
  func isPageNumber(_ line: Int) -> Bool {
    !isTableRow(line) && PageBreak.isPageNumber(key(line))
  }

  /// The line below a line; a row that goes on over several lines is one.
  func next(_ line: Int) -> Int {
    var next = line + 1
    while document.continuedLines.contains(next) { next += 1 }
    return next
  }

  /// Whether a line is text without cells, or a row of which one cell is filled: a heading may stand so,
  /// with the tabs of its table. The number of a heading may have a cell of its own.
  func isLone(_ line: Int) -> Bool {
    guard isTableRow(line) else { return true }
    let filled = cells(line).filter { !$0.isEmpty }
    guard filled.count == 2, let last = filled[0].unicodeScalars.last else {
      return filled.count == 1
    }
    return filled[0].utf8.count <= 40
      && (last.properties.numericType != nil || ")）】]".contains(Character(last)))
      && PrintedFigure.reading(filled[1]).isText
  }

  /// The nearest lines above a line that are not blank, from the nearest upwards.
  package func filledLines(above line: Int, count: Int) -> [Int] {
    Array(stride(from: line - 1, to: 0, by: -1).lazy.filter { !isBlank($0) }.prefix(count))
  }

  /// The nearest lines below a line that are not blank, from the nearest downwards.
  package func filledLines(below line: Int, count: Int) -> [Int] {
    guard line < document.lineCount else { return [] }
    return Array((line + 1...document.lineCount).lazy.filter { !isBlank($0) }.prefix(count))
  }

  /// Cites a cell with its whole text, over all lines that it was wrapped over.
  mutating func cite(_ cell: TableCell) -> Citation {
    let citation = cite(cell.line, cell: cell.cell)
    guard let printed = cell.wrappedText else { return citation }
    return citation.printing(printed)
  }
}
