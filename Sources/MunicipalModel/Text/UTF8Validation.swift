/// Finds bytes that are not well-formed UTF-8.
package enum UTF8Validation {
  /// The offset of the first byte that does not belong to well-formed UTF-8, or `nil`.
  package static func firstMalformedByte(in bytes: [UInt8]) -> Int? {
    var offset = 0
    var iterator = bytes.makeIterator()
    while let lead = iterator.next() {
      let start = offset
      offset += 1
      if lead < 0x80 { continue }
      // The second byte's range is narrower after some leads (Unicode Standard, table 3-7).
      let count: Int
      var range: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: count = 1
      case 0xE0: (count, range) = (2, 0xA0...0xBF)
      case 0xED: (count, range) = (2, 0x80...0x9F)
      case 0xE1...0xEF: count = 2
      case 0xF0: (count, range) = (3, 0x90...0xBF)
      case 0xF4: (count, range) = (3, 0x80...0x8F)
      case 0xF1...0xF3: count = 3
      default: return start
      }
      for _ in 0..<count {
        guard let next = iterator.next(), range.contains(next) else { return start }
        range = 0x80...0xBF
        offset += 1
      }
    }
    return nil
  }
}
