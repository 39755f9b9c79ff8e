/// Eight bytes at once, so that plain text is passed over without a look at each of its bytes.
package enum ByteWord {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080

  /// A mark in the high bit of each byte that is below `bound`, which is 0x80 at most.
  @inline(__always)
  static func marks(below bound: UInt8, in word: UInt64) -> UInt64 {
    ~((word | highs) &- ones &* UInt64(bound)) & ~word & highs
  }
}

extension ByteWord {
  /// How many ASCII digits the word begins with, 0 to 8, and their value.
  @inlinable @inline(__always)
  package static func digits(_ word: UInt64) -> (value: UInt64, count: Int) {
    let digits = word ^ 0x3030_3030_3030_3030
    // A carry leaves only a byte that is no digit, so the first mark is right.
    let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    let count = others.trailingZeroBitCount &>> 3
    guard count > 0 else { return (0, 0) }
    var value = digits &<< UInt64(truncatingIfNeeded: 64 &- count &* 8)
    value = value &* 10 &+ value &>> 8
    let upper = (value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let lower = (value &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return ((upper &+ lower) &>> 32, count)
  }

  /// How many line breaks a word has that has no CR.
  @inline(__always)
  static func lineFeeds(in word: UInt64) -> Int? {
    let breaks = marks(below: 0x0E, in: word)
    if breaks == 0 { return 0 }
    if breaks & breaks &- 1 == 0, word &>> UInt64(breaks.trailingZeroBitCount &- 7) & 0xFF == 0x0A {
      return 1
    }
    return nil
  }
}

extension UnsafeRawBufferPointer {
  /// The eight bytes from an offset, the first in the lowest bits; all must be there.
  @inlinable @inline(__always)
  package func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count &- 8)
    return UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
