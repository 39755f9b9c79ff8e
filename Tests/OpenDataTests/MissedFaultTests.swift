import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

/// Rows and figures of which a wrong reading once went unnoticed.
@Suite("Rows that a slip would change")
struct MissedFaultTests {
  private func movers(_ text: String) throws -> MoverTable {
    try MoverTable.read(Array(text.utf8), document: "movers")
  }

  @Test func `転入超過数 is the balance, 転出超過数 is not read`() throws {
    let net = try movers(Fixture.movers("転入超過数（－は転出超過）", withOrigin: false))
    #expect(Set(net.rows.map(\.measure)) == [.netMigrants])
    let out = try movers(
      Fixture.movers("転入者数", withOrigin: false)
        + Fixture.movers("転出超過数", withOrigin: false).split(separator: "\n").dropFirst(3)
        .joined(separator: "\n") + "\n")
    #expect(Set(out.rows.map(\.measure)) == [.inMigrants])
    #expect(Set(out.diagnostics.map(\.code)) == ["unknown-item"])
  }

  /// The men of 5–9 are 6, the second cell after 総数 of the men.
  @Test func `A dash stands for no mover, a mark for no figure`() throws {
    let text = Fixture.movers(MoverTableTests.inItem, withOrigin: false)
    func with(_ cell: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if cells.count > 32, cells[0] == MoverTableTests.inItem { cells[32] = cell }
        return cells.joined(separator: ",")
      }.joined(separator: "\n")
    }
    let code = try MunicipalityCode("31201")
    let group = try #require(AgeGroup(5, through: 9))
    for dash in ["-", "－"] {
      let ages = try movers(with(dash)).row(code, .inMigrants, nationality: .japanese).ages
      #expect(try #require(ages).count(of: .male, at: group) == 0)
    }
    let marked = try movers(with("…")).row(code, .inMigrants, nationality: .japanese)
    #expect(marked.ages == nil)
  }

  private func row(_ code: String, _ name: String, _ male: Int, _ female: Int) -> String {
    SheetRow(
      code: code, prefecture: name.hasPrefix("大阪") || name.hasPrefix("堺") ? "大阪府" : "神奈川県",
      name: name, male: male, female: female, entries: [0, 0, 0, 0], removals: [0, 0, 0, 0]
    ).line
  }

  private func sums(_ lines: [String]) throws -> [String: Int] {
    let sheet = try ResidentRegistry.read(Array(Fixture.sheet(lines).utf8), document: "sheet")
    return Dictionary(
      uniqueKeysWithValues: sheet.sumChecks.map { ($0.total.area.name, $0.memberCount) })
  }

  /// Codes of 総務省: the wards of Osaka run to 27128 (中央区), those of Sakai from 27141; the wards of Sagamihara
  /// from 14151 follow those of Kawasaki, which end at 14137.
  @Test func `Wards without their city's name belong to it by number`() throws {
    #expect(
      try sums([
        row("271004", "大阪市", 30, 30), row("271021", "都島区", 10, 10), row("271284", "中央区", 20, 20),
        row("271403", "堺市", 5, 5), row("271411", "堺区", 5, 5),
      ]) == ["大阪市": 2, "堺市": 1])
    #expect(
      try sums([
        row("141305", "川崎市", 10, 10), row("141313", "川崎区", 10, 10),
        row("141500", "相模原市", 7, 7), row("141518", "緑区", 7, 7),
      ]) == ["川崎市": 1, "相模原市": 1])
  }

  @Test func `A city that is designated later and the sum of a 郡 are known by their names`() throws
  {
    func kind(_ code: String, _ name: String) throws -> StatisticalArea.Kind {
      try StatisticalArea.classify(code: code, name: name).kind
    }
    #expect(try kind("20100", "長野市") == .designatedCity)
    #expect(try kind("20101", "長野市架空区") == .ward)
    #expect(try kind("044202", "黒川郡") == .subtotal)
    #expect(try kind("044211", "黒川郡大和町") == .municipality)
    #expect(try kind("131008", "特別区") == .subtotal)
  }

  private func standard(_ row: String) throws -> [String] {
    let text = """
      全国地方公共団体コード,都道府県名,市区町村名,調査年月日,地域名,総人口,男性,女性,0-14歳の男性,0-14歳の女性,15歳以上の男性,15歳以上の女性
      132071,東京都,架空市,2024-01-01,,\(row)

      """
    return try StandardDatasetPopulation.read(Array(text.utf8), document: "population")
      .diagnostics.map { "\($0.code.rawValue):\($0.citation.cell ?? 0)" }
  }

  /// 012203 (士別市) without its zero is 12203, the first five digits of 122033 (市川市).
  @Test(arguments: [("北海道", "012203"), ("千葉県", "122033")])
  func `A code that may have lost its zero is told by the prefecture`(
    prefecture: String, code: String
  ) throws {
    let text = """
      全国地方公共団体コード,都道府県名,市区町村名,調査年月日,地域名,総人口,男性,女性
      12203,\(prefecture),架空市,2024-01-01,,30,10,20

      """
    let read = try StandardDatasetPopulation.read(Array(text.utf8), document: "population")
    #expect(read.rows.map { $0.code?.sixDigits } == [code])
  }

  @Test func `The sums of each sex are checked`() throws {
    #expect(try standard("30,10,20,3,6,7,14") == [])
    #expect(try standard("30,10,20,3,6,8,14") == ["sum-differs:7"])
    #expect(try standard("30,10,20,3,6,7,15") == ["sum-differs:8"])
    #expect(try standard("31,10,20,3,6,7,14") == ["sum-differs:6"])
  }

  @Test(arguments: [
    ("12076", "012076"), ("12131", "012131"), ("1207", "012076"), ("012076", "012076"),
  ])
  func `The prefecture's name tells a lost zero in the standard data set`(
    code: String, expected: String
  ) throws {
    let text = """
      都道府県コード又は市区町村コード,都道府県名,市区町村名,調査年月日,地域名,総人口,男性,女性,0歳以上の男性,0歳以上の女性
      \(code),北海道,架空市,2024-01-01,,10,4,6,4,6

      """
    let table = try StandardDatasetPopulation.read(Array(text.utf8), document: "population")
    #expect(table.municipalities.map(\.sixDigits) == [expected])
    #expect(table.diagnostics == [])
  }

  @Test(arguments: [("12076", "北海道 架空市"), ("12131", "北海道　苫小牧市"), ("1213", "苫小牧市")])
  func `The prefecture before a name tells a lost zero in a table of movers`(
    code: String, name: String
  ) throws {
    let table = try movers(
      Fixture.movers(MoverTableTests.inItem, withOrigin: false, areas: [(code, name)]))
    #expect(table.rows.map(\.area.prefecture) == [.hokkaido])
  }
}

