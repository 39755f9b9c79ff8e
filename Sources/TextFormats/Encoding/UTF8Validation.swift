/// Walks through bytes that are meant to be UTF-8 and finds the damaged places.
package enum UTF8Validation {
  /// How many characters of several bytes are well-formed, and how many places are not.
  ///
  /// A character that is cut off at the end counts as neither.
  static func count(_ bytes: [UInt8]) -> (wellFormed: Int, malformed: Int) {
    bytes.withUnsafeBytes { bytes in
      var wellFormed = 0
      var malformed = 0
      var index = 0
      while true {
        index = endOfWellFormed(bytes, from: index, characters: &wellFormed)
        guard index < bytes.count, case .malformed(let length) = length(at: index, in: bytes) else {
          return (wellFormed, malformed)
        }
        malformed += 1
        index += length
      }
    }
  }

  /// The offset of the first byte that does not belong to well-formed UTF-8, or `nil`.
  package static func firstMalformedByte(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in
      var characters = 0
      let end = endOfWellFormed(bytes, from: 0, characters: &characters)
      return end < bytes.count ? end : nil
    }
  }

  /// Where the well-formed characters from a place on end; those of several bytes are counted.
  ///
  /// Bytes of ASCII are passed over eight at a time.
  static func endOfWellFormed(
    _ bytes: UnsafeRawBufferPointer, from start: Int, characters: inout Int
  ) -> Int {
    var index = start
    while index < bytes.count {
      if index <= bytes.count &- 8 {
        let others = bytes.word(at: index) & ByteWord.highs
        guard others != 0 else {
          index &+= 8
          continue
        }
        index &+= others.trailingZeroBitCount &>> 3
      }
      switch length(at: index, in: bytes) {
      case .wellFormed(let length):
        if length > 1 { characters &+= 1 }
        index &+= length
      default: return index
      }
    }
    return index
  }

  /// What stands at a position.
  enum Unit {
    case wellFormed(Int)
    /// So many bytes that belong to no character (Unicode Standard, table 3-8: the maximal subpart).
    case malformed(Int)
    /// The bytes end within a character.
    case incomplete
  }

  /// The character at a position (Unicode Standard, table 3-7).
  @inline(__always)
  static func length(at index: Int, in bytes: UnsafeRawBufferPointer) -> Unit {
    let lead = bytes[index]
    if lead < 0x80 { return .wellFormed(1) }
    // Kana and most kanji.
    if lead > 0xE0, lead < 0xED, index + 2 < bytes.count, bytes[index + 1] & 0xC0 == 0x80,
      bytes[index + 2] & 0xC0 == 0x80
    {
      return .wellFormed(3)
    }
    return otherLength(at: index, in: bytes)
  }

  private static func otherLength(at index: Int, in bytes: UnsafeRawBufferPointer) -> Unit {
    let lead = bytes[index]
    let count: Int
    var range: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, range) = (3, 0xA0...0xBF)
    case 0xED: (count, range) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, range) = (4, 0x90...0xBF)
    case 0xF4: (count, range) = (4, 0x80...0x8F)
    case 0xF1...0xF3: count = 4
    default: return .malformed(1)
    }
    for offset in 1..<count {
      guard index + offset < bytes.count else { return .incomplete }
      guard range.contains(bytes[index + offset]) else { return .malformed(offset) }
      range = 0x80...0xBF
    }
    return .wellFormed(count)
  }
}
