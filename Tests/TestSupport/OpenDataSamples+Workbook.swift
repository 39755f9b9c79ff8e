import MunicipalModel
import TextFormats

extension Fixture {
  /// The cells of a CSV as a workbook stores them: numbers without commas, nothing for an empty cell.
  package static func cells(_ csv: String) throws -> [[String]] {
    var rows: [[String]] = []
    for row in try DelimitedText(Array(csv.utf8)).rows {
      while rows.count < row.line - 1 { rows.append([]) }
      rows.append(
        row.cells.map { cell in
          let bare = cell.replacing(",", with: "").replacing(" ", with: "")
          return ExactDecimal(bare)?.description ?? cell
        })
    }
    return rows
  }

  /// A workbook of some sheets, each given as CSV.
  package static func workbook(_ sheets: KeyValuePairs<String, String>) throws -> [UInt8] {
    WorkbookWriter(try sheets.map { WorkbookWriter.Sheet($0, rows: try cells($1)) }).bytes
  }
}
