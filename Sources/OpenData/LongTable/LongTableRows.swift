internal import DocumentReading
import MunicipalModel

/// Puts a long table together from its rows.
struct LongTableRows: RowAssembly {
  /// A row: the positions of its keys in the order of their coming, and its counts.
  struct Row {
    var municipality: UInt16 = 0
    var year: UInt16 = 0
    var age: UInt16 = 0
    var sex: UInt16 = 0
    var line: Int32 = 0
    var population = LongTable.notGiven
    var inMigrants = LongTable.notGiven
    var outMigrants = LongTable.notGiven
  }

  let document: DocumentID
  var diagnostics: DiagnosticList
  var columns: [LongTableColumn?] = []
  /// What is wrong with the heading, if anything is.
  var headingError: OpenDataError?
  private var isReadable = false
  /// What the cells of each column mean.
  var memos: ContiguousArray<CellMemo> = []
  var place = Places()

  /// Where the columns stand.
  struct Places {
    var code = 0
    var name: Int?
    var year = 0
    var sex = 0
    var age = 0
    var lastAge: Int?
    var population = 0
    var inMigrants = 0
    var outMigrants = 0
  }

  var codes = KeyList<MunicipalityCode>()
  /// The names as printed.
  var names = KeyList<String>()
  /// The name of each code, as it first came, and those that came later.
  var nameOfCode: [Int] = []
  var otherNames: Set<[Int]> = []
  var years = KeyList<Int>()
  var ages = KeyList<AgeLabel>()
  var parts = KeyList<String>()
  var ageOfParts: [Int: Int] = [:]
  var rows: ContiguousArray<Row> = []

  init(_ document: DocumentID) {
    self.document = document
    diagnostics = DiagnosticList(document)
  }

  mutating func add(_ row: inout CSVRow) {
    guard !columns.isEmpty else { return readHeading(row) }
    guard isReadable else { return }
    if UTF8Validation.firstMalformedByte(in: Array(row.bytes.prefix(row.ends.last ?? 0))) != nil {
      diagnostics.add(
        .error, "malformed-text", line: row.line, printed: row.texts.joined(separator: ","),
        ja: "文字として読めないバイトがあるため、行を読みません",
        en: "bytes that are no text; the row is left out")
      return
    }
    guard row.count == columns.count, !row.hasQuoteIssue, row.lineBreaks == 0 else {
      return readOdd(row)
    }
    read(row)
  }

  /// Finds the columns by their names.
  private mutating func readHeading(_ row: CSVRow) {
    columns = row.texts.map { LongTableColumn(printed: $0) }
    for (position, column) in columns.enumerated() {
      if column == nil {
        diagnostics.add(
          .warning, "unknown-column", line: row.line, cell: position + 1,
          printed: row.text(position), ja: "使わない列です", en: "a column that is not used")
      } else if columns[..<position].contains(column) {
        headingError = OpenDataError(
          code: .repeatedColumn, document: document, line: row.line,
          found: LocalizedText(row.text(position)))
      }
    }
    let missing = LongTableColumn.allCases.filter { !$0.isOptional && !columns.contains($0) }
    guard missing.isEmpty else {
      headingError = OpenDataError(
        code: .missingColumn, document: document, line: row.line,
        expected: LocalizedText(missing.map(\.rawValue).joined(separator: ", ")),
        found: LocalizedText(row.texts.joined(separator: ", ")))
      return
    }
    func position(_ column: LongTableColumn) -> Int? { columns.firstIndex(of: column) }
    place = Places(
      code: position(.code) ?? 0, name: position(.name), year: position(.period) ?? 0,
      sex: position(.sex) ?? 0, age: position(.age) ?? 0, lastAge: position(.lastAge),
      population: position(.population) ?? 0, inMigrants: position(.inMigrants) ?? 0,
      outMigrants: position(.outMigrants) ?? 0)
    memos = ContiguousArray(repeating: CellMemo(), count: columns.count)
    isReadable = headingError == nil
  }

