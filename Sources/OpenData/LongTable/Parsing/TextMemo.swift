/// Remembers what short cells mean by their raw bytes, so that equal bytes are read only once.
///
/// A sex or an age has few spellings in a file. The first time, a cell is decoded, validated and
/// interpreted; after that, sixteen bytes are compared. The one that followed last time is tried first.
struct TextMemo {
  /// A spelling: up to 16 bytes, as they stand in the file, quotes included.
  struct Entry {
    var low: UInt64
    var high: UInt64
    var lowMask: UInt64
    var highMask: UInt64
    var length: Int
    var value: UInt16
    var next: UInt16
  }

  private(set) var entries: ContiguousArray<Entry> = []
  private var slots = ContiguousArray<UInt16>(repeating: .max, count: 1024)
  private(set) var current = 0

  /// The value and length of the spelling at an offset of a block, if it is known.
  @inline(__always)
  mutating func match(_ block: borrowing ByteBlock, at offset: Int) -> (value: UInt16, length: Int)?
  {
    guard current < entries.count else { return nil }
    let expected = Int(entries[current].next)
    let entry = entries[expected]
    let low = block.word(at: offset)
    if low & entry.lowMask == entry.low,
      entry.highMask == 0 || block.word(at: offset &+ 8) & entry.highMask == entry.high,
      Self.isDelimiter(block[offset &+ entry.length])
    {
      current = expected
      return (entry.value, entry.length)
    }
    return lookUp(block, at: offset)
  }

  @inline(never)
  private mutating func lookUp(
    _ block: borrowing ByteBlock, at offset: Int
  ) -> (value: UInt16, length: Int)? {
    var low = block.word(at: offset)
    var high: UInt64 = 0
    var length = ByteWord.lengthBeforeDelimiter(low)
    if length == 8 {
      high = block.word(at: offset + 8)
      let rest = ByteWord.lengthBeforeDelimiter(high)
      high &= ByteWord.mask(rest)
      length += rest
      if length == 16, !Self.isDelimiter(block[offset + 16]) { return nil }
    } else {
      low &= ByteWord.mask(length)
    }
    var slot = Self.slot(low, high, length)
    while slots[slot] != .max {
      let index = Int(slots[slot])
      let entry = entries[index]
      if entry.low == low, entry.high == high, entry.length == length {
        entries[current].next = UInt16(index)
        current = index
        return (entry.value, length)
      }
      slot = (slot + 1) & 1023
    }
    return nil
  }

  /// Remembers what a cell's raw bytes mean; cells that are too long, and more than 512, are not kept.
  mutating func learn(_ block: borrowing ByteBlock, _ range: Range<Int>, value: UInt16) {
    guard (1...16).contains(range.count), entries.count < 512 else { return }
    let low = block.word(at: range.lowerBound) & ByteWord.mask(range.count)
    let high = block.word(at: range.lowerBound + 8) & ByteWord.mask(range.count - 8)
    for offset in range where Self.isDelimiter(block[offset]) { return }
    var slot = Self.slot(low, high, range.count)
    while slots[slot] != .max {
      let entry = entries[Int(slots[slot])]
      if entry.low == low, entry.high == high, entry.length == range.count { return }
      slot = (slot + 1) & 1023
    }
    slots[slot] = UInt16(entries.count)
    entries.append(
      Entry(
        low: low, high: high, lowMask: ByteWord.mask(range.count),
        highMask: ByteWord.mask(range.count - 8), length: range.count, value: value,
        next: UInt16(entries.count)))
  }

  private static func slot(_ low: UInt64, _ high: UInt64, _ length: Int) -> Int {
    let mixed = (low ^ high &* 31 ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 54)
  }

  @inline(__always)
  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == ByteWord.comma || byte == ByteWord.newline || byte == ByteWord.carriageReturn
  }
}
