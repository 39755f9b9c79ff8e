import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

@Suite("地域・年齢別人口")
struct StandardDatasetTests {
  private static let ages =
    (0..<17).map { "\($0 * 5)-\($0 * 5 + 4)歳" } + ["85歳以上"]

  private static let header =
    ["都道府県コード又は市区町村コード", "地域コード", "都道府県名", "市区町村名", "調査年月日", "地域名", "総人口", "男性", "女性"]
    + ages.flatMap { ["\($0)の男性", "\($0)の女性"] } + ["世帯数", "備考"]

  /// Men × (position + 1), women twice as many.
  private static func row(
    _ code: String, _ district: (String, String), _ date: String, _ factor: Int = 1
  ) -> [String] {
    let men = (1...18).map { $0 * factor }
    let sum = men.reduce(0, +)
    return [
      code, district.0, "鳥取県", "架空鳥取市", date, district.1, "\(sum * 3)", "\(sum)", "\(sum * 2)",
    ]
      + men.flatMap { ["\($0)", "\($0 * 2)"] } + ["\(sum)", ""]
  }

  private static func text(_ rows: [[String]], header: [String] = header) -> String {
    ([header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
  }

  private func read(_ text: String) throws -> StandardDatasetPopulation {
    try StandardDatasetPopulation.read(Array(text.utf8), document: "population")
  }

  @Test(arguments: [
    "2021-10-01", "2021/10/1", "令和3年10月1日", "2021年10月1日", "20211001", "2021/10/1 0:00:00",
    "2021-10-01T00:00:00+09:00", "2021-10-01 00:00", "2021-10-01T00:00:00.000",
  ])
  func `Dates in the forms that are seen`(date: String) throws {
    let table = try read(Self.text([Self.row("312011", ("", ""), date)]))
    #expect(table.dates.map(\.description) == ["2021-10-01"])
  }

  @Test func `Districts add up to the municipality, and the row of the whole is not added`() throws
  {
    let rows = [
      Self.row("312011", ("1", "架空一丁目"), "2021-10-01"),
      Self.row("312011", ("2", "架空二丁目"), "2021-10-01", 2),
    ]
    let table = try read(Self.text(rows))
    #expect(table.diagnostics == [])
    #expect(table.rows.map(\.scope) == [.district, .district])
    // 1 to 18 is 171; × 3 for both sexes; × 3 for both districts.
    #expect(try table.population().total == 171 * 9)
    let whole = try read(Self.text([Self.row("312011", ("", "総数"), "2021-10-01", 3)] + rows))
    #expect(whole.diagnostics == [])
    #expect(try whole.population().total == 171 * 9)
    let other = try read(Self.text([Self.row("312011", ("", "総数"), "2021-10-01", 4)] + rows))
    #expect(other.diagnostics.map(\.code) == ["sum-differs"])
  }

  @Test func `Every count has its cell, a sum of districts the cell of each`() throws {
    let rows = [
      Self.row("312011", ("1", "架空一丁目"), "2021-10-01"),
      Self.row("312011", ("2", "架空二丁目"), "2021-10-01", 2),
    ]
    let age = try #require(AgeGroup(5, through: 9))
    let sum = try read(Self.text(rows)).ages()
    #expect(sum.municipality.sixDigits == "312011" && sum.statistic == .standardDataset)
    let column = try #require(Self.header.firstIndex(of: "5-9歳の男性")) + 1
    let cells = sum.citations(of: .male, at: age)
    // Men of 5–9 are 2, times 2 in the second district.
    #expect(cells.map(\.printed) == ["2", "4"] && cells.map(\.line) == [2, 3])
    #expect(cells.allSatisfy { $0.cell == column })
    #expect(try sum.table.count(of: .male, at: age) == 6)
    #expect(sum.citations.count == 2 * 36 && sum.notReportedCitations.count == 4)
    let whole = try read(Self.text([Self.row("312011", ("", ""), "2021-10-01")])).ages()
    #expect(whole.citations(of: .female, at: age).map(\.cell) == [column + 1])
  }

  @Test func `Several days are kept apart, the newest is taken`() throws {
    let table = try read(
      Self.text([
        Self.row("312011", ("", ""), "2025/1/1"), Self.row("312011", ("", ""), "2025/2/1", 2),
      ]))
    #expect(try table.population().total == 171 * 6)
    #expect(try table.population(on: CalendarDate(year: 2025, month: 1, day: 1)).total == 171 * 3)
    #expect(throws: OpenDataError.self) {
      try table.population(on: CalendarDate(year: 2020, month: 1, day: 1))
    }
  }

  @Test func `The variant up to 100 with unknown ages, and that with one name column`() throws {
    let upTo100 =
      (0..<20).map { "\($0 * 5)-\($0 * 5 + 4)歳" } + ["100歳以上", "年齢不詳"]
    let header =
      ["全国地方公共団体コード", "地域コード", "地方公共団体名", "調査年月日", "地域名", "総人口", "男性", "女性"]
      + upTo100.flatMap { ["\($0)の男性", "\($0)の女性"] } + ["世帯数", "備考", "KEY_CODE"]
    let row =
      ["312011", "", "鳥取県架空鳥取市", "2025-04-01", "", "66", "22", "44"]
      + upTo100.flatMap { _ in ["1", "2"] } + ["20", "", "9"]
    let table = try read(Self.text([row], header: header))
    #expect(table.diagnostics.map(\.code) == ["unknown-column"])
    let ages = try table.population()
    #expect(ages.ages.openGroup?.lowerAge == 100)
    #expect(ages.notReported == [1, 2])
    #expect(ages.total == 66)
    #expect(table.rows[0].name == "鳥取県架空鳥取市")
  }

  @Test func `Columns in another order and 不詳者 are known by name`() throws {
    let order = Array(Self.header.indices.reversed())
    let row = Self.row("312011", ("", ""), "2021-10-01")
    let turned = try read(
      Self.text([order.map { row[$0] }], header: order.map { Self.header[$0] }))
    #expect(try turned.population().total == 171 * 3)
    let header = Self.header.dropLast(2) + ["不詳者の男性", "不詳者の女性", "世帯数", "備考"]
    let more = row.dropLast(2) + ["0", "0", "1", ""]
    #expect(try read(Self.text([Array(more)], header: Array(header))).diagnostics == [])
  }

  @Test func `CP932 with CRLF is found`() throws {
    let bytes = Fixture.cp932(Self.text([Self.row("312011", ("1", "髙架空①丁目"), "2021-10-01")]))
    let table = try StandardDatasetPopulation.read(bytes, document: "population")
    #expect(table.encoding == .cp932)
    #expect(table.rows[0].district == "髙架空①丁目")
  }

  @Test func `Withheld ages leave the rest of the row, and no sum is made without them`() throws {
    var row = Self.row("312011", ("1", "架空一丁目"), "2021-10-01")
    row[9] = "X"
    let table = try read(
      Self.text([row, Self.row("312011", ("2", "架空二丁目"), "2021-10-01")]))
    #expect(table.diagnostics.map(\.code) == ["ages-missing"])
    #expect(table.rows[0].ages == nil)
    #expect(table.rows[0].total?.value == 513)
    #expect { try table.population() } throws: { ($0 as? OpenDataError)?.code == .noAgeTable }
  }

  @Test func `Bad cells, codes, days and doubled rows are named by line and cell`() throws {
    var bad = Self.row("312012", ("1", "架空一丁目"), "2021-13-01")
    bad[6] = "五百"
    let good = Self.row("312011", ("2", "架空二丁目"), "2021-10-01")
    let table = try read(Self.text([bad, good, good, Array(good.dropLast(4))]))
    let found = table.diagnostics.map {
      "\($0.code.rawValue):\($0.citation.line):\($0.citation.cell ?? 0)"
    }
    #expect(found.contains("unreadable-code:2:1"))
    #expect(found.contains("unreadable-cell:2:5"))
    #expect(found.contains("unreadable-cell:2:7"))
    #expect(found.contains("doubled-row:4:0"))
    #expect(found.contains("wrong-cell-count:5:0"))
    #expect(table.rows.count { $0.ages != nil } == 2)
  }

  @Test(arguments: [
    "2021-09-30T15:00:00Z", "2021-10-01T", "2021-10-01 1", "2021-10-01T00:00:00-05:00",
  ])
  func `A time of another zone and what is no time are not read`(date: String) throws {
    let table = try read(Self.text([Self.row("312011", ("", ""), date)]))
    #expect(table.dates == [] && table.diagnostics.map(\.citation.cell) == [5])
  }

  private static let districts = [
    row("312011", ("1", "架空一丁目"), "2021-10-01"),
    row("312011", ("2", "架空二丁目"), "2021-10-01", 2),
  ]

  @Test(arguments: [
    "架空鳥取市", "鳥取県架空鳥取市", "架空鳥取市全体", "架空鳥取市計", "全市総数", "総計（全市）", "合計（全市）", "全地域", "市内全域",
    "鳥取市全体", "鳥取市計", "鳥取市", "X",
  ])
  func `The row of the whole is not added to its districts, whatever its name`(name: String) throws
  {
    let whole = Self.row("312011", ("", name), "2021-10-01", 3)
    for rows in [[whole] + Self.districts, Self.districts + [whole]] {
      let table = try read(Self.text(rows))
      #expect(table.rows.count { $0.scope == .municipality } == 1)
      #expect(!table.diagnostics.contains { $0.severity != .info })
      // 171 × 3 for both sexes; × 3 for both districts.
      #expect(try table.population().total == 171 * 9)
    }
  }

  @Test(arguments: ["一丁目計", "架空地区", "架空", "市場町", "全町一丁目"])
  func `A district is no whole`(name: String) throws {
    let table = try read(
      Self.text(Self.districts + [Self.row("312011", ("3", name), "2021-10-01", 4)]))
    #expect(table.rows.allSatisfy { $0.scope != .municipality })
    #expect(try table.population().total == 171 * (name.hasSuffix("計") ? 9 : 21))
  }

  @Test(arguments: ["市の総数", "市内人口計", "全市", "町村の合計", "区の計"])
  func `A name of words for the whole alone is the municipality's`(name: String) {
    let scope = StandardDatasetRow.Scope(
      district: name, code: "", municipality: "架空鳥取市", prefecture: "鳥取県")
    #expect(scope == .municipality)
  }

  @Test func `A sum of other figures than the districts is named and not counted`() throws {
    let table = try read(
      Self.text(Self.districts + [Self.row("312011", ("", "鳥取市全体"), "2021-10-01", 4)]))
    #expect(table.diagnostics.map(\.code) == ["unclear-sum"])
    #expect(table.diagnostics.map(\.citation.line) == [4])
    #expect(try table.population().total == 171 * 9)
  }

  @Test func `Rows that nothing tells apart are not added and none is taken for the whole`() throws
  {
    func unnamed(_ factor: Int) -> [String] {
      Self.row("312011", ("", ""), "2021-10-01", factor)
    }
    let twice = [
      Self.row("312011", ("1", "架空一丁目"), "2021-10-01"),
      Self.row("312011", ("2", "架空二丁目"), "2021-10-01"),
    ]
    let wholes = [
      Self.row("312011", ("", "総数"), "2021-10-01", 3),
      Self.row("312011", ("", "市計"), "2021-10-01", 4),
    ]
    for (rows, line) in [([unnamed(1), unnamed(2)], 2), (twice, 2), (wholes, 3)] {
      let table = try read(Self.text(rows))
      #expect { try table.population() } throws: {
        ($0 as? OpenDataError)?.code == .noAgeTable && ($0 as? OpenDataError)?.line == line
      }
    }
    let table = try read(Self.text([unnamed(1), unnamed(2), unnamed(3)]))
    #expect(
      table.diagnostics.map(\.code) == ["conflicting-row", "conflicting-row", "whole-by-figures"])
    #expect(try table.population().total == 171 * 9)
  }

  @Test func `Numbers that count no people are named by line and cell`() throws {
    var rows = (1...12).map { Self.row("312011", ("\($0)", "架空\($0)丁目"), "2021-10-01") }
    for index in rows.indices {
      rows[index][6] = "999999999999999999"
      rows[index][9] = "10000000001"
      rows[index][10] = "99999999999999999999"
    }
    let table = try read(Self.text(rows))
    #expect(table.rows.allSatisfy { $0.total == nil && $0.male?.value == 171 && $0.ages == nil })
    #expect(table.diagnostics.allSatisfy { $0.code == "unreadable-cell" })
    #expect(table.diagnostics.prefix(3).map(\.citation.cell) == [7, 10, 11])
    #expect(throws: OpenDataError.self) { try table.population() }
  }

  @Test func `Ages without a column are named once, and make no table`() throws {
    let lost = Set(Self.header.indices.filter { Self.header[$0].hasPrefix("20-24歳") })
    func without(_ cells: [String]) -> [String] {
      cells.indices.filter { !lost.contains($0) }.map { cells[$0] }
    }
    let table = try read(Self.text(Self.districts.map(without), header: without(Self.header)))
    #expect(table.diagnostics.map(\.code) == ["no-age-table"])
    #expect(table.diagnostics[0].citation.line == 1)
    #expect(table.diagnostics[0].message.en.contains("20–24"))
    #expect(table.rows.allSatisfy { $0.ages == nil && $0.total != nil })
  }

  @Test func `Why a row makes no table by age is said in both languages, with its cell`() throws {
    let column = try #require(Self.header.firstIndex(of: "10-14歳の女性"))
    func without(_ cells: [String]) -> [String] {
      Array(cells[..<column] + cells[(column + 1)...])
    }
    let table = try read(Self.text([without(Self.districts[0])], header: without(Self.header)))
    let found = try #require(table.diagnostics.first { $0.code == "no-age-table" })
    #expect(found.message.ja == "年齢別の表になりません（16番目のセル、女 15～19歳: 前の階級との間の年齢がありません）")
    #expect(found.message.en.contains("cell 16, female, 15–19"))
  }

  @Test func `A title above the header is passed over and named`() throws {
    let text = "地域・年齢別人口\r\n,,,\r\n" + Self.text(Self.districts)
    #expect(OpenDataFormat.detect(Array(text.utf8)) == .standardDataset)
    let table = try read(text)
    #expect(table.diagnostics.map(\.code) == ["line-above-header"])
    #expect(try table.population().total == 171 * 9)
  }
}
