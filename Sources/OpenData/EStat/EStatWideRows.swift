import MunicipalModel

/// Reads the rows of a wide table into the values of a table of e-Stat.
struct EStatWideRows {
  private let columns: EStatWideColumns
  private var rowCodes: [UInt32] = []
  private var columnCodes: [[UInt32]] = []
  private var units: [UInt16] = []
  /// The positions of the columns' dimensions, behind those of the rows.
  private let width: Int

  /// Adds the dimensions of the heading to a table.
  init(_ columns: EStatWideColumns, line: Int, to builder: inout EStatBuilder) {
    self.columns = columns
    width = columns.width
    for key in columns.keys {
      builder.add(
        EStatDimension(id: key.id, name: key.name, classes: []), line: line, cell: key.code + 1)
    }
    for (id, name) in columns.across {
      builder.add(EStatDimension(id: id, name: name, classes: []), line: line)
    }
    for value in columns.values {
      columnCodes.append(
        value.classes.enumerated().map { index, item in
          builder.position(of: item.code, in: columns.keys.count + index) { item.name }
        })
      units.append(builder.unitIndex(value.unit))
    }
    rowCodes = Array(repeating: 0, count: columns.keys.count)
  }

  /// Adds the figures of a row.
  mutating func add(_ row: CSVRow, to builder: inout EStatBuilder) {
    // A remark below the table has one cell.
    if (0..<row.count).count(where: { !row[$0].isEmpty }) < 2 { return }
    if row.count != width, !row.isBlank(beyond: width) {
      builder.diagnostics.addWrongCellCount(row, width: width)
      return
    }
    for (dimension, key) in columns.keys.enumerated() {
      rowCodes[dimension] = builder.position(of: row[key.code], in: dimension) {
        key.nameColumn.map { row.text($0) } ?? ""
      }
    }
    builder.diagnostics.addUnended(width - 1, of: row)
    for (index, value) in columns.values.enumerated() {
      let unit = columns.unit.map { builder.unitIndex(row.text($0)) } ?? units[index]
      builder.add(
        rowCodes + columnCodes[index], row[value.column], unit: unit,
        annotation: value.annotation.map { row.text($0) } ?? "", line: row.line,
        cell: value.column + 1)
    }
  }
}
