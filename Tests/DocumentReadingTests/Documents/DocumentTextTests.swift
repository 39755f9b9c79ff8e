import DocumentReading
import Foundation
import MunicipalModel
import TestSupport
import Testing

@Suite struct DocumentTextTests {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func read(_ bytes: [UInt8]) throws -> DocumentText {
    try DocumentText(id: "test", bytes: bytes)
  }

  static func lines(_ document: DocumentText) -> [String] {
    (1...document.lineCount).map { document.line($0) }
  }

  static let texts: [(String, [String])] = [
    ("項目\tH30基準\n内定者数\t9", ["項目\tH30基準", "内定者数\t9"]), ("a\r\nb\r\n", ["a", "b", ""]),
    ("a\n\nb", ["a", "", "b"]),
    ("\na", ["", "a"]), ("a", ["a"]), ("😀𠮷\n", ["😀𠮷", ""]), ("a\r\n\r\nb", ["a", "", "b"]),
    ("a\u{C}b", ["a\u{C}b"]),
  ]

  @Test("Lines are numbered from 1 and lose their line ends", arguments: texts)
  func lines(_ text: String, _ lines: [String]) throws {
    #expect(try Self.lines(Self.read(Array(text.utf8))) == lines)
    #expect(try Self.lines(DocumentText(id: "test", text: text)) == lines)
  }

  @Test("A byte order mark is no part of the text", arguments: texts)
  func withByteOrderMark(_ text: String, _ lines: [String]) throws {
    #expect(try Self.lines(Self.read(Self.byteOrderMark + text.utf8)) == lines)
  }

