import MunicipalModel
import Testing

@testable import Rendering

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), (" ", 1), ("82,823", 6),
    ("苫小牧市", 8), ("いわみざわ", 10), ("カタカナ", 8), ("ー・々〇", 8),
    ("（）「」、。", 12), ("ＡＢ１２％", 10), ("　", 2), ("～", 2), ("㎡", 2), ("￥", 2),
    ("ｶﾀｶﾅ", 4), ("ｶﾞ", 2), ("｢｣", 2),
    ("髙﨑", 4), ("㈱㍻㉈", 6), ("𠮷野家", 6), ("한국", 4),
    ("é", 1), ("ß", 1), ("ñandú", 5),
  ])
  func plainTexts(text: String, columns: Int) {
    #expect(DisplayWidth().columns(of: text) == columns)
  }

  @Test(arguments: [
    ("e\u{301}", 1), ("か\u{3099}", 2), ("葛\u{E0100}", 2), ("辻\u{FE00}", 2),
    ("a\u{200B}b", 2), ("\u{FEFF}a", 1), ("a\u{200D}b", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("co\u{AD}op", 5),
  ])
  func marksTakeNoColumn(text: String, columns: Int) {
    #expect(DisplayWidth().columns(of: text) == columns)
  }

  @Test(arguments: [
    ("😀", 2), ("🏙️", 2), ("⚠️", 2), ("⚠", 1), ("1️⃣", 2), ("🇯🇵", 2), ("🇯🇵🇫🇷", 4),
    ("👍🏽", 2), ("👨‍👩‍👧", 2), ("✅", 2), ("⭐", 2), ("😀😀", 4), ("1🏽", 3),
  ])
  func emojiTakeTwo(text: String, columns: Int) {
    #expect(DisplayWidth().columns(of: text) == columns)
  }

  @Test(arguments: ["①", "※", "○", "△", "▲", "⇒", "“", "”", "…", "℃", "×", "Ⅲ", "—", "α", "Я"])
  func ambiguousTakeOneUnlessTheTerminalIsSetOtherwise(text: String) {
    #expect(DisplayWidth().columns(of: text) == 1)
    #expect(DisplayWidth(ambiguousIsWide: true).columns(of: text) == 2)
  }

  @Test(arguments: [("abc", 3), ("ｱ", 1), ("市", 2), ("e\u{301}", 1), ("−", 1), ("é", 2)])
  func theSettingChangesAmbiguousOnly(text: String, columns: Int) {
    #expect(DisplayWidth(ambiguousIsWide: true).columns(of: text) == columns)
  }

  @Test func paddingFillsColumnsNotLetters() {
    let width = DisplayWidth()
    #expect(width.padded("市", to: 4) == "市  ")
    #expect(width.padded("市", to: 4, alignment: .trailing) == "  市")
    #expect(width.padded("苫小牧", to: 4) == "苫小牧")
    #expect(width.padded("ab", to: -1) == "ab")
  }
}
