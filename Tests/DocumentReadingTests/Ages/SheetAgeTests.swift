import MunicipalModel
import Testing

@testable import DocumentReading

/// Tables by age on a sheet, in the forms that cities publish. The figures are made for these tests.
struct SheetAgeTests {
  private func read(_ csv: String) throws -> (tables: [CitedAgeTable], notes: [String]) {
    let form = try FormText.read(Array(csv.utf8), name: "ages.csv")
    var session = DocumentSession(try DocumentText(id: "ages", form: form))
    let tables = session.populationsByAge(of: try MunicipalityCode("012131"))
    return (tables, session.diagnostics.map { $0.code.rawValue })
  }

  @Test func `Blocks of ages beside each other are one table`() throws {
    let read = try read(
      """
      年齢別人口（令和5年4月1日現在）
      年齢,男,女,計,年齢,男,女,計
      0歳,1,2,3,3歳,7,8,15
      1歳,3,4,7,4歳,9,10,19
      2歳,5,6,11,5歳以上,20,30,50
      """)
    let table = try #require(read.tables.first)
    #expect(read.tables.count == 1)
    #expect(table.table.counts == [1, 3, 5, 7, 9, 20, 2, 4, 6, 8, 10, 30])
    #expect(table.citations.map(\.cell) == [2, 2, 2, 6, 6, 6, 3, 3, 3, 7, 7, 7])
    #expect(read.notes.isEmpty)
  }

  @Test func `Years across, with men and women below them`() throws {
    let rows = (0..<5).map { "\($0)歳,\($0),1,\($0 + 10),2" } + ["5歳以上,9,9,9,9"]
    let read = try read(
      (["年齢別人口,,,,", "年齢,令和2年,,令和7年,", ",男,女,男,女"] + rows).joined(separator: "\n"))
    #expect(read.tables.map(\.period) == [.calendarYear(2020), .calendarYear(2025)])
    #expect(read.tables.last?.table.counts == [10, 11, 12, 13, 14, 9, 2, 2, 2, 2, 2, 9])
  }

  @Test
  func `Years across count men and women together, where the table says that it counts people`()
    throws
  {
    let rows = (0..<5).map { "\($0)歳,\($0),\($0 + 10)" } + ["5歳以上,9,9"]
    let text = (["年齢,平成27年,令和2年"] + rows).joined(separator: "\n")
    #expect(try read("年齢別人口,,\n" + text).tables.map(\.period?.year) == [2015, 2020])
    #expect(try read("年齢別転入者数,,\n" + text).tables.isEmpty)
  }

  @Test(
    "Ages may stand below any word",
    arguments: ["年齢階級", "年齢区分", "年代", "歳", "5歳階級", "年齢（5歳階級）", "項目名", "区分", ""])
  func heading(word: String) throws {
    let rows = (0..<5).map { "\($0 * 5)～\($0 * 5 + 4)歳,\($0),1\n構成比(%),4.7,4.6" } + ["25歳以上,9,9"]
    let read = try read((["年齢別人口,,", "\(word),2015,2016"] + rows).joined(separator: "\n"))
    #expect(read.tables.map(\.period) == [.calendarYear(2015), .calendarYear(2016)])
    #expect(read.tables.first?.table.counts == [0, 1, 2, 3, 4, 9])
  }

  @Test func `Rows that add up some ages are left out`() throws {
    let rows = (0..<5).map { "\($0)歳,1,2" } + ["5歳以上,9,9", "（再掲）3歳以上,11,13", "年少人口,5,10"]
    let read = try read((["令和5年4月1日現在,,", "年齢,男,女"] + rows).joined(separator: "\n"))
    #expect(read.tables.first?.table.counts.reduce(0, +) == 33)
  }

  /// 1 + 1 + 1 men and 2 + 2 + 2 women of 0–2 in the first sum, and so on.
  @Test(arguments: ["小計", "【小計】", "小　計", "0～2歳小計"])
  func `Sums among the ages are left out and told`(word: String) throws {
    let rows = [
      "0歳,1,2", "1歳,1,2", "2歳,1,2", "\(word),3,6", "3歳,1,2", "4歳,1,2", "5歳以上,9,9", "小計,11,13",
    ]
    let read = try read((["令和5年4月1日現在,,", "年齢,男,女"] + rows).joined(separator: "\n"))
    #expect(read.tables.first?.table.counts == [1, 1, 1, 1, 1, 9, 2, 2, 2, 2, 2, 9])
    #expect(read.notes == ["sum-row", "sum-row"])
  }
}
