/// The names that stand beside a code, in the order of the file; the first sixteen are kept.
struct NameMemo {
  /// A name and where it first stands.
  struct Entry {
    var code: UInt16
    var name: String
    var segment: Int
    var line: Int
  }

  /// How many different names of one code are kept.
  static let limit = 16

  private(set) var entries: [Entry] = []
  /// The words of every code's first spelling, and where they begin.
  private var words: ContiguousArray<UInt64> = []
  private var starts = ContiguousArray<Int32>(repeating: -1, count: 48_000)
  private var lengths = ContiguousArray<UInt16>(repeating: 0, count: 48_000)
  private var byCode: [UInt16: [Int]] = [:]

  /// The length of the code's name if it stands at the offset in its first spelling.
  @inline(__always)
  func match(_ block: borrowing ByteBlock, at offset: Int, code: UInt16) -> Int? {
    var position = Int(starts[Int(code)])
    guard position >= 0 else { return nil }
    let length = Int(lengths[Int(code)])
    var place = offset
    let end = offset &+ length
    guard end <= block.count else { return nil }
    while place &+ 8 <= end {
      guard block.word(at: place) == words[position] else { return nil }
      place &+= 8
      position &+= 1
    }
    if place < end, block.word(at: place) & ByteWord.mask(end &- place) != words[position] {
      return nil
    }
    return length
  }

  /// Takes note of a name.
  mutating func learn(
    _ name: String, raw: Range<Int>, in block: borrowing ByteBlock, code: UInt16, segment: Int,
    line: Int
  ) {
    let known = byCode[code, default: []]
    if known.contains(where: { entries[$0].name == name }) { return }
    guard known.count < Self.limit else { return }
    byCode[code, default: []].append(entries.count)
    entries.append(Entry(code: code, name: name, segment: segment, line: line))
    // A newline in a name must be counted, which the quick comparison does not do.
    guard known.isEmpty, raw.count <= Int(UInt16.max),
      !block.bytes(raw).contains(ByteWord.newline)
    else { return }
    starts[Int(code)] = Int32(clamping: words.count)
    lengths[Int(code)] = UInt16(raw.count)
    for place in stride(from: raw.lowerBound, to: raw.upperBound, by: 8) {
      words.append(block.word(at: place) & ByteWord.mask(raw.upperBound - place))
    }
  }
}
