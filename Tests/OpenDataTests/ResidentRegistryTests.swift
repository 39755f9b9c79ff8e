import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

@Suite("住民基本台帳に基づく人口、人口動態及び世帯数")
struct ResidentRegistryTests {
  func read(_ text: String) throws -> ResidentRegistry {
    try ResidentRegistry.read(Array(text.utf8), document: "sheet")
  }

  func whole() throws -> ResidentRegistry {
    try read(Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020)))
  }

  func codes(_ registry: ResidentRegistry) -> [String] {
    registry.diagnostics.map { "\($0.code.rawValue):\($0.citation.line):\($0.citation.cell ?? 0)" }
  }

  @Test func `A sheet is read without a remark`() throws {
    let registry = try whole()
    #expect(registry.diagnostics == [])
    #expect(registry.encoding == .utf8)
    #expect(registry.stockDate.description == "2020-01-01")
    #expect(registry.period == .calendarYear(2019))
    #expect(
      registry.definition
        == PopulationDefinition(
          stockDate: "01-01", foreignResidents: .included, otherChange: .insideSocialChange,
          source: "住民基本台帳"))
    #expect(
      registry.rows.map(\.area.kind.rawValue).prefix(3) == ["nation", "prefecture", "prefecture"])
    #expect(registry.municipalities.count == 4)
  }

  /// The row of 苫小牧市 as published for 1 January 2020 (総務省).
  @Test func `A published row is read cell by cell`() throws {
    let line =
      #"012131,北海道,苫小牧市,"83,705","87,537","171,242","89,460","5,944",232,"6,176","1,146",60,"7,382","5,785",193,"5,978","1,927",46,"7,951",-569,-0.33 ,-781,-0.45 ,212,0.12 "#
    let registry = try read(Fixture.sheet([line]))
    let row = try #require(registry.row(MunicipalityCode("012131")))
    let counts: [ResidentRegistry.Item: Int] = [
      .male: 83_705, .female: 87_537, .population: 171_242, .households: 89_460,
      .domesticInMigrants: 5_944, .foreignInMigrants: 232, .inMigrants: 6_176, .births: 1_146,
      .otherEntries: 60, .entries: 7_382, .domesticOutMigrants: 5_785, .foreignOutMigrants: 193,
      .outMigrants: 5_978, .deaths: 1_927, .otherRemovals: 46, .removals: 7_951,
      .totalChange: -569, .naturalChange: -781, .socialChange: 212,
    ]
    for (item, count) in counts { #expect(row.count(item) == count, "\(item)") }
    #expect(row.rate(.totalChangeRate)?.description == "-0.33")
    #expect(row.rate(.naturalChangeRate)?.description == "-0.45")
    #expect(row.rate(.socialChangeRate)?.description == "0.12")
    let citation = try #require(row.citation(.socialChange))
    #expect(citation.line == 5)
    #expect(citation.cell == 24)
    #expect(citation.printed == "212")
    let account = registry.account(of: row)
    #expect(account.openingStock?.value == 171_811)
  }

  @Test func `CP932 without a mark is read alike`() throws {
    let text = Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020))
    let bytes = Fixture.cp932(String(text.dropFirst()))
    let registry = try ResidentRegistry.read(bytes, document: "sheet")
    #expect(registry.encoding == .cp932)
    #expect(registry.rows == (try whole().rows))
    let forced = try ResidentRegistry.read(bytes, document: "sheet", encoding: .cp932)
    #expect(forced == registry)
  }

  @Test func `Chunks of seven bytes give the same`() throws {
    let bytes = Array(Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020)).utf8)
    var reader = ResidentRegistry.reader(document: "sheet", encoding: nil)
    for start in stride(from: 0, to: bytes.count, by: 7) {
      reader.append(Array(bytes[start..<min(bytes.count, start + 7)]))
    }
    #expect(try reader.finish() == (try whole()))
  }

  @Test func `Columns are known by name, in any order`() throws {
    // The columns of the flows change places with those of the stock.
    func turned(_ line: String) -> String {
      var parser = CSVParser()
      var cells: [String] = []
      parser.parse(Array((line + "\n").utf8)) { cells = $0.texts }
      while cells.count < 25 { cells.append("") }
      let order = [0, 1, 2] + Array(7...24) + Array(3...6)
      return order.map { cells[$0].contains(",") ? "\"\(cells[$0])\"" : cells[$0] }
        .joined(separator: ",")
    }
    let lines = Fixture.wholeSheet(Fixture.rows2020).map(turned)
    let header = Fixture.sheetHeader.split(separator: "\n").map { turned(String($0)) }
      .joined(separator: "\n")
    let registry = try read(Fixture.sheet(lines, header: header))
    let expected = try whole()
    for (row, other) in zip(registry.rows, expected.rows) {
      for item in ResidentRegistry.Item.allCases { #expect(row[item] == other[item], "\(item)") }
    }
    #expect(registry.diagnostics == [])
  }

  @Test func `A column that is not known is named and passed over`() throws {
    let lines = Fixture.wholeSheet(Fixture.rows2020).map { $0 + ",9" }
    let header = Fixture.sheetHeader.split(separator: "\n").enumerated()
      .map { $1 + ($0 == 2 ? ",備考欄" : ",") }.joined(separator: "\n")
    let registry = try read(Fixture.sheet(lines, header: header))
    #expect(codes(registry) == ["unknown-column:4:26"])
    #expect(registry.municipalities.count == 4)
  }

  @Test func `A missing column is named`() throws {
    let header = Fixture.sheetHeader.replacing("死亡者数", with: "別の数")
    let registry = try read(Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020), header: header))
    #expect(
      registry.diagnostics.contains {
        $0.code == "missing-column" && $0.citation.printed == "死亡者数"
          && $0.message.en == "there is no column of the deaths"
      })
    #expect(registry.municipalities.allSatisfy { $0.count(.deaths) == nil })
  }

  @Test func `A bad cell is named by line and column, and the rest of the row is kept`() throws {
    var lines = Fixture.wholeSheet(Fixture.rows2020)
    lines[3] = lines[3].replacing("\"4,000\"", with: "4O00")
    let registry = try read(Fixture.sheet(lines))
    #expect(codes(registry) == ["unreadable-cell:8:8"])
    let row = registry.municipalities[0]
    #expect(row.count(.domesticInMigrants) == nil)
    #expect(row.count(.population) == 185_000)
  }

  @Test func `A negative or broken number of persons is no number of persons`() throws {
    var lines = Fixture.wholeSheet(Fixture.rows2020)
    lines[5] = lines[5].replacing(",40,", with: ",-40,").replacing(",190,", with: ",190.5,")
    let registry = try read(Fixture.sheet(lines))
    #expect(codes(registry) == ["unreadable-cell:10:11", "unreadable-cell:10:17"])
  }

  @Test func `Doubled and re-ordered rows count once`() throws {
    let lines = Fixture.wholeSheet(Fixture.rows2020)
    let registry = try read(Fixture.sheet(lines.reversed() + [lines[4]]))
    #expect(codes(registry) == ["doubled-row:12:0"])
    #expect(registry.municipalities.count == 4)
    #expect(registry.sumChecks.allSatisfy { $0.outcome == .agrees })
    let other = lines[4].replacing(",20,", with: ",21,")
    #expect(codes(try read(Fixture.sheet(lines + [other]))).contains("conflicting-row:12:0"))
  }

  @Test func `A sheet cut off in the middle of a row keeps the rows before`() throws {
    let text = Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020))
    let registry = try ResidentRegistry.read(Array(text.utf8.dropLast(60)), document: "sheet")
    #expect(
      registry.diagnostics.contains { $0.code == "wrong-cell-count" && $0.citation.line == 11 })
    #expect(registry.row(try MunicipalityCode("313025"))?.count(.population) == 10_800)
  }

  @Test func `Sums and identities that differ are named`() throws {
    var lines = Fixture.wholeSheet(Fixture.rows2020)
    #expect(try read(Fixture.sheet(lines)).sumChecks.map(\.outcome) == [.agrees, .agrees, .agrees])
    lines[5] = lines[5].replacing("\"5,000\"", with: "\"5,100\"")
    let registry = try read(Fixture.sheet(lines))
    #expect(codes(registry) == ["sum-differs:7:0", "identity-differs:10:6"])
    let check = try #require(registry.sumChecks.first { $0.outcome == .differs })
    #expect(check.differences.map(\.item) == [.male])
    #expect(check.differences.map(\.sum) == [165_100])
  }

  @Test func `An excerpt is no contradiction`() throws {
    let registry = try read(Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020).dropLast(2)))
    #expect(registry.diagnostics.map(\.code) == ["incomplete-sum"])
    #expect(registry.diagnostics.allSatisfy { $0.severity == .info })
    #expect(registry.diagnostics.first?.message.en.hasPrefix("its 2 parts have 332000 ") == true)
  }

  /// Sapporo and its wards, invented: nobody is counted twice.
  @Test func `Wards, districts and villages without residents do not count twice`() throws {
    let wards = [
      SheetRow(
        code: "011011", prefecture: "北海道", name: "札幌市中央区", male: 1_000, female: 1_100,
        entries: [50, 5, 20, 1], removals: [40, 4, 30, 2]),
      SheetRow(
        code: "011029", prefecture: "北海道", name: "札幌市北区", male: 2_000, female: 2_200,
        entries: [60, 6, 30, 1], removals: [50, 5, 40, 2]),
    ]
    var city = SheetRow.sum(wards, code: "011002", prefecture: "北海道")
    city.name = "札幌市"
    let town = SheetRow(
      code: "014036", prefecture: "北海道", name: "古宇郡泊村", male: 10, female: 12,
      entries: [1, 0, 0, 0], removals: [1, 0, 1, 0])
    var district = town
    district.code = ""
    district.name = "古宇郡"
    let empty = SheetRow(
      code: "016951", prefecture: "北海道", name: "色丹郡色丹村", male: 0, female: 0,
      entries: [0, 0, 0, 0], removals: [0, 0, 0, 0])
    let prefecture = SheetRow.sum([city, town], code: "010006", prefecture: "北海道")
    let rows = [prefecture, city] + wards + [district, town, empty]
    let registry = try read(Fixture.sheet(rows.map(\.line)))
    #expect(registry.diagnostics == [])
    #expect(registry.municipalities.map(\.area.name) == ["札幌市", "古宇郡泊村"])
    #expect(registry.sumChecks.map(\.outcome) == [.agrees, .agrees])
  }

  /// Titles as the ministry prints them in different years.
  @Test(arguments: [
    ("平成24年3月31日", "平成23年度", "", "2012-03-31", "FY2011", "excluded"),
    ("平成25年3月31日", "平成24年度", "（総計）", "2013-03-31", "FY2012", "included"),
    ("平成26年1月1日", "平成25年", "（日本人住民）", "2014-01-01", "CY2013", "excluded"),
    ("令和6年1月1日", "令和5年", "（外国人住民）", "2024-01-01", "CY2023", "only"),
    ("2024年1月1日", "2023年", "【総計】", "2024-01-01", "CY2023", "included"),
    ("令和6年1月1日", "令和5年", "", "2024-01-01", "CY2023", "not_stated"),
  ])
  func `The title says the day, the year and who is counted`(
    date: String, flows: String, residents: String, day: String, period: String, counted: String
  ) throws {
    let title = Fixture.title(date, flows, residents: residents)
    let registry = try read(Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020), title: title))
    #expect(registry.stockDate.description == day)
    #expect(registry.period.code == period)
    #expect(registry.definition.foreignResidents.rawValue == counted)
  }

  @Test func `Without a title the years over the columns say it`() throws {
    let text = Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020), title: "")
    #expect(try read(text).stockDate.description == "2020-01-01")
    let header = Fixture.sheetHeader.replacing("令和2年", with: "").replacing("令和元年", with: "")
    let bare = Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020), title: "", header: header)
    #expect { try read(bare) } throws: { ($0 as? OpenDataError)?.code == .missingPeriod }
  }

  @Test(arguments: ["", "\u{FEFF}", "a,b,c\n1,2,3\n", "団体コード,市区町村名\n"])
  func `What is no sheet is refused`(text: String) {
    #expect(throws: OpenDataError.self) { try read(text) }
  }
}
