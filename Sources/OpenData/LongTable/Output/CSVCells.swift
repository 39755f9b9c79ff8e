internal import MunicipalModel

// Cells of a CSV file, written into a block.
extension ByteBlock {
  /// Appends a text and a comma, in quotes if it needs them.
  mutating func appendCell(_ text: String) {
    let bytes = Array(text.utf8)
    reserve(2 * bytes.count + 3)
    let needsQuotes = bytes.contains {
      $0 == ByteWord.comma || $0 == ByteWord.quote || $0 == ByteWord.newline
        || $0 == ByteWord.carriageReturn
    }
    if needsQuotes {
      append(ByteWord.quote)
      for byte in bytes {
        if byte == ByteWord.quote { append(ByteWord.quote) }
        append(byte)
      }
      append(ByteWord.quote)
    } else {
      append(bytes)
    }
    append(ByteWord.comma)
  }

  /// Appends a whole number; there must be room for twenty bytes.
  @inline(__always)
  mutating func append(number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(magnitude: UInt64(number.magnitude), atLeast: 1)
  }

  /// Appends a percentage in units of its fourth digit after the point.
  @inline(__always)
  mutating func append(tenThousandths number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let (whole, rest) = UInt64(number.magnitude).quotientAndRemainder(dividingBy: 10_000)
    append(magnitude: whole, atLeast: 1)
    append(UInt8(ascii: "."))
    append(magnitude: rest, atLeast: 4)
  }

  @inline(__always)
  private mutating func append(magnitude: UInt64, atLeast digits: Int) {
    var rest = magnitude
    if rest >= 100_000_000 {
      let (upper, lower) = rest.quotientAndRemainder(dividingBy: 100_000_000)
      appendLarge(upper)
      append(word: Self.digits(lower, atLeast: 8).word, length: 8)
      return
    }
    let (word, length) = Self.digits(rest, atLeast: digits)
    rest = 0
    append(word: word, length: length)
  }

  @inline(never)
  private mutating func appendLarge(_ number: UInt64) {
    append(Array(String(number).utf8))
  }

  /// The decimal digits of a number below 10^8, the first in the lowest byte.
  @inline(__always)
  private static func digits(_ number: UInt64, atLeast: Int) -> (word: UInt64, length: Int) {
    var word: UInt64 = 0
    var rest = UInt32(truncatingIfNeeded: number)
    var length = 0
    repeat {
      let tenth = rest / 10
      word = word &<< 8 | UInt64(rest &- tenth &* 10) &+ 0x30
      rest = tenth
      length &+= 1
    } while rest > 0 || length < atLeast
    return (word, length)
  }
}

extension SocialChangeRate {
  /// The percentage in units of its fourth digit after the point, rounded half up (away from zero).
  ///
  /// The sums of a table's counts stay below 2^41, so nothing overflows.
  @inline(__always)
  static func tenThousandths(change: Int, population: Int) -> Int {
    let magnitude = (2 &* abs(change) &* 1_000_000 &+ population) / (2 &* population)
    return change < 0 ? -magnitude : magnitude
  }
}

extension AgeKey {
  /// The age and a comma, as eight bytes at most: `20-24,`, `100+,`, `unknown,`, `total,`.
  var cell: (word: UInt64, length: Int) {
    let text =
      switch label {
      case .group(let group): group.description
      case .notReported: "unknown"
      case .allAges: "total"
      }
    var word: UInt64 = 0
    for byte in (text + ",").utf8.reversed() { word = word << 8 | UInt64(byte) }
    return (word, text.utf8.count + 1)
  }
}
