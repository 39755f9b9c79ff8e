/// A cell in quotes, and whether it ends as one should.
struct QuotedCell {
  /// Its bytes without the quotes, doubled quotes once.
  var content: [UInt8]
  /// How many newlines it holds.
  var newlines: Int
  /// Where what stands behind the closing quote begins; blanks are left out.
  var next: Int

  /// How the reading of a cell ends.
  enum Outcome {
    case closed(QuotedCell)
    case damaged(LongTableIssue)
    /// The block ends first; more of the file is needed.
    case incomplete
  }

  /// Reads the cell whose opening quote stands at an offset.
  ///
  /// - Parameters:
  ///   - end: where the bytes end that a row may have.
  ///   - isFinal: whether more bytes of the file would not change anything.
  ///   - width: how many cells a row has, if that is known.
  static func read(
    _ block: borrowing ByteBlock, at start: Int, end: Int, isFinal: Bool, width: Int?
  ) -> Outcome {
    var cell = QuotedCell(content: [], newlines: 0, next: start + 1)
    var commas = 0
    while true {
      guard cell.next < end else { return isFinal ? .damaged(.unclosedQuote) : .incomplete }
      let byte = block[cell.next]
      cell.next += 1
      if byte == ByteWord.quote {
        guard cell.next < end, block[cell.next] == ByteWord.quote else { break }
        cell.next += 1
      } else if byte == ByteWord.comma {
        commas += 1
      } else if byte == ByteWord.newline {
        cell.newlines += 1
        if cell.newlines > CSVParser.maximumLines { return .damaged(.unclosedQuote) }
      }
      cell.content.append(byte)
    }
    guard cell.newlines > 0 else {
      while cell.next < end, block[cell.next] == UInt8(ascii: " ") { cell.next += 1 }
      return endsCell(block, at: cell.next, end: end) ? .closed(cell) : .damaged(.textAfterQuote)
    }
    // A cell with the commas of whole rows has swallowed them.
    let isSwallowing = width.map { commas >= cell.newlines * max(1, $0 - 1) } ?? false
    return endsCell(block, at: cell.next, end: end) && !isSwallowing
      ? .closed(cell) : .damaged(.unclosedQuote)
  }

  /// Whether a comma, a line end or the end of the bytes stands at an offset.
  private static func endsCell(_ block: borrowing ByteBlock, at offset: Int, end: Int) -> Bool {
    guard offset < end else { return true }
    switch block[offset] {
    case ByteWord.comma, ByteWord.newline: return true
    case ByteWord.carriageReturn: return offset + 1 >= end || block[offset + 1] == ByteWord.newline
    default: return false
    }
  }
}
