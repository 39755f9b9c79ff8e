/// Remembers what the cells of a column mean by their bytes, so that equal bytes are read only once.
///
/// A column of codes, names or ages has few spellings, which follow each other in much the same order: the last
/// one and the one that followed it before are compared, a word at a time. This is what makes a table of a
/// million rows fast, and nothing that is read depends on it.
struct CellMemo {
  /// A spelling by its first sixteen bytes.
  private struct Spelling {
    /// The bytes; a mark that nothing fits if they need quotes in a text.
    var low: UInt64 = 1
    var high: UInt64 = 0
    var lowMask: UInt64 = 0
    var highMask: UInt64 = 0
    var length = 0
  }

  private struct Entry {
    var spelling = Spelling()
    var value = 0
    /// The entry that followed last time.
    var next = 0
    /// Where all of the bytes stand among the words.
    var start = 0
    var hash = 0
  }

  /// Spellings beyond that many are not kept.
  private static let mostEntries = 1 << 14
  /// Bytes that need quotes in one text or another.
  private static let quoted: [UInt8] = [0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3B]

  private var entries: ContiguousArray<Entry> = []
  /// The bytes of all spellings, each filled up to whole words.
  private var words: ContiguousArray<UInt64> = []
  /// The entries by the hash of their bytes; as many places as a power of two.
  private var places = ContiguousArray<Int32>(repeating: -1, count: 64)
  private var current = 0
  private var next = 0
  private var currentSpelling = Spelling()
  private var nextSpelling = Spelling()

  /// What the bytes at an offset mean if the last cell stands there again, or the one that followed it before.
  @inline(__always)
  mutating func match(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, separator: UInt8
  ) -> (value: Int, length: Int)? {
    if stands(nextSpelling, next, bytes, offset, separator) {
      go(to: next)
    } else if !stands(currentSpelling, current, bytes, offset, separator) {
      return nil
    }
    return (entries[current].value, currentSpelling.length)
  }

  /// Makes an entry the current one.
  @inline(__always)
  private mutating func go(to index: Int) {
    guard index != current else { return }
    current = index
    currentSpelling = entries[index].spelling
    next = entries[index].next
    nextSpelling = entries[next].spelling
  }

  /// Whether a cell of these bytes begins at an offset.
  @inline(__always)
  private func stands(
    _ spelling: Spelling, _ index: Int, _ bytes: UnsafeRawBufferPointer, _ offset: Int,
    _ separator: UInt8
  ) -> Bool {
    let end = offset &+ spelling.length
    guard end <= bytes.count &- 16, bytes.word(at: offset) & spelling.lowMask == spelling.low
    else { return false }
    if spelling.highMask != 0 {
      guard bytes.word(at: offset &+ 8) & spelling.highMask == spelling.high else { return false }
      if spelling.length > 16, !isEqual(entries[index], bytes, offset..<end) { return false }
    }
    return bytes[end] == separator || bytes[end] == 0x0A || bytes[end] == 0x0D
  }

  /// What a cell means, if its bytes are known.
  ///
  /// - Parameter cell: where it stands in the bytes, of which a word follows the cell.
  mutating func value(_ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>) -> Int? {
    var place = Self.hash(bytes, cell) & (places.count - 1)
    while places[place] >= 0 {
      let index = Int(places[place])
      if isEqual(entries[index], bytes, cell) {
        if index != current {
          entries[current].next = index
          go(to: index)
        }
        return entries[index].value
      }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  /// Remembers what a cell means that ``value(_:_:)`` does not know.
  mutating func learn(_ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>, value: Int) {
    guard entries.count < Self.mostEntries else { return }
    if entries.count * 2 >= places.count { grow() }
    var entry = Entry()
    entry.spelling.length = cell.count
    entry.value = value
    entry.start = words.count
    entry.hash = Self.hash(bytes, cell)
    // What follows a new one is itself, as in a column of codes.
    entry.next = entries.count
    if !cell.contains(where: { Self.quoted.contains(bytes[$0]) }) {
      entry.spelling.lowMask = Self.mask(cell.count)
      entry.spelling.highMask = Self.mask(cell.count - 8)
      entry.spelling.low = Self.word(bytes, cell.lowerBound, cell.upperBound)
      entry.spelling.high =
        cell.count > 8 ? Self.word(bytes, cell.lowerBound + 8, cell.upperBound) : 0
    }
    for offset in stride(from: cell.lowerBound, to: cell.upperBound, by: 8) {
      words.append(Self.word(bytes, offset, cell.upperBound))
    }
    insert(entries.count, at: entry.hash)
    if !entries.isEmpty { entries[current].next = entries.count }
    (current, next) = (entries.count, entries.count)
    entries.append(entry)
    (currentSpelling, nextSpelling) = (entry.spelling, entry.spelling)
  }

  private mutating func insert(_ index: Int, at hash: Int) {
    var place = hash & (places.count - 1)
    while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
    places[place] = Int32(index)
  }

  private mutating func grow() {
    places = ContiguousArray(repeating: -1, count: places.count * 4)
    for (index, entry) in entries.enumerated() { insert(index, at: entry.hash) }
  }

  private func isEqual(
    _ entry: Entry, _ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>
  ) -> Bool {
    guard entry.spelling.length == cell.count else { return false }
    var place = entry.start
    for offset in stride(from: cell.lowerBound, to: cell.upperBound, by: 8) {
      guard Self.word(bytes, offset, cell.upperBound) == words[place] else { return false }
      place += 1
    }
    return true
  }

  /// The next eight bytes of a cell, zero behind its end.
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ end: Int) -> UInt64 {
    bytes.word(at: offset) & mask(end - offset)
  }

  /// All bits of the lowest so many bytes.
  private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : count <= 0 ? 0 : (1 << UInt64(count * 8)) - 1
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>) -> Int {
    var hash = UInt64(cell.count)
    for offset in stride(from: cell.lowerBound, to: cell.upperBound, by: 8) {
      hash = (hash ^ word(bytes, offset, cell.upperBound)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return Int(hash & 0xFFFF_FFFF)
  }
}
