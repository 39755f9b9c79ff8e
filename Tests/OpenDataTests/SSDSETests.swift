import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

@Suite("SSDSE")
struct SSDSETests {
  private func read(_ text: String) throws -> SSDSETable {
    try SSDSETable.read(Fixture.cp932(text), document: "ssdse")
  }

  @Test func `Codes, years and names belong to their columns`() throws {
    let table = try read(Fixture.ssdse)
    #expect(table.diagnostics == [])
    #expect(table.encoding == .cp932)
    #expect(table.edition == "SSDSE-A-2026")
    #expect(table.columns.map(\.code) == ["A1101", "A1303", "A4101"])
    #expect(table.columns.map(\.year) == [2020, 2020, 2023])
    #expect(table.columns[1].name == "65歳以上人口")
    #expect(table.rows.map(\.area.kind) == Array(repeating: .municipality, count: 4))
    let births = table.figures(.births)
    #expect(births.map(\.reading.status) == ["value", "value", "value", "not_available"])
    #expect(births[0].citation.cell == 6)
    #expect(table.figures(.inMigrants).isEmpty)
  }

  @Test func `Damaged rows are named and the others kept`() throws {
    let bad =
      Fixture.ssdse
      + "R31202,鳥取県,架空米子市,1,2,3\nR99999,架空県,架空市,1,2,3\nR31325,鳥取県,架空,1\nR31325,鳥取県,架空,1,x2,3\n"
    let table = try read(bad)
    let found = table.diagnostics.map {
      "\($0.code.rawValue):\($0.citation.line):\($0.citation.cell ?? 0)"
    }
    #expect(
      found == [
        "conflicting-row:8:1", "unreadable-code:9:1", "wrong-cell-count:10:0",
        "unreadable-cell:11:5",
      ])
    #expect(table.rows.count == 5)
  }

  @Test func `A file of prefectures has no column of municipalities`() throws {
    let table = try read(
      "SSDSE-E-2026,Prefecture,A1101\n,年度,2020\n地域コード,都道府県,総人口\nR31000,鳥取県,553407\n")
    #expect(table.rows.map(\.area.kind) == [.prefecture])
    #expect(table.figures(.population).map(\.reading.wholeNumber) == [553_407])
  }

  /// The first line has no year, the second begins with 年度: a row a year and prefecture.
  @Test func `A file of prefectures year by year has the year in its rows`() throws {
    let rows = [
      "2022,R31000,鳥取県,543615,179000", "2021,R31000,鳥取県,548562,178000",
      "20x1,R32000,島根県,1,1", "2021,R31000,鳥取県,548562,178000",
    ]
    let table = try read(
      "SSDSE-B-2026,Code,Prefecture,A1101,A1303\n年度,地域コード,都道府県,総人口,65歳以上人口\n"
        + rows.joined(separator: "\n") + "\n")
    #expect(table.rows.map(\.year) == [2022, 2021])
    let people = table.figures(.population)
    #expect(people.map(\.period) == [.fiscalYear(2022), .fiscalYear(2021)])
    #expect(people.map(\.reading.wholeNumber) == [543_615, 548_562])
    #expect(people[1].citation.line == 4 && people[1].citation.cell == 4)
    #expect(table.figures(.elderly)[0].citation.cell == 5)
    #expect(
      table.diagnostics.map { "\($0.code.rawValue):\($0.citation.line)" } == [
        "missing-year:5", "doubled-row:6",
      ])
  }

  @Test func `Blank cells behind the last column are no reason to leave a row out`() throws {
    let lines = Fixture.ssdse.split(separator: "\n").map { $0 + ",," }
    for head in [0, 3] {
      let text = lines.enumerated().map { $0 < head ? String($1.dropLast(2)) : String($1) }
      let table = try read(text.joined(separator: "\n") + "\n")
      #expect(table.diagnostics == [] && table.rows.count == 4 && table.columns.count == 3)
    }
    let more = try read(Fixture.ssdse.replacing("55500,1300", with: "55500,1300,7"))
    #expect(more.diagnostics.map(\.code) == ["wrong-cell-count"])
  }

  @Test func `A second row with other figures contradicts the first`() throws {
    let table = try read(Fixture.ssdse + "R31201,鳥取県,架空鳥取市,185000,55500,1301\n")
    #expect(table.diagnostics.map(\.code) == ["conflicting-row"])
    #expect(table.diagnostics.map(\.citation.line) == [8])
    #expect(table.figures(.births)[0].reading.wholeNumber == 1300)
    let same = try read(Fixture.ssdse + "R31201,鳥取県,架空鳥取市,\"185,000\",55500,1300\n")
    #expect(same.diagnostics.map(\.code) == ["doubled-row"])
  }

  @Test(arguments: ["-5", "△5", "999999999999999999"])
  func `A number that counts no people is named and gives no value`(printed: String) throws {
    let table = try read(Fixture.ssdse.replacing("147000", with: printed))
    #expect(table.figures(.population)[1].reading == .missing(.unreadable))
    #expect(table.diagnostics.map(\.code) == ["unreadable-cell"])
    #expect(table.diagnostics.map(\.citation.line) == [5])
    #expect(table.diagnostics.map(\.citation.cell) == [4])
    // A temperature may be below zero.
    let other = try read(
      Fixture.ssdse.replacing("A4101", with: "B4103").replacing(",1200", with: ",-5"))
    #expect(other.diagnostics == [] && other.rows[1].readings[2].wholeNumber == -5)
  }

  @Test func `Years that differ between the items of one census are named`() throws {
    let table = try read(Fixture.ssdse.replacing("2020,2020,2023", with: "2015,2020年度,２０２３年"))
    #expect(table.columns.map(\.year) == [2015, 2020, 2023])
    #expect(table.diagnostics.map(\.code) == ["years-differ"])
    #expect(table.diagnostics.map(\.citation.line) == [2])
    #expect(table.diagnostics.map(\.citation.cell) == [5])
  }

  @Test(arguments: [
    "SSDSE-A-2026\n", "SSDSE-A-2026,Prefecture,Municipality,A1101\n,,年度,2020\n", "x",
  ])
  func `A header without rows is refused`(text: String) {
    #expect(throws: OpenDataError.self) { try read(text) }
  }
}
