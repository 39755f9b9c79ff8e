import MunicipalModel

/// The notes of a page: for each row of a table, how its figures were computed and its printed cells.
///
/// Rows with the same cells and formulas share a note.
struct HTMLNotes {
  static let sectionID = "notes"

  private struct Note {
    let number: Int
    let row: String
    let formulas: [String]
    let sources: [Citation]
  }

  private let language: Language
  private var tables: [(id: String, caption: String, notes: [Note])] = []
  private var count = 0

  init(language: Language) { self.language = language }

  var isEmpty: Bool { count == 0 }

  /// Numbers the rows of a table that have sources or formulas.
  ///
  /// - Parameter caption: what the notes of the table are headed by.
  mutating func add(_ table: ReportTable, id: String, caption: String) -> [Int?] {
    var notes: [Note] = []
    var known: [[String]: Int] = [:]
    let labels = RowLabels(table, language: language)
    let marks = table.rows.enumerated().map { index, row -> Int? in
      guard row.kind != .group else { return nil }
      let formulas = formulas(of: row, in: table)
      var seen: Set<Citation> = []
      let sources = row.cells.flatMap(\.sources).filter { seen.insert($0).inserted }
      guard !formulas.isEmpty || !sources.isEmpty else { return nil }
      let key = formulas + sources.map(\.description)
      if let number = known[key] { return number }
      count += 1
      known[key] = count
      notes.append(
        Note(number: count, row: labels.label(ofRow: index), formulas: formulas, sources: sources))
      return count
    }
    if !notes.isEmpty { tables.append((id, caption, notes)) }
    return marks
  }

  /// The formulas of a row, each once, with the columns that it computes.
  private func formulas(of row: ReportRow, in table: ReportTable) -> [String] {
    var order: [String] = []
    var columns: [String: [String]] = [:]
    for (column, cell) in zip(table.columns, row.cells) {
      guard let formula = cell.formula?[language], !formula.isEmpty else { continue }
      if columns[formula] == nil { order.append(formula) }
      columns[formula, default: []].append(PlainText.line(column.label[language]))
    }
    let separator = language == .japanese ? "、" : ", "
    return order.map { formula in
      let names = (columns[formula] ?? []).filter { !$0.isEmpty }.joined(separator: separator)
      return names.isEmpty ? formula : "\(names) = \(formula)"
    }
  }

  func write(to writer: inout HTMLWriter) {
    guard !isEmpty else { return }
    writer.markup("<section id=\"\(Self.sectionID)\" aria-labelledby=\"\(Self.sectionID)-h\">\n")
    writer.element("h2", "id=\"\(Self.sectionID)-h\"", HTMLWords.notes[language])
    writer.element("p", "", HTMLWords.notesLead[language])
    for table in tables {
      let caption = table.caption.isEmpty ? table.id : PlainText.line(table.caption)
      writer.markup("<h3><a href=\"#\(table.id)\">")
      writer.text(caption)
      writer.markup("</a></h3>\n<ol class=\"notes\" start=\"\(table.notes[0].number)\">\n")
      for note in table.notes { write(note, to: &writer) }
      writer.markup("</ol>\n")
    }
    writer.markup("</section>\n")
  }

  private func write(_ note: Note, to writer: inout HTMLWriter) {
    writer.markup("<li id=\"n\(note.number)\">")
    writer.markup("<a href=\"#r\(note.number)\">")
    writer.text(note.row.isEmpty ? "\(note.number)" : note.row)
    writer.markup("</a>")
    for formula in note.formulas {
      writer.markup("<br>")
      writer.text(formula)
    }
    if !note.sources.isEmpty {
      writer.markup("<small>")
      writer.text(note.sources.brief)
      writer.markup("</small>")
    }
    writer.markup("</li>\n")
  }
}
