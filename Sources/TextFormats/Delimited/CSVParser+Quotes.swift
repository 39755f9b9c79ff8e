/// Reading of quotes, and reading again behind one that is never closed.
extension CSVParser {
  mutating func consumeQuoted(_ byte: UInt8, _ handle: Handler) {
    if !isStrict { raw.append(byte) }
    if byte == 0x22 {
      state = .quoteInQuoted
    } else {
      row.bytes.append(byte)
      countQuotedLine(byte)
      if raw.count > Self.maximumRaw || rawLines > Self.maximumLines, !isStrict {
        readAgain(handle)
      }
    }
  }

  mutating func consumeBehindQuote(_ byte: UInt8, _ handle: Handler) {
    if byte == 0x22 {
      if !isStrict { raw.append(byte) }
      row.bytes.append(byte)
      lastWasReturn = false
      state = .quoted
    } else if byte == separator {
      endField()
    } else if byte == 0x0A || byte == 0x0D {
      lineEnd(byte, handle)
    } else if isStrict {
      stop(.textAfterQuote)
    } else if rawLines > 0, depth < 4 {
      // The quote that closed the field belongs to a later row: the field was never closed.
      raw.append(byte)
      readAgain(handle)
    } else if byte == 0x20 {
      raw.append(byte)  // A blank between the quote and the comma.
    } else {
      report(.textAfterQuote, line: line)
      row.bytes.append(byte)
      state = .unquoted
    }
  }

  mutating func beginQuote() {
    state = .quoted
    raw.removeAll(keepingCapacity: true)
    rawLines = 0
    lastWasReturn = false
    quoteLine = line
    textLength = row.bytes.count
  }

  /// Counts a line break within quotes; CR LF is one.
  mutating func countQuotedLine(_ byte: UInt8) {
    if byte == 0x0D || byte == 0x0A && !lastWasReturn {
      line += 1
      rawLines += 1
    }
    lastWasReturn = byte == 0x0D
  }

  /// Takes the open quote for text, and reads what stands behind it again.
  mutating func readAgain(_ handle: Handler) {
    report(.unclosedQuote, line: quoteLine)
    row.bytes.removeLast(row.bytes.count - textLength)
    line = quoteLine
    state = .unquoted
    lastWasReturn = false
    let again = raw
    raw = []
    depth += 1
    for byte in again { consume(byte, handle) }
    depth -= 1
  }

  mutating func report(_ kind: CSVIssue.Kind, line: Int) {
    row.hasQuoteIssue = true
    guard issues.count < Self.maximumIssues else { return }
    issues.append(CSVIssue(kind: kind, line: line, cell: row.ends.count + 1))
  }

  mutating func stop(_ kind: CSVIssue.Kind) {
    fault = CSVIssue(kind: kind, line: quoteLine, cell: row.ends.count + 1)
  }
}
