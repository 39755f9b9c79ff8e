internal import MunicipalModel

// The careful way.
extension RowParser {
  /// Gives the cells of a row their meaning, and remembers it; `false` if the row is not of use.
  @inline(never)
  mutating func interpret(
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
          let isQuoted = raw.unquoted != nil
          codes.learn(
            block.word(at: raw.range.lowerBound + (isQuoted ? 1 : 0)),
            raw.range.count - (isQuoted ? 2 : 0), code)
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
