import Testing

@testable import TextFormats

@Suite("The XML of office programs")
struct XMLScannerTests {
  /// What is met, one word each: `<a>`, `</a>`, and texts.
  private func events(_ text: String) throws(FormError) -> [String] {
    try events(Array(text.utf8))
  }

  private func events(_ bytes: [UInt8]) throws(FormError) -> [String] {
    try XMLPart(bytes, file: "x", name: "p.xml").read { xml throws(FormError) in
      var events: [String] = []
      while true {
        switch try xml.next() {
        case .start: events.append("<\(xml.name.text)>")
        case .end: events.append("</\(xml.name.text)>")
        case .text:
          var text: [UInt8] = []
          xml.appendText(to: &text)
          events.append(String(decoding: text, as: UTF8.self))
        case .finished: return events
        }
      }
    }
  }

  @Test(
    arguments: [
      ("<a/>", ["<a>", "</a>"]),
      ("<?xml version='1.0'?>\n<x:a y=\"1\"><b  /></x:a >", ["<a>", "<b>", "</b>", "</a>"]),
      ("<a>1 &lt; 2 &amp;&#x41;&#12354;&apos;</a>", ["<a>", "1 < 2 &Aあ'", "</a>"]),
      ("<a>&unknown; & &#xD800;</a>", ["<a>", "&unknown; & \u{FFFD}", "</a>"]),
      ("<a><![CDATA[<b> ]] &amp;]]>c</a>", ["<a>", "<b> ]] &amp;", "c", "</a>"]),
      ("<!-- <x> --><a><!----><?p <?></a>", ["<a>", "</a>"]),
      ("<a>1\r\n2\r3\n&#13;</a>", ["<a>", "1\n2\n3\n\n", "</a>"]),
      ("<a b='>' c=\"/>\"></a>", ["<a>", "</a>"]),
    ] as [(String, [String])])
  func `Tags and texts`(text: String, expected: [String]) throws {
    #expect(try events(text) == expected)
    #expect(try events([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == expected)
    let wide = Array("\u{FEFF}\(text)".utf16)
    #expect(try events(wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == expected)
    #expect(
      try events(wide.dropFirst().flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == expected)
  }

  @Test(
    arguments: [
      "<a>", "<a><b></a>", "</a>", "<a", "<a b=\"1>", "<a b='<'/>", "<a>&amp;</b>", "< a/>",
      "<a><!-- </a>", "<a><![CDATA[x</a>", "<?xml", "<a></a", "<a><b></b/></a>", "<!-->",
      "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "<![CDATA[x]]>",
    ])
  func `Broken markup is told with its byte`(text: String) {
    do {
      let events = try events(text)
      Issue.record("\(events)")
    } catch {
      #expect(error.code == .brokenMarkup)
      #expect(error.part.hasPrefix("p.xml (byte "))
    }
  }

  @Test func `Levels are bounded`() {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(throws: FormError.self) { try events(deep) }
    do { _ = try events(deep) } catch { #expect(error.code == .tooLarge) }
  }

  @Test func `Bytes in no encoding that is read are told`() throws {
    for bytes in [[0x3C, 0x61, 0x3E, 0xFF], Array("<?xml encoding='x-mac'?><a/>".utf8)] {
      do {
        let events = try events(bytes)
        Issue.record("\(events)")
      } catch { #expect(error.code == .notText) }
    }
    #expect(
      try events(
        Array("<?xml encoding=\"Shift_JIS\"?><a>".utf8) + [0x90, 0x6C] + Array("</a>".utf8))
        == ["<a>", "人", "</a>"])
  }

  @Test func `Attributes are told by what stands behind their prefix`() throws {
    let text =
      "<a xmlns:id='no' r:id = \"rId&quot;1\" flag='1' other=\"true\" no=\"0\" n=\"12\" w='-1'/>"
    try XMLPart(Array(text.utf8), file: "x", name: "p.xml").read { xml throws(FormError) in
      _ = try xml.next()
      #expect(xml.text(ofAttribute: "id") == "rId\"1")
      #expect(xml.isTrue("flag") && xml.isTrue("other") && !xml.isTrue("no"))
      #expect(xml.isFalse("no") && !xml.isFalse("none"))
      #expect(xml.number("n") == 12)
      #expect(xml.number("w") == nil && xml.number("none") == nil)
    }
  }

  @Test func `Each truncation of a part ends`() {
    let text = Array(
      "<?xml version=\"1.0\"?><a b=\"c\"><!-- d --><![CDATA[e]]>&amp;<f/></a>".utf8)
    for end in text.indices { #expect((try? events(Array(text[..<end]))) == nil || end < 24) }
  }
}
