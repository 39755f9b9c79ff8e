/// A table on its way to lines: the rows that the file has, each with its number there.
struct TableBlock {
  /// A row as the file has it.
  struct Row {
    /// The number of the row in the file, from 1.
    let number: Int
    /// The texts of its cells; a cell that another one covers is empty.
    var cells: [String]
    /// Whether its first cell reaches over all columns.
    var isWhole = false

    /// Whether nothing but the first cell is filled.
    var isTitle: Bool { cells.first?.isEmpty == false && cells.dropFirst().allSatisfy(\.isEmpty) }
    /// Whether it is a title as they stand above a table, or the unit of its figures, or both.
    var isTitleOrUnit: Bool {
      isTitle
        || cells.dropFirst().allSatisfy { cell in
          cell.isEmpty
            || ["(単位", "単位:", "【単位", "[単位"].contains(where: TextFolding.key(cell).hasPrefix)
        }
    }
    /// Whether no cell is filled.
    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }

    /// Whether it is a title that stands below a table, as notes and sources do.
    var isNote: Bool {
      guard isTitle, let text = cells.first else { return false }
      let key = TextFolding.key(text)
      return isWhole
        || ["※", "*", "(注", "注)", "注:", "注1", "(※", "資料:", "出典:", "備考:", "(資料", "(出典"]
          .contains(where: key.hasPrefix)
    }
  }

  /// The rows, without those that are blank.
  private(set) var rows: [Row]

  /// Takes the rows of a table. Blank rows are left out.
  init(_ rows: [Row]) {
    self.rows = rows.filter { !$0.isBlank }
  }

  /// The most cells that the rows of a table may have, with the empty ones.
  static let maximumCells = 4_000_000

  /// The error of a table of more cells than are read.
  static func tooLarge(file: String, atMost most: Int = maximumCells, found: String) -> FormError {
    FormError(
      code: .tooLarge, file: file,
      expected: LocalizedText(ja: "\(most)セルまでの表", en: "a table of at most \(most) cells"),
      found: found)
  }

  /// The parts of the table: titles above it, the rows of the table proper, notes below it.
  ///
  /// A title in the middle stays a row, for the table goes on behind it with the same columns.
  func parts() -> (above: ArraySlice<Row>, table: ArraySlice<Row>, below: ArraySlice<Row>) {
    let start = rows.firstIndex { !$0.isTitleOrUnit } ?? rows.endIndex
    var end = rows.endIndex
    while end > start, rows[end - 1].isNote { end -= 1 }
    return (rows[..<start], rows[start..<end], rows[end...])
  }
}
