import MunicipalModel
import OpenData
import Testing

/// What may stand in a long table, and what is said about it.
@Suite struct LongTableReadingTests {
  static let header = "code,name,year,sex,age,population,in_migrants,out_migrants\n"
  let sapporo = MunicipalityCode(.hokkaido, 100)

  private func age(_ text: String) throws -> AgeLabel { try AgeLabel(printed: text) }

  private func table(_ rows: String, options: LongTableOptions = .init()) throws -> LongTable {
    try .read(Array((Self.header + rows).utf8), options: options)
  }

  private func noticed(_ table: LongTable) -> [String] {
    table.diagnostics.kept.map {
      "\($0.citation.line):\($0.citation.cell ?? 0) \($0.code.rawValue) \($0.citation.printed)"
    }
  }

  @Test func columnsStandInAnyOrderAndInJapanese() throws {
    let text =
      "\u{FEFF}備考,年齢階級,転出者数,性別,人口,転入者数,西暦,市区町村名,団体コード\r\n"
      + "\"a,b\",２０～２４歳,7,男,\"1,234\",５,令和3年,札幌市,01100"
    let table = try LongTable.read(Array(text.utf8))
    #expect(table.years == [2021])
    #expect(table.name(of: sapporo) == "札幌市")
    let ages = try age("20-24")
    func count(_ column: LongTableColumn) -> Int? {
      table.count(column, of: sapporo, year: 2021, sex: .male, age: ages)
    }
    #expect(count(.population) == 1234)
    #expect(count(.inMigrants) == 5)
    #expect(count(.outMigrants) == 7)
    #expect(count(.name) == nil)
    #expect(noticed(table) == ["1:1 unknown-column 備考", "1:0 one-sex "])
  }

