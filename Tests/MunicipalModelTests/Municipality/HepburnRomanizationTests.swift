import Testing

@testable import MunicipalModel

/// As the municipalities write themselves.
struct HepburnRomanizationTests {
  @Test(arguments: [
    ("苫小牧市", "とまこまいし", "Tomakomai"), ("札幌市", "さっぽろし", "Sapporo"),
    ("函館市", "はこだてし", "Hakodate"), ("神戸市", "こうべし", "Kobe"), ("大阪市", "おおさかし", "Osaka"),
    ("京都市", "きょうとし", "Kyoto"), ("四日市市", "よっかいちし", "Yokkaichi"), ("新宿区", "しんじゅくく", "Shinjuku"),
    ("一戸町", "いちのへまち", "Ichinohe"), ("長与町", "ながよちょう", "Nagayo"), ("泊村", "とまりむら", "Tomari"),
    ("八丁堀町", "はっちょうぼりちょう", "Hatchobori"), ("直方市", "のおがたし", "Nogata"), ("新潟市", "にいがたし", "Niigata"),
    ("町", "まち", "Machi"),
  ])
  func names(name: String, kana: String, latin: String) {
    #expect(HepburnRomanization.name(name, kana: kana) == latin)
  }

  @Test func `Every municipality has a name in letters`() {
    for entry in MunicipalityDirectory.builtIn.entries {
      let name = HepburnRomanization.name(entry.name, kana: entry.kana)
      #expect(!name.isEmpty && name.utf8.allSatisfy { (0x41...0x7A).contains($0) }, "\(entry.name)")
    }
  }
}
