/// Escapes plain text for XML and HTML.
package enum MarkupText {
  /// The text as content of an element; controls are replaced, and line breaks become spaces.
  package static func content(_ text: String) -> String { escaped(text, quote: nil) }

  /// The text as the value of an attribute, with its quotation marks: those that the text has fewer of.
  package static func attribute(_ text: String) -> String {
    var balance = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { balance += 1 }
      if byte == UInt8(ascii: "'") { balance -= 1 }
    }
    let quote = UInt8(ascii: balance > 0 ? "'" : "\"")
    let mark = balance > 0 ? "'" : "\""
    return mark + escaped(text, quote: quote) + mark
  }

  private static func escaped(_ text: String, quote: UInt8?) -> String {
    let mayBeSpecial =
      text.utf8.withContiguousStorageIfAvailable { isSpecial($0, quote: quote) } ?? true
    guard mayBeSpecial else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in PlainText.line(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case quote: bytes.append(contentsOf: byte == UInt8(ascii: "'") ? "&#39;".utf8 : "&quot;".utf8)
      default:
        bytes.append(byte)
        // U+FFFE and U+FFFF are no characters of XML.
        if byte >= 0xBE, bytes.suffix(3).starts(with: [0xEF, 0xBF]) {
          bytes[bytes.count - 1] = 0xBD
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a text may hold something to escape or to replace.
  private static func isSpecial(_ text: UnsafeBufferPointer<UInt8>, quote: UInt8?) -> Bool {
    var before: UInt8 = 0
    for byte in text {
      // Letters, and the first bytes of longer characters.
      if byte > 0x3E && byte < 0x7F || byte > 0xBF {
        before = byte
        continue
      }
      switch byte {
      case 0..<0x20, 0x7F, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), quote:
        return true
      // The second bytes of controls, of separators and marks of direction, and of what is no character.
      case 0x80...0x9F where before == 0xC2, 0x80...0x81 where before == 0xE2,
        0x9C where before == 0xD8, 0xBF where before == 0xEF:
        return true
      default: before = byte
      }
    }
    return false
  }
}
