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

  @Test(
    "Beginnings and ends are compared by bytes",
    arguments: [
      ("指標名", "指標", true, false), ("指標名", "名", false, true), ("指標名", "指標名", true, true),
      ("名", "指標名", false, false), ("", "", true, true), ("a", "", true, true),
      ("か\u{3099}", "か", true, false), ("か\u{3099}", "が", false, false),
    ])
  func ends(_ text: String, _ word: String, _ begins: Bool, _ ends: Bool) {
    #expect(text.begins(with: word) == begins && text.ends(with: word) == ends)
    #expect(text.isSame(as: word) == (begins && ends && text.utf8.count == word.utf8.count))
  }

  @Test("The scanner gives back what stood before folding")
  func original() {
    let scanner = TextScanner("（Ｒ４）\u{200B}　x")
    #expect(scanner.rest == "(R4) x")
    #expect(scanner.original(0..<4) == "（Ｒ４）")
    #expect(scanner.original(4..<99) == "　x")
  }
}
