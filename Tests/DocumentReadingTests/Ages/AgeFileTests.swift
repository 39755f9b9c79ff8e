import DocumentReading
import Foundation
import MunicipalModel
import Testing

@Suite("Tidy files of counts by age")
struct AgeFileTests {
  static let head = "municipality_code,period,sex,age_from,age_to,population\n"
  static let men = "012131,2020,male,0,14,10\n012131,2020,male,15,,20\n"
  static let women = "012131,2020,female,0,14,11\n012131,2020,female,15,,21\n"

  static func tables(
    _ text: String, _ measure: AgeMeasure = .population
  ) throws -> [CitedAgeTable] {
    try AgeFile(id: "file.csv", text: text).tables(of: measure)
  }

  @Test func `Columns are found by name, in any order, quoted and with other line ends`() throws {
    let text = """
      \u{FEFF}"note","out_migrants",AGE_TO,age_from,sex,period,municipality_code,in_migrants\r
      x,"1,234",14,0,女,令和2年,01213,5\r
      "a, b",２,,15,Female,2020年,012131,6\r
      x,3,14,0,男,CY2020,012131,７\r
      x,4,,15,m,2020,012131,8.5
      """
    let file = try AgeFile(id: "file.csv", text: text)
    #expect(file.otherColumns == ["note"])
    #expect(file.has(.inMigrants) && file.has(.outMigrants) && !file.has(.population))
    let inMigrants = try #require(try file.tables(of: .inMigrants).first)
    let outMigrants = try #require(try file.tables(of: .outMigrants).first)
    #expect(inMigrants.table.counts == [7, 8.5, 5, 6])
    #expect(outMigrants.table.counts == [3, 4, 1234, 2])
    #expect(inMigrants.period == .calendarYear(2020))
    #expect(outMigrants.citations.map(\.line) == [4, 5, 2, 3])
    #expect(outMigrants.citations[2].printed == "1,234" && outMigrants.citations[2].cell == 2)
  }

  @Test func `One table a municipality, period and statistic`() throws {
    let second = (Self.men + Self.women).replacingOccurrences(of: "012131", with: "012106")
    let third = (Self.men + Self.women).replacingOccurrences(of: ",2020,", with: ",2021-01-01,")
    let tables = try Self.tables(Self.head + Self.men + Self.women + second + third)
    #expect(tables.map(\.municipality.sixDigits) == ["012131", "012106", "012131"])
    #expect(tables.map { $0.period?.code } == ["CY2020", "CY2020", "2021-01-01"])
    #expect(tables[1].citations.map(\.line) == [6, 7, 8, 9])
  }

  @Test func `Unknown ages stand apart, totals are checked, printed groups are read`() throws {
    let text =
      Self.head + Self.men + Self.women + """
        012131,2020,male,not_reported,,3
        012131,2020,male,total,,33
        012131,2020,both,0～14歳,,21
        012131,2020,both,total,,65
        012131,2020,both,不詳,,3
        """
    let table = try #require(try Self.tables(text).first)
    #expect(table.table.counts == [10, 20, 11, 21] && table.table.notReported == [3, 0])
    #expect(table.notReportedCitations.map { $0?.line } == [6, nil])
    let wrong = text.replacingOccurrences(of: "both,不詳,,3", with: "both,不詳,,4")
    let error = try #require(throws: AgeFileError.self) { try Self.tables(wrong) }
    #expect(error.code.rawValue == "total-differs" && error.line == 10)
  }

  @Test(
    "Thousands are set apart by commas of three digits, or the count is refused",
    arguments: [("1,234", 1234), ("12,345", 12345), ("1234", 1234), ("1,234,567", 1_234_567)])
  func separators(count: String, value: Double) throws {
    func text(_ count: String) -> String {
      Self.head + Self.men.replacingOccurrences(of: ",14,10", with: ",14,\"\(count)\"") + Self.women
    }
    #expect(try Self.tables(text(count)).first?.table.counts.first == value)
    for other in ["1234,567", "1,23", "12,34", ",123", "1,,234"] {
      #expect(throws: AgeFileError.self, "\(other)") { try Self.tables(text(other)) }
    }
  }

