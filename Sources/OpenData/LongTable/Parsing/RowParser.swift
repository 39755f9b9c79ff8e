internal import MunicipalModel

/// Reads rows: most of them by comparing with what was read before, the others with care.
///
/// A cell of text that equals one read before is not decoded again, and a cell of digits is ASCII,
/// so every byte of the file is checked to be text although few are looked at one by one.
struct RowParser: ~Copyable {
  /// A row that is longer is reported and skipped.
  static let maximumRowLength = 1 << 16

  let columns: ContiguousArray<LongTableColumn?>
  var log: IssueLog
  var names = NameMemo()
  var presence = KeyPresence()
  var sexes = TextMemo()
  var ages = TextMemo()
  var years = TextMemo()
  var others = TextMemo()
  var codes = CodeMemo()
  var cells: [RawCell] = []
  /// Where the name stands if its column comes before the code.
  private let isNameFirst: Bool

  init(layout: TableLayout, diagnosticLimit: Int) {
    columns = ContiguousArray(layout.columns)
    log = IssueLog(limit: diagnosticLimit)
    let name = layout.columns.firstIndex(of: .name) ?? .max
    isNameFirst = name < layout.columns.firstIndex(of: .code) ?? .max
  }

  /// How far a block was read.
  enum Progress {
    /// All rows that begin before the end were read; the next begins here.
    case done(next: Int)
    /// The row that begins here does not end in the block.
    case needsMore(row: Int)
    /// A row was given up, and the next begins behind the first newline after the block.
    case skipping
  }

  /// Reads the rows that begin at `start` and before `end`.
  ///
  /// - Parameter isLast: whether the file ends with the block.
  mutating func parse(
    _ block: borrowing ByteBlock, from start: Int, to end: Int, isLast: Bool,
    into segment: inout Segment
  ) -> Progress {
    var offset = start
    while offset < end {
      var row = RowRecord()
      let next = readKnown(block, at: offset, &row, line: segment.lineCount, of: segment.index)
      if next > 0 {
        presence.add(row)
        segment.append(row)
        segment.lineCount &+= 1
        offset = next
        continue
      }
      var newlines = 0
      let ending = CellReader.read(
        block, at: offset, isLast: isLast, limit: Self.maximumRowLength, width: columns.count,
        into: &cells, newlines: &newlines)
      switch ending {
      case .incomplete: return .needsMore(row: offset)
      case .complete(let next):
        var row = RowRecord()
        if interpret(block, &row, line: segment.lineCount, of: segment.index) {
          presence.add(row)
          segment.append(row)
        }
        segment.lineCount += 1 + newlines
        offset = next
      case .damaged(let damage, let next):
        log.note(
          damage.issue, segment: segment.index, line: segment.lineCount + damage.newlines,
          cell: damage.cell, text: Self.lineText(block, at: damage.offset))
        segment.lineCount += 1 + newlines
        offset = next
      case .tooLong: offset = giveUp(block, at: offset, &segment)
      }
      if offset > block.count { return isLast ? .done(next: block.count) : .skipping }
    }
    return .done(next: offset)
  }

  /// Reports a row that is too long, and finds the next one behind the first newline.
  ///
  /// - Returns: where the next row begins, or an offset beyond the block if there is no newline in it.
  private mutating func giveUp(
    _ block: borrowing ByteBlock, at start: Int, _ segment: inout Segment
  ) -> Int {
    log.note(
      .rowTooLong, segment: segment.index, line: segment.lineCount,
      text: Self.lineText(block, at: start))
    segment.lineCount += 1
    var offset = start
    while offset < block.count, block[offset] != ByteWord.newline { offset += 1 }
    return offset + 1
  }

  /// The beginning of a line, for a message.
  static func lineText(_ block: borrowing ByteBlock, at start: Int) -> String {
    let bytes = block.bytes(start..<min(block.count, start + 240))
    return String(decoding: bytes.prefix { $0 != ByteWord.newline }, as: UTF8.self)
  }

