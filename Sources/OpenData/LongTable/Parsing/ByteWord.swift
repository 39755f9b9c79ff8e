/// Eight bytes at once: digits, delimiters and short texts without a loop over bytes.
enum ByteWord {
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// All bits of the lowest `count` bytes; none below 1, all above 7.
  @inline(__always)
  static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : count <= 0 ? 0 : (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1
  }

  /// How many ASCII digits the word begins with, 0 to 8, and their value.
  @inline(__always)
  static func digits(_ word: UInt64) -> (value: UInt64, count: Int) {
    let digits = word ^ 0x3030_3030_3030_3030
    // A carry leaves only a byte that is no digit, so the first mark is right.
    let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & highs
    let count = others.trailingZeroBitCount &>> 3
    guard count > 0 else { return (0, 0) }
    var value = digits &<< UInt64(truncatingIfNeeded: 64 &- count &* 8)
    value = value &* 10 &+ value &>> 8
    let upper = (value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let lower = (value &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return ((upper &+ lower) &>> 32, count)
  }

  /// How many bytes stand before the first comma, CR or LF; 8 if there is none.
  @inline(__always)
  static func lengthBeforeDelimiter(_ word: UInt64) -> Int {
    let marks = marks(word, comma) | marks(word, newline) | marks(word, carriageReturn)
    return marks.trailingZeroBitCount &>> 3
  }

  /// How many bytes stand before the first comma, CR, LF, quote or byte outside ASCII; 8 if none.
  @inline(__always)
  static func lengthOfPlainText(_ word: UInt64) -> Int {
    let marks =
      marks(word, comma) | marks(word, newline) | marks(word, carriageReturn)
      | marks(word, quote) | word & highs
    return marks.trailingZeroBitCount &>> 3
  }

  /// A mark in the high bit of each byte that equals `byte`; the lowest mark is exact.
  @inline(__always)
  private static func marks(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let differences = word ^ (ones &* UInt64(byte))
    return (differences &- ones) & ~differences & highs
  }
}
