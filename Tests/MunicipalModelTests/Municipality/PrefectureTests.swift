import MunicipalModel
import Testing

@Suite struct PrefectureTests {
  @Test(
    "The code of a prefecture names it",
    arguments: [
      (1, "北海道", "Hokkaido"), (2, "青森県", "Aomori"), (8, "茨城県", "Ibaraki"), (13, "東京都", "Tokyo"),
      (14, "神奈川県", "Kanagawa"), (20, "長野県", "Nagano"), (23, "愛知県", "Aichi"), (26, "京都府", "Kyoto"),
      (27, "大阪府", "Osaka"), (34, "広島県", "Hiroshima"), (40, "福岡県", "Fukuoka"),
      (47, "沖縄県", "Okinawa"),
    ])
  func names(_ number: Int, _ japanese: String, _ english: String) throws {
    let prefecture = try #require(Prefecture(rawValue: number))
    #expect(prefecture.name == LocalizedText(ja: japanese, en: english))
  }

  @Test("There are 47 prefectures with different names")
  func all() {
    #expect(Prefecture.allCases.map(\.rawValue) == Array(1...47))
    #expect(Set(Prefecture.allCases.map(\.name.ja)).count == 47)
    #expect(Set(Prefecture.allCases.map(\.name.en)).count == 47)
  }

  @Test("There is no prefecture 0 or 48", arguments: [0, 48, -1])
  func none(_ number: Int) { #expect(Prefecture(rawValue: number) == nil) }

  @Test("An area has the name that exported files print")
  func areas() {
    #expect(Area.japan.name == "全国")
    #expect(Area.prefecture(name: "北海道").name == "北海道")
    #expect(Area.municipality(name: "苫小牧市").name == "苫小牧市")
  }
}
