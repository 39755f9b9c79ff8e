/// Writes comma-separated values (RFC 4180) in UTF-8 with LF line ends.
///
/// A field is quoted only if it needs to be: if it holds a comma, a quote or a line break, or begins
/// or ends with a blank. A missing field is written as nothing, an empty text as `""`, so that
/// readers that know the difference (R, PostgreSQL, DuckDB) keep it. Only a row that consists of one
/// missing field is written as `""`, for a blank line is no row. Controls and marks of direction are
/// written as U+FFFD, for who reads the file in a terminal would obey them.
package struct CSVWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  private var fieldsInRow = 0
  private var rowStart = 0

  /// Makes a writer that has written nothing.
  package init() {}

  /// What has been written, as a text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes a row. `nil` is a missing field.
  package mutating func row(_ fields: [String?]) {
    for text in fields { field(text) }
    endRow()
  }

  /// Writes a text as the next field of the row; `nil` is a missing field.
  package mutating func field(_ text: String?) {
    beginField()
    guard var text = text.map(UnsafeCharacters.replaced) else { return }
    text.withUTF8 { append($0) }
  }

  /// Writes a whole number as the next field of the row; `nil` is a missing field.
  package mutating func field(_ number: Int?) {
    beginField()
    if let number { bytes.append(contentsOf: String(number).utf8) }
  }

  /// Ends the row.
  package mutating func endRow() {
    if fieldsInRow == 1, bytes.count == rowStart { bytes.append(contentsOf: [0x22, 0x22]) }
    bytes.append(UInt8(ascii: "\n"))
    fieldsInRow = 0
    rowStart = bytes.count
  }

  private mutating func beginField() {
    if fieldsInRow > 0 { bytes.append(UInt8(ascii: ",")) }
    fieldsInRow += 1
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let quote = UInt8(ascii: "\"")
    guard needsQuotes(text) else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(quote)
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    return text.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
  }
}
