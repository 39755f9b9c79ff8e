import MunicipalModel

/// A table by age that one row of a file makes, with the cell and the print of every count.
struct PrintedAges: Hashable, Sendable {
  /// A cell of the row.
  private struct Cell: Hashable, Sendable {
    let number: Int
    let printed: String
  }

  let table: AgeTable
  /// The cells in the order of the table's counts.
  private let cells: [Cell]
  /// The cells of the people of unknown age, one a sex.
  private let notReported: [Cell?]

  /// Makes a table from the cells of a row.
  ///
  /// - Parameters:
  ///   - rows: the counts; the row of each is the number of its cell, from 1.
  ///   - row: the row of the file.
  init(
    _ measure: AgeMeasure, period: Period?, sexes: [Sex] = [.male, .female], rows: [AgeTable.Row],
    in row: CSVRow
  ) throws(AgeTableError) {
    let table = try AgeTable(measure, period: period, sexes: sexes, rows: rows)
    struct Place: Hashable {
      let sex: Sex
      let age: AgeLabel
    }
    var found: [Place: Cell] = [:]
    for own in rows {
      guard let number = own.row else { continue }
      found[Place(sex: own.sex, age: own.age)] = Cell(
        number: number, printed: row.text(number - 1))
    }
    self.table = table
    cells = table.sexes.flatMap { sex in
      table.ages.groups.compactMap { found[Place(sex: sex, age: .group($0))] }
    }
    notReported = table.sexes.map { found[Place(sex: $0, age: .notReported)] }
  }

  /// The cells as citations: those of the counts, and those of the people of unknown age.
  func citations(
    document: DocumentID, line: Int, headings: [String]
  ) -> (counts: [Citation], notReported: [Citation?]) {
    func citation(_ cell: Cell) -> Citation {
      Citation(
        document: document, line: line, cell: cell.number, headings: headings,
        printed: cell.printed)
    }
    return (cells.map(citation), notReported.map { $0.map(citation) })
  }
}
