import MunicipalModel

/// The notes of a page: for each row of a table, how its figures were computed and its printed cells.
///
/// Rows with the same cells and formulas share a note. Before them stands that of the whole table.
struct HTMLNotes {
  /// A note: what is computed how, and where it was printed.
  struct Note {
    let number: Int
    let row: String
    let formulas: [String]
    /// The cells in words, and as programs know them.
    let sources: String
    let places: String
    /// Where its name leads back to.
    let target: String
  }

  /// The notes of a table, and their numbers.
  struct Marks {
    /// The note of the whole table.
    var table: Int?
    /// The note of each row; `nil` for a row without sources.
    var rows: [Int?] = []
    /// The notes in their order.
    var notes: [Note] = []
  }

  private let words: SourceWords
  private var language: Language { words.language }
  private var count = 0
  private(set) var cited: Set<DocumentID> = []

  init(words: SourceWords) { self.words = words }

  /// Numbers a table that has a basis, and its rows that have sources or formulas.
  mutating func marks(of table: ReportTable, id: String) -> Marks {
    var marks = Marks()
    if let basis = table.basis {
      cited.formUnion(basis.sources.map(\.document))
      count += 1
      marks.table = count
      marks.notes.append(
        Note(
          number: count, row: RenderingWords.wholeTable[language],
          formulas: [basis.formula[language]], sources: words.lines(basis.sources),
          places: SourceList.compact(basis.sources), target: id))
    }
    var known: [[String]: Int] = [:]
    let labels = table.rowLabels(language)
    for (index, row) in table.rows.enumerated() {
      let formulas = row.kind == .group ? [] : formulas(of: row, in: table)
      let sources = row.kind == .group ? [] : row.cells.flatMap(\.sources).uniqued
      cited.formUnion(sources.map(\.document))
      guard !formulas.isEmpty || !sources.isEmpty else {
        marks.rows.append(nil)
        continue
      }
      let key = formulas + sources.map(\.description)
      if let number = known[key] {
        marks.rows.append(number)
        continue
      }
      count += 1
      known[key] = count
      marks.rows.append(count)
      marks.notes.append(
        Note(
          number: count, row: labels[index], formulas: formulas,
          sources: words.cells(sources), places: SourceList.compact(sources), target: "r\(count)"))
    }
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
}

extension HTMLNotes.Marks {
  /// Writes the notes, folded behind their table: a link to one of them opens it.
  func write(_ language: Language, to writer: inout HTMLWriter) {
    guard let first = notes.first else { return }
    let head = "\(HTMLWords.notes[language])（\(notes.count)）"
    let english = "\(HTMLWords.notes[language]) (\(notes.count))"
    writer.markup("<details class=\"nt\">")
    writer.element("summary", "", language == .japanese ? head : english)
    writer.markup("<ol class=\"notes\" start=\"\(first.number)\">\n")
    for note in notes {
      writer.markup("<li id=\"n\(note.number)\">")
      writer.markup("<a href=\"#\(note.target)\">")
      writer.text(note.row.isEmpty ? "\(note.number)" : note.row)
      writer.markup("</a>")
      for formula in note.formulas {
        writer.markup("<br>")
        writer.text(formula)
      }
      if !note.sources.isEmpty {
        writer.markup("<small")
        if note.places != note.sources {
          writer.markup(" data-source=\(MarkupText.attribute(note.places))")
        }
        writer.markup(">")
        writer.text(note.sources)
        writer.markup("</small>")
      }
      writer.markup("</li>\n")
    }
    writer.markup("</ol></details>\n")
  }
}
