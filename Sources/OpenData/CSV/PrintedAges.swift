import MunicipalModel

/// A table by age with the cell and the print of every count.
struct PrintedAges: Hashable, Sendable {
  /// A cell of the file.
  struct Cell: Hashable, Sendable {
    let line: Int
    let number: Int
    let printed: String
  }

  let table: AgeTable
  /// The cells in the order of the table's counts.
  private let cells: [Cell]
  /// The cells of the people of unknown age, one a sex.
  private let notReported: [Cell?]

  /// Makes a table from counts and their cells.
  init(
    _ measure: AgeMeasure, period: Period?, sexes: [Sex] = [.male, .female],
    cells rows: [(row: AgeTable.Row, cell: Cell)]
  ) throws(AgeTableError) {
    let table = try AgeTable(measure, period: period, sexes: sexes, rows: rows.map(\.row))
    self.table = table
    // Most files have the cells in the order of the table, so that each stands behind the one before.
    var next = 0
    func cell(_ sex: Sex, _ age: AgeLabel) -> Cell? {
      for offset in rows.indices {
        let index = (next + offset) % rows.count
        guard rows[index].row.sex == sex, rows[index].row.age == age else { continue }
        next = index + 1
        return rows[index].cell
      }
      return nil
    }
    cells = table.sexes.flatMap { sex in
      table.ages.groups.compactMap { cell(sex, .group($0)) }
    }
    notReported = table.sexes.map { cell($0, .notReported) }
  }

  /// Makes a table from the cells of a row.
  ///
  /// - Parameters:
  ///   - rows: the counts; the row of each is the number of its cell, from 1.
  ///   - row: the row of the file.
  init(
    _ measure: AgeMeasure, period: Period?, sexes: [Sex] = [.male, .female], rows: [AgeTable.Row],
    in row: CSVRow
  ) throws(AgeTableError) {
    let cells = rows.compactMap { own in
      own.row.map { (own, Cell(line: row.line, number: $0, printed: row.text($0 - 1))) }
    }
    try self.init(measure, period: period, sexes: sexes, cells: cells)
  }

  /// The cells as citations: those of the counts, and those of the people of unknown age.
  func citations(
    document: DocumentID, sheet: String?, headings: [String]
  ) -> (counts: [Citation], notReported: [Citation?]) {
    func citation(_ cell: Cell) -> Citation {
      Citation(
        document, sheet: sheet, line: cell.line, cell: cell.number, headings: headings,
        printed: cell.printed)
    }
    return (cells.map(citation), notReported.map { $0.map(citation) })
  }
}
