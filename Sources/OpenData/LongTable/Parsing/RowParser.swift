internal import MunicipalModel

/// Reads rows: most of them by comparing with what was read before, the others with care.
///
/// A cell of text that equals one read before is not decoded again, and a cell of digits is ASCII,
/// so every byte of the file is checked to be text although few are looked at one by one.
struct RowParser: ~Copyable {
  /// A row that is longer, or whose quotes close no earlier, is reported and skipped.
  static let maximumRowLength = 1 << 16

  let columns: ContiguousArray<LongTableColumn?>
  var log: IssueLog
  var names = NameMemo()
  var presence = KeyPresence()
  private var sexes = TextMemo()
  private var ages = TextMemo()
  private var years = TextMemo()
  private var others = TextMemo()
  private var codes = CodeMemo()
  private var cells: [RawCell] = []
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
        block, at: offset, isLast: isLast, limit: Self.maximumRowLength, into: &cells,
        newlines: &newlines)
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
      case .unclosedQuote: offset = giveUp(.unclosedQuote, block, at: offset, &segment)
      case .tooLong: offset = giveUp(.rowTooLong, block, at: offset, &segment)
      }
      if offset > block.count { return isLast ? .done(next: block.count) : .skipping }
    }
    return .done(next: offset)
  }

  /// Reports a row that cannot be read, and finds the next one behind the first newline.
  ///
  /// - Returns: where the next row begins, or an offset beyond the block if there is no newline in it.
  private mutating func giveUp(
    _ issue: LongTableIssue, _ block: borrowing ByteBlock, at start: Int, _ segment: inout Segment
  ) -> Int {
    log.note(
      issue, segment: segment.index, line: segment.lineCount, text: Self.lineText(block, at: start))
    segment.lineCount += 1
    var offset = start
    while offset < block.count, block[offset] != ByteWord.newline { offset += 1 }
    return offset + 1
  }

  /// The beginning of a line, for a message.
  private static func lineText(_ block: borrowing ByteBlock, at start: Int) -> String {
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
        guard let (code, length) = codes.match(block.word(at: offset)) else { return 0 }
        row.code = code
        offset &+= length
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

// The careful way.
extension RowParser {
  /// Gives the cells of a row their meaning, and remembers it; `false` if the row is not of use.
  @inline(never)
  private mutating func interpret(
    _ block: borrowing ByteBlock, _ row: inout RowRecord, line: Int, of segment: Int
  ) -> Bool {
    if cells.count == 1, cells[0].range.isEmpty {
      log.note(.emptyRow, segment: segment, line: line)
      return false
    }
    guard cells.count == columns.count else {
      let text = Self.lineText(block, at: cells[0].range.lowerBound)
      log.note(.cellCount, segment: segment, line: line, text: text)
      return false
    }
    var isUsable = true
    var name: (text: String, range: Range<Int>)?
    for (position, column) in columns.enumerated() {
      let raw = cells[position]
      let bytes = raw.bytes(in: block)
      func note(_ issue: LongTableIssue, _ log: inout IssueLog) {
        log.note(
          issue, segment: segment, line: line, cell: position + 1,
          text: String(decoding: bytes.prefix(240), as: UTF8.self))
      }
      guard let text = CellMeaning.text(bytes) else {
        note(.malformedText, &log)
        isUsable = isUsable && column?.isKey != true
        if let column { row.set(column, Count.unreadable) }
        continue
      }
      var issue: LongTableIssue?
      switch column {
      case .code:
        if let code = CellMeaning.code(text) {
          row.code = code
          codes.learn(block.word(at: raw.range.lowerBound), raw.range.count, code)
        } else {
          issue = .badCode
        }
      case .name: name = (text, raw.range)
      case .year:
        if let year = CellMeaning.year(text) {
          row.year = year
          years.learn(block, raw.range, value: year)
        } else {
          issue = .badYear
        }
      case .sex:
        if let sex = CellMeaning.sex(text) {
          row.sex = UInt8(sex)
          sexes.learn(block, raw.range, value: sex)
        } else {
          issue = .badSex
        }
      case .age:
        if let age = CellMeaning.age(text) {
          row.age = AgeKey(rawValue: age)
          ages.learn(block, raw.range, value: age)
        } else {
          issue = .badAge
        }
      case .population, .inMigrants, .outMigrants:
        guard let column else { continue }
        switch CellMeaning.count(text) {
        case .success(let value): row.set(column, value)
        case .failure(let failure):
          row.set(column, failure == .missing ? Count.missing : Count.unreadable)
          let kind: LongTableIssue =
            switch failure {
            case .missing: .missingCount
            case .unreadable: .badCount
            case .tooLarge: .tooLarge
            }
          note(kind, &log)
        }
      case nil: others.learn(block, raw.range, value: 0)
      }
      if let issue {
        note(issue, &log)
        isUsable = false
      }
    }
    if isUsable, let name, !name.text.isEmpty {
      names.learn(
        name.text, raw: name.range, in: block, code: row.code, segment: segment, line: line)
    }
    return isUsable
  }
}

extension LongTableColumn {
  /// Whether a row is of no use without the cell.
  fileprivate var isKey: Bool {
    switch self {
    case .code, .year, .sex, .age: true
    case .name, .population, .inMigrants, .outMigrants: false
    }
  }
}

extension RowRecord {
  fileprivate mutating func set(_ column: LongTableColumn, _ value: Int32) {
    switch column {
    case .population: population = value
    case .inMigrants: inMigrants = value
    case .outMigrants: outMigrants = value
    default: break
    }
  }
}
