/// A table of values that commas, tabs or semicolons separate (RFC 4180), whose rows keep their line numbers.
///
/// LF, CRLF and CR end a row; a byte order mark is skipped; a field in quotes may hold separators, line
/// ends and doubled quotes. Blank lines are no rows. A first line with tabs and no comma separates by tabs,
/// one with semicolons alone by semicolons.
package struct DelimitedText: Sendable {
  /// A row with the line that it begins in, from 1.
  package struct Row: Sendable {
    /// The line.
    package let line: Int
    /// The fields.
    package let cells: [String]

    /// Makes a row of fields that stand elsewhere, as on a sheet.
    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// The rows, the heading among them, up to the fault if there is one.
  package let rows: [Row]
  /// Where the text stops being a table, if it does.
  package let fault: CSVIssue?

  /// Reads the bytes of a text in UTF-8 up to its end, or to the row that is no row.
  package init(upToFaultIn bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var parser = CSVParser(separator: CellSeparator(ofHeading: text[...]), isStrict: true)
    var rows: [Row] = []
    func take(_ row: inout CSVRow) {
      guard row.count > 1 || !TextFolding.isBlank(row.text(0)) else { return }
      rows.append(Row(line: row.line, cells: row.texts))
    }
    parser.parse(text, take)
    parser.finish(take)
    self.rows = rows
    fault = parser.fault
  }

  /// Reads the bytes of a text in UTF-8, all of which must be a table.
  package init(_ bytes: [UInt8]) throws(CSVIssue) {
    self.init(upToFaultIn: bytes)
    if let fault { throw fault }
  }
}
