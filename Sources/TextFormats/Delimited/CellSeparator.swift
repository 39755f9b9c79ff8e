/// What stands between the cells of a text: a comma, a tab or a semicolon.
package struct CellSeparator: Equatable {
  /// The byte.
  package let byte: UInt8
  /// How many bytes the line `sep=,` takes with its end, by which Excel is told the separator; 0 without it.
  package let lineLength: Int

  /// A comma and no line that says so.
  package static let comma = Self(byte: 0x2C, lineLength: 0)

  /// So many bytes at the beginning tell the separator.
  package static let sampleSize = 1 << 16
  private static let sampleLines = 60

  /// Finds the separator of a text in UTF-8.
  ///
  /// It is the one that most lines have in the same number: a comma may also group the digits of a number, but
  /// then it does so in some cells of some rows.
  package init(of text: some Collection<UInt8>) {
    let text = Array(text.prefix(Self.sampleSize))
    if let said = Self(sayingLine: text) {
      self = said
      return
    }
    let lines = Self.counts(text)
    var best = (lines: 0, count: 0, byte: Self.comma.byte)
    for (position, byte) in Self.known.enumerated() {
      let counts = Dictionary(grouping: lines.map { $0[position] }.filter { $0 > 0 }) { $0 }
      for (count, own) in counts
      where (own.count, count) > (best.lines, best.count) {
        best = (own.count, count, byte)
      }
    }
    // Lines of text with 3,617日 in them have no cells.
    let hasCells = best.byte != Self.comma.byte || !Self.groupsDigitsAlone(text)
    self.init(byte: hasCells ? best.byte : 0x09, lineLength: 0)
  }

  /// Whether a text has commas, each of them stands between digits, and most of them before three digits.
  private static func groupsDigitsAlone(_ text: [UInt8]) -> Bool {
    func isDigit(_ index: Int) -> Bool {
      text.indices.contains(index) && (0x30...0x39).contains(text[index])
    }
    var (commas, groups) = (0, 0)
    for index in text.indices where text[index] == comma.byte {
      guard isDigit(index - 1), isDigit(index + 1) else { return false }
      commas += 1
      if isDigit(index + 2), isDigit(index + 3), !isDigit(index + 4) { groups += 1 }
    }
    return groups * 2 > commas
  }

  /// Finds the separator of a table whose first line holds the names of its columns, which have none.
  init(ofHeading text: ArraySlice<UInt8>) {
    let first = text.prefix { $0 != 0x0A && $0 != 0x0D }
    self.init(byte: Self.known.first { first.contains($0) } ?? 0x2C, lineLength: 0)
  }

  private init(byte: UInt8, lineLength: Int) {
    self.byte = byte
    self.lineLength = lineLength
  }

  private static let known: [UInt8] = [0x2C, 0x09, 0x3B]

  /// `sep=,` alone in the first line, perhaps in quotes.
  private init?(sayingLine text: [UInt8]) {
    guard let end = text.prefix(16).firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return nil
    }
    var line = text[..<end].filter { $0 != 0x22 }
    // A program that saved the table again filled the line up with empty cells.
    while line.count > 5, line.last == line[4] { line.removeLast() }
    guard line.count == 5, line[0] | 0x20 == 0x73, line[1] | 0x20 == 0x65, line[2] | 0x20 == 0x70,
      line[3] == 0x3D
    else { return nil }
    let isPair = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
    self.init(byte: line[4], lineLength: end + (isPair ? 2 : 1))
  }

  /// How often each separator stands in each of the first lines, outside of quotes.
  private static func counts(_ text: [UInt8]) -> [[Int]] {
    var lines: [[Int]] = []
    var line = [0, 0, 0]
    var isQuoted = false
    for byte in text {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if line != [0, 0, 0] { lines.append(line) }
        line = [0, 0, 0]
        if lines.count == sampleLines { return lines }
      } else if let position = known.firstIndex(of: byte) {
        line[position] += 1
      }
    }
    // The last line may go on behind the sample.
    if lines.isEmpty || text.count < sampleSize, line != [0, 0, 0] { lines.append(line) }
    return lines
  }
}
