/// The codes whose spelling in digits has been read, with or without check digit, and verified.
struct CodeMemo {
  private var lastWord: UInt64 = 0
  private var lastMask: UInt64 = 0
  private var lastCode: UInt16 = 0
  private var lastLength = 0
  /// For each code with five digits 1, and with six digits the check digit and 1; 0 if not read yet.
  private var accepted = ContiguousArray<UInt8>(repeating: 0, count: 2 * 48_000)

  /// The code that a word begins with, and its length, if it has been read before.
  @inline(__always)
  mutating func match(_ word: UInt64) -> (code: UInt16, length: Int)? {
    if word & lastMask == lastWord, lastLength > 0 { return (lastCode, lastLength) }
    let (value, count) = ByteWord.digits(word)
    guard count == 5 || count == 6 else { return nil }
    let number = count == 6 ? value / 10 : value
    let mark: UInt8 = count == 6 ? UInt8(truncatingIfNeeded: value % 10) &+ 1 : 1
    guard number < 48_000, accepted[Int(number) &* 2 &+ (count &- 5)] == mark else { return nil }
    lastMask = ByteWord.mask(count &+ 1)
    lastWord = word & lastMask
    lastCode = UInt16(truncatingIfNeeded: number)
    lastLength = count
    return (lastCode, count)
  }

  /// Remembers a code that was verified, if it stands in plain digits.
  mutating func learn(_ word: UInt64, _ length: Int, _ code: UInt16) {
    let (value, count) = ByteWord.digits(word)
    guard count == length, count == 5 || count == 6, Int(code) < 48_000 else { return }
    accepted[Int(code) * 2 + (count - 5)] = count == 6 ? UInt8(value % 10) + 1 : 1
  }
}

/// Which codes, years, ages and sexes the rows have.
struct KeyPresence {
  /// Small numbers, and which of them have come up.
  struct Keys {
    private var isPresent: ContiguousArray<Bool>
    /// Those that have come up, in the order of their coming.
    private(set) var found: [UInt16] = []
    /// One more than the highest number.
    let bound: Int

    init(below bound: Int) {
      self.bound = bound
      isPresent = ContiguousArray(repeating: false, count: bound)
    }

    @inline(__always)
    mutating func insert(_ key: UInt16) {
      guard !isPresent[Int(key)] else { return }
      isPresent[Int(key)] = true
      found.append(key)
    }
  }

  private(set) var codes = Keys(below: 48_000)
  private(set) var years = Keys(below: 10_000)
  private(set) var ages = Keys(below: 1 << 16)
  private(set) var sexes: UInt8 = 0

  @inline(__always)
  mutating func add(_ row: RowRecord) {
    codes.insert(row.code)
    years.insert(row.year)
    ages.insert(row.age.rawValue)
    sexes |= 1 &<< row.sex
  }

  mutating func merge(_ other: Self) {
    for code in other.codes.found { codes.insert(code) }
    for year in other.years.found { years.insert(year) }
    for age in other.ages.found { ages.insert(age) }
    sexes |= other.sexes
  }
}
