/// The cells of a row as they are printed, in one text, so that a table of many rows takes little memory.
struct RowText: Hashable, Sendable, Codable {
  private let text: String
  /// Where each cell ends in the text, counted in bytes.
  private let ends: [Int32]

  /// Takes over the cells of a row from one on, at most up to a width.
  init(_ row: CSVRow, from first: Int = 0, width: Int) {
    let end = min(width, row.count)
    guard first < end else {
      text = ""
      ends = []
      return
    }
    let start = row.range(first).lowerBound
    text = String(decoding: row.bytes[start..<row.ends[end - 1]], as: UTF8.self)
    ends = row.ends[first..<end].map { Int32(clamping: $0 - start) }
  }

  /// A cell, counted from 0; empty beyond the last one.
  subscript(index: Int) -> String {
    guard ends.indices.contains(index) else { return "" }
    let bytes = text.utf8
    let start = index == 0 ? 0 : Int(ends[index - 1]) + 1
    let first = bytes.index(bytes.startIndex, offsetBy: start)
    let last = bytes.index(bytes.startIndex, offsetBy: Int(ends[index]))
    return String(text[first..<last])
  }
}
