/// Walks through bytes that are meant to be UTF-8 and finds the damaged places.
package enum UTF8Validation {
  /// How many characters of several bytes are well-formed, and how many places are not.
  ///
  /// A character that is cut off at the end counts as neither.
  static func count(_ bytes: [UInt8]) -> (wellFormed: Int, malformed: Int) {
    var wellFormed = 0
    var malformed = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      switch length(at: index, in: bytes) {
      case .wellFormed(let length):
        wellFormed += 1
        index += length
      case .malformed(let length):
        malformed += 1
        index += length
      case .incomplete:
        index = bytes.count
      }
    }
    return (wellFormed, malformed)
  }

  /// The offset of the first byte that does not belong to well-formed UTF-8, or `nil`.
  package static func firstMalformedByte(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else if case .wellFormed(let count) = length(at: index, in: bytes) {
        index += count
      } else {
        return index
      }
    }
    return nil
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
  static func length(at index: Int, in bytes: [UInt8]) -> Unit {
    let lead = bytes[index]
    if lead < 0x80 { return .wellFormed(1) }
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
