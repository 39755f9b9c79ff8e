import TestSupport
import Testing

@testable import TextFormats

@Suite("Characters of a file")
struct FormCharactersTests {
  private static let text = "第２期総合戦略 ①ひらがなカタカナ髙、ｱｲ\n人口 1,234人\n"

  /// The bytes of a text in EUC-JP, by way of CP932: what both have.
  static func euc(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = CP932Text.bytes(of: text)[...]
    while let lead = rest.popFirst() {
      if lead < 0x80 {
        bytes.append(lead)
      } else if (0xA1...0xDF).contains(lead) {
        bytes += [0x8E, lead]
      } else if let trail = rest.popFirst() {
        let (row, cell) = jis(lead, trail)
        bytes += [row | 0x80, cell | 0x80]
      }
    }
    return bytes
  }

  /// JIS X 0208 of CP932 (JIS X 0208:1997, annex 1).
  private static func jis(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8) {
    let base = (Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)) * 2
    let column = Int(trail) - (trail > 0x7F ? 0x41 : 0x40)
    return (UInt8(0x21 + base + column / 94), UInt8(0x21 + column % 94))
  }

  @Test(arguments: ["計画.html", "計画.csv", "計画.md", "計画.txt"])
  func `Each encoding is found`(name: String) throws {
    let text = Self.text.filter { $0 != "髙" }
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let expected = try FormText.read(Array(text.utf8), name: name)
    for bytes in [
      CP932Text.bytes(of: text), Self.euc(text), [0xEF, 0xBB, 0xBF] + Array(text.utf8), wide,
    ] {
      #expect(try FormText.read(bytes, name: name) == expected)
    }
  }

  @Test func `EUC-JP has the characters of CP932`() throws {
    let characters = try FormCharacters(
      Self.euc("表示ソ能\u{2015}弌熙ｱ①"), name: "a", declared: "EUC-JP", isStrict: true)
    #expect(String(decoding: characters.bytes, as: UTF8.self) == "表示ソ能\u{2015}弌熙ｱ①")
    let other: [UInt8] = [0x41, 0x8F, 0xB0, 0xA1, 0x42, 0xA4, 0xA2, 0xA4, 0xA4]
    #expect(String(decoding: JISCode.cp932(fromEUC: other).prefix(3), as: UTF8.self).hasPrefix("A"))
  }

  @Test func `ISO-2022-JP is read`() throws {
    let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x3F, 0x4D, 0x38, 0x7D, 0x1B, 0x28, 0x42, 0x31, 0x0A]
    #expect(try FormText.read(bytes, name: "a.txt").lines[0].text == "人口1")
  }

  @Test(
    arguments: [
      "<meta charset=Shift_JIS>", "<meta charset='x-sjis'>",
      "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=Windows-31J\">",
      "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><html>", "<meta charset=utf-8>", "",
      "<meta charset=x-unknown>",
    ])
  func `A page says its encoding, or does not, or says a wrong one`(head: String) throws {
    let html = "<!doctype html>" + head + "<p>表示 ﾊﾝｶｸ"
    let expected = ["表示 ﾊﾝｶｸ"]
    #expect(try WebPage.read(CP932Text.bytes(of: html), name: "a").lines.map(\.text) == expected)
    #expect(try WebPage.read(Array(html.utf8), name: "a").lines.map(\.text) == expected)
  }

  @Test func `A damaged character is told in a page and refused in a text`() throws {
    let bytes = Array("<p>出生数 380\n".utf8) + [0xE5, 0x20] + Array("人口の推移について".utf8)
    let text = try FormText.read(bytes, name: "a.html")
    #expect(text.codes == ["unreadable-characters"])
    #expect(text.notices.first?.message.ja.contains("1か所あり") == true)
    #expect(text.lines.map(\.text) == ["出生数 380 \u{FFFD} 人口の推移について"])
    let error = #expect(throws: FormError.self) { try FormText.read(bytes, name: "a.txt") }
    #expect(error?.code == .notText)
  }

  @Test(arguments: ["a.txt", "a.html", "a.csv", "a.md"])
  func `Nothing, blanks and other bytes are refused`(name: String) {
    func code(_ bytes: [UInt8]) -> FormError.Code? {
      do {
        _ = try FormText.read(bytes, name: name)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code([]) == .empty)
    #expect(code(Array(" \r\n　\n\t".utf8)) == .empty)
    #expect(code([0x41, 0x00, 0x01, 0x02, 0x42]) == .notText)
    #expect(code((0...255).map { UInt8($0) }) == .notText)
    #expect(code(Array("数値\n".utf8) + [0x1A]) == nil)
  }
}
