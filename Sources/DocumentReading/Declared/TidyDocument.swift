import MunicipalModel

/// A document of tidy CSV: rows whose columns are found by name, with citations of their cells.
///
/// A correction repairs a whole line: its cell is 1.
struct TidyDocument {
  /// One cell of a row.
  struct Cell {
    let text: String
    let citation: Citation
  }

  private let csv: CSVText
  private let document: DocumentID

  /// Reads the text of a session's document.
  ///
  /// - Parameters:
  ///   - needed: the columns that must be there, each with names that serve as well.
  ///   - known: the other columns that are read.
  /// - Throws: ``DocumentError`` that names the column that is missing.
  init(
    in session: inout DocumentSession, needed: [[String]], known: [String]
  ) throws(DocumentError) {
    document = session.document.id
    let corrected = Set(session.corrections.map(\.line))
    let lines = (1...session.document.lineCount).map { line in
      corrected.contains(line)
        ? session.cells(line).joined(separator: "\t") : session.document.line(line)
    }
    csv = CSVText(lines.joined(separator: "\n"))
    for names in needed where !names.contains(where: { csv.index(of: $0) != nil }) {
      throw DocumentError(
        code: .wrongKind, document: document, line: csv.headingLine,
        expected: LocalizedText(
          ja: "\(names.joined(separator: "または")) の列",
          en: "a column \(names.joined(separator: " or "))"),
        found: LocalizedText(csv.columns.joined(separator: ", ")))
    }
    for line in 1...session.document.lineCount { session.keep(line) }
    let names = (needed.flatMap { $0 } + known).map { $0.lowercased() }
    for column in csv.columns where !names.contains(column.lowercased()) {
      session.note(
        .info, "unknown-column", at: session.cite(csv.headingLine),
        ja: "列「\(column)」は読んでいません", en: "the column \"\(column)\" is not read")
    }
    for column in csv.repeatedColumns {
      session.note(
        .warning, "repeated-column", at: session.cite(csv.headingLine),
        ja: "列「\(column)」が二つあり、初めのものを読みました",
        en: "two columns are named \"\(column)\"; the first is read")
    }
    if let fault = csv.fault {
      session.note(
        .error, Diagnostic.Code(rawValue: fault.kind.rawValue), at: session.cite(fault.line),
        ja: "引用符の使い方が正しくないため、ここから後は読んでいません",
        en: "quotes are not used rightly, so nothing is read from here on")
    }
    for row in csv.rows where row.cells.count != csv.columns.count {
      session.note(
        .error, row.cells.count < csv.columns.count ? "truncated-row" : "extra-cells",
        at: session.cite(row.line),
        ja: "\(csv.columns.count)列の表の行に\(row.cells.count)個の値があります",
        en: "a row of \(row.cells.count) cells in a table of \(csv.columns.count) columns")
    }
  }

  /// The rows, each a function from a column's name to its cell.
  var rows: [(String) -> Cell] {
    csv.rows.map { row in
      { column in
        let index = csv.index(of: column)
        let text = index.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? ""
        return Cell(
          text: TextFolding.unified(TextFolding.trimmed(text)),
          citation: Citation(
            document: document, line: row.line, cell: index.map { $0 + 1 }, printed: text))
      }
    }
  }

  /// How the figures of the table group their digits.
  var grouping: PrintedFigure.DigitGrouping {
    let columns = ["printed", "value"].compactMap { csv.index(of: $0) }
    return PrintedFigure.DigitGrouping(
      of: csv.rows.lazy.flatMap { row in
        columns.compactMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
      })
  }

  /// The time of a cell, as a document prints it or by its code; an odd one is reported.
  static func time(of cell: Cell, in session: inout DocumentSession) -> FigureTime? {
    guard !cell.text.isEmpty else { return nil }
    if let period = Period(code: cell.text) { return FigureTime(period) }
    do throws(PeriodError) {
      return FigureTime(try Period(parsing: cell.text, bareYear: .calendar))
    } catch {
      if let time = FigureTime(cell.text, bareYear: .calendar), time.period != nil { return time }
      let contradiction = FigureTime.contradiction(in: cell.text)
      guard contradiction.isEmpty else {
        session.note(.contradiction(cell.text, contradiction), at: cell.citation)
        return nil
      }
      session.note(
        .error, error.diagnosticCode, at: cell.citation, ja: "時期として読めません: \(cell.text)",
        en: "not a period: \(cell.text)")
      return nil
    }
  }
}
