/// Writes comma-separated values (RFC 4180) in UTF-8 with LF line ends.
///
/// A field is quoted only if it needs to be: if it holds a comma, a quote or a line break, or begins
/// or ends with a blank. A missing field is written as nothing, an empty text as `""`, so that
/// readers that know the difference (R, PostgreSQL, DuckDB) keep it. Only a row that consists of one
/// missing field is written as `""`, for a blank line is no row. Controls and marks of direction are
/// written as U+FFFD, for who reads the file in a terminal would obey them.
package struct CSVWriter: Sendable {
  /// What has been written, and room for more.
  private var room: [UInt8] = []
  private var count = 0
  private var fieldsInRow = 0
  private var rowStart = 0

  /// Makes a writer that has written nothing.
  package init() {}

  /// What has been written.
  package var bytes: [UInt8] { Array(room[..<count]) }

  /// What has been written, as a text.
  package var text: String { String(decoding: room[..<count], as: UTF8.self) }

  /// Writes a row. `nil` is a missing field.
  package mutating func row(_ fields: [String?]) {
    for text in fields { field(text) }
    endRow()
  }

  /// Writes a text as the next field of the row; `nil` is a missing field.
  package mutating func field(_ text: String?) {
    beginField()
    guard var text = text.map(UnsafeCharacters.replaced) else { return }
    text.withUTF8 { append($0) }
  }

  /// Writes a number as the next field of the row; `nil` is a missing field.
  ///
  /// - Parameters:
  ///   - number: a whole number of units of the last digit that is written.
  ///   - decimals: how many digits stand behind the point: 5 and 2 are 0.05.
  package mutating func field(_ number: Int?, decimals: Int = 0) {
    guard let number else { return beginField() }
    guard number.magnitude < 100_000_000, decimals < 8 else {
      beginField()
      return append(long: number, decimals: decimals)
    }
    reserve(24)
    var place = count
    room.withUnsafeMutableBytes { room in
      if fieldsInRow > 0 {
        room[place] = 0x2C
        place &+= 1
      }
      if number < 0 {
        room[place] = 0x2D
        place &+= 1
      }
      let magnitude = UInt32(truncatingIfNeeded: number.magnitude)
      let unit = Self.powers[decimals]
      place &+= Self.write(magnitude / unit, atLeast: 1, room, at: place)
      if decimals > 0 {
        room[place] = 0x2E
        place &+= 1
        place &+= Self.write(magnitude % unit, atLeast: decimals, room, at: place)
      }
    }
    count = place
    fieldsInRow += 1
  }

  private static let powers: [UInt32] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000,
  ]

  /// Writes the digits of a number below 10^8 and says how many they are; eight bytes have room.
  @inline(__always)
  private static func write(
    _ number: UInt32, atLeast digits: Int, _ room: UnsafeMutableRawBufferPointer, at place: Int
  ) -> Int {
    var rest = number
    var word: UInt64 = 0
    var length = 0
    repeat {
      let tenth = rest / 10
      word = word &<< 8 | UInt64(rest &- tenth &* 10) &+ 0x30
      rest = tenth
      length &+= 1
    } while rest > 0 || length < digits
    room.storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt64.self)
    return length
  }

  /// Writes a number of more characters than a word has.
  private mutating func append(long number: Int, decimals: Int) {
    if number < 0 { append(0x2D) }
    let text = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, decimals + 1 - text.utf8.count))
    let digits = Array((zeros + text).utf8)
    append(Array(digits.dropLast(decimals)))
    if decimals > 0 { append(0x2E) }
    append(Array(digits.suffix(decimals)))
  }

  /// Writes the fields of an unfinished row of another writer, which many rows begin with.
  package mutating func fields(of beginning: Self) {
    beginField()
    append(beginning.room[..<beginning.count])
  }

  /// Ends the row.
  package mutating func endRow() {
    if fieldsInRow == 1, count == rowStart { append([0x22, 0x22]) }
    append(UInt8(ascii: "\n"))
    fieldsInRow = 0
    rowStart = count
  }

  private mutating func beginField() {
    if fieldsInRow > 0 { append(UInt8(ascii: ",")) }
    fieldsInRow += 1
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let quote = UInt8(ascii: "\"")
    guard needsQuotes(text) else { return append(UnsafeRawBufferPointer(text)) }
    append(quote)
    for byte in text {
      if byte == quote { append(quote) }
      append(byte)
    }
    append(quote)
  }

  // MARK: Bytes

  /// Makes sure that so many more bytes have room.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count &+ more > room.count { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    room += repeatElement(0, count: max(more, 64, room.count))
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    reserve(1)
    room[count] = byte
    count &+= 1
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { append($0) }
  }

  private mutating func append(_ bytes: [UInt8]) { append(bytes[...]) }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    reserve(bytes.count)
    let place = count
    room.withUnsafeMutableBytes { room in
      UnsafeMutableRawBufferPointer(rebasing: room[place...]).copyMemory(from: bytes)
    }
    count &+= bytes.count
  }

  private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    return text.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
  }
}