  @Test func badCellsAreNamedAndGoodOnesKept() throws {
    let table = try table(
      """
      01100,札幌市,2020,male,20-24,100,5,4
      011003,札幌市,2020,female,20-24,100,5,4
      01100,札幌市,2020,female,20-24,1x0,,2147483648
      01100,札幌市,20x0,neither,old,100,5,4
      01100,札幌市,2020,female,20-24
      01100,札幌,2020,male,25-29,2147483647,1,1

      01100,札幌市,2020,male,20-24,100,5,4
      01100,札幌市,2020,male,20-24,101,5,4
      """)
    #expect(
      noticed(table) == [
        "3:1 unreadable-code 011003", "4:6 unreadable-count 1x0", "4:7 missing-count ",
        "4:8 count-too-large 2147483648", "5:3 unreadable-year 20x0", "5:4 unreadable-sex neither",
        "5:5 unreadable-age old", "6:0 wrong-number-of-cells 01100,札幌市,2020,female,20-24",
        "7:2 different-name 札幌 (札幌市)", "8:0 empty-row ", "9:0 duplicate-row ",
        "10:0 conflicting-row ",
      ])
    let (young, older) = (try age("20-24"), try age("25-29"))
    #expect(table.count(.population, of: sapporo, year: 2020, sex: .male, age: young) == 100)
    #expect(table.count(.population, of: sapporo, year: 2020, sex: .female, age: young) == nil)
    #expect(
      table.count(.population, of: sapporo, year: 2020, sex: .male, age: older) == 2_147_483_647)
  }

  @Test func memoryDoesNotGrowWithTheDamage() throws {
    let rows = String(repeating: "01100,札幌市,2020,male,old,1,1,1\n", count: 5000)
    let table = try table(rows, options: LongTableOptions(diagnosticLimit: 3))
    #expect(table.diagnostics.kept.map(\.citation.line) == [2, 3, 4])
    #expect(table.diagnostics.count(of: "unreadable-age") == 5000)
    #expect(table.diagnostics.total == 5000)
  }

  @Test func anUnclosedQuoteCostsOneRow() throws {
    let filler = String(repeating: "01100,札幌市,2020,male,20-24,1,1,1\n", count: 3000)
    for threads in [1, 2] {
      var options = LongTableOptions(threads: threads)
      options.diagnosticLimit = 2
      let table = try table("01100,\"札幌市,2019,male,20-24,1,1,1\n" + filler, options: options)
      #expect(table.rowCount == 3000)
      #expect(table.diagnostics.count(of: "unclosed-quote") == 1)
      let unclosed = table.diagnostics.kept.first { $0.code == "unclosed-quote" }
      #expect(unclosed?.citation.line == 2)
    }
    let long = "01100," + String(repeating: "x", count: 70_000) + ",2020,male,20-24,1,1,1\n"
    let table = try table(long + "01100,札幌市,2020,male,20-24,1,1,1\n")
    #expect(table.rowCount == 1)
    #expect(table.diagnostics.count(of: "row-too-long") == 1)
  }

  @Test func cp932IsDetectedOrForced() throws {
    // 札幌市 and ㈱髙崎 in CP932, by the tables of Microsoft's code page 932.
    let sapporo: [UInt8] = [0x8E, 0x44, 0x96, 0x79, 0x8E, 0x73]
    let company: [UInt8] = [0x87, 0x8A, 0xFB, 0xFC, 0x8D, 0xE8]
    func bytes(_ name: [UInt8]) -> [UInt8] {
      Array((Self.header + "01100,").utf8) + name + Array(",2020,male,20-24,1,1,1\n".utf8)
    }
    #expect(try LongTable.read(bytes(sapporo)).name(of: self.sapporo) == "札幌市")
    let forced = LongTableOptions(encoding: .cp932)
    #expect(try LongTable.read(bytes(company), options: forced).name(of: self.sapporo) == "㈱髙崎")
    // Seen only behind the beginning that is looked at first.
    let ascii = String(repeating: "01101,a,2020,male,20-24,1,1,1\n", count: 3000)
    let late =
      Array((Self.header + ascii + "01100,").utf8) + sapporo
      + Array(",2020,male,20-24,1,1,1\n".utf8)
    #expect(try LongTable.read(late).name(of: self.sapporo) == "札幌市")
    // A byte that is neither is named, and the row is kept without the name.
    let table = try LongTable.read(bytes([0x8E, 0x44, 0xFF]))
    #expect(noticed(table).map { $0.prefix(18) } == ["1:0 one-sex ", "2:2 malformed-text"])
    #expect(table.rowCount == 1)
    #expect(table.name(of: self.sapporo) == nil)
    let utf8 = try LongTable.read(bytes(sapporo), options: LongTableOptions(encoding: .utf8))
    #expect(utf8.diagnostics.count(of: "malformed-text") == 1)
  }

  @Test(arguments: [
    ("", "empty-document"), ("\u{FEFF}", "empty-document"), ("\0\u{1}\u{2}", "not-text"),
    ("code,year\n", "missing-columns"), ("\n", "missing-columns"),
    ("code,code,year\n", "duplicate-column"), ("\"code,name\n", "damaged-quotes"),
    ("\"code\"x,name\n", "damaged-quotes"),
  ])
  func whatIsNoLongTableIsRefused(text: String, code: String) throws {
    let error = #expect(throws: LongTableError.self) { try LongTable.read(Array(text.utf8)) }
    #expect(error?.code.rawValue == code)
    #expect(error?.message.ja.isEmpty == false)
  }

  @Test func aFirstLineAloneIsAnEmptyTable() throws {
    let table = try table("")
    #expect(table.rowCount == 0)
    #expect(table.codes.isEmpty)
    #expect(noticed(table) == ["1:0 no-rows "])
    #expect(try rateLines(of: table).isEmpty)
    #expect(throws: LongTableError.self) { try table.socialChangeRates().ranked(at: 20..<30) }
  }

  @Test func rowsOfOneSexAreSaidToGiveNoRates() throws {
    let rows = [2019, 2020].map { "01100,札幌市,\($0),女,20-24,100,5,4\n" }.joined()
    let table = try table(rows)
    #expect(noticed(table) == ["1:0 one-sex "])
    let outcome = table.socialChangeRates().rate(of: sapporo, year: 2020, age: try age("20-24"))
    #expect(outcome == SocialChangeOutcome.none(.noPreviousPopulation))
    #expect(try noticed(self.table(rows.replacing("女", with: "総数"))) == [])
  }

  @Test func tooSparseATableIsRefused() throws {
    var rows = ""
    for index in 1...400 {
      rows += "\(MunicipalityCode(.tokyo, UInt16(index)).fiveDigits),a,\(1900 + index % 150),male,"
      rows += "\(index % 100)-\(index % 100 + index / 100),1,1,1\n"
    }
    let error = #expect(throws: LongTableError.self) { _ = try table(rows).rowCount }
    #expect(error?.code == .tooSparse)
  }

  @Test func filesAreReadAndRefusedByPath() throws {
    let bytes = Array((Self.header + "01100,札幌市,2020,male,20-24,1,1,1\n").utf8)
    try withTemporaryFile(bytes) { path in
      #expect(try LongTable.read(contentsOfFile: path).rowCount == 1)
      let rates = try LongTable.read(contentsOfFile: path).socialChangeRates()
      let error = #expect(throws: LongTableError.self) { try rates.writeCSV(to: path + "/x") }
      #expect(error?.code == .notFound)
    }
    for (path, code) in [
      ("/no/such/file", LongTableError.Code.notFound), ("/", .isFolder), ("", .notFound),
    ] {
      let error = #expect(throws: LongTableError.self) {
        try LongTable.read(contentsOfFile: path)
      }
      #expect(error?.code == code)
    }
  }
}
