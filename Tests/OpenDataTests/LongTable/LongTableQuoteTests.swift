import MunicipalModel
import OpenData
import Testing

/// A quote that is lost or has text behind it costs its own row, and gives no other row's figures.
@Suite struct LongTableQuoteTests {
  static let header = "code,name,year,sex,age,population,in_migrants,out_migrants\n"
  let tomakomai = MunicipalityCode(.hokkaido, 213)
  let iwamizawa = MunicipalityCode(.hokkaido, 210)

  private func table(
    _ rows: [String], threads: Int = 1, blockSize: Int = 1 << 19
  ) throws -> LongTable {
    var options = LongTableOptions(threads: threads)
    options.blockSize = blockSize
    return try .read(Array((Self.header + rows.map { $0 + "\n" }.joined()).utf8), options: options)
  }

  private func noticed(_ table: LongTable) -> [String] {
    table.diagnostics.kept.filter { $0.code != "one-sex" }.map {
      "\($0.citation.line):\($0.citation.cell ?? 0) \($0.code.rawValue) \($0.citation.printed)"
    }
  }

  private func counts(_ table: LongTable, _ code: MunicipalityCode) throws -> [Int?] {
    let age = try AgeLabel(printed: "20-24")
    return [.population, .inMigrants, .outMigrants].map {
      table.count($0, of: code, year: 2019, sex: .male, age: age)
    }
  }

  /// Without the closing quote of line 2, its name would reach into line 3, and 012131 would have the
  /// 100 residents, 10 in-migrants and 5 out-migrants of 012106.
  @Test func aLostClosingQuoteDoesNotTakeTheNextRow() throws {
    let rows = [
      "012131,\"架空苫小牧市,2019,male,20-24,5000,500,250",
      "012106,\"架空岩見沢市\",2019,male,20-24,100,10,5",
      "012131,\"架空苫小牧市\",2020,male,20-24,5100,500,250",
    ]
    for (threads, blockSize) in [(1, 1 << 19), (2, 1 << 19), (2, 30), (3, 7)] {
      let table = try table(rows, threads: threads, blockSize: blockSize)
      #expect(
        noticed(table) == ["2:2 unclosed-quote \"架空苫小牧市,2019,male,20-24,5000,500,250"])
      #expect(try counts(table, tomakomai) == [nil, nil, nil])
      #expect(try counts(table, iwamizawa) == [100, 10, 5])
      #expect(table.rowCount == 2)
    }
  }

  @Test(arguments: [
    ("012131,\"架空\"市,2019,male,20-24,5000,500,250", "2:2 text-after-quote \"架空\"市,2019"),
    ("\"0121\"31,架空市,2019,male,20-24,5000,500,250", "2:1 text-after-quote \"0121\"31,架空市"),
    ("012131,架空市,2019,male,20-24,\"50\"00,500,250", "2:6 text-after-quote \"50\"00,500"),
    ("012131,\"架空\" 市,2019,male,20-24,5000,500,250", "2:2 text-after-quote \"架空\" 市"),
    // The last cell of a row in which all are quoted.
    (
      "\"012131\",\"架空市\",\"2019\",\"male\",\"20-24\",\"5000\",\"500\",\"250",
      "2:8 unclosed-quote \"250"
    ),
    // A quote in the place of the name.
    ("012131,\",2019,male,20-24,5000,500,250", "2:2 unclosed-quote \",2019"),
  ])
  func aDamagedCellCostsItsRow(row: String, told: String) throws {
    let table = try table([row, "\"012106\",\"架空岩見沢市\",2019,male,20-24,100,10,5"])
    #expect(noticed(table).map { $0.prefix(told.count) } == [told[...]])
    #expect(try counts(table, tomakomai) == [nil, nil, nil])
    #expect(try counts(table, iwamizawa) == [100, 10, 5])
  }

  /// Two names are a quote alone: together they enclose the seven commas of one row.
  @Test func aNameThatSwallowsARowIsNoName() throws {
    let table = try table([
      "012131,\",2019,male,20-24,5000,500,250", "012106,\",2019,male,20-24,100,10,5",
      "012106,架空岩見沢市,2019,male,20-24,101,11,6",
    ])
    #expect(
      noticed(table) == [
        "2:2 unclosed-quote \",2019,male,20-24,5000,500,250",
        "3:2 unclosed-quote \",2019,male,20-24,100,10,5",
      ])
    #expect(try counts(table, tomakomai) == [nil, nil, nil])
    #expect(try counts(table, iwamizawa) == [101, 11, 6])
  }

  /// A quote that is closed nowhere costs its own row only, also where the rows behind it have none.
  @Test func anOpenQuoteDoesNotSwallowRowsWithoutQuotes() throws {
    let plain = (0..<35).map { "012106,n,2019,male,\($0 * 3)-\($0 * 3 + 2),100,10,5" }
    let rows = ["012131,\"n,2019,male,20-24,5000,500,250"] + plain
    #expect(try table(rows).rowCount == 35)
    #expect(try table(rows + ["012106,\"n\",2019,male,20-24,100,10,5"]).rowCount == 36)
    #expect(
      noticed(try table(rows)) == ["2:2 unclosed-quote \"n,2019,male,20-24,5000,500,250"])
  }

  /// A damaged cell behind a name of two lines: the line of the quote is told, and lines go on rightly.
  @Test func linesAreCountedAcrossNamesOfTwoLines() throws {
    let table = try table([
      "012131,\"上\n下\",2019,male,20-24,\"5\"0,500,250", "012106,n,2019,male,20-24,x,10,5",
    ])
    #expect(
      noticed(table) == ["3:6 text-after-quote \"5\"0,500,250", "4:6 unreadable-count x"])
  }

  /// What a file may have: line breaks, commas and doubled quotes in quotes, blanks behind them, CRLF.
  @Test func goodQuotesAreRead() throws {
    let table = try table([
      "\"012131\",\"上, \"\"下\"\"\n市\",\"2019\",\"male\",\"20-24\",\"5,000\" ,\"500\",\"250\"\r"
    ])
    #expect(noticed(table) == [])
    #expect(table.name(of: tomakomai) == "上, \"下\"\n市")
    #expect(try counts(table, tomakomai) == [5000, 500, 250])
  }
}
