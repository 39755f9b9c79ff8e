extension CSVParser {
  /// Reads a row that ends within the bytes and whose quotes enclose whole cells, without quotes or line breaks in
  /// them, as exports write all cells; says where the next row begins.
  mutating func quotedRow(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    starts.removeAll(keepingCapacity: true)
    var offset = start
    var length = 0
    let last = bytes.count &- (8 + CSVRow.padding)
    while offset <= last {
      let isQuoted = bytes[offset] == 0x22
      let first = isQuoted ? offset &+ 1 : offset
      guard let end = isQuoted ? closingQuote(bytes, from: first) : cellEnd(bytes, from: first)
      else { break }
      starts.append(first)
      length &+= end &- first
      row.ends.append(length)
      length &+= 1
      offset = isQuoted ? end &+ 1 : end
      let byte = bytes[offset]
      if byte == separator {
        offset &+= 1
        continue
      }
      guard byte == 0x0A || byte == 0x0D, offset > start else { break }
      row.take(starts, of: bytes, separator: separator)
      row.line = line
      line += 1
      let isPair = byte == 0x0D && bytes[offset + 1] == 0x0A
      lastWasReturn = byte == 0x0D && !isPair
      return offset + (isPair ? 2 : 1)
    }
    row.ends.removeAll(keepingCapacity: true)
    return nil
  }

  /// The quote that closes a cell; `nil` if a line break is before it, or the bytes end.
  @inline(__always)
  private func closingQuote(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    place(bytes, from: start, below: 0x23) {
      $0 == 0x22 ? true : $0 == 0x0A || $0 == 0x0D ? false : nil
    }
  }

  /// Where a cell without quotes ends; `nil` if it has one, or the bytes end.
  @inline(__always)
  private func cellEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    place(bytes, from: start, below: bound) {
      $0 == separator || $0 == 0x0A || $0 == 0x0D ? true : $0 == 0x22 ? false : nil
    }
  }

  /// The first byte below a bound that is the one looked for; `nil` if another comes first that must not, or none.
  @inline(__always)
  private func place(
    _ bytes: UnsafeRawBufferPointer, from start: Int, below bound: UInt8,
    _ isRight: (UInt8) -> Bool?
  ) -> Int? {
    var offset = start
    while offset <= bytes.count &- (8 + CSVRow.padding) {
      var marks = ByteWord.marks(below: bound, in: bytes.word(at: offset))
      while marks != 0 {
        let found = offset &+ marks.trailingZeroBitCount &>> 3
        marks &= marks &- 1
        if let isRight = isRight(bytes[found]) { return isRight ? found : nil }
      }
      offset &+= 8
    }
    return nil
  }
}
