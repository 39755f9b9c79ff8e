import MunicipalModel
import OpenData
import TestSupport
import Testing

/// What may stand in a long table, and what is said about it.
@Suite struct LongTableReadingTests {
  static let header = "code,name,year,sex,age,population,in_migrants,out_migrants\n"
  let sapporo = MunicipalityCode(.hokkaido, 100)

  private func age(_ text: String) throws -> AgeLabel { try AgeLabel(printed: text) }

  private func read(_ text: String) throws -> LongTable {
    try .read(Array(text.utf8), document: "table")
  }

  private func table(_ rows: String) throws -> LongTable { try read(Self.header + rows) }

  private func noticed(_ table: LongTable) -> [String] {
    table.diagnostics.map {
      "\($0.citation.line):\($0.citation.cell ?? 0) \($0.code.rawValue) \($0.citation.printed)"
    }
  }

  @Test func `Columns stand in any order and in Japanese`() throws {
    let table = try read(
      "\u{FEFF}備考,年齢階級,転出者数,性別,人口,転入者数,西暦,市区町村名,団体コード\r\n"
        + "\"a,b\",２０～２４歳,7,男,\"1,234\",５,令和3年,札幌市,01100")
    #expect(table.years == [2021])
    #expect(table.municipalities.map(\.name.ja) == ["札幌市"])
    let ages = try age("20-24")
    func count(_ measure: AgeMeasure) -> Int? {
      table.count(measure, of: sapporo, year: 2021, sex: .male, age: ages)
    }
    #expect(count(.population) == 1234)
    #expect(count(.inMigrants) == 5)
    #expect(count(.outMigrants) == 7)
    #expect(count(.births) == nil)
    #expect(noticed(table) == ["1:1 unknown-column 備考", "1:0 one-sex "])
  }

