import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

/// Variants of the published forms: other columns, other spellings, and what is refused with a reason.
@Suite("Variants of the published forms")
struct PublishedVariantTests {
  /// e-Stat's own download: a column 補助コード, blank in every row, beside each code, and two lines of
  /// header. Two areas of one name are told apart by their codes alone.
  private static let withSecondCodes = """
    ,,,,,,,,,,,,/性別,総数,総数,総数,男,男,男,女,女,女
    表章項目 コード,表章項目 補助コード,表章項目,国籍 コード,国籍 補助コード,国籍,時間軸（年次） コード,\
    時間軸（年次） 補助コード,時間軸（年次）,全国・都道府県・市区町村 コード,全国・都道府県・市区町村 補助コード,\
    全国・都道府県・市区町村,/年齢（5歳階級）,総数,0歳～4歳,5歳以上,総数,0歳～4歳,5歳以上,総数,0歳～4歳,5歳以上
    01,,他市区町村からの転入者数,60000,,移動者,2024000000,,2024年,00000,,全国,,100,40,60,55,22,33,45,18,27
    01,,他市区町村からの転入者数,60000,,移動者,2024000000,,2024年,13206,,府中市,,10,4,6,6,3,3,4,1,3
    01,,他市区町村からの転入者数,60000,,移動者,2024000000,,2024年,34208,,府中市,,7,3,4,3,2,1,4,1,3

    """

  @Test func `The blank column of second codes does not stand for the codes`() throws {
    let table = try MoverTable.read(Array(Self.withSecondCodes.utf8), document: "movers")
    #expect(table.diagnostics == [])
    #expect(table.rows.map(\.area.code?.fiveDigits) == [nil, "13206", "34208"])
    #expect(table.rows.map(\.area.kind) == [.nation, .municipality, .municipality])
    #expect(table.rows.map(\.period) == Array(repeating: .calendarYear(2024), count: 3))
    let hiroshima = try table.row(MunicipalityCode("34208"), .inMigrants, nationality: .all)
    // 男 2 + 1, 女 1 + 3.
    #expect(hiroshima.ages?.total == 7)
    #expect(hiroshima.totals[.both]?.value == 7)
  }

  /// A spreadsheet leaves 0 of 00000 and 1000 of 01000.
  @Test func `The code of the nation may have lost its zeros`() throws {
    let text = Fixture.movers(
      "他市区町村からの転入者数", withOrigin: true,
      areas: [("0", "全国"), ("1000", "北海道"), ("1100", "札幌市")])
    let table = try MoverTable.read(Array(text.utf8), document: "movers")
    #expect(table.diagnostics == [])
    #expect(table.rows.map(\.area.kind) == [.nation, .prefecture, .designatedCity])
  }

