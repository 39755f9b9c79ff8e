package import MunicipalModel

/// A table of delimited text whose columns are found by name.
///
/// Rows of nothing but blank fields are passed over. Rows behind a quote that is never closed, or behind
/// text that follows a closing quote, are not read; ``fault`` says where.
package struct CSVText {
  /// One row.
  package typealias Row = DelimitedText.Row

  /// The names of the columns: the first row, without spaces around them.
  package let columns: [String]
  /// The line of the column names.
  package let headingLine: Int
  /// The rows below.
  package let rows: [Row]
  /// Where the text stops being a table, if it does.
  package let fault: CSVIssue?
  /// The names that stand over more than one column; the first of them is read.
  package let repeatedColumns: [String]
  private let indices: [String: Int]

  /// Reads a text.
  package init(_ text: String) {
    let text = DelimitedText(upToFaultIn: Array(text.utf8))
    var rows = text.rows.filter { !$0.cells.allSatisfy { TextFolding.isBlank($0) } }
    fault = text.fault
    let heading = rows.isEmpty ? nil : rows.removeFirst()
    columns = heading?.cells.map { TextFolding.trimmed($0) } ?? []
    headingLine = heading?.line ?? 1
    self.rows = rows
    var indices: [String: Int] = [:]
    var repeated: [String] = []
    for (index, column) in columns.enumerated() where !column.isEmpty {
      if indices[column.lowercased()] == nil {
        indices[column.lowercased()] = index
      } else if !repeated.contains(column) {
        repeated.append(column)
      }
    }
    self.indices = indices
    repeatedColumns = repeated
  }

  /// Where a column stands, by its name in any case.
  package func index(of column: String) -> Int? { indices[column] ?? indices[column.lowercased()] }
}
