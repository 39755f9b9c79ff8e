extension TextFolding {
  /// The text with the characters that PDF extraction leaves replaced by the usual ones: ⼈⼝ is 人口,
  /// ⻑ is 長, ㍻30年 is 平成30年, 千㌧ is 千t. Width and spaces stay as they are.
  ///
  /// A text without such characters is the same byte for byte.
  package static func unified(_ text: String) -> String {
    guard hasLookAlikes(text.utf8) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let letters = LookAlikes.letters(of: scalar) {
        view.append(contentsOf: letters)
      } else {
        view.append(LookAlikes.ideograph(for: scalar) ?? scalar)
      }
    }
    return String(view)
  }

  /// Whether bytes of UTF-8 may have characters that ``unified(_:)`` replaces.
  package static func hasLookAlikes(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.withContiguousStorageIfAvailable { hasLookAlikes(in: $0) } ?? hasLookAlikes(in: bytes)
  }

  private static func hasLookAlikes(in bytes: some Sequence<UInt8>) -> Bool {
    var lead: UInt8 = 0
    for byte in bytes {
      switch lead {
      // U+2E80 to U+2FFF
      case 0xE2: if byte >= 0xBA { return true }
      // U+32C0 to U+33FF
      case 0xE3: if (0x8B...0x8F).contains(byte) { return true }
      // The block of 戶
      case 0xE6: if byte == 0x88 { return true }
      // U+F900 to U+FAFF
      case 0xEF: if (0xA4...0xAB).contains(byte) { return true }
      default: break
      }
      lead = byte
    }
    return false
  }

  /// Whether a scalar stands for several: ㍻, ㎏.
  static func isSquare(_ scalar: Unicode.Scalar) -> Bool {
    (0x32FF...0x33FF).contains(scalar.value) && !(0x339F...0x33A6).contains(scalar.value)
  }
}