  @Test func `An export of names alone is known and refused for its codes`() throws {
    let text = """
      ,,,,総数,総数,総数,男,男,男,女,女,女
      ,,,,総数,0歳～4歳,5歳以上,総数,0歳～4歳,5歳以上,総数,0歳～4歳,5歳以上
      表章項目,国籍,時間軸（年次）,全国・都道府県・市区町村,人,人,人,人,人,人,人,人,人
      他市区町村からの転入者数,移動者,2024年,全国,100,40,60,55,22,33,45,18,27

      """
    #expect(OpenDataFormat.detect(Array(text.utf8)) == .movers)
    let error = #expect(throws: OpenDataError.self) {
      try OpenDataTable.read(Array(text.utf8), document: "movers")
    }
    #expect(error?.code == .missingColumn)
    #expect(error?.line == 3)
    #expect(error?.expected.en.contains("an export of names alone lacks") == true)
  }

  /// The names of the columns in full width, as a spreadsheet or an input method may write them.
  @Test func `Columns of e-Stat's CSV are known in full width`() throws {
    let text = """
      "ｔａｂ＿ｃｏｄｅ","表章項目","ｃａｔ０１＿ｃｏｄｅ","項目","ａｒｅａ＿ｃｏｄｅ","地域","ｔｉｍｅ＿ｃｏｄｅ","調査年","ｕｎｉｔ","ｖａｌｕｅ","ａｎｎｏｔａｔｉｏｎ"
      "00001","観測値","A1101","A1101_総人口","31201","鳥取県 架空鳥取市","2020100000","2020年度","人","185000",""

      """
    let table = try EStatTable.read(Array(text.utf8), document: "e-stat")
    #expect(table.diagnostics == [])
    #expect(table.dimensions.map(\.id) == ["tab", "cat01", "area", "time"])
    #expect(table.dimensions.map(\.name) == ["表章項目", "項目", "地域", "調査年"])
    #expect(table.figures(.population).map(\.reading.wholeNumber) == [185_000])
  }

  @Test(arguments: [
    // FEI_CITY: one column an item.
    """
    "社会・人口統計体系"
    "市区町村データ"
    ""
    "***:該当データなし"
    ""
    "調査年 コード","調査年","地域 コード","地域","/項目","A1101_総人口【人】","注釈","A1303_65歳以上人口【人】","注釈"
    "2015100000","2015年度","31201","鳥取県 架空鳥取市","","185,000","","60,000",""

    """,
    // The cross table: one column a year.
    """
    "統計名：","社会・人口統計体系 市区町村データ 基礎データ（廃置分合処理済）"
    "表番号：","0000020201"
    "観測値 コード","観測値 補助コード","観測値","Ａ　人口・世帯 コード","Ａ　人口・世帯 補助コード","Ａ　人口・世帯","地域 コード","地域 補助コード","地域","/調査年","2015年度","注釈","2020年度","注釈"
    "00001","","観測値","A1101","","A1101_総人口","31201","","鳥取県 架空鳥取市","","185000","","184000",""

    """,
  ])
  func `A wide table of e-Stat's pages is read in both of its forms`(text: String) throws {
    let table = try OpenDataTable.read(Array(text.utf8), document: "wide")
    #expect(table.format == .estatWide && table.file.diagnostics == [])
    guard case .estat(let file) = table else { return }
    let population = file.figures(.population)
    #expect(population.first?.reading.wholeNumber == 185_000)
    #expect(population.first?.period == .fiscalYear(2015))
    #expect(population.first?.area.code?.fiveDigits == "31201")
  }

  /// 国勢調査 writes 年齢「不詳」: men 1 + 2 + 5 = 8, women 3 + 4 + 6 = 13.
  @Test func `The census' words for people of unknown age are known`() throws {
    #expect(try AgeLabel(printed: "年齢「不詳」") == .notReported)
    let ages = try Self.census(menOfAllAges: 8).populations(of: MunicipalityCode("31201"))
    #expect(ages.map(\.table.total) == [21])
    #expect(ages.first?.table.notReported == [5, 6])
  }

  /// One line of JSON has no rows to name: the sex and both sums say where the fault is, in each language.
  @Test func `A total that is not the sum is told in one language`() throws {
    let table = try Self.census(menOfAllAges: 9)
    let error = #expect(throws: OpenDataError.self) {
      try table.populations(of: MunicipalityCode("31201"))
    }
    #expect(error?.line == 1)
    #expect(error?.found.ja == "男: 総数が合計と違います（9 ≠ 8）")
    #expect(error?.found.en == "male: the total is not the sum of its ages (9 ≠ 8)")
  }

  private static func census(menOfAllAges: Int) throws -> EStatTable {
    let classes = { (names: [String]) in
      names.enumerated().map { "{\"@code\":\"\($0)\",\"@name\":\"\($1)\"}" }.joined(separator: ",")
    }
    let counts = [[menOfAllAges, 1, 2, 5], [13, 3, 4, 6]]
    let values = counts.enumerated().flatMap { sex, counts in
      counts.enumerated().map { age, count in
        "{\"@cat01\":\"\(sex)\",\"@cat02\":\"\(age)\",\"@area\":\"31201\",\"@time\":\"2020000000\","
          + "\"@unit\":\"人\",\"$\":\"\(count)\"}"
      }
    }.joined(separator: ",")
    let text =
      "{\"GET_STATS_DATA\":{\"RESULT\":{\"STATUS\":0},\"STATISTICAL_DATA\":{\"CLASS_INF\":{\"CLASS_OBJ\":["
      + "{\"@id\":\"cat01\",\"@name\":\"男女\",\"CLASS\":[\(classes(["男", "女"]))]},"
      + "{\"@id\":\"cat02\",\"@name\":\"年齢\",\"CLASS\":[\(classes(["総数", "0～4歳", "5歳以上", "年齢「不詳」"]))]},"
      + "{\"@id\":\"area\",\"@name\":\"地域\",\"CLASS\":{\"@code\":\"31201\",\"@name\":\"架空鳥取市\"}},"
      + "{\"@id\":\"time\",\"@name\":\"時間軸\",\"CLASS\":{\"@code\":\"2020000000\",\"@name\":\"2020年\"}}]},"
      + "\"DATA_INF\":{\"VALUE\":[\(values)]}}}}"
    return try EStatTable.read(Array(text.utf8), document: "census")
  }

  /// A month is no day, however it is written: 2023年12月 may be the first or the last of it.
  @Test(arguments: ["2024年1月", "2024-01", "2024/1", "令和6年1月", "R6.1", "令和元年5月"])
  func `A month without a day is told and not taken for a day`(month: String) throws {
    let header = "全国地方公共団体コード,地方公共団体名,調査年月日,地域名,総人口,男性,女性,0-4歳の男性,0-4歳の女性,5歳以上の男性,5歳以上の女性"
    let text = "\(header)\n312011,架空市,\(month),,10,4,6,1,2,3,4\n"
    let table = try StandardDatasetPopulation.read(Array(text.utf8), document: "population")
    #expect(table.dates.isEmpty)
    #expect(table.diagnostics.map(\.code) == ["unreadable-cell"])
    #expect(table.diagnostics.map(\.citation.cell) == [3])
    #expect(table.diagnostics.first?.message.en.hasPrefix("a month without a day") == true)
    let error = #expect(throws: OpenDataError.self) { try table.population() }
    #expect(error?.code == .missingPeriod)
  }
}
