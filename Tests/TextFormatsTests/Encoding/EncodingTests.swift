import TestSupport
import Testing

@testable import TextFormats

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Encodings")
struct EncodingTests {
  private func decode(
    _ bytes: [UInt8], _ encoding: TextEncoding? = nil
  ) -> (text: String, decoder: TextDecoder) {
    var decoder = TextDecoder(encoding)
    let text = decoder.decode(bytes) + decoder.finish()
    return (String(decoding: text, as: UTF8.self), decoder)
  }

  /// Codes of CP932.TXT of the Unicode Consortium that JIS X 0208 lacks, or that others map otherwise.
  @Test(
    arguments: [
      ([0x87, 0x40], "①"), ([0x87, 0x8A], "㈱"), ([0xFB, 0xFC], "髙"), ([0x81, 0x60], "～"),
      ([0x81, 0x7C], "－"), ([0x5C], "\\"), ([0x7E], "~"), ([0xB1, 0xDD], "ｱﾝ"),
      ([0x95, 0x5C, 0x8E, 0xA6], "表示"), ([0xED, 0x40], "纊"),
    ] as [([UInt8], String)])
  func `Characters of Windows`(bytes: [UInt8], expected: String) {
    #expect(decode(bytes, .cp932).text == expected)
    #expect(decode(bytes, .cp932).decoder.issues.isEmpty)
  }

  #if canImport(Glibc)
    /// Every one- and two-byte code against the C library's own table of CP932.
    @Test func `The table is that of iconv`() throws {
      let converter = iconv_open("UTF-8", "CP932")
      try #require(Int(bitPattern: converter) != -1)
      defer { iconv_close(converter) }
      var different: [String] = []
      for lead in 0x80...0xFF {
        for trail in 0x40...0xFC {
          let bytes = [UInt8(lead), UInt8(trail)]
          guard case .scalar(let scalar, let length) = CP932.character(bytes[0], bytes[1]) else {
            continue
          }
          let expected = convert(Array(bytes.prefix(length)), converter)
          if expected != String(scalar) { different.append("\(bytes) \(scalar) \(expected ?? "")") }
        }
      }
      #expect(different == [])
    }

    /// What iconv maps and the table does not; user-defined characters and single bytes are left out.
    @Test func `Nothing is missing in the table`() throws {
      let converter = iconv_open("UTF-8", "CP932")
      try #require(Int(bitPattern: converter) != -1)
      defer { iconv_close(converter) }
      for lead in Array(0x81...0x9F) + Array(0xE0...0xEF) + Array(0xFA...0xFC) {
        for trail in Array(0x40...0x7E) + Array(0x80...0xFC) {
          let bytes = [UInt8(lead), UInt8(trail)]
          guard convert(bytes, converter) != nil else { continue }
          let isMapped =
            if case .scalar = CP932.character(bytes[0], bytes[1]) { true } else { false }
          #expect(isMapped, "\(bytes)")
        }
      }
    }

    private func convert(_ bytes: [UInt8], _ converter: iconv_t?) -> String? {
      var input = bytes.map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: 16)
      var inputLeft = input.count
      var outputLeft = output.count
      iconv(converter, nil, nil, nil, nil)
      let result = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
          var from = source.baseAddress
          var to = target.baseAddress
          return iconv(converter, &from, &inputLeft, &to, &outputLeft)
        }
      }
      guard result != .max, inputLeft == 0 else { return nil }
      return String(
        decoding: output.prefix(16 - outputLeft).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  #endif

  @Test func `Bytes that are no character are named, and the rest is kept`() {
    // 札, an unassigned code, a lead byte before a comma, 幌, a byte of its own that is not assigned.
    let bytes: [UInt8] = [0x8E, 0x44, 0x0A, 0x85, 0x40, 0x83, 0x2C, 0x96, 0x79, 0xFF]
    let (text, decoder) = decode(bytes, .cp932)
    #expect(text == "札\n\u{FFFD}\u{FFFD},幌\u{FFFD}")
    #expect(decoder.issues.map(\.offset) == [3, 5, 9])
    #expect(decoder.issues.map(\.line) == [2, 2, 2])
    #expect(decoder.issues.map(\.bytes) == [[0x85, 0x40], [0x83], [0xFF]])
  }

  @Test func `A user-defined character is kept as Windows maps it, and named`() {
    let (text, decoder) = decode([0xF0, 0x40, 0xF9, 0xFC], .cp932)
    #expect(text == "\u{E000}\u{E757}")
    #expect(decoder.issues.map(\.kind) == [.userDefined, .userDefined])
  }

  @Test func `A character cut off at the end is named`() {
    #expect(decode([0x41, 0x8E], .cp932).text == "A\u{FFFD}")
    #expect(decode([0x41, 0xE6, 0x9C], .utf8).text == "A\u{FFFD}")
  }

  @Test func `The encoding is found`() {
    let text = Array("団体コード,市区町村名\n".utf8)
    #expect(TextEncoding.detect(text) == .utf8)
    #expect(TextEncoding.detect(text.dropLast(8)) == .utf8)
    #expect(TextEncoding.detect([0xEF, 0xBB, 0xBF] + text) == .utf8)
    #expect(TextEncoding.detect(CP932Text.bytes(of: "団体コード,市区町村名\n")) == .cp932)
    #expect(TextEncoding.detect([0xFF, 0xFE, 0x42, 0x30]) == .utf16LittleEndian)
    #expect(TextEncoding.detect([0xFE, 0xFF, 0x30, 0x42]) == .utf16BigEndian)
    #expect(TextEncoding.detect([]) == .utf8)
  }

  @Test func `A UTF-8 text with a damaged byte stays UTF-8`() {
    var bytes = Array(String(repeating: "岩見沢市,苫小牧市\n", count: 10).utf8)
    bytes[28] = 0xFF
    let (text, decoder) = decode(bytes)
    #expect(decoder.encoding == .utf8)
    #expect(decoder.issueCount > 0)
    #expect(text.contains("苫小牧市"))
    #expect(decoder.issues.allSatisfy { $0.line == 2 })
  }

  @Test func `UTF-16 is read in both orders`() {
    let units = Array("市,𠮷\n".utf16)
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in units {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(decode(little).text == "市,𠮷\n")
    #expect(decode(big).text == "市,𠮷\n")
    let cut = decode(Array(little.dropLast(3)))
    #expect(cut.text == "市,\u{FFFD}\u{FFFD}", "half a pair and half a unit")
  }

  @Test(arguments: [TextEncoding.utf8, .cp932, .utf16LittleEndian])
  func `Chunks of one byte give the same text`(encoding: TextEncoding) {
    let text = "\u{FEFF}団体,①\r\n札幌市,\"1,234\"\r\n"
    let bytes: [UInt8] =
      switch encoding {
      case .utf8: Array(text.utf8)
      case .cp932: CP932Text.bytes(of: String(text.dropFirst()))
      default: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      }
    var decoder = TextDecoder(encoding)
    var output: [UInt8] = []
    for byte in bytes { output += decoder.decode([byte]) }
    output += decoder.finish()
    #expect(String(decoding: output, as: UTF8.self) == String(text.dropFirst()))
    #expect(decoder.issues.isEmpty)
  }
}
