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
    ("町", "まち", "Machi"), ("勝浦市", "かつうらし", "Katsuura"), ("松浦市", "まつうらし", "Matsuura"),
    ("那智勝浦町", "なちかつうらちょう", "Nachikatsuura"), ("琴浦町", "ことうらちょう", "Kotoura"),
    ("豊浦町", "とようらちょう", "Toyoura"), ("浦臼町", "うらうすちょう", "Urausu"),
    ("滝上町", "たきのうえちょう", "Takinoue"), ("瀬戸内市", "せとうちし", "Setouchi"),
    ("山ノ内町", "やまのうちまち", "Yamanouchi"), ("豊岡市", "とよおかし", "Toyooka"),
    ("西之表市", "にしのおもてし", "Nishinoomote"), ("曽於市", "そおし", "Soo"), ("真岡市", "もおかし", "Moka"),
    ("佐那河内村", "さなごうちそん", "Sanagochi"), ("邑楽町", "おうらまち", "Ora"), ("結城市", "ゆうきし", "Yuki"),
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
