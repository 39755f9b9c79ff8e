import MunicipalModel

/// Rows of tables whose quoted cells have line breaks in them, as Excel puts them on the clipboard.
///
/// `"出生数⏎（人）"⇥"380⏎(R1)"` is one row of two cells. It stands on the first of its lines; the lines
/// that it went on over are left blank, and all lines keep their numbers.
struct BrokenRows {
  /// The lines, each row on one of them.
  private(set) var lines: [String]
  /// The lines of each row as they were written, by the number of the first.
  private(set) var written: [Int: [String]] = [:]
  /// The numbers of the lines that are left blank.
  private(set) var continued: Set<Int> = []

  /// The most lines that a row may go on over.
  private static let maximumLines = 40

  /// Takes lines each of which is a whole row.
  init(whole lines: [String]) { self.lines = lines }

  init(_ lines: [String]) {
    self.lines = lines
    var index = 0
    while index < lines.count {
      guard Self.mayBreak(lines[index]), let count = rowLength(at: index) else {
        index += 1
        continue
      }
      let own = Array(lines[index..<(index + count)])
      self.lines[index] = Self.cells(of: own.joined(separator: "\n")).joined(separator: "\t")
      if count > 1 {
        written[index + 1] = own
        for next in (index + 1)..<(index + count) {
          self.lines[next] = ""
          continued.insert(next + 1)
        }
      }
      index += count
    }
  }

  /// Whether a cell of the line begins with a quotation mark.
  private static func mayBreak(_ line: String) -> Bool {
    let bytes = line.utf8
    guard let first = bytes.first else { return false }
    let quote = UInt8(ascii: "\"")
    return first == quote
      || bytes.contains(quote)
        && zip(bytes, bytes.dropFirst()).contains { $0 == 0x09 && $1 == quote }
  }

  /// How many lines the row has that begins at a line; `nil` if its quotes are no such quotes.
  private func rowLength(at index: Int) -> Int? {
    var isQuoted = false
    var hasTab = false
    var length = 0
    for offset in 0..<min(Self.maximumLines, lines.count - index) {
      let bytes = Array(lines[index + offset].utf8)
      length += bytes.count
      guard length <= DocumentText.maximumLineLength else { return nil }
      var isStart = !isQuoted
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        if byte == UInt8(ascii: "\"") {
          if isStart {
            isQuoted = true
          } else if isQuoted {
            if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") {
              place += 1
            } else {
              // Only a tab or the end of the line may follow on the mark that closes a cell.
              guard place + 1 == bytes.count || bytes[place + 1] == 0x09 else { return nil }
              isQuoted = false
            }
          }
        }
        if byte == 0x09, !isQuoted { hasTab = true }
        isStart = byte == 0x09 && !isQuoted
        place += 1
      }
      if !isQuoted { return hasTab ? offset + 1 : nil }
    }
    return nil
  }

  /// The cells of a row without their quotes, the lines of each joined.
  private static func cells(of row: String) -> [String] {
    var cells: [[UInt8]] = [[]]
    var isQuoted = false
    var isStart = true
    let bytes = Array(row.utf8)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      let isQuote = byte == UInt8(ascii: "\"")
      if isQuote, isStart {
        isQuoted = true
      } else if isQuote, isQuoted {
        if place + 1 < bytes.count, bytes[place + 1] == byte {
          cells[cells.count - 1].append(byte)
          place += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x09, !isQuoted {
        cells.append([])
      } else {
        // A tab inside quotes is a space of the text.
        cells[cells.count - 1].append(byte == 0x09 ? UInt8(ascii: " ") : byte)
      }
      isStart = byte == 0x09 && !isQuoted
      place += 1
    }
    return cells.map { joined(String(decoding: $0, as: UTF8.self)) }
  }

  /// The lines of a cell in one: beside a digit two spaces apart, which no number can be grouped by.
  private static func joined(_ cell: String) -> String {
    var result = ""
    for part in cell.split(whereSeparator: \.isNewline) {
      let part = TextFolding.trimmed(part)
      guard let last = result.unicodeScalars.last, let first = part.unicodeScalars.first else {
        result += part
        continue
      }
      let (before, after) = (TextFolding.fold(last), TextFolding.fold(first))
      if before.decimalDigit != nil || after.decimalDigit != nil {
        result += "  "
      } else if before.isASCII, after.isASCII, after.properties.isAlphabetic {
        result += " "
      }
      result += part
    }
    return result
  }
}
