internal import DocumentReading
internal import MunicipalModel

/// A cell found by the careful reader.
struct RawCell {
  /// Where it stands, its quotes included.
  var range: Range<Int>
  /// Its bytes without quotes; `nil` if they are the bytes of `range`.
  var unquoted: [UInt8]?
}

/// How the careful reader leaves a row.
enum RowEnd {
  /// The row ends before this offset.
  case complete(next: Int)
  /// The row ends before this offset, and a quote in it is not as it should be.
  case damaged(CellDamage, next: Int)
  /// The block ends first; more of the file is needed.
  case incomplete
  /// The row is longer than ``RowParser/maximumRowLength``.
  case tooLong
}

/// A quote that is not as it should be.
struct CellDamage {
  var issue: LongTableIssue
  /// Where the quote stands that opens the cell.
  var offset: Int
  /// How many newlines of the row stand before it.
  var newlines: Int
  /// The cell, from 1.
  var cell: Int
}

/// Reads the cells of one row with all that a CSV file may have: quotes, doubled quotes, newlines in
/// quotes, CRLF, no newline at the end.
///
/// Behind a closing quote stands a comma or the end of the line, perhaps after blanks. Where something
/// else stands there, the quote that was found opens a cell of a later row, or the cell is damaged: the
/// opening quote is then taken for text, as `CSVParser` does, so that no other row is swallowed.
enum CellReader {
  /// Finds the cells of the row at an offset.
  ///
  /// - Parameters:
  ///   - isLast: whether the file ends with the block.
  ///   - width: how many cells a row has, if that is known.
  ///   - cells: takes the cells; it is emptied first.
  ///   - newlines: counts the newlines inside quotes.
  static func read(
    _ block: borrowing ByteBlock, at start: Int, isLast: Bool, limit: Int, width: Int?,
    into cells: inout [RawCell], newlines: inout Int
  ) -> RowEnd {
    cells.removeAll(keepingCapacity: true)
    let end = min(block.count, start + limit)
    let isWhole = isLast && end == block.count
    let cut: RowEnd = end < block.count ? .tooLong : .incomplete
    var damage: CellDamage?
    var offset = start
    while true {
      let first = offset
      var unquoted: [UInt8]?
      if offset < end, block[offset] == ByteWord.quote {
        switch QuotedCell.read(
          block, at: offset, end: end, isFinal: isLast || end < block.count, width: width)
        {
        case .closed(let cell):
          unquoted = cell.content
          newlines += cell.newlines
          offset = cell.next
        case .damaged(let issue):
          damage =
            damage
            ?? CellDamage(issue: issue, offset: first, newlines: newlines, cell: cells.count + 1)
        case .incomplete: return .incomplete
        }
      }
      while offset < end, block[offset] != ByteWord.comma, block[offset] != ByteWord.newline {
        offset += 1
      }
      if offset == end, !isWhole { return cut }
      let endsRow = offset == end || block[offset] == ByteWord.newline
      var last = offset
      if endsRow, last > first, block[last - 1] == ByteWord.carriageReturn { last -= 1 }
      cells.append(RawCell(range: first..<last, unquoted: unquoted))
      if endsRow {
        let next = min(offset + 1, block.count)
        return damage.map { .damaged($0, next: next) } ?? .complete(next: next)
      }
      offset += 1
    }
  }
}

extension RawCell {
  /// The bytes without quotes.
  func bytes(in block: borrowing ByteBlock) -> [UInt8] { unquoted ?? block.bytes(range) }
}

/// What cells mean, read with care. The results are remembered, so this is seldom called.
enum CellMeaning {
  /// The text, or `nil` if the bytes are not well-formed UTF-8.
  static func text(_ bytes: [UInt8]) -> String? {
    UTF8Validation.firstMalformedByte(in: bytes) == nil
      ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// The first five digits of a code; five digits that may have lost a zero are taken as they are.
  static func code(_ text: String) -> UInt16? {
    guard let code = (try? MunicipalityCode(printed: text)) ?? (try? MunicipalityCode(text)) else {
      return nil
    }
    return UInt16(exactly: code.number)
  }

  /// A calendar year: 2021, 2021年, 令和3年, R3.
  static func year(_ text: String) -> UInt16? {
    guard case .calendarYear(let year)? = try? Period(parsing: text, bareYear: .calendar),
      (1...9999).contains(year)
    else { return nil }
    return UInt16(year)
  }

  static func sex(_ text: String) -> UInt16? { Sex(printed: text).map { UInt16($0.key) } }

  static func age(_ text: String) -> UInt16? {
    (try? AgeLabel(printed: text)).map { AgeKey($0).rawValue }
  }

  /// A count of persons, or why there is none: digits, also full width, perhaps in groups of three.
  static func count(_ text: String) -> Result<Int32, CountFailure> {
    let digits = TextFolding.key(text)
    if digits.isEmpty { return .failure(.missing) }
    var value: Int32 = 0
    var sinceComma: Int?
    var isTooLarge = false
    for (position, byte) in digits.utf8.enumerated() {
      if byte == ByteWord.comma {
        guard position > 0, sinceComma.map({ $0 == 3 }) ?? (position <= 3) else {
          return .failure(.unreadable)
        }
        sinceComma = 0
        continue
      }
      guard (0x30...0x39).contains(byte) else { return .failure(.unreadable) }
      sinceComma = sinceComma.map { $0 + 1 }
      let (tens, first) = value.multipliedReportingOverflow(by: 10)
      let (sum, second) = tens.addingReportingOverflow(Int32(byte - 0x30))
      isTooLarge = isTooLarge || first || second
      value = isTooLarge ? 0 : sum
    }
    if let sinceComma, sinceComma != 3 { return .failure(.unreadable) }
    return isTooLarge ? .failure(.tooLarge) : .success(value)
  }

  /// Why a cell holds no count.
  enum CountFailure: Error {
    case missing, unreadable, tooLarge
  }
}
