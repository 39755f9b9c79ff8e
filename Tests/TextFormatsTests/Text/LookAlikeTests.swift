import Testing
import TextFormats

/// Characters as PDF readers print them, and the usual ones that they stand for.
@Suite struct LookAlikeTests {
  static let keys: [(String, String)] = [
    // Kangxi radicals
    ("⼈⼝", "人口"), ("⽬標値", "目標値"), ("⼦育て", "子育て"), ("⽼年⼈⼝", "老年人口"), ("⾼齢者", "高齢者"),
    ("⼀", "一"), ("⿕", "龠"), ("⾷⾁", "食肉"), ("⾦額", "金額"), ("⽉⽇", "月日"), ("⼟⽊", "土木"),
    // CJK radicals supplement
    ("⺠間", "民間"), ("⻑野", "長野"), ("⻄東京", "西東京"), ("⻘森", "青森"), ("⺟⼦", "母子"), ("⻩", "黄"),
    ("⻭科", "歯科"), ("⻨", "麦"), ("⻲⼭", "亀山"), ("⻯", "竜"), ("⽵", "竹"), ("⺮", "竹"), ("⻝", "食"),
    // Compatibility ideographs and other forms
    ("福\u{FA1B}", "福福"), ("\u{FA19}⼾", "神戸"), ("戶数", "戸数"), ("\u{F9DC}", "隆"),
    ("﨑", "﨑"), ("⿟", "⿟"), ("⺀", "⺀"),
    // Squares
    ("㍻30年", "平成30年"), ("㋿4年度", "令和4年度"), ("㍼63年", "昭和63年"), ("㍽", "大正"), ("㍾", "明治"),
    ("90㌫", "90%"), ("千㌧", "千t"), ("㌶", "ha"), ("10㎏", "10kg"), ("㎞", "km"), ("㌔", "キロ"),
    ("㍿", "株式会社"),
    ("85㎡", "85㎡"), ("㎥", "㎥"), ("12㎢", "12㎢"), ("㌃㌧㌫", "at%"), ("㋾", "㋾"),
    // Small, vertical and half-width forms
    ("90﹪", "90%"), ("﹣5", "-5"), ("﹙人﹚", "(人)"), ("︵人︶", "(人)"),
    ("ﾎﾟｲﾝﾄ", "ポイント"), ("ﾊﾟｰﾄﾅｰ", "パートナー"), ("ｻｰﾋﾞｽ", "サービス"), ("ｳﾞｨﾗ", "ヴィラ"), ("ｱﾞ", "ア\u{3099}"),
    ("｢人｣", "「人」"), ("か\u{3099}", "が"), ("ハ\u{309A}", "パ"), ("ゐ\u{3099}", "ゐ\u{3099}"),
    ("人\u{00AD}口", "人口"),
  ]

  @Test("A key has the usual characters, and folding goes no further", arguments: keys)
  func key(_ text: String, _ key: String) {
    // Canonical equivalents are equal as strings, not as scalars.
    #expect(Array(TextFolding.key(text).unicodeScalars) == Array(key.unicodeScalars))
    #expect(TextFolding.folded(text) == Array(key.unicodeScalars))
    #expect(TextFolding.key(key) == TextFolding.key(text))
  }

  @Test("Names are unified in their characters and not in their width")
  func unified() {
    #expect(Array(TextFolding.unified("年間出⽣数（⼈）１ ｶﾞ ㍻").utf8) == Array("年間出生数（人）１ ｶﾞ 平成".utf8))
    for text in ["人口（人） 85㎡ ｶﾞ①㈱", "", "戸", "！", "成り立ち", "愛"] {
      #expect(Array(TextFolding.unified(text).utf8) == Array(text.utf8))
    }
  }

  @Test("Every radical has its ideograph, which stays as it is")
  func radicals() throws {
    for value in UInt32(0x2F00)...0x2FD5 {
      let radical = try #require(Unicode.Scalar(value))
      let ideograph = TextFolding.fold(radical)
      #expect((0x4E00...0x9FFF).contains(ideograph.value), "\(radical)")
      #expect(TextFolding.fold(ideograph) == ideograph)
    }
    for value in UInt32(0xF900)...0xFAFF {
      let scalar = try #require(Unicode.Scalar(value))
      // What is no unified ideograph itself has a canonical equivalent.
      let folded = TextFolding.fold(scalar)
      #expect(folded == scalar || String(folded) == String(scalar), "\(scalar)")
    }
  }

  @Test("What a scanner has read is given as it was printed")
  func originals() {
    var scanner = TextScanner("㋿４年度ｶﾞ⼈")
    #expect(String(String.UnicodeScalarView(scanner.scalars)) == "令和4年度ガ人")
    #expect(scanner.original(0..<2) == "㋿" && scanner.original(0..<1) == "㋿")
    #expect(scanner.original(2..<3) == "４" && scanner.original(5..<7) == "ｶﾞ⼈")
    #expect(scanner.original(0..<7) == "㋿４年度ｶﾞ⼈" && scanner.original(7..<9) == "")
    let era = scanner.skip("令和")
    let year = scanner.number()
    #expect(era && year == 4 && scanner.rest == "年度ガ人")
  }
}
