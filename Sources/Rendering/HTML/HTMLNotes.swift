import MunicipalModel

/// The notes of a page: for each row of a table, how its figures were computed and its printed cells.
///
/// Rows with the same cells and formulas share a note. Before them stands that of the whole table.
struct HTMLNotes {
  static let sectionID = "notes"

  private struct Note {
    let number: Int
    let row: String
    let formulas: [String]
    let sources: String
    /// Where its name leads back to.
    let target: String
  }

  /// The numbers of the notes of a table.
  struct Marks {
    /// The note of the whole table.
    var table: Int?
    /// The note of each row; `nil` for a row without sources.
    var rows: [Int?] = []
  }

  private let language: Language
  private var tables: [(id: String, caption: String, notes: [Note])] = []
  private var count = 0
  private var cited: Set<DocumentID> = []

  init(language: Language) { self.language = language }

  var isEmpty: Bool { count == 0 }

  /// Numbers a table that has a basis, and its rows that have sources or formulas.
  ///
  /// - Parameter caption: what the notes of the table are headed by.
  mutating func add(_ table: ReportTable, id: String, caption: String) -> Marks {
    var notes: [Note] = []
    var marks = Marks()
    if let basis = table.basis {
      cited.formUnion(basis.sources.map(\.document))
      count += 1
      marks.table = count
      notes.append(
        Note(
          number: count, row: RenderingWords.wholeTable[language],
          formulas: [basis.formula[language]], sources: SourceList.compact(basis.sources),
          target: id))
    }
    var known: [[String]: Int] = [:]
    let labels = RowLabels(table, language: language)
    marks.rows = table.rows.enumerated().map { index, row -> Int? in
      guard row.kind != .group else { return nil }
      let formulas = formulas(of: row, in: table)
      let sources = row.cells.flatMap(\.sources).uniqued
      cited.formUnion(sources.map(\.document))
      guard !formulas.isEmpty || !sources.isEmpty else { return nil }
      let key = formulas + sources.map(\.description)
      if let number = known[key] { return number }
      count += 1
      known[key] = count
      notes.append(
        Note(
          number: count, row: labels.label(ofRow: index), formulas: formulas,
          sources: sources.brief, target: "r\(count)"))
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

  /// Writes the notes, and what the documents are that they cite.
  func write(_ publications: [DocumentID: Publication], to writer: inout HTMLWriter) {
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
    let known = publications.filter { cited.contains($0.key) }
      .sorted { $0.key.rawValue < $1.key.rawValue }
    if !known.isEmpty {
      writer.element("h3", "", HTMLWords.documents[language])
      writer.markup("<ul class=\"notes\">\n")
      for (id, publication) in known {
        writer.element("li", "", "\(id): \(publication.label[language])")
      }
      writer.markup("</ul>\n")
    }
    writer.markup("</section>\n")
  }

  private func write(_ note: Note, to writer: inout HTMLWriter) {
    writer.markup("<li id=\"n\(note.number)\">")
    writer.markup("<a href=\"#\(note.target)\">")
    writer.text(note.row.isEmpty ? "\(note.number)" : note.row)
    writer.markup("</a>")
    for formula in note.formulas {
      writer.markup("<br>")
      writer.text(formula)
    }
    if !note.sources.isEmpty {
      writer.markup("<small>")
      writer.text(note.sources)
      writer.markup("</small>")
    }
    writer.markup("</li>\n")
  }
}