  /// The columns of a tidy file of one municipality, as the table of a nation.
  @Test(arguments: [",", "\t", ";"])
  func `The tidy columns are read`(separator: String) throws {
    let text = """
      municipality_code,period,sex,age_from,age_to,population,in_migrants,out_migrants
      011002,2020,male,0,4,10,1,2
      011002,CY2020,male,100,,20,3,4
      011002,2020,male,not_reported,,30,5,6
      012025,FY2020,male,0,4,40,7,8
      012025,2020,male,4,0,50,9,9
      012025,令和2年,female,0,4,60,,9
      """
    let table = try read(text.replacing(",", with: separator))
    #expect(try table.ages == [age("0-4"), age("100+"), .notReported])
    #expect(table.municipalities.map(\.code.sixDigits) == ["011002", "012025"])
    let counts = try [("0-4", 10), ("100+", 20), ("年齢不詳", 30)].map { label, count in
      table.count(.population, of: sapporo, year: 2020, sex: .male, age: try age(label)) == count
    }
    #expect(counts == [true, true, true])
    #expect(
      noticed(table) == [
        "5:2 unreadable-year FY2020", "6:4 unreadable-age 4", "7:7 missing-count ",
        // The last row has no line break behind it.
      ])
  }

  @Test func `Bad cells are named and good ones kept`() throws {
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
        "3:1 unreadable-code 011003", "4:6 unreadable-cell 1x0", "4:7 missing-count ",
        "4:8 unreadable-cell 2147483648", "5:3 unreadable-year 20x0", "5:4 unreadable-sex neither",
        "5:5 unreadable-age old", "6:0 wrong-cell-count 5", "7:2 different-name 札幌",
        "9:0 doubled-row ", "10:0 conflicting-row ",
      ])
    func population(_ sex: Sex, _ label: String) throws -> Int? {
      table.count(.population, of: sapporo, year: 2020, sex: sex, age: try age(label))
    }
    #expect(try population(.male, "20-24") == 100)
    #expect(try population(.female, "20-24") == nil)
    #expect(try population(.male, "25-29") == 2_147_483_647)
  }

  @Test func `Of one kind the first hundred are kept, and all counted`() throws {
    let rows = String(repeating: "01100,札幌市,2020,male,old,1,1,1\n", count: 5000)
    let table = try table("01100,札幌市,2020,計,1,1,1,1\n" + rows)
    #expect(table.diagnostics.count { $0.code == "unreadable-age" } == 100)
    #expect(table.diagnosticCount(.error) == 5000)
  }

  /// Without the closing quote of line 2, its name would reach into line 3, and 012131 would have the
  /// 100 residents, 10 in-migrants and 5 out-migrants of 012106.
  @Test(
    arguments: [
      ("012131,\"架空市,2019,male,20-24,5000,500,250", 2),
      ("012131,\"架空\"市,2019,male,20-24,5000,500,250", 2),
      ("\"0121\"31,架空市,2019,male,20-24,5000,500,250", 2),
      ("012131,架空市,2019,male,20-24,\"50\"00,500,250", 2),
      ("012131,\",2019,male,20-24,5000,500,250", 2),
      // Two quotes enclose the cells of whole rows.
      ("012131,\",2019,male,20-24,5000,500,250\n012106,\",2019,male,20-24,9,9,9", 3),
      ("012131,\"上\n下\",2019,male,20-24,\"5\"0,500,250", 3),
    ] as [(String, Int)])
  func `A damaged quote costs its row and gives no other row's figures`(
    rows: String, lines: Int
  ) throws {
    let table = try table(rows + "\n\"012106\",\"架空岩見沢市\",2019,計,20-24,100,10,5\n")
    #expect(table.municipalities.map(\.name.ja) == ["架空岩見沢市"])
    #expect(table.rowCount == 1)
    #expect(table.diagnostics.contains { $0.code == "damaged-row" && $0.citation.line == 2 })
    let measures: [AgeMeasure] = [.population, .inMigrants, .outMigrants]
    let counts = try measures.map {
      table.count(
        $0, of: MunicipalityCode(.hokkaido, 210), year: 2019, sex: .both, age: try age("20-24"))
    }
    #expect(counts == [100, 10, 5])
  }

  @Test func `Good quotes are read`() throws {
    let table = try table(
      "\"01100\",\"上, \"\"下\"\"\n市\",\"2019\",\"計\",\"20-24\",\"5,000\" ,\"500\",\"250\"\r\n"
        + "01100,\"上, \"\"下\"\"\n市\",2020,計,20-24,1x0,10,5\n")
    #expect(noticed(table) == ["4:6 unreadable-cell 1x0"])
    #expect(table.municipalities.map(\.name.ja) == ["上, \"下\"\n市"])
    #expect(
      table.count(.population, of: sapporo, year: 2019, sex: .both, age: try age("20-24")) == 5000)
  }

  @Test func `CP932 is found`() throws {
    let table = try LongTable.read(
      Fixture.cp932(Self.header + "01100,㈱髙崎,2020,計,20-24,1,1,1\n"), document: "table")
    #expect(table.encoding == .cp932)
    #expect(table.municipalities.map(\.name.ja) == ["㈱髙崎"])
  }

  @Test(
    arguments: [
      ("", "empty-file"), ("code,year\n", "missing-column"), ("\u{FEFF}", "empty-file"),
      ("code,code,year,sex,age,population,in_migrants,out_migrants\n", "repeated-column"),
      (header, "no-rows"), (header + "x,,,,,,,\n", "no-rows"), ("%PDF-1.7\n", "wrong-format"),
    ])
  func `What is no long table is refused`(text: String, code: String) throws {
    let error = #expect(throws: OpenDataError.self) { try read(text) }
    #expect(error?.code.rawValue == code)
  }

  @Test func `A table that is almost empty is refused`() throws {
    var rows = ""
    for index in 1...400 {
      rows += "\(MunicipalityCode(.tokyo, UInt16(index)).fiveDigits),a,\(1900 + index % 150),male,"
      rows += "\(index % 100)-\(index % 100 + index / 100),1,1,1\n"
    }
    let error = #expect(throws: OpenDataError.self) { try table(rows) }
    #expect(error?.code == .tooSparse)
  }
}
