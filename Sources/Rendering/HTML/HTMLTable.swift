import MunicipalModel

/// Writes the head and the rows of one table.
struct HTMLTable {
  let table: ReportTable
  /// The number of each row's note; `nil` for a row without sources.
  let marks: [Int?]
  let words: SourceWords

  private var language: Language { words.language }
  private var hasMarks: Bool { marks.contains { $0 != nil } }

  /// Tables of few columns have room for long texts.
  private static let fewColumns = 3
  /// The name of a row stands in one of so many columns.
  static let mostKeys = 4

  /// What the style sheet is to know of the columns, such as `class="n3 k"`: which ones hold figures, and
  /// that the last one holds marks.
  var classes: String {
    var names = table.columns.indices.filter { table.columns[$0].alignment == .trailing }
      .map { "n\($0 + 1)" }
    if hasMarks { names.append("k") }
    if table.columns.count <= Self.fewColumns { names.append("w") }
    // The name of a row stays in sight when the table is scrolled.
    if let name = table.columns.lastIndex(where: { $0.role == .key }), name < Self.mostKeys {
      names.append("s\(name + 1)")
    }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  func write(to writer: inout HTMLWriter) {
    writer.markup("<thead><tr>")
    for column in table.columns {
      let label = column.label[language]
      // A column without a heading of its own belongs to the one before it.
      let isBlank = label.allSatisfy(\.isWhitespace)
      writer.markup(isBlank ? "<td>" : "<th scope=\"col\">")
      writer.text(label)
      writer.markup(isBlank ? "</td>" : "</th>")
    }
    if hasMarks {
      writer.markup("<th scope=\"col\">")
      writer.text(HTMLWords.noteColumn[language])
      writer.markup("</th>")
    }
    writer.markup("</tr></thead>\n<tbody")
    if let basis = table.basis {
      writer.markup(" title=\(MarkupText.attribute(PointNote(basis, words: words).details))")
    }
    writer.markup(">\n")
    var seen: Set<Int> = []
    for (index, row) in table.rows.enumerated() {
      let mark = marks[index]
      // Of the rows that share a note, the first one is where the note leads back to.
      let isFirst = mark.map { seen.insert($0).inserted } ?? false
      self.row(row, mark: mark, isFirst: isFirst, to: &writer)
    }
    writer.markup("</tbody>\n")
  }

  private func row(
    _ row: ReportRow, mark: Int?, isFirst: Bool, to writer: inout HTMLWriter
  ) {
    if row.kind == .group {
      let count = table.columns.count + (hasMarks ? 1 : 0)
      writer.markup("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(count)\"><span>")
      writer.text(row.cells.first?.text[language] ?? "")
      writer.markup("</span></th></tr>\n")
      return
    }
    writer.markup(row.kind == .normal ? "<tr" : "<tr class=\"total\"")
    if let details = details(of: row) {
      writer.markup(" title=\(MarkupText.attribute(details))")
    }
    writer.markup(">")
    // The last key names the row; the keys before it are repeated from row to row.
    let heading = table.columns.lastIndex { $0.role == .key } ?? -1
    for (index, (column, cell)) in zip(table.columns, row.cells).enumerated() {
      self.cell(cell, in: column, isHeading: index == heading, to: &writer)
    }
    if hasMarks {
      writer.markup("<td>")
      if let mark {
        writer.markup(
          "<a\(isFirst ? " id=\"r\(mark)\"" : "") href=\"#n\(mark)\">\(mark)</a>")
      }
      writer.markup("</td>")
    }
    writer.markup("</tr>\n")
  }

  /// The cells behind a row, for its figures that have none of their own.
  private func details(of row: ReportRow) -> String? {
    let isBare = row.cells.contains { cell in
      switch cell.value {
      case .integer, .decimal: cell.sources.isEmpty && cell.formula == nil
      case .text, .none: false
      }
    }
    guard table.basis == nil, isBare else { return nil }
    let sources = row.cells.flatMap(\.sources).uniqued
    return sources.isEmpty ? nil : words.lines(sources)
  }

  private func cell(
    _ cell: ReportCell, in column: ReportColumn, isHeading: Bool, to writer: inout HTMLWriter
  ) {
    let text = cell.text[language]
    let isHeading = isHeading && !text.isEmpty
    writer.markup(isHeading ? "<th scope=\"row\"" : "<td")
    if column.alignment == .trailing, DisplayWidth().columns(of: text) > Self.longest {
      writer.markup(" class=\"x\"")
    }
    let details = PointNote(cell, words: words).details
    if !details.isEmpty { writer.markup(" title=\(MarkupText.attribute(details))") }
    writer.markup(">")
    if let graphic = cell.graphic { writer.markup(HTMLGraphic.svg(graphic)) }
    if !cell.isTextDrawn { writer.text(text) }
    writer.markup(isHeading ? "</th>" : "</td>")
  }

  /// Figures of more columns than this, such as several years of a series, may be broken.
  private static let longest = 22
}
