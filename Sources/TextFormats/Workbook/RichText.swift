/// Reads the text of a shared or an inline string, which may have runs of different form.
///
/// How it is pronounced (ふりがな, `rPh`) is no part of the text, and neither is what is struck through.
struct RichText {
  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Whether a run that is struck through was left out.
  private(set) var hasStruckRun = false

  /// Reads the element that has just begun to its end.
  mutating func read(_ xml: inout XMLScanner) throws(FormError) {
    bytes.removeAll(keepingCapacity: true)
    hasStruckRun = false
    let outside = xml.depth - 1
    var isStruck = false
    while true {
      switch try xml.next() {
      case .start where xml.isAt("t"):
        let start = bytes.count
        try xml.readText(into: &bytes)
        if isStruck {
          hasStruckRun = hasStruckRun || bytes.count > start
          bytes.removeSubrange(start...)
        }
      // How it is pronounced, and the second way in which the same thing is written.
      case .start where xml.isAt("rPh") || xml.isAt("Fallback"): try xml.skipElement()
      case .start where xml.isAt("r"): isStruck = false
      case .start where xml.isAt("strike"): isStruck = !xml.isFalse("val")
      case .end where xml.isAt("r"): isStruck = false
      case .end where xml.depth == outside: return
      default: break
      }
    }
  }

  /// The text; `_x000D_` is the character of that number (ECMA-376, part 1, 22.9.2.19).
  var text: String { Self.unescaped(bytes) }

  /// Text in which `_x000D_` is the character of that number.
  static func unescaped(_ bytes: [UInt8]) -> String {
    guard var mark = bytes.firstIndex(of: UInt8(ascii: "_")) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var result: [UInt8] = []
    var start = 0
    while mark + 6 < bytes.count {
      if bytes[mark] == UInt8(ascii: "_"), bytes[mark + 1] == UInt8(ascii: "x"),
        bytes[mark + 6] == UInt8(ascii: "_"),
        let value = UInt32(String(decoding: bytes[mark + 2..<mark + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result += bytes[start..<mark]
        result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        mark += 7
        start = mark
      } else {
        mark += 1
      }
    }
    result += bytes[start...]
    return String(decoding: result, as: UTF8.self)
  }
}