  @Test("LF and CRLF give the same document")
  func lineEnds() throws {
    #expect(
      try DocumentText(id: "test", text: "a\nb\n") == DocumentText(id: "test", text: "a\r\nb\r\n"))
  }

  @Test("A line outside the document is empty", arguments: [0, -1, 4, Int.max, Int.min])
  func outside(_ number: Int) throws {
    #expect(try DocumentText(id: "test", text: "a\nb\nc").line(number).isEmpty)
  }

  @Test(
    "A document without anything to see is empty",
    arguments: [
      "", " ", "\n\n\n", "\r\n \r\n", "\t\t", "　\n　", "\u{FEFF}", "\u{200B}\n",
    ])
  func empty(_ text: String) {
    for bytes in [Array(text.utf8), Self.byteOrderMark + text.utf8] {
      let error = #expect(throws: DocumentError.self) { try Self.read(bytes) }
      #expect(error?.code == .empty)
      #expect(error?.document == "test")
      #expect(error?.line == nil)
    }
  }

  /// Bytes and the line of the first that does not belong.
  static let malformed: [([UInt8], Int, String)] = [
    (Array("a\nb\nc".utf8) + [0xFF], 3, "0xFF"), ([0x80], 1, "a continuation alone"),
    (Array("人口\n".utf8) + [0xE4, 0xBA], 2, "truncated at the end"),
    ([0xE4, 0xBA, 0x0A, 0x41], 1, "truncated before a line end"),
    ([0xC0, 0xAF], 1, "overlong, two bytes"),
    ([0x41, 0x0A, 0xE0, 0x80, 0xAF], 2, "overlong, three bytes"),
    ([0xED, 0xA0, 0x80], 1, "a surrogate"),
    ([0xF4, 0x90, 0x80, 0x80], 1, "beyond Unicode"), ([0xF0, 0x9F, 0x98], 1, "a truncated emoji"),
    (Array("a\r\nb\r\n".utf8) + [0xFE], 3, "after CRLF"), ([0xF5, 0x80, 0x80, 0x80], 1, "no lead"),
    (Array("a\n".utf8) + [0x00] + Array("\n".utf8), 2, "NUL"), ([0x01, 0x02], 1, "control"),
    (Array("a\n\n".utf8) + [0x1A], 3, "Ctrl-Z"),
    (byteOrderMark + Array("a\n".utf8) + [0xFF], 2, "after BOM"),
    ([0x1B, 0x24, 0x42, 0x3F, 0x4D, 0x38, 0x7D, 0x1B, 0x28, 0x42], 1, "ISO-2022-JP"),
    ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00], 1, "ELF"),
    (Array("%PDF-1.7\n".utf8) + [0x25, 0xE2, 0xE3], 2, "PDF"),
    ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], 1, "zip"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], 1, "PNG"),
    ([0x90, 0x6C, 0x8C, 0xFB, 0x0A], 1, "人口 in CP932"),
    ([0x0A, 0xBF, 0xCD, 0xB8, 0xFD], 2, "人口 in EUC-JP"),
    ([0xFF, 0xFE, 0xBA, 0x4E, 0xE3, 0x53], 1, "人口 in UTF-16 with mark"),
    ([0xFE, 0xFF, 0x4E, 0xBA, 0x53, 0xE3], 1, "人口 in UTF-16BE with mark"),
    ([0x41, 0x00, 0x0A, 0x00], 1, "A in UTF-16"),
  ]

  @Test("Bytes that are no text in UTF-8 are refused with their line", arguments: malformed)
  func notText(_ bytes: [UInt8], _ line: Int, _ what: String) {
    let error = #expect(throws: DocumentError.self) { try Self.read(bytes) }
    #expect(error?.code == .notText, "\(what)")
    #expect(error?.line == line, "\(what)")
  }

  @Test("The offset of a wrong byte counts from the beginning of the file")
  func offset() {
    let plain = #expect(throws: DocumentError.self) { try Self.read([0x41, 0x0A, 0xFF]) }
    #expect(plain?.found.en == "byte 0xff at offset 2")
    let marked = #expect(throws: DocumentError.self) {
      try Self.read(Self.byteOrderMark + [0x41, 0x0A, 0xFF])
    }
    #expect(marked?.found.en == "byte 0xff at offset 5")
  }

  @Test(
    "Japanese in another encoding is refused",
    arguments: [
      String.Encoding.shiftJIS, .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32,
      .iso2022JP,
    ])
  func otherEncodings(_ encoding: String.Encoding) throws {
    let data = try #require("新規雇用創出数（人）\t46人\t累計34人\n".data(using: encoding))
    let error = #expect(throws: DocumentError.self) { try Self.read(Array(data)) }
    #expect(error?.code == .notText)
  }

  @Test("A line up to the limit is read, and one beyond it is left out")
  func longestLine() throws {
    let longest = String(repeating: "x", count: DocumentText.maximumLineLength)
    let document = try DocumentText(id: "test", text: "a\n" + longest + "\n" + longest + "x\nb")
    #expect(document.line(2) == longest)
    #expect(document.line(3).isEmpty)
    #expect(document.line(4) == "b")
    #expect(document.lineCount == 4)
  }

  @Test(
    "A line of megabytes is left out in good time and noted", .timeLimit(.minutes(10)),
    arguments: ["a", "人", "\t", " "])
  func hugeLine(_ piece: String) throws {
    let text = String(repeating: piece, count: TestSize.of(10_000_000) / piece.utf8.count) + "x"
    let document = try Self.read(Array(text.utf8))
    #expect(document.lineCount == 1)
    let session = DocumentSession(document)
    #expect(session.diagnostics.map(\.code) == ["overlong-line"])
    #expect(session.diagnostics.map(\.severity) == [.error])
    #expect(session.diagnostics.map(\.citation.line) == [1])
  }

  @Test("Very many lines are read in good time", .timeLimit(.minutes(10)))
  func manyLines() throws {
    let count = TestSize.of(1_000_000)
    let document = try DocumentText(
      id: "test", text: String(repeating: "a\t5\r\n", count: count))
    #expect(document.lineCount == count + 1)
    #expect(document.line(count) == "a\t5")
  }

  @Test("An error says where, what was expected and what was found")
  func errorText() {
    let error = DocumentError(
      code: .notText, document: "test", line: 3,
      expected: LocalizedText(ja: "文字", en: "text"), found: LocalizedText("0xff"))
    #expect(error.description == "test:3: not-text; expected text; found 0xff")
    #expect(error.message.en == "test:3: not a text in UTF-8; expected text; found 0xff")
    #expect(error.message.ja == "test:3: UTF-8 の文字データではありません。必要なもの: 文字。実際: 0xff")
    #expect(DocumentError(code: .empty, document: "test").description == "test: empty-document")
  }
}
