import MunicipalModel
import Testing

@Suite struct WordSearchTests {
  static let searches: [(String, String, Int?)] = [
    ("重要業績評価指標", "評価", 12), ("重要業績評価指標", "実績", nil), ("ababac", "abac", 2), ("aaa", "aaaa", nil),
    ("a", "a", 0), ("", "a", nil), ("a", "", nil), ("", "", nil), ("指標", "指", 0), ("指標", "標", 3),
    ("か\u{3099}", "が", nil), ("🇯🇵🇫🇷", "🇵🇫", 4),
  ]

  @Test("A word is found by its bytes, at the first place", arguments: searches)
  func search(_ text: String, _ word: String, _ offset: Int?) {
    #expect(text.firstOffset(of: word) == offset)
    #expect(text.contains(word: word) == (offset != nil))
  }

  @Test("The scanner gives back what stood before folding")
  func original() {
    let scanner = TextScanner("（Ｒ４）\u{200B}　x")
    #expect(scanner.rest == "(R4) x")
    #expect(scanner.original(0..<4) == "（Ｒ４）")
    #expect(scanner.original(4..<99) == "　x")
  }
}
