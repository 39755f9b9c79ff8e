import MunicipalModel

extension DocumentSession {
  /// Notes a column of a table that no rule fits.
  ///
  /// - Parameter isText: whether the heading is known to stand above text alone.
  mutating func noteUnreadColumn(
    _ heading: String, isText: Bool = false, at citation: Citation
  ) {
    note(
      isText ? .info : .warning, "unknown-column", at: citation, ja: "見出し「\(heading)」の列は読んでいません",
      en: "the column headed \"\(heading)\" is not read")
  }

  /// Notes tables with figures that no part of the model was made from.
  ///
  /// - Parameter headings: words in the first row of tables that are known and left out on purpose.
  package mutating func reportUnreadTables(knownHeadings headings: [String]) {
    let known = headings.map { TextFolding.key($0) }
    var line = 1
    while line <= document.lineCount {
      guard isTableRow(line) else {
        line += 1
        continue
      }
      let first = line
      var rowWithFigure: Int?
      var rows: [[String]] = []
      var isRead = false
      while isTableRow(line) {
        if !isLone(line) {
          isRead = isRead || isKept(line)
          if rows.count < 40 { rows.append(cells(line)) }
        }
        if rowWithFigure == nil, !isKept(line), hasFigure(line) { rowWithFigure = line }
        line = next(line)
      }
      let heading = TextFolding.key(document.line(first))
      guard let row = rowWithFigure, !known.contains(where: heading.contains(word:)) else {
        continue
      }
      let citation = document.citation(line: row, printed: text(row))
      // Rows that are left out of a table that is read are another matter.
      let advice = isRead ? nil : UnreadTableKind(rows)?.advice
      note(
        .warning, "unread-table", at: citation,
        ja: "この表の行は読んでいません" + (advice.map { "。\($0.ja)" } ?? ""),
        en: "this row of a table is not read" + (advice.map { "; \($0.en)" } ?? ""))
    }
  }

  private func hasFigure(_ line: Int) -> Bool {
    cells(line).dropFirst().contains {
      !PrintedFigure($0, grouping: .spaces).reading.quantities.isEmpty || Self.statesFigures($0)
        || FigureChange($0) != nil
    }
  }
}
