/// A table of a page, cell by cell as it is written.
struct WebTable {
  /// A cell.
  struct Cell {
    /// Its lines, and the tables in it.
    var blocks: [WebBlock] = []
    var columnSpan = 1
    /// Over how many rows it reaches; 0 is all down to the end of the group.
    var rowSpan = 1
    var notices: [WebNotice] = []

    /// Its text in one line.
    var text: String { CellText.joined(blocks.lazy.compactMap(\.line)) }
    /// Whether a table stands in it.
    var hasTable: Bool { blocks.contains(where: \.isTable) }
  }

  /// Rows that belong together: the head, a body or the foot.
  struct Group {
    /// 0 of a head, 1 of a body, 2 of a foot: so they are displayed from the top.
    var rank = 1
    var rows: [[Cell]] = []
  }

  /// The lines of the caption.
  var caption: [WebBlock] = []
  /// The groups in the order of the page.
  var groups: [Group] = []

  /// The rows in the order in which they are displayed.
  private var displayedGroups: [Group] {
    (0...2).flatMap { rank in groups.filter { $0.rank == rank } }
  }

  /// All cells, row by row.
  var rows: [[Cell]] { displayedGroups.flatMap(\.rows) }

  /// Whether it only arranges what stands in it: it holds tables, and is no table of texts itself.
  var isLayout: Bool {
    let rows = self.rows
    let holders = rows.flatMap { $0.filter(\.hasTable) }
    guard !holders.isEmpty else { return false }
    let filled = rows.count { $0.count(where: { !$0.hasTable && !$0.blocks.isEmpty }) >= 2 }
    return filled < 2
      || holders.contains { cell in
        let lines = cell.blocks.compactMap {
          if case .line(_, let level) = $0 { level } else { nil }
        }
        return lines.count > 2 || lines.contains { $0 > 0 }
      }
  }
}

extension WebTable {
  /// The most columns of a table, as many as a sheet has.
  static let maximumColumns = 16_384
  /// The most cells of a table with the empty ones, in times those that are written; so many more than
  /// ``freeCells`` are refused.
  static let maximumGrowth = 64
  private static let freeCells = 100_000

  /// The rows with their cells in columns: a cell that reaches over several fills the first alone.
  ///
  /// Follows the HTML Standard, "Forming a table". A cell that is covered twice, or beyond the last
  /// column that is read, is no cell of its own.
  ///
  /// - Parameter name: the name of the file, for the error.
  /// - Returns: the rows, and what is said of their cells by number of row and column.
  /// - Throws: `FormError` if cells that reach over many rows make more empty cells than are read.
  func grid(
    name: String
  ) throws(FormError) -> (
    rows: [TableBlock.Row], notices: [(row: Int, column: Int, notice: WebNotice)]
  ) {
    let written = groups.lazy.flatMap(\.rows).reduce(0) { $0 + $1.count }
    let most = Self.maximumGrowth * written + Self.freeCells
    var size = 0
    var rows: [TableBlock.Row] = []
    var notices: [(row: Int, column: Int, notice: WebNotice)] = []
    var spans: [Int] = []
    for group in displayedGroups {
      // Up to which row each column is taken by a cell from above.
      var taken: [Int] = []
      for (position, cells) in group.rows.enumerated() {
        let number = rows.count + 1
        var row = TableBlock.Row(number: number, cells: [])
        var column = 0
        var last = 0
        var reach = 0
        for cell in cells {
          while column < taken.count, taken[column] > position { column += 1 }
          last = column
          guard column < Self.maximumColumns else {
            notices.append((number, Self.maximumColumns - 1, Self.tooWide))
            break
          }
          while row.cells.count < column { row.cells.append("") }
          row.cells.append(cell.text)
          notices += cell.notices.map { (number, column, $0) }
          let end = min(Self.maximumColumns, column + min(1000, max(1, cell.columnSpan)))
          let below = group.rows.count - position
          let height = cell.rowSpan == 0 ? below : min(below, cell.rowSpan)
          if height > 1 {
            while taken.count < end { taken.append(0) }
            for covered in column..<end { taken[covered] = max(taken[covered], position + height) }
          }
          if column == 0 { reach = end }
          column = end
        }
        // The columns that cells from above take are cells too.
        size += last + 1
        guard size <= most else {
          throw TableBlock.tooLarge(file: name, atMost: most, found: "\(size)")
        }
        rows.append(row)
        spans.append(cells.count == 1 ? reach : 0)
      }
    }
    let width = rows.reduce(0) { max($0, 1 + ($1.cells.lastIndex { !$0.isEmpty } ?? -1)) }
    for index in rows.indices where spans[index] > 1 && spans[index] >= width {
      rows[index].isWhole = true
    }
    return (rows, notices)
  }

  private static let tooWide = WebNotice(
    code: "too-many-columns", isWarning: true,
    message: LocalizedText(
      ja: "\(maximumColumns)列を超える部分は読んでいません",
      en: "what stands beyond column \(maximumColumns) is not read"))
}