  /// Reads a row with line breaks in its quotes, or says why it is left out.
  private mutating func readOdd(_ row: CSVRow) {
    if row.isBlank { return }
    guard !row.hasQuoteIssue else {
      diagnostics.add(
        .error, "damaged-row", line: row.line, printed: row.texts.joined(separator: ","),
        ja: "引用符が正しくないため、行を読みません",
        en: "a quote is not as it should be; the row is left out")
      return
    }
    guard row.count == columns.count else {
      return diagnostics.addWrongCellCount(row, width: columns.count)
    }
    for position in columns.indices {
      let breaks = row[position].count { $0 == 0x0A || $0 == 0x0D }
      // A quote that is closed by that of a later row encloses the cells of whole rows.
      if breaks > 0,
        row[position].count(where: { $0 == 0x2C || $0 == 0x09 || $0 == 0x3B })
          >= breaks * max(1, columns.count - 1)
      {
        diagnostics.add(
          .error, "damaged-row", line: row.line, cell: position + 1, printed: row.text(position),
          ja: "引用符が\(row.lineBreaks + 1)行を囲んでいるため、それらの行を読みません",
          en: "a quote encloses \(row.lineBreaks + 1) lines, which are left out")
        return
      }
    }
    read(row)
  }

  private mutating func read(_ row: CSVRow) {
    var read = Row()
    read.line = Int32(clamping: row.line)
    let isUsable = row.bytes.withUnsafeBytes { bytes -> Bool in
      let code = key(place.code, row, bytes) { rows, text in rows.code(text) }
      let year = key(place.year, row, bytes) { rows, text in rows.year(text) }
      let sex = key(place.sex, row, bytes) { rows, text in rows.sex(text) }
      let age = self.age(row, bytes)
      read.population = count(row, bytes, place.population)
      read.inMigrants = count(row, bytes, place.inMigrants)
      read.outMigrants = count(row, bytes, place.outMigrants)
      let name = place.name.flatMap {
        key($0, row, bytes) { rows, text in rows.names.index(of: text) }
      }
      for (position, column) in columns.enumerated() where column == nil {
        // Only so that the row is known when it comes again.
        _ = key(position, row, bytes) { _, _ in 0 }
      }
      guard let code, let year, let sex, let age else { return false }
      if let name, nameOfCode[code] != name { readName(name, of: code, row) }
      read.municipality = UInt16(truncatingIfNeeded: code)
      read.year = UInt16(truncatingIfNeeded: year)
      read.sex = UInt16(truncatingIfNeeded: sex)
      read.age = UInt16(truncatingIfNeeded: age)
      return true
    }
    if isUsable { rows.append(read) }
  }

  static var knowsRows: Bool { true }

  /// Takes a row whose cells stood in others before and whose counts are a few plain digits, from its bytes.
  ///
  /// Nearly all rows of a table are such. They are found to be text by being equal to what was read, and need
  /// not be split.
  mutating func addKnown(
    _ bytes: UnsafeRawBufferPointer, at start: Int, line: Int, separator: UInt8
  ) -> Int? {
    guard isReadable, place.lastAge == nil else { return nil }
    let columns = columns
    var read = Row()
    var name = -1
    var offset = start
    let last = columns.count &- 1
    for position in 0...last {
      switch columns[position] {
      case .population, .inMigrants, .outMigrants:
        guard offset <= bytes.count &- 16 else { return nil }
        let (value, length) = ByteWord.digits(bytes.word(at: offset))
        guard length > 0, length < 8 else { return nil }
        offset &+= length
        let count = Int32(truncatingIfNeeded: value)
        if position == place.population {
          read.population = count
        } else if position == place.inMigrants {
          read.inMigrants = count
        } else {
          read.outMigrants = count
        }
      case let column:
        guard let (value, length) = memos[position].match(bytes, at: offset, separator: separator)
        else { return nil }
        offset &+= length
        switch column {
        case .code: read.municipality = UInt16(truncatingIfNeeded: value)
        case .name: name = value
        case .period: read.year = UInt16(truncatingIfNeeded: value)
        case .sex: read.sex = UInt16(truncatingIfNeeded: value)
        case .age: read.age = UInt16(truncatingIfNeeded: value)
        default: break
        }
      }
      if position < last {
        guard bytes[offset] == separator else { return nil }
        offset &+= 1
      }
    }
    if bytes[offset] == 0x0D { offset &+= 1 }
    guard bytes[offset] == 0x0A, name < 0 || nameOfCode[Int(read.municipality)] == name else {
      return nil
    }
    read.line = Int32(clamping: line)
    rows.append(read)
    return offset &+ 1
  }
}

/// Different values in the order of their coming.
struct KeyList<Value: Hashable> {
  private(set) var values: [Value] = []
  private var positions: [Value: Int] = [:]

  subscript(index: Int) -> Value { values[index] }

  /// The position of a value, which is added if it is new.
  mutating func index(of value: Value) -> Int {
    if let known = positions[value] { return known }
    positions[value] = values.count
    values.append(value)
    return values.count - 1
  }
}