  /// Reads a row whose cells are all of known spelling, and returns where the next begins; or 0.
  @inline(__always)
  private mutating func readKnown(
    _ block: borrowing ByteBlock, at start: Int, _ row: inout RowRecord, line: Int,
    of segment: Int
  ) -> Int {
    var offset = start
    var nameStart = 0
    var nameEnd = 0
    var missing = false
    let last = columns.count &- 1
    for position in 0...last {
      switch columns[position] {
      case .code:
        if let (code, length) = codes.match(block.word(at: offset)) {
          row.code = code
          offset &+= length
        } else if block[offset] == ByteWord.quote,
          let (code, length) = codes.match(block.word(at: offset &+ 1)),
          block[offset &+ 1 &+ length] == ByteWord.quote
        {
          row.code = code
          offset &+= length &+ 2
        } else {
          return 0
        }
      case .name:
        if isNameFirst {
          nameStart = offset
          offset = Self.endOfText(block, from: offset)
          nameEnd = offset
        } else {
          guard let length = names.match(block, at: offset, code: row.code) else { return 0 }
          offset &+= length
        }
      case .year:
        guard let (year, length) = years.match(block, at: offset) else { return 0 }
        row.year = year
        offset &+= length
      case .sex:
        guard let (sex, length) = sexes.match(block, at: offset) else { return 0 }
        row.sex = UInt8(truncatingIfNeeded: sex)
        offset &+= length
      case .age:
        guard let (age, length) = ages.match(block, at: offset) else { return 0 }
        row.age = AgeKey(rawValue: age)
        offset &+= length
      case .population, .inMigrants, .outMigrants:
        var (value, count) = ByteWord.digits(block.word(at: offset))
        if count == 0 {
          if block[offset] == ByteWord.quote {
            (value, count) = ByteWord.digits(block.word(at: offset &+ 1))
            guard count > 0, block[offset &+ 1 &+ count] == ByteWord.quote else { return 0 }
            count &+= 2
          } else {
            missing = true
          }
        }
        offset &+= count
        let figure = count == 0 ? Count.missing : Int32(truncatingIfNeeded: value)
        if columns[position] == .population {
          row.population = figure
        } else if columns[position] == .inMigrants {
          row.inMigrants = figure
        } else {
          row.outMigrants = figure
        }
      case nil:
        if let length = others.match(block, at: offset)?.length {
          offset &+= length
        } else {
          offset = Self.endOfPlainText(block, from: offset)
        }
      }
      if position < last {
        guard block[offset] == ByteWord.comma else { return 0 }
        offset &+= 1
      }
    }
    if block[offset] == ByteWord.carriageReturn { offset &+= 1 }
    guard block[offset] == ByteWord.newline, offset &- start < Self.maximumRowLength else {
      return 0
    }
    if isNameFirst, names.match(block, at: nameStart, code: row.code) != nameEnd &- nameStart {
      return 0
    }
    if missing { noteMissing(row, line: line, of: segment) }
    return offset &+ 1
  }

  /// Where the cell ends, if it has no quotes.
  @inline(__always)
  private static func endOfText(_ block: borrowing ByteBlock, from start: Int) -> Int {
    var offset = start
    while offset < block.count {
      let length = ByteWord.lengthBeforeDelimiter(block.word(at: offset))
      offset &+= length
      if length < 8 { break }
    }
    return min(offset, block.count)
  }

  /// Where the cell ends, or where a quote or a byte outside ASCII stands in it.
  @inline(__always)
  private static func endOfPlainText(_ block: borrowing ByteBlock, from start: Int) -> Int {
    var offset = start
    while offset < block.count {
      let length = ByteWord.lengthOfPlainText(block.word(at: offset))
      offset &+= length
      if length < 8 { break }
    }
    return min(offset, block.count)
  }

  @inline(never)
  private mutating func noteMissing(_ row: RowRecord, line: Int, of segment: Int) {
    for (position, column) in columns.enumerated() {
      let isMissing =
        switch column {
        case .population: row.population == Count.missing
        case .inMigrants: row.inMigrants == Count.missing
        case .outMigrants: row.outMigrants == Count.missing
        default: false
        }
      if isMissing { log.note(.missingCount, segment: segment, line: line, cell: position + 1) }
    }
  }
}
