/// One row of separated values, as UTF-8.
package struct CSVRow {
  /// So many more bytes stand behind the last field, so that a word can be read where a field begins.
  package static let padding = 8

  /// The line that the row begins in, from 1.
  package var line = 1
  /// How many line breaks its quotes hold.
  package var lineBreaks = 0
  /// The texts of the fields without quotes, a byte between two of them, and ``padding`` bytes or more.
  package var bytes: [UInt8] = []
  /// Where each field ends in ``bytes``.
  package var ends: [Int] = []
  /// Whether a quote of the row is not as it should be, so that its cells may be shifted.
  package var hasQuoteIssue = false
  /// Whether the text ends in the row's last field, without a line break or a closing quote.
  package var isUnended = false
  /// The field in whose quotes the text ends; it and those behind it may be parts of one number.
  package var cutField: Int?

  /// How many fields the row has.
  package var count: Int { ends.count }

  /// The bytes of a field; empty beyond the last one.
  package subscript(index: Int) -> ArraySlice<UInt8> {
    ends.indices.contains(index) ? bytes[range(index)] : []
  }

  /// Where a field that is there stands in ``bytes``.
  package func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1] + 1)..<ends[index]
  }

  /// A field as a text.
  package func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// Whether a part of a field may be missing: it is the last of a row that is too short, or the text
  /// ends within its quotes or those before.
  package func mayBeCut(_ index: Int, width: Int) -> Bool {
    if let cutField, index >= cutField { return true }
    return count < width && index == count - 1
  }

  /// All fields as texts.
  package var texts: [String] { ends.indices.map(text) }

  /// Whether every field is empty or blank.
  package var isBlank: Bool {
    ends.indices.allSatisfy { self[$0].allSatisfy { $0 == 0x20 || $0 == 0x09 } }
  }

  /// Whether the row is longer than the header and has only empty cells beyond it.
  package func isBlank(beyond width: Int) -> Bool {
    count > width && !hasQuoteIssue && (width..<count).allSatisfy { self[$0].isEmpty }
  }

  /// Takes the bytes of a row over what is left of another.
  mutating func copy(_ row: UnsafeRawBufferPointer) {
    guard row.count <= bytes.count else {
      bytes = Array(row)
      return
    }
    bytes.withUnsafeMutableBytes { $0.copyMemory(from: row) }
  }

  /// Takes the cells that begin at some offsets of bytes and are as long as ``ends`` says.
  mutating func take(_ starts: [Int], of row: UnsafeRawBufferPointer, separator: UInt8) {
    let ends = ends
    let length = (ends.last ?? 0) + Self.padding
    if bytes.count < length { bytes = [UInt8](repeating: 0, count: length) }
    bytes.withUnsafeMutableBytes { target in
      var place = 0
      for (start, end) in zip(starts, ends) {
        let cell = UnsafeRawBufferPointer(rebasing: row[start..<start + end - place])
        UnsafeMutableRawBufferPointer(rebasing: target[place..<end]).copyMemory(from: cell)
        target[end] = separator
        place = end + 1
      }
    }
  }

  /// Makes room for the next row; the bytes of this one may stay.
  mutating func clear() {
    ends.removeAll(keepingCapacity: true)
    hasQuoteIssue = false
    isUnended = false
    cutField = nil
    lineBreaks = 0
  }
}

/// A quote that is not as it should be.
package struct CSVIssue: Error, Hashable, Sendable {
  /// What is wrong with it.
  package enum Kind: String, Hashable, Sendable {
    /// A quoted field is not closed, as in a truncated file.
    case unclosedQuote = "unclosed-quote"
    /// Something stands between a closing quote and the next separator or line end.
    case textAfterQuote = "text-after-quote"
  }

  /// What is wrong.
  package let kind: Kind
  /// The line, from 1.
  package let line: Int
  /// The cell, from 1.
  package let cell: Int
}
