import MunicipalModel

/// A text of comma-separated values (RFC 4180), read into rows that know their lines.
///
/// Quoted fields may hold commas, line ends and doubled quotes; LF, CRLF and CR end a row; rows of
/// nothing but blank fields are passed over. A quote that is never closed takes the rest of the text, and is reported.
package struct CSVText {
  /// One row.
  package struct Row {
    /// The line where the row begins, from 1.
    package let line: Int
    /// The fields, without the quotes.
    package let fields: [String]
  }

  /// The names of the columns: the first row, without spaces around them.
  package let columns: [String]
  /// The line of the column names.
  package let headingLine: Int
  /// The rows below.
  package let rows: [Row]
  /// The line of a quote that is never closed, if there is one.
  package let openQuoteLine: Int?
  /// The names that stand over more than one column; the first of them is read.
  package let repeatedColumns: [String]
  private let indices: [String: Int]

  /// Reads a text.
  package init(_ text: String) {
    var parser = CSVParser(bytes: Array(text.utf8))
    var rows = parser.rows()
    openQuoteLine = parser.openQuoteLine
    let heading = rows.isEmpty ? nil : rows.removeFirst()
    columns = heading?.fields.map { TextFolding.trimmed($0) } ?? []
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

private struct CSVParser {
  let bytes: [UInt8]
  var openQuoteLine: Int?
  private var position = 0
  private var line = 1

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func rows() -> [CSVText.Row] {
    var rows: [CSVText.Row] = []
    while position < bytes.count {
      let start = line
      let fields = row()
      if !fields.allSatisfy({ TextFolding.isBlank($0) }) {
        rows.append(CSVText.Row(line: start, fields: fields))
      }
    }
    return rows
  }

  private mutating func row() -> [String] {
    var fields: [String] = []
    while true {
      fields.append(field())
      guard position < bytes.count else { return fields }
      let end = bytes[position]
      position += 1
      if end == UInt8(ascii: ",") { continue }
      if end == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
        position += 1
      }
      line += 1
      return fields
    }
  }

  /// Reads up to the comma or the line end, which it leaves.
  private mutating func field() -> String {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return plain() }
    var content: [UInt8] = []
    let start = line
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
          // What stands between the closing quote and the comma is kept.
          return String(decoding: content, as: UTF8.self) + plain()
        }
        position += 1
      }
      let isPair = position < bytes.count && bytes[position] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !isPair { line += 1 }
      content.append(byte)
    }
    openQuoteLine = start
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func plain() -> String {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        break
      }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}
