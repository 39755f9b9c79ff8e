import MunicipalModel
import Testing

/// The counts are those of 総務省's list: 1,741 municipalities and 23 special wards among them; the wards of
/// Hamamatsu stand with those of before and after 2024.
@Suite("The list of municipalities")
struct MunicipalityDirectoryTests {
  private let directory = MunicipalityDirectory.builtIn

  private func codes(_ name: String) -> [String] {
    directory.entries(named: name).map(\.code.sixDigits)
  }

  @Test func `Every municipality is listed once`() throws {
    let towns = directory.entries.filter { entry in
      let local = entry.code.number % 1000
      return local > 200 || entry.code.prefecture == .tokyo || !entry.name.hasSuffix("区")
    }
    #expect(towns.count == 1_741)
    #expect(Set(directory.entries.map(\.code)).count == directory.entries.count)
    #expect(Set(towns.map(\.code.prefecture)).count == 47)
    let tomakomai = try #require(directory.entry(MunicipalityCode("012131")))
    #expect(tomakomai.name == "苫小牧市" && tomakomai.kana == "とまこまいし")
    #expect(tomakomai.fullName == "北海道苫小牧市")
    #expect(abs(tomakomai.latitude - 42.634) < 0.01 && abs(tomakomai.longitude - 141.605) < 0.01)
  }

  @Test func `Every place lies in Japan`() {
    for entry in directory.entries {
      #expect((24...46).contains(entry.latitude) && (122...154).contains(entry.longitude))
      #expect(!entry.name.isEmpty && !entry.kana.isEmpty)
    }
  }

  @Test(arguments: [
    ("苫小牧市", ["012131"]), ("苫小牧", ["012131"]), ("とまこまいし", ["012131"]), ("とまこまい", ["012131"]),
    ("北海道苫小牧市", ["012131"]), ("北海道 苫小牧市", ["012131"]), ("府中市", ["132063", "342084"]),
    ("東京都府中市", ["132063"]), ("伊達市", ["012335", "072133"]), ("古宇郡泊村", ["014036"]),
    ("龍ヶ崎市", ["082082"]), ("龍ケ崎市", ["082082"]), ("郡山市", ["072036"]), ("大和郡山市", ["292036"]),
    ("札幌市中央区", ["011011"]), ("中央区", ["131024"]), ("美浜区", ["121061"]), ("架空市", []), ("", []),
    ("浜松市浜名区", ["221392"]), ("京都市", ["261009"]), ("津", ["242012"]),
    ("大崎市", ["042153"]), ("大崎町", ["464686"]),
  ])
  func `A name tells its codes`(name: String, expected: [String]) {
    #expect(codes(name) == expected)
  }
}
