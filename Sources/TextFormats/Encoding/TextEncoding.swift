/// The encoding of a file's text (文字コード).
public enum TextEncoding: String, Hashable, Sendable, Codable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// CP932 (Windows-31J), which Japanese programs call Shift_JIS: ①, ㈱ and 髙 are in it.
  case cp932
  /// UTF-16, the low byte first, as spreadsheets save "Unicode text".
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the high byte first.
  case utf16BigEndian = "utf-16be"
}

extension TextEncoding {
  /// Finds the encoding of a text from its first bytes, or from all of them.
  ///
  /// A byte order mark decides. Without one, a text whose characters have a zero byte again and again is UTF-16,
  /// for no other text has any. Else it is UTF-8 if the bytes are well-formed, where a character
  /// that is cut off at the end does not count; else CP932. A UTF-8 text with a few damaged bytes stays
  /// UTF-8: it has at least ten well-formed characters of several bytes for every damaged place, which
  /// a text in CP932 never has.
  public static func detect(_ bytes: some Collection<UInt8>) -> TextEncoding {
    if let mark = byteOrderMark(of: bytes) { return mark.encoding }
    if let wide = utf16(bytes.prefix(4096)) { return wide }
    let (wellFormed, malformed) = UTF8Validation.count(Array(bytes))
    return malformed == 0 || wellFormed >= 10 * malformed ? .utf8 : .cp932
  }

  /// UTF-16 by the zero bytes of its separators, digits and line ends, which all stand on one side.
  private static func utf16(_ bytes: some Collection<UInt8>) -> TextEncoding? {
    var zeros = [0, 0]
    for (offset, byte) in bytes.enumerated() where byte == 0 { zeros[offset % 2] += 1 }
    let pairs = bytes.count / 2
    guard zeros[0] + zeros[1] >= max(2, pairs / 10) else { return nil }
    if zeros[1] > 20 * zeros[0] { return .utf16LittleEndian }
    return zeros[0] > 20 * zeros[1] ? .utf16BigEndian : nil
  }

  /// The byte order mark at the beginning, if there is one, and how many bytes it takes.
  package static func byteOrderMark(
    of bytes: some Collection<UInt8>
  ) -> (encoding: TextEncoding, length: Int)? {
    let head = Array(bytes.prefix(3))
    if head == [0xEF, 0xBB, 0xBF] { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }
}

/// A place in a file whose bytes are no character.
package struct DecodingIssue: Hashable, Sendable {
  /// What is wrong with the bytes.
  package enum Kind: Hashable, Sendable {
    /// They stand for nothing in the encoding.
    case unmappable
    /// They are a character that a user defined (外字), of which only the user's computer knows the form.
    case userDefined
  }

  package let kind: Kind
  /// The line, from 1.
  package let line: Int
  /// The position of the first byte in the file, from 0.
  package let offset: Int
  package let bytes: [UInt8]
}

extension TextEncoding {
  /// The bytes of a text in UTF-8, whatever encoding they are in.
  ///
  /// - Parameters:
  ///   - bytes: the bytes.
  ///   - encoding: their encoding; `nil` to find it.
  /// - Returns: the bytes as they are if a part of them is no character of the encoding that is found.
  public static func utf8(_ bytes: [UInt8], from encoding: TextEncoding? = nil) -> [UInt8] {
    var decoder = TextDecoder(encoding)
    var decoded = decoder.decode(bytes)
    decoded += decoder.finish()
    return decoder.issueCount == 0 ? decoded : bytes
  }
}
