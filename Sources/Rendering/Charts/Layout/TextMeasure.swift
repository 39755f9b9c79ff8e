/// Estimates how wide a text is drawn, on the safe side for the fonts of common systems.
///
/// A wide character (全角) takes one em. Latin letters are counted a little wider than in Arial, Noto
/// Sans and DejaVu Sans on average, so that labels placed by this measure do not touch.
package struct TextMeasure {
  /// The size of the font in the units of the drawing.
  package let size: Double
  private let isBold: Bool

  /// Makes a measure for a size of font.
  package init(size: Double, isBold: Bool = false) {
    self.size = size
    self.isBold = isBold
  }

  private static let width = DisplayWidth(ambiguousIsWide: true)

  /// The width of a text of one line.
  package func width(_ text: String) -> Double {
    var ems = 0.0
    var needsColumns = false
    for byte in text.utf8 {
      if byte >= 0x80 {
        needsColumns = true
        break
      }
      ems += Self.ems(byte)
    }
    if needsColumns {
      ems = 0
      for measured in Self.width.measured(text.unicodeScalars) {
        ems +=
          measured.scalar.isASCII && measured.columns == 1
          ? Self.ems(UInt8(measured.scalar.value)) : Self.ems(columns: measured.columns)
      }
    }
    // Latin letters of bold fonts are up to an eighth wider; kana and kanji keep their width in most.
    return ems * size * (isBold ? 1.12 : 1)
  }

  /// The widths of ASCII in ems.
  private static func ems(_ byte: UInt8) -> Double {
    switch byte {
    case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "I"),
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "'"), UInt8(ascii: "|"), UInt8(ascii: "!"), UInt8(ascii: " "):
      0.32
    case UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "-"):
      0.41
    case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"),
      UInt8(ascii: "%"), UInt8(ascii: "@"):
      0.96
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 0.73
    default: 0.64
    }
  }

  private static func ems(columns: Int) -> Double { columns == 1 ? 0.66 : Double(columns) / 2 }
}
