/// A table of values that commas, tabs or semicolons separate (RFC 4180), whose rows keep their line numbers.
///
/// LF, CRLF and CR end a row; a byte order mark is skipped; a field in quotes may hold separators, line
/// ends and doubled quotes. Blank lines are no rows. A first line with tabs and no comma separates by tabs,
/// one with semicolons alone by semicolons.
package struct DelimitedText: Sendable {
  /// A row with the line that it begins in, from 1.
  package struct Row: Sendable {
    /// The line.
    package let line: Int
    /// The fields.
    package let cells: [String]
  }

  /// Says where a text stops being a table.
  package struct Fault: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Kind: String, Sendable {
      /// A quote is opened and never closed, as in a truncated file.
      case unclosedQuote = "unclosed-quote"
      /// Something follows a closing quote other than a separator or a line end.
      case textAfterQuote = "text-after-quote"
    }
    /// What is wrong.
    package let kind: Kind
    /// The line where the field begins, from 1.
    package let line: Int
  }

  /// The rows, the heading among them, up to the fault if there is one.
  package let rows: [Row]
  /// Where the text stops being a table, if it does.
  package let fault: Fault?

  /// Reads the bytes of a text in UTF-8 up to its end, or to the row that is no row.
  package init(upToFaultIn bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    var rows: [Row] = []
    var fault: Fault?
    do throws(Fault) {
      while let row = try reader.next() { rows.append(row) }
    } catch {
      fault = error
    }
    self.rows = rows
    self.fault = fault
  }

  /// Reads the bytes of a text in UTF-8, all of which must be a table.
  package init(_ bytes: [UInt8]) throws(Fault) {
    self.init(upToFaultIn: bytes)
    if let fault { throw fault }
  }

  private struct Reader {
    let bytes: [UInt8]
    let separator: UInt8
    var index = 0
    var line = 1

    init(bytes: [UInt8]) {
      self.bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
      let first = bytes[index...].prefix { $0 != 0x0A && $0 != 0x0D }
      let known: [UInt8] = [0x2C, 0x09, 0x3B]
      separator = known.first { first.contains($0) } ?? 0x2C
    }

    mutating func next() throws(Fault) -> Row? {
      while index < bytes.count {
        let start = line
        var cells: [String] = []
        repeat {
          let cell = try field()
          cells.append(cell)
        } while skipSeparator()
        skipLineEnd()
        if cells.count > 1 || !TextFolding.isBlank(cells[0]) {
          return Row(line: start, cells: cells)
        }
      }
      return nil
    }

    private mutating func field() throws(Fault) -> String {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        let start = index
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
      }
      let opened = line
      var field: [UInt8] = []
      index += 1
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "\"") {
          guard index < bytes.count, bytes[index] == byte else {
            guard index == bytes.count || isEnd(bytes[index]) else {
              throw Fault(kind: .textAfterQuote, line: opened)
            }
            return String(decoding: field, as: UTF8.self)
          }
          index += 1
        } else if byte == 0x0A || byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A) {
          line += 1
        }
        field.append(byte)
      }
      throw Fault(kind: .unclosedQuote, line: opened)
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

    private mutating func skipSeparator() -> Bool {
      guard index < bytes.count, bytes[index] == separator else { return false }
      index += 1
      return true
    }

    private mutating func skipLineEnd() {
      guard index < bytes.count else { return }
      if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      index += 1
      line += 1
    }
  }
}
