/// Characters of a document that must not reach a terminal as they are: controls that steer it, and marks
/// that turn the direction of the text behind them.
///
/// They are the controls of C0 but tab and line breaks, DEL, those of C1, U+061C, U+200E and U+200F,
/// U+202A to U+202E, and U+2066 to U+2069. Each output replaces or escapes them by this one list.
package enum UnsafeCharacters {
  /// Whether a character is one of them.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// How many there are in a text.
  package static func count(in text: some StringProtocol) -> Int {
    mayBe(in: text) ? text.unicodeScalars.count(where: contains) : 0
  }

  /// The text with U+FFFD in the place of each.
  package static func replaced(in text: String) -> String {
    guard mayBe(in: text) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(contains(scalar) ? "\u{FFFD}" : scalar) }
    return String(view)
  }

  /// A JSON text with an escape in the place of each, which means the same.
  package static func escaped(inJSON text: String) -> String {
    guard mayBe(in: text) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard contains(scalar) else {
        view.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16)
      let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
      view.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
    }
    return String(view)
  }

  /// Whether a text has a byte that one of them has, which most texts have not.
  private static func mayBe(in text: some StringProtocol) -> Bool {
    var text = String(text)
    return text.withUTF8 { bytes in
      var before: UInt8 = 0
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x20..<0x7F, 0x09, 0x0A, 0x0D: break
        case 0..<0x20, 0x7F: return true
        case 0x80...0x9F where before == 0xC2: return true
        case 0x9C where before == 0xD8: return true
        // Dashes and quotes of the same block are common.
        case 0x80 where before == 0xE2 && index + 1 < bytes.count:
          if (0x8E...0x8F).contains(bytes[index + 1]) || (0xAA...0xAE).contains(bytes[index + 1]) {
            return true
          }
        case 0x81 where before == 0xE2 && index + 1 < bytes.count:
          if (0xA6...0xA9).contains(bytes[index + 1]) { return true }
        default: break
        }
        before = byte
      }
      return false
    }
  }
}
