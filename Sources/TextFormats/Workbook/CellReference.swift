/// The place of a cell of a sheet, such as `C12`: row 12, column 3.
struct CellReference: Hashable, Sendable {
  var row: Int
  var column: Int

  /// The most rows of a sheet.
  static let maximumRow = 1_048_576
  /// The most columns of a sheet: XFD.
  static let maximumColumn = 16_384

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `C12`, also `$C$12`; `nil` of anything else, and of what lies beyond the largest sheet.
  init?(_ text: ByteView) {
    var column = 0
    var row = 0
    for index in 0..<text.count {
      switch text[index] {
      case UInt8(ascii: "$"): break
      case let byte where row == 0 && (0x41...0x5A).contains(byte & 0xDF) && byte >= 0x41:
        column = column * 26 + Int(byte & 0xDF) - 0x40
      case let byte where column > 0 && (0x30...0x39).contains(byte):
        row = row * 10 + Int(byte) - 0x30
      default: return nil
      }
      guard column <= Self.maximumColumn, row <= Self.maximumRow else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column)
  }
}

/// A range of cells, such as `A1:C3`.
struct CellRange: Hashable, Sendable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  /// Reads `A1:C3` or `B2`; `nil` of anything else.
  init?(_ text: ByteView) {
    let colon = text.index(of: UInt8(ascii: ":"), from: 0)
    guard let first = CellReference(text[0..<colon]) else { return nil }
    let last = colon < text.count ? CellReference(text[colon + 1..<text.count]) : first
    guard let last, first.row <= last.row, first.column <= last.column else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}
