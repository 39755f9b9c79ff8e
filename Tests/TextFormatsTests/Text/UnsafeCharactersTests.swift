import Foundation
import Testing
import TextFormats

@Suite("Characters that must not reach a terminal")
struct UnsafeCharactersTests {
  static let unsafe: [Unicode.Scalar] =
    ([0x00, 0x07, 0x08, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9D, 0x9F] as [UInt8])
    .map { Unicode.Scalar($0) }
    + [
      "\u{061C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}",
      "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
    ]

  @Test(arguments: unsafe) func `Each is replaced in texts and escaped in JSON`(
    scalar: Unicode.Scalar
  ) throws {
    let text = "浦河\(scalar)町"
    #expect(UnsafeCharacters.count(in: text) == 1)
    #expect(UnsafeCharacters.replaced(in: text) == "浦河\u{FFFD}町")
    let json = UnsafeCharacters.escaped(inJSON: "[\"\(text)\"]")
    #expect(UnsafeCharacters.count(in: json) == 0)
    #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == [text])
  }

  @Test(arguments: [
    "", "浦河町", "a\tb\r\nc", "é", "À", "\u{A0}", "…—“”", "\u{2010}", "\u{2028}", "\u{200B}", "؛",
    "\u{2060}", "👨‍👩‍👧",
  ])
  func `Other characters stay`(text: String) {
    #expect(UnsafeCharacters.count(in: text) == 0)
    #expect(UnsafeCharacters.replaced(in: text) == text)
    #expect(UnsafeCharacters.escaped(inJSON: text) == text)
  }
}
