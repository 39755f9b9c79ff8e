/// Characters of fonts of symbols, which have no meaning without their font.
enum WordSymbols {
  /// The usual character for one of a font such as Wingdings; `nil` if there is none here.
  static func text(_ code: Int, font: String) -> String? {
    guard (0xF000...0xF0FF).contains(code) else {
      return Unicode.Scalar(UInt32(clamping: code)).map { String(Character($0)) }
    }
    let code = code & 0xFF
    if font.lowercased().hasPrefix("wingdings") || font.isEmpty {
      if (0x81...0x8A).contains(code) {
        return WordNumberFormat.text(code - 0x80, "decimalEnclosedCircle")
      }
      if let symbol = wingdings[code] { return symbol }
    }
    if font.lowercased() == "symbol", code == 0xB7 { return "・" }
    return code < 0x7F && code > 0x20 ? String(Character(Unicode.Scalar(UInt8(code)))) : nil
  }

  /// The mark of a list without numbers.
  static func bullet(_ text: String) -> String {
    guard let scalar = text.unicodeScalars.first else { return "" }
    guard (0xE000...0xF8FF).contains(scalar.value) else { return text }
    return wingdings[Int(scalar.value & 0xFF)] ?? "・"
  }

  private static let wingdings: [Int: String] = [
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x9F: "・", 0xA1: "○", 0xA7: "■", 0xA8: "□", 0xB2: "◇", 0xD8: "➢", 0xE0: "→", 0xE8: "➔",
    0xF0: "⇒", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]
}