@Suite("Messages that name what is missing")
struct MissingPartTests {
  private func standard(_ cells: String) throws -> StandardDatasetPopulation {
    let text = """
      全国地方公共団体コード,都道府県名,市区町村名,調査年月日,地域名,総人口,男性,女性,0-14歳の男性,0-14歳の女性,15歳以上の男性,15歳以上の女性
      132071,東京都,架空市,2024-01-01,,\(cells)

      """
    return try StandardDatasetPopulation.read(Array(text.utf8), document: "population")
  }

  @Test(arguments: [
    ("30,10,20,3,,7,", "女性の年齢別の値がすべてない"), ("30,10,20,,6,,14", "男性の年齢別の値がすべてない"),
    ("30,10,20,3,6,7,", "年齢別の値がないセル"), ("30,10,20,,,,", "年齢別の値がないセル"),
  ])
  func `A table by age says which figures it lacks`(cells: String, reason: String) throws {
    let file = try standard(cells)
    let error = #expect(throws: OpenDataError.self) { try file.population() }
    #expect(error?.code == .noAgeTable && error?.line == 2)
    #expect(error?.found.ja.contains(reason) == true)
  }

  private func table(_ lines: String...) throws -> OpenDataTable {
    try OpenDataTable.read(Array((lines.joined(separator: "\n") + "\n").utf8), document: "file")
  }

  @Test func `Movers in the form of the API are known, and a CSV is no JSON`() throws {
    let movers = try table(
      "tab_code,表章項目,cat01_code,年齢,area_code,地域,time_code,時間軸,unit,value",
      "11,他市区町村からの転入者数,1,0～4歳,31201,鳥取県 架空市,2024000000,2024年,人,10")
    #expect(movers.format == .movers)
    #expect(movers.file.formatName.ja.contains("住民基本台帳人口移動報告"))
    let other = try table(
      "cat01_code,項目,area_code,地域,time_code,時間軸,unit,value",
      "A1101,A1101_総人口,31201,鳥取県 架空市,2024000000,2024年,人,10")
    #expect(other.file.formatName == OpenDataFormat.estatCSV.name)
  }

  @Test(arguments: [
    (
      "??2?1?1????????????,,,,\n????,?????,?????,??2?,,\n312011,???,???,1,2,3\n312029,???,????,1,2,3\n",
      "soffice"
    )
  ])
  func `A file that is not read is named`(text: String, word: String) {
    let error = #expect(throws: OpenDataError.self) {
      try OpenDataTable.read(Array(text.utf8), document: "file")
    }
    #expect(error?.code == .wrongFormat)
    #expect(error?.found.ja.contains(word) == true)
  }
}
