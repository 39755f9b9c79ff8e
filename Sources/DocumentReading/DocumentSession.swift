package import MunicipalModel

/// One reading of one document: gives lines and cells, makes citations, collects what was noticed.
///
/// It also remembers which lines and cells the model was made from. ``factsOnlyText`` returns the
/// document with everything else left empty, which reads to the same model.
package struct DocumentSession {
  /// The document.
  package let document: DocumentText
  /// What was noticed so far.
  package internal(set) var diagnostics: [Diagnostic] = []
  /// The repairs that fit the document.
  package let corrections: [Correction]
  /// The headings above the place that is being read, the outermost first.
  package var headings: [String] = []

  private let correctedCells: [Position: String]
  private var kept: [Int: KeptLine] = [:]
  /// How the figures of each table looked at so far group their digits, by the table's lines.
  private var groupings: [(lines: Range<Int>, grouping: PrintedFigure.DigitGrouping)] = []
  /// The cells that are known and left out on purpose; 0 is the whole line.
  private(set) var passed: [Int: Set<Int>] = [:]

  private let memo = SessionMemo()

  private struct Position: Hashable {
    let line: Int
    let cell: Int
  }

  private enum KeptLine {
    case whole
    case cells(Set<Int>)
    case fragment(String)
  }

  /// Starts reading a document.
  ///
  /// - Parameters:
  ///   - document: the text.
  ///   - corrections: the repairs of the city's documents. One whose cell does not print what the
  ///     correction says is reported and not applied.
  package init(_ document: DocumentText, corrections: [Correction] = []) {
    self.document = document
    var cells: [Position: String] = [:]
    var applied: [Correction] = []
    var notes: [Diagnostic] = []
    for correction in corrections where correction.document == document.id {
      let row = CellMarkup.cells(of: document.line(correction.line))
      let index = correction.cell - 1
      let printed = row.indices.contains(index) ? row[index] : ""
      let citation = document.citation(
        line: correction.line, cell: correction.cell, printed: printed)
      if (1...document.lineCount).contains(correction.line), row.indices.contains(index),
        TextFolding.key(printed) == TextFolding.key(correction.printed)
      {
        cells[Position(line: correction.line, cell: correction.cell)] = correction.used
        applied.append(correction)
        notes.append(.correctionApplied(correction, citation: citation))
      } else {
        notes.append(.correctionNotMatched(correction, citation: citation))
      }
    }
    for line in document.overlongLines {
      notes.append(.overlongLine(document.citation(line: line, printed: "")))
    }
    notes += document.formNotices
    correctedCells = cells
    self.corrections = applied
    diagnostics = notes
    for correction in applied { keep(correction.line, cell: correction.cell) }
  }

  // MARK: Lines and cells

  /// The text of a line without spaces at its ends; what PDF extraction leaves of ideographs is unified.
  package func text(_ line: Int) -> String { TextFolding.trimmed(document.readLine(line)) }

  private func printedText(_ line: Int) -> String { TextFolding.trimmed(document.line(line)) }

  /// A line folded to half width and without any space, for comparing.
  package func key(_ line: Int) -> String {
    document.keys.indices.contains(line - 1) ? document.keys[line - 1] : ""
  }

  /// Whether a line has nothing to see.
  package func isBlank(_ line: Int) -> Bool { key(line).isEmpty }

  /// The first line from `line` on that is not blank, if there is one.
  package func nextLine(from line: Int) -> Int? {
    line > document.lineCount
      ? nil : (max(1, line)...document.lineCount).first { !isBlank($0) }
  }

  /// Whether a line is a row of a table.
  package func isTableRow(_ line: Int) -> Bool {
    document.tableRows.indices.contains(line - 1) && document.tableRows[line - 1]
  }

  /// The cells of a line as printed, without markup.
  package func printedCells(_ line: Int) -> [String] { memo.row(line, of: document) }

  /// The cells of a line as they are read: unified, and with the repairs applied.
  package func cells(_ line: Int) -> [String] {
    var row =
      document.unifiedLine(line).map { CellMarkup.cells(of: $0) } ?? printedCells(line)
    guard !correctedCells.isEmpty else { return row }
    for index in row.indices {
      if let used = correctedCells[Position(line: line, cell: index + 1)] { row[index] = used }
    }
    return row
  }

  /// The column that a heading means; the same headings are looked at many times.
  func column(_ heading: String, rules: [ColumnRule]) -> TableColumn {
    memo.column(heading, rules: rules)
  }

  /// Whether a line has the word of a target in it.
  func mayHaveTarget(_ line: Int, rules: [ColumnRule]) -> Bool {
    memo.mayHaveTarget(line, key: key(line), rules: rules)
  }

  /// Whether a line says which of two figures above each other is which.
  var hasStackedFigures: Bool { memo.hasStackedFigures(document) }

  // MARK: Citations

  /// Cites a whole line.
  package mutating func cite(_ line: Int, printed: String? = nil) -> Citation {
    keep(line)
    return document.citation(
      line: line, headings: headings, printed: printed ?? printedText(line))
  }

  /// Cites one cell of a table's line.
  ///
  /// - Parameter cell: the number of the cell, from 1.
  package mutating func cite(_ line: Int, cell: Int) -> Citation {
    keep(line, cell: cell)
    let row = printedCells(line)
    let printed = row.indices.contains(cell - 1) ? row[cell - 1] : ""
    return document.citation(line: line, cell: cell, headings: headings, printed: printed)
  }

  // MARK: Facts

  /// Says that the model needs a whole line.
  package mutating func keep(_ line: Int) { kept[line] = .whole }

  /// Says that the model needs one cell of a line.
  package mutating func keep(_ line: Int, cell: Int) {
    switch kept[line] {
    case .whole: break
    case .cells(let cells): kept[line] = .cells(cells.union([cell]))
    case .fragment, nil: kept[line] = .cells([cell])
    }
  }

  /// Says that the model needs no more of a line than `fragment`, which reads the same.
  package mutating func keep(_ line: Int, fragment: String) {
    if kept[line] == nil { kept[line] = .fragment(fragment) }
  }

  /// Says that a line is a row of a table that goes on, though the model needs none of its cells.
  package mutating func keepRow(_ line: Int) {
    if kept[line] == nil { kept[line] = .cells([]) }
  }

  /// Says that the model needs the word of a line, in whatever cell it stands.
  mutating func keep(_ line: Int, word: String) {
    let cells = document.line(line).split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count > 1 else {
      if case .fragment(let fragment) = kept[line] {
        kept[line] = .fragment("\(fragment) \(word)")
      } else {
        keep(line, fragment: word)
      }
      return
    }
    for (index, cell) in cells.enumerated() where TextFolding.key(cell).contains(word: word) {
      keep(line, cell: index + 1)
    }
  }

  /// Whether the model needs anything of a line.
  package func isKept(_ line: Int) -> Bool { kept[line] != nil }

  /// Whether the model needs no more of a line than a part.
  func isFragment(_ line: Int) -> Bool {
    if case .fragment = kept[line] { true } else { false }
  }

  /// Whether the model needs a cell of a line, or all of the line.
  func isKept(_ line: Int, cell: Int) -> Bool {
    switch kept[line] {
    case .whole, .fragment: true
    case .cells(let cells): cells.contains(cell)
    case nil: false
    }
  }

  /// Says that a line, or one cell of it, is known and left out on purpose.
  package mutating func pass(_ line: Int, cell: Int? = nil) {
    passed[line, default: []].insert(cell ?? 0)
  }

  /// The document with every line and cell left empty that the model was not made from.
  package var factsOnlyText: String {
    var text = ""
    for number in 1...max(1, document.lineCount) {
      if let written = document.brokenRows[number], kept[number] != nil {
        // A row over several lines stays whole, and its lines keep their numbers.
        text += written.joined(separator: "\n")
        if number + written.count - 1 < document.lineCount { text += "\n" }
        continue
      }
      if document.continuedLines.contains(number), isInsideKeptRow(number) { continue }
      switch kept[number] {
      case .whole: text += document.line(number)
      case .fragment(let fragment): text += fragment
      case .cells(let cells):
        let row = document.line(number).split(separator: "\t", omittingEmptySubsequences: false)
        let parts = row.enumerated().map { cells.contains($0.offset + 1) ? String($0.element) : "" }
        text += parts.joined(separator: "\t")
      case nil: break
      }
      if number < document.lineCount { text += "\n" }
    }
    return text
  }

  /// Whether a line belongs to a row that the model needs and that begins further above.
  private func isInsideKeptRow(_ line: Int) -> Bool {
    var first = line
    while document.continuedLines.contains(first) { first -= 1 }
    return kept[first] != nil
  }

  // MARK: Diagnostics

  /// Notes something about a cited place.
  package mutating func note(
    _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, at citation: Citation,
    ja: String, en: String
  ) {
    diagnostics.append(
      Diagnostic(
        severity: severity, code: code, message: LocalizedText(ja: ja, en: en), citation: citation))
  }

  /// Reads a figure and notes what is odd about it.
  ///
  /// - Parameter grouping: how the figures around it group their digits, if it is not the table at the
  ///   cited line that tells.
  package mutating func figure(
    _ printed: some StringProtocol, unit: String = "", grouping: PrintedFigure.DigitGrouping? = nil,
    at citation: Citation
  ) -> PrintedFigure {
    let hasSpaces = printed.unicodeScalars.contains { TextFolding.fold($0) == " " }
    let figure = PrintedFigure(
      printed, unit: unit,
      grouping: grouping ?? (hasSpaces ? self.grouping(at: citation.line) : .commas))
    for issue in figure.issues { note(issue, at: citation) }
    return figure
  }

  /// Notes what is odd about a figure or a time.
  mutating func note(_ issue: PrintedFigure.Issue, at citation: Citation) {
    diagnostics.append(
      Diagnostic(
        severity: issue.severity, code: issue.code, message: issue.message, citation: citation))
  }

  /// How the figures of the table at a line group their digits.
  private mutating func grouping(at line: Int) -> PrintedFigure.DigitGrouping {
    if let known = groupings.last(where: { $0.lines.contains(line) }) { return known.grouping }
    var (first, end) = (line, line + 1)
    if isTableRow(line) {
      while isTableRow(first - 1) { first -= 1 }
      while isTableRow(end) { end += 1 }
    }
    let found = PrintedFigure.DigitGrouping(of: (first..<end).flatMap { self.cells($0) })
    groupings.append((first..<end, found))
    return found
  }

  /// Reads the figure in one cell and notes what is odd about it.
  package mutating func figure(_ line: Int, cell: Int, unit: String = "") -> CitedReading {
    let row = cells(line)
    let citation = cite(line, cell: cell)
    let printed = row.indices.contains(cell - 1) ? row[cell - 1] : ""
    return CitedReading(
      reading: figure(printed, unit: unit, at: citation).reading, citation: citation)
  }
}
