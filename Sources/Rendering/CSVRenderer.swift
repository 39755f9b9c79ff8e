import MunicipalModel

/// Writes a report as tidy comma-separated values: one row a value, with stable words for labels.
///
/// The columns are `section`, `table`, `row` (from 1 in each table), `kind` (`normal`, `subtotal` or
/// `total`), `group`, then one for each key column of the report's tables, then `column`, `value`,
/// `unit`, `qualifiers`, `status` and `sources`. Qualifiers are words that limit the value, such as
/// `at-least;estimate;cumulative`, separated by `;`. A key column of such a name is called `row_unit` and the like. A
/// value that is missing is an empty field, and `status` says why. Sources are `document:line:cell`,
/// separated by `;`. Titles, notes, formulas and the basis of a table are not written: JSON has them.
package struct CSVRenderer: ReportRenderer {
  /// Makes a renderer.
  package init() {}

  private static let before = ["section", "table", "row", "kind", "group"]
  private static let after = ["column", "value", "unit", "qualifiers", "status", "sources"]

  /// The report as comma-separated values.
  package func render(_ report: Report) -> String {
    let tables = report.sections.flatMap(\.tables)
    var names: [String] = []
    for table in tables {
      for index in Self.keyColumns(table) {
        let name = Self.name(table.columns[index])
        if !names.contains(name) { names.append(name) }
      }
    }
    var writer = CSVWriter()
    writer.row(Self.before + names + Self.after)
    for section in report.sections {
      for table in section.tables { write(table, of: section, names: names, to: &writer) }
    }
    return writer.text
  }

  private func write(
    _ table: ReportTable, of section: ReportSection, names: [String], to writer: inout CSVWriter
  ) {
    let keys = Self.keyColumns(table)
    let positions = Dictionary(
      keys.map { (Self.name(table.columns[$0]), $0) }, uniquingKeysWith: { first, _ in first })
    var group: String?
    var number = 0
    for row in table.rows {
      if row.kind == .group {
        group = row.cells.first?.value.plainText
        continue
      }
      if row.kind == .total { group = nil }
      number += 1
      for (index, cell) in row.cells.enumerated() where !keys.contains(index) {
        let column = table.columns[index]
        writer.field(section.key)
        writer.field(table.key)
        writer.field(number)
        writer.field(row.kind.rawValue)
        writer.field(group)
        for name in names {
          writer.field(positions[name].flatMap { row.cells[$0].value.plainText })
        }
        writer.field(column.key)
        writer.field(cell.value.plainText)
        let unit = cell.unit.isEmpty ? column.unit : cell.unit
        writer.field(unit.isEmpty ? nil : unit)
        let qualifiers = cell.qualifiers.map(\.rawValue).joined(separator: ";")
        writer.field(qualifiers.isEmpty ? nil : qualifiers)
        writer.field(cell.status)
        writer.field(Self.sources(cell))
        writer.endRow()
      }
    }
  }

  /// The positions of a table's key columns; none if there would be no other column.
  private static func keyColumns(_ table: ReportTable) -> [Int] {
    let keys = table.columns.indices.filter { table.columns[$0].role == .key }
    return keys.count == table.columns.count ? [] : keys
  }

  private static func name(_ column: ReportColumn) -> String {
    before.contains(column.key) || after.contains(column.key) ? "row_" + column.key : column.key
  }

  private static func sources(_ cell: ReportCell) -> String? {
    var texts: [String] = []
    for source in cell.sources {
      let text = "\(source.document):\(source.line)" + (source.cell.map { ":\($0)" } ?? "")
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.isEmpty ? nil : texts.joined(separator: ";")
  }
}
