import Testing
import TextFormats

@Suite struct TextFoldingTests {
  @Test(
    "A key is in half width and without spaces",
    arguments: [
      ("重要業績評価指標（ＫＰＩ）", "重要業績評価指標(KPI)"), ("R 2実績", "R2実績"), ("１，４９８　千円", "1,498千円"),
      ("２０１５〜２０１９", "2015~2019"), ("平成27年度～令和元年度", "平成27年度~令和元年度"), ("−0.44", "-0.44"),
      ("\u{FEFF}人\u{200B}口\u{2060}", "人口"), ("a\u{00A0}b\u{2009}c\td\u{2001}e", "abcde"), ("", ""),
      ("　", ""),
      ("カタカナ", "カタカナ"), ("！～", "!~"),
    ])
  func key(_ text: String, _ key: String) {
    #expect(TextFolding.key(text) == key)
    #expect(TextFolding.key(key) == key)
  }

  @Test(
    "Trimming takes only the ends, and leaves the width",
    arguments: [
      ("　人 口　", "人 口"), ("\t100％\r", "100％"), ("\u{FEFF}題\u{200B}", "題"), ("", ""), (" 　\r", ""),
      ("a\u{00A0}", "a"), ("\u{00AD}ひ", "ひ"), ("ヿ　", "ヿ"), ("　・か", "・か"), ("人)", "人)"),
      ("か\u{200B}", "か"),
    ])
  func trimmed(_ text: String, _ trimmed: String) { #expect(TextFolding.trimmed(text) == trimmed) }

  @Test("Only invisible text is blank")
  func blank() {
    for text in ["", " ", "　", "\t\r", "\u{FEFF}\u{200B}", "\u{00A0}"] {
      #expect(TextFolding.isBlank(text))
    }
    for text in ["0", "-", " . ", "・"] { #expect(!TextFolding.isBlank(text)) }
  }
}

@Suite struct TextScannerTests {
  @Test("A number of more digits than allowed is not read at all")
  func longNumber() {
    var scanner = TextScanner("12345678901")
    let number = scanner.number()
    #expect(number == nil)
    #expect(scanner.position == 0)
  }

  @Test("A number stops at the first other scalar")
  func number() {
    var scanner = TextScanner("１23人")
    let number = scanner.number()
    #expect(number == 123)
    #expect(scanner.rest == "人")
    let next = scanner.number()
    #expect(next == nil)
  }

  @Test("A word is read whole or not at all")
  func words() {
    var scanner = TextScanner("（年度）")
    let half = scanner.skip("(年月")
    #expect(!half && scanner.position == 0)
    let first = scanner.skip(anyOf: ["月", "(", "(年"])
    #expect(first == "(" && scanner.rest == "年度)")
    #expect(scanner.peek(2) == ")" && scanner.peek(3) == nil && scanner.peek(-9) == nil)
    let rest = scanner.skip("年度)")
    #expect(rest && scanner.isAtEnd && scanner.current == nil && scanner.rest.isEmpty)
    let beyond = scanner.skip("x")
    #expect(!beyond)
  }

  @Test("Of a list the first word that stands here is read, and none at the end")
  func wordList() {
    let words = WordList(["", "年月", "年度末", "年", "年度"])
    var scanner = TextScanner("年度年月")
    let first = scanner.skip(anyOf: words)
    #expect(first == "年" && scanner.rest == "度年月")
    let none = scanner.skip(anyOf: words)
    #expect(none == nil && scanner.position == 1)
    scanner.position = 2
    let second = scanner.skip(anyOf: words)
    #expect(second == "年月" && scanner.isAtEnd)
    let beyond = scanner.skip(anyOf: words)
    #expect(beyond == nil)
  }

  @Test("Scalars of every length are folded, and the text before is kept")
  func lengths() {
    let text = "Aé\u{00AD}（年\u{3000}㍻𠮷か\u{3099}"
    let scanner = TextScanner(text)
    #expect(scanner.rest == "Aé(年 平成𠮷が")
    #expect(scanner.original(5..<7) == "㍻")
    #expect(TextFolding.key(text) == "Aé(年平成𠮷が")
    #expect(String(scalars: Array(text.unicodeScalars)) == text)
  }
}