  @Test func `Both sexes together are a table, too`() throws {
    let text = Self.head + Self.men.replacingOccurrences(of: "male", with: "both")
    #expect(try Self.tables(text).first?.table.sexes == [.both])
  }

  /// What is wrong with a file, and how it is told.
  struct Fault: Sendable {
    let text: String
    let code: String
    let line: Int?
    var sex: Sex?

    /// A file whose women's rows, lines 4 and 5, are changed.
    static func women(
      _ old: String, _ new: String, _ code: String, _ line: Int? = 5, _ sex: Sex? = nil
    ) -> Self {
      let changed = women.replacingOccurrences(of: old, with: new)
      return Self(text: head + men + changed, code: code, line: line, sex: sex)
    }

    /// A file with a further row, line 6.
    static func row(_ row: String, _ code: String, _ line: Int, _ sex: Sex? = nil) -> Self {
      Self(text: head + men + women + row + "\n", code: code, line: line, sex: sex)
    }

    static let women = AgeFileTests.women
    static let men = AgeFileTests.men
    static let head = AgeFileTests.head
  }

  static let faults: [Fault] = [
    Fault(text: head + men, code: "missing-sex", line: nil, sex: .female),
    Fault(text: head + men + "012131,2020,female,0,,32\n", code: "missing-row", line: nil),
    .row("012131,2020,male,15,,20", "duplicate-row", 6, .male),
    .row("012131,2020,female,20,,1", "open-group-in-middle", 5, .female),
    .row("012131,2020,both,total,,63", "total-differs", 6, .both),
    .row("012131,2020,male,total,,29", "total-differs", 6, .male),
    .women("0,14", "0,10", "gap-between-ages", 5, .female),
    .women("15,,", "14,,", "overlapping-ages", 5, .female),
    .women(",21", ",-21", "negative-count", 5, .female),
    .women(",21", ",", "unreadable-count", 5, .female),
    .women(",21", ",\"2,1\"", "unreadable-count", 5, .female),
    .women(",21", ",nan", "unreadable-count", 5, .female),
    .women(",21", ",1e3", "unreadable-count", 5, .female),
    .women(",21", ",X", "unreadable-count", 5, .female),
    .women("female,15", "女性たち,15", "unreadable-sex"),
    .women(",15,,", ",15,14,", "unreadable-age"),
    .women(",15,,", ",-15,,", "unreadable-age"),
    .women(",15,,", ",total,14,", "unreadable-age"),
    .women(",15,,", ",999,,", "unreadable-age"),
    .women("2020,female,15", "soon,female,15", "unreadable-period"),
    .women("012131", "012130", "unreadable-municipality", 4),
    .women(",21\n", ",21,1\n", "wrong-cell-count"),
    .women(",,21\n", "", "wrong-cell-count"),
    .women("female,0", "\"female,0", "unclosed-quote", 4),
    Fault(
      text: head.replacingOccurrences(of: "age_to", with: "to") + men, code: "missing-column",
      line: 1),
    Fault(
      text: head.replacingOccurrences(of: "population", with: "peopel") + men + women,
      code: "missing-column", line: 1),
    Fault(
      text: head.replacingOccurrences(of: "population", with: "age_to") + men,
      code: "repeated-column", line: 1),
    Fault(text: head, code: "no-rows", line: nil),
    Fault(text: "", code: "empty-file", line: nil),
    Fault(text: "\n \n", code: "empty-file", line: nil),
    Fault(text: head + men + "\u{0}\n", code: "not-text", line: 4),
  ]

