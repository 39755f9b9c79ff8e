import MunicipalModel
import Testing

@testable import OpenData

@Suite("Areas of nationwide tables")
struct AreaTests {
  /// Codes of 全国地方公共団体コード (総務省), and e-Stat's sums 市部, 郡部, 特別区部.
  @Test(arguments: [
    ("", "合計", "", "nation"), ("00000", "", "全国", "nation"), ("010006", "北海道", "", "prefecture"),
    ("13000", "", "東京都", "prefecture"), ("", "北海道", "", "prefecture"),
    ("011002", "北海道", "札幌市", "designated_city"), ("01101", "", "札幌市中央区", "ward"),
    ("01110", "", "札幌市清田区", "ward"), ("14110", "", "横浜市戸塚区", "ward"),
    ("14130", "", "川崎市", "designated_city"), ("22140", "", "浜松市天竜区", "ward"),
    ("22130", "", "", "designated_city"), ("13101", "", "千代田区", "special_ward"),
    ("13110", "", "目黒区", "special_ward"), ("13100", "", "特別区部", "subtotal"),
    ("30001", "", "市部", "subtotal"), ("30002", "", "郡部", "subtotal"),
    ("012131", "北海道", "苫小牧市", "municipality"), ("01213", "", "苫小牧市", "municipality"),
    ("014036", "北海道", "古宇郡泊村", "municipality"), ("29203", "", "大和郡山市", "municipality"),
    ("", "東京都", "島しょ", "subtotal"), ("", "北海道", "石狩郡", "subtotal"),
    ("016951", "北海道", "色丹郡色丹村", "northern_territory"),
    ("01700", "", "蘂取村", "northern_territory"), ("R01100", "北海道", "札幌市", "designated_city"),
    ("R01213", "北海道", "苫小牧市", "municipality"), ("1213", "", "苫小牧市", "municipality"),
    ("12131", "北海道", "苫小牧市", "municipality"), ("", "架空県", "架空市", "unknown"),
    ("-", "合計", "-", "nation"), ("010006", "北海道", "－", "prefecture"),
    (" ー ", "北海道", "―", "prefecture"), ("‐", "北海道", "石狩郡", "subtotal"),
  ])
  func `Each kind is known by its code and name`(
    code: String, prefecture: String, name: String, kind: String
  ) throws {
    let area = try StatisticalArea.classify(code: code, prefecture: prefecture, name: name)
    #expect(area.kind.rawValue == kind)
  }

  @Test func `A code that lost its zero is that of Hokkaido to Gunma`() throws {
    #expect(try StatisticalArea.classify(code: "1213", name: "").code?.fiveDigits == "01213")
    // Five digits that are a code as they are stay so, unless the row is one of another prefecture.
    #expect(try StatisticalArea.classify(code: "12100", name: "千葉市").code?.fiveDigits == "12100")
  }

  @Test(arguments: ["012132", "48201", "ABCDE", "123"])
  func `A code that cannot be one is refused`(code: String) {
    #expect(throws: MunicipalityCodeError.self) {
      try StatisticalArea.classify(code: code, name: "市")
    }
  }

  @Test func `The prefecture before a name is left out, for a column says it`() throws {
    func name(_ code: String, _ text: String) throws -> String {
      try StatisticalArea.classify(code: code, name: text).name
    }
    #expect(try name("13207", "東京都 昭島市") == "昭島市")
    #expect(try name("13207", "東京都\u{3000}昭島市") == "昭島市")
    #expect(try name("13000", "東京都") == "東京都")
    #expect(try name("13100", "東京都区部") == "東京都区部")
    #expect(try name("13207", "千葉県 昭島市") == "千葉県 昭島市")
  }

  /// e-Stat, API 機能 仕様 3.0: 時間軸コード.
  @Test(arguments: [
    ("2024000000", "2024年", "CY2024"), ("2020100000", "2020年度", "FY2020"),
    ("2024000101", "2024年1月", "2024-01-01/2024-01-31"),
    ("2021001111", "2021年11月", "2021-11-01/2021-11-30"),
    ("2024000103", "2024年1～3月期", "2024-01-01/2024-03-31"), ("2020", "2020年度", "FY2020"),
    ("2020", "", "CY2020"),
  ])
  func `Time codes of e-Stat`(code: String, name: String, period: String) {
    #expect(EStatTime.period(code: code, name: name)?.code == period)
  }

  @Test(arguments: ["0000000000", "2024001300", "2024001213", "x", ""])
  func `A time code that is none gives no time`(code: String) {
    #expect(EStatTime.period(code: code) == nil)
  }
}
