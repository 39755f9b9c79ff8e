/// Splits UTF-8 text into rows of values that a comma, tab or semicolon separates (RFC 4180), chunk by chunk.
///
/// Line ends are LF, CRLF or CR. A row without quotes, or with quotes around whole cells, is read eight bytes at a time. A
/// quoted field may hold line breaks. A quote that is never closed does not swallow the rest of the file: after 64 KiB or 40 lines it is taken for a part of the text,
/// and the rows behind it are read again. Where that is not wanted, the text ends at the first quote that is
/// not as it should be.
package struct CSVParser {
  /// What is done with each row; the row is used again for the next one.
  package typealias Handler = (inout CSVRow) -> Void

  enum State {
    case fieldStart, unquoted, quoted, quoteInQuoted
  }

  /// The quotes that are not as they should be.
  package internal(set) var issues: [CSVIssue] = []
  /// The quote at which a strict parser has stopped.
  package internal(set) var fault: CSVIssue?
  var state = State.fieldStart
  var row = CSVRow()
  var line = 1
  var lastWasReturn = false
  /// Where the cells of a row of quotes begin.
  var starts: [Int] = []
  /// What stands behind the quote that is open, to be read again if it is never closed.
  var raw: [UInt8] = []
  var rawLines = 0
  var quoteLine = 1
  var textLength = 0
  var depth = 0

  /// What stands between the cells.
  package let separator: UInt8
  /// All bytes that end a field or open a quote are below it; what else is, stands seldom in a table.
  let bound: UInt8
  let isStrict: Bool

  /// - Parameters:
  ///   - separator: what stands between the cells; its own line is taken for read.
  ///   - isStrict: whether to stop at a quote that is not as it should be.
  package init(separator: CellSeparator = .comma, isStrict: Bool = false) {
    self.separator = separator.byte
    bound = max(separator.byte, 0x22) + 1
    self.isStrict = isStrict
    if separator.lineLength > 0 { line = 2 }
  }

  static let maximumRaw = 1 << 16
  /// A quoted field with more line breaks was never closed.
  package static let maximumLines = 40
  static let maximumIssues = 1000

  /// Reads the next bytes.
  ///
  /// - Parameters:
  ///   - known: takes a row that it knows as it stands, which begins at the offset and in the line, and says where
  ///     the next begins; the row is then not handled.
  ///   - handle: takes each other row.
  package mutating func parse(
    _ bytes: [UInt8],
    known: (UnsafeRawBufferPointer, _ start: Int, _ line: Int) -> Int? = { _, _, _ in nil },
    _ handle: Handler
  ) {
    bytes.withUnsafeBytes { words in
      var index = 0
      while index < bytes.count, fault == nil {
        if state == .fieldStart, row.ends.isEmpty {
          if let next = known(words, index, line) {
            line += 1
            lastWasReturn = false
            index = next
            continue
          }
          if let next = plainRow(words, from: index) ?? quotedRow(words, from: index) {
            handle(&row)
            row.clear()
            index = next
            continue
          }
          row.bytes.removeAll(keepingCapacity: true)
        }
        // Of other rows too, most bytes are plain text, which is copied run by run.
        let end = endOfRun(in: bytes, from: index)
        if end > index {
          append(bytes[index..<end])
          index = end
        } else {
          consume(bytes[index], handle)
          index += 1
        }
      }
    }
  }

  /// Reads a row that has text but no quote and ends within the bytes, and says where the next begins.
  private mutating func plainRow(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var offset = start
    scan: while offset <= bytes.count &- (8 + CSVRow.padding) {
      var marks = ByteWord.marks(below: bound, in: bytes.word(at: offset))
      while marks != 0 {
        let end = offset &+ marks.trailingZeroBitCount &>> 3
        marks &= marks &- 1
        let byte = bytes[end]
        if byte == separator {
          row.ends.append(end &- start)
        } else if byte == 0x0A || byte == 0x0D {
          guard end > start else { return nil }
          row.ends.append(end &- start)
          row.copy(UnsafeRawBufferPointer(rebasing: bytes[start..<end + CSVRow.padding]))
          row.line = line
          line += 1
          let isPair = byte == 0x0D && bytes[end + 1] == 0x0A
          lastWasReturn = byte == 0x0D && !isPair
          return end + (isPair ? 2 : 1)
        } else if byte == 0x22 {
          break scan
        }
      }
      offset &+= 8
    }
    row.ends.removeAll(keepingCapacity: true)
    return nil
  }

  /// Where the bytes that change nothing but the text of the field end.
  private func endOfRun(in bytes: [UInt8], from start: Int) -> Int {
    var end = start
    switch state {
    case .unquoted, .fieldStart:
      while end < bytes.count, isPlain(bytes[end]) { end += 1 }
    case .quoted:
      let limit =
        isStrict ? bytes.count : min(bytes.count, start + Self.maximumRaw - raw.count)
      while end < limit, bytes[end] != 0x22, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    case .quoteInQuoted: break
    }
    return end
  }

  private mutating func append(_ run: ArraySlice<UInt8>) {
    row.bytes += run
    lastWasReturn = false
    if state == .quoted {
      if !isStrict { raw += run }
      return
    }
    if state == .fieldStart, row.ends.isEmpty { row.line = line }
    state = .unquoted
  }

  /// Whether a byte ends no field and opens no quote.
  private func isPlain(_ byte: UInt8) -> Bool {
    byte != separator && byte != 0x22 && byte != 0x0A && byte != 0x0D
  }

  /// Reads the last row, which may have no line end.
  package mutating func finish(_ handle: Handler) {
    if isStrict, state == .quoted { stop(.unclosedQuote) }
    guard fault == nil else { return }
    while state == .quoted {
      let field = row.ends.count
      readAgain(handle)
      // Unless the quote was in a row before.
      if row.hasQuoteIssue { row.cutField = row.cutField ?? field }
    }
    if !row.ends.isEmpty || state == .quoteInQuoted
      || state == .unquoted && !row.bytes.isEmpty
    {
      row.isUnended = state != .quoteInQuoted
      endRow(handle)
    }
  }

  mutating func consume(_ byte: UInt8, _ handle: Handler) {
    switch state {
    case .unquoted:
      if byte == separator {
        endField()
      } else if byte == 0x0A || byte == 0x0D {
        lineEnd(byte, handle)
      } else {
        row.bytes.append(byte)
      }
    case .fieldStart:
      if byte == 0x22 {
        if row.ends.isEmpty { row.line = line }
        beginQuote()
      } else if byte == separator {
        if row.ends.isEmpty { row.line = line }
        endField()
      } else if byte == 0x0A || byte == 0x0D {
        lineEnd(byte, handle)
      } else {
        if row.ends.isEmpty { row.line = line }
        row.bytes.append(byte)
        state = .unquoted
      }
      lastWasReturn = byte == 0x0D
    case .quoted: consumeQuoted(byte, handle)
    case .quoteInQuoted: consumeBehindQuote(byte, handle)
    }
  }

  mutating func endField() {
    row.ends.append(row.bytes.count)
    row.bytes.append(separator)
    state = .fieldStart
    lastWasReturn = false
  }

  mutating func lineEnd(_ byte: UInt8, _ handle: Handler) {
    if byte == 0x0A, lastWasReturn, row.ends.isEmpty, state == .fieldStart {
      lastWasReturn = false
      return
    }
    endRow(handle)
    line += 1
    lastWasReturn = byte == 0x0D
  }

  private mutating func endRow(_ handle: Handler) {
    if row.ends.isEmpty, state == .fieldStart { return }
    row.ends.append(row.bytes.count)
    row.bytes += repeatElement(0, count: CSVRow.padding)
    row.lineBreaks = line - row.line
    handle(&row)
    row.clear()
    row.bytes.removeAll(keepingCapacity: true)
    state = .fieldStart
  }
}
