import MunicipalModel
import Rendering

/// A column of a wide table: its name in files, its heading in reports, and what it says of a row.
struct TidyColumn<Row> {
  let name: String
  let kind: TidyTable.Column.Kind
  let label: LocalizedText
  let description: String
  let isKey: Bool
  let cell: (Row) -> ReportCell

  init(
    _ name: String, _ ja: String, _ en: String, _ description: String,
    _ kind: TidyTable.Column.Kind = .string, isKey: Bool = false,
    cell: @escaping (Row) -> ReportCell
  ) {
    self.name = name
    self.kind = kind
    label = LocalizedText(ja: ja, en: en)
    self.description = description
    self.isKey = isKey
    self.cell = cell
  }

  var reportColumn: ReportColumn {
    if isKey { return .key(name, label) }
    return kind == .string ? .text(name, label) : .number(name, label)
  }
}

extension ReportTable {
  /// A table of rows, whose sources and formula stand with one of the columns.
  init<Row>(
    key: String, columns: [TidyColumn<Row>], rows: [Row], sourcesAt name: String?,
    sources: (Row) -> [Citation], formula: (Row) -> String
  ) {
    self.init(
      key: key, caption: LocalizedText(""), columns: columns.map(\.reportColumn),
      rows: rows.map { row in
        ReportRow(
          columns.map { column in
            let cell = column.cell(row)
            guard column.name == name else { return cell }
            return ReportCell(
              text: cell.text, value: cell.value, sources: sources(row),
              formula: LocalizedText(formula(row)))
          })
      })
  }
}

extension TidyTable {
  /// A table of rows, with their sources in a last column.
  init<Row>(
    name: String, description: String, columns: [TidyColumn<Row>], rows: [Row],
    sources: (Row) -> [Citation]
  ) {
    self.init(
      name: name, description: description,
      columns: columns.map { Column($0.name, $0.kind, $0.description, required: $0.isKey) } + [
        Column("sources", .string, "The printed cells, document:line:cell, separated by ;.")
      ], key: columns.filter(\.isKey).map(\.name))
    for row in rows {
      let texts = sources(row).map(\.cellPlace)
      append(
        columns.map { $0.cell(row).value.plainText ?? "" } + [texts.uniqued.joined(separator: ";")])
    }
  }
}

extension ReportCell {
  /// A computed figure with at most so many decimals, without trailing zeros.
  init(computed value: Double?, decimals: Int, sources: [Citation] = []) {
    guard let value, let number = ExactDecimal(rounding: value, to: decimals) else {
      self.init(missing: "not_computable", text: LocalizedText(ja: "算出不可", en: "not computable"))
      return
    }
    self.init(number.withoutTrailingZeros, sources: sources)
  }

  /// A code that reads the same in both languages.
  init(code: String) { self.init(LocalizedText(code), value: code) }
}

extension ExactDecimal {
  /// The same number with no zero at the end of its decimals.
  fileprivate var withoutTrailingZeros: ExactDecimal {
    var text = Substring(description)
    guard text.contains(".") else { return self }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return ExactDecimal(text) ?? self
  }
}