  @Test(arguments: faults)
  func `A bad row is named by its line`(fault: Fault) throws {
    let error = try #require(throws: AgeFileError.self) { try Self.tables(fault.text) }
    #expect(error.code.rawValue == fault.code && error.file == "file.csv")
    if let line = fault.line { #expect(error.line == line) }
    if let sex = fault.sex { #expect(error.sex == sex) }
    #expect(!error.message.ja.contains(fault.code) && !error.message.en.contains(fault.code))
    #expect(error.message.en.hasPrefix("file.csv") && error.description.contains(fault.code))
  }

  @Test func `All bad rows are named at once, by line, column and cell`() throws {
    let text =
      Self.head + "012131,2020,male,0,14,X\n012130,soon,male,15,,20\n"
      + "012131,2020,female,0,14\n012131,2020,female,15,,-21\n012131,2020,female,15,,21\n"
    let error = try #require(throws: AgeFileError.self) { try Self.tables(text) }
    let all = [error] + error.others
    #expect(
      all.map { "\($0.line ?? 0) \($0.code.rawValue) \($0.column ?? "-") \($0.text ?? "-")" } == [
        "2 unreadable-count population X",
        "3 unreadable-municipality municipality_code 012130, wrong-check-digit",
        "3 unreadable-period period soon", "4 wrong-cell-count - 5, 6",
        "5 negative-count population -21", "6 duplicate-row - file.csv:5",
      ])
    #expect(error.unlisted == 0)
    let lines = error.messages.map(\.en)
    #expect(lines.count == 6)
    #expect(lines[4] == "file.csv:5: population, female, 15+: the count is below zero (-21)")
    #expect(error.message.en == lines[0] + "; and 5 more")
  }

  @Test func `Twenty bad rows are listed and the others counted`() throws {
    let rows = (0..<30).map { "012131,2020,male,\($0),\($0),?\n" }.joined()
    let error = try #require(throws: AgeFileError.self) { try Self.tables(Self.head + rows) }
    #expect(error.others.map(\.line) == (3...21).map { $0 } && error.unlisted == 10)
    #expect(error.messages.count == 21 && error.messages.last?.en == "and 10 more")
    #expect(error.message.ja.hasSuffix("ほかに29件") && error.description.hasSuffix("; 29 more"))
  }

  @Test func `A count is told as it is printed`() throws {
    let text = Self.head + Self.men + Self.women + "012131,2020,male,total,,\"1,029\"\n"
    let error = try #require(throws: AgeFileError.self) { try Self.tables(text) }
    #expect(error.code.rawValue == "total-differs" && error.text == "1029 ≠ 30")
  }

  @Test func `The bad rows of several measures are named together`() throws {
    let text =
      "municipality_code,period,sex,age_from,age_to,in_migrants,out_migrants\n"
      + "012131,2020,both,0,,x,1\n012106,2020,both,0,,1,y\n"
    let file = try AgeFile(id: "file.csv", text: text)
    let error = try #require(throws: AgeFileError.self) {
      try file.tables(of: [.inMigrants, .outMigrants])
    }
    #expect([error.column, error.others.first?.column] == ["in_migrants", "out_migrants"])
  }

  @Test func `Bytes that are no text`() throws {
    for bytes in [[0xFF, 0xFE, 0x41], [0x93, 0xFA, 0x96, 0x7B], [0x00]] as [[UInt8]] {
      let error = try #require(throws: AgeFileError.self) {
        try AgeFile(id: "x", bytes: bytes)
      }
      #expect(error.code == .notText)
    }
  }

  /// Whatever is cut off or changed in a file, it is read or refused, and never anything else.
  @Test func `Truncated and damaged files`() throws {
    let bytes = Array((Self.head + Self.men + Self.women).utf8)
    for length in 0..<bytes.count {
      _ = try? Self.tables(String(decoding: bytes[..<length], as: UTF8.self))
    }
    for position in bytes.indices {
      for byte in [0x00, 0x22, 0x2C, 0x0A, 0x0D, 0x2D, 0xE3, 0x39] as [UInt8] {
        var damaged = bytes
        damaged[position] = byte
        _ = try? AgeFile(id: "x", bytes: damaged).tables(of: .population)
      }
    }
    #expect(try Self.tables(String(decoding: bytes, as: UTF8.self)).count == 1)
  }
}
