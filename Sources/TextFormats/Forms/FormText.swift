/// What stands in a file of any form, as lines whose cells are separated by tabs, each with its place.
///
/// This is all that the readers of documents know of a form. A merged cell has its text in its first
/// cell; the cells that it covers are empty. A line break in a cell is a space. A heading, a paragraph
/// and a row with one cell are lines without a tab; tables are parted by an empty line.
package struct FormText: Hashable, Sendable {
  /// One line.
  package struct Line: Hashable, Sendable {
    /// The text as it is displayed; the cells of a table's row are separated by tabs.
    package var text: String
    /// Where the line stands in the file; `nil` of a line that only parts two tables.
    package var place: FilePlace?
    /// The column of each cell as the file counts it, from 1, where that is not the cell's own number.
    package var columns: [Int]
    /// Which level of heading the file itself says that the line is, from 1; `nil` of any other line.
    package var headingLevel: Int?

    /// Makes a line.
    package init(
      _ text: String, place: FilePlace? = nil, columns: [Int] = [], headingLevel: Int? = nil
    ) {
      self.text = text
      self.place = place
      self.columns = columns
      self.headingLevel = headingLevel
    }

    /// The place of one cell, from 1, or of the whole line.
    package func place(ofCell cell: Int?) -> FilePlace? {
      guard let cell else { return columns.count == 1 ? place(ofCell: 1) : place }
      let column = columns.indices.contains(cell - 1) ? columns[cell - 1] : cell
      switch place {
      case .sheet(let sheet, let row, _): return .sheet(sheet, row: row, column: column)
      case .table(let table, let row, _): return .table(table, row: row, cell: column)
      case .paragraph, .page, nil: return place
      }
    }
  }

  /// Something about the form that a reader of the figures must know, such as a hidden row.
  package struct Notice: Hashable, Sendable {
    /// A stable name, such as `hidden-row`.
    package let code: String
    /// Whether figures may be wrong or missing for it.
    package let isWarning: Bool
    /// One sentence for a person to read, without the place.
    package let message: LocalizedText
    /// The index of the line that it is about, from 0; `nil` if it is about the whole file.
    package let line: Int?
    /// The cell in that line, from 1.
    package let cell: Int?

    /// Makes a notice.
    package init(
      _ code: String, isWarning: Bool, line: Int? = nil, cell: Int? = nil, ja: String, en: String
    ) {
      self.code = code
      self.isWarning = isWarning
      self.message = LocalizedText(ja: ja, en: en)
      self.line = line
      self.cell = cell
    }
  }

  /// The lines, in the order in which a person reads them.
  package var lines: [Line]
  /// What a reader of the figures must know.
  package var notices: [Notice]

  /// Makes the text of a file.
  package init(lines: [Line] = [], notices: [Notice] = []) {
    self.lines = lines
    self.notices = notices
  }
}

extension FormText {
  /// Reads a file of any form.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: its name, whose ending tells the form where the bytes do not.
  /// - Throws: `FormError` if it is damaged, empty, or of a form that is not read.
  package static func read(_ bytes: [UInt8], name: String) throws(FormError) -> FormText {
    switch try FileForm(of: bytes, name: name) {
    case .text: try AlignedText.read(bytes, name: name)
    case .delimited: try DelimitedForm.read(bytes, name: name)
    case .workbook: try Workbook.read(bytes, name: name)
    case .word: try WordDocument.read(bytes, name: name)
    case .html: try WebPage.read(bytes, name: name)
    case .markdown: try MarkdownText.read(bytes, name: name)
    }
  }
}
