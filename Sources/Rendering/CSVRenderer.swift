package import MunicipalModel

/// Writes a report as tidy comma-separated values: one row a value, with stable words for labels.
///
/// The columns are `section`, `table`, `row` (from 1 in each table), `kind` (`normal`, `subtotal` or
/// `total`), `group`, then one for each key column of the report's tables, then `column`, `value`,
/// `unit`, `qualifiers`, `status` and `sources`. Qualifiers are words that limit the value, such as
/// `at-least;estimate;cumulative`, separated by `;`. A key column of such a name is called `row_unit` and the like. A
/// value that is missing is an empty field, and `status` says why. Sources are `document:line:cell`,
/// separated by `;`. Titles, notes, formulas and the basis of a table are not written: JSON has them.
///
/// For people and their spreadsheet programs the same rows have headings and names in words; a text that such a program
/// would take for a formula has an apostrophe before it. Some of these programs want the mark of UTF-8 at the beginning.
package struct CSVRenderer: ReportRenderer {
  /// The language of headings and names; `nil` for stable words.
  private let language: Language?
  private let isMarked: Bool

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - language: of headings and names, for people; stable words without it.
  ///   - isMarked: whether the mark of UTF-8 stands at the beginning.
  package init(forPeople language: Language? = nil, isMarked: Bool = false) {
    self.language = language
    self.isMarked = isMarked
  }

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
    writer.row(headings(names, tables))
    for section in report.sections {
      for table in section.tables { write(table, of: section, names: names, to: &writer) }
    }
    return isMarked ? "\u{FEFF}" + writer.text : writer.text
  }

  private func headings(_ names: [String], _ tables: [ReportTable]) -> [String] {
    guard let language else { return Self.before + names + Self.after }
    let columns = tables.flatMap { table in Self.keyColumns(table).map { table.columns[$0] } }
    let labels = names.map { name in
      let label = columns.first { Self.name($0) == name }?.label[language] ?? name
      return PlainText.unformulated(PlainText.line(label).isEmpty ? name : PlainText.line(label))
    }
    return Self.words.prefix(Self.before.count).map { $0[language] } + labels
      + Self.words.suffix(Self.after.count).map { $0[language] }
  }

  /// A text in words for people, or the stable one.
  private func word(_ stable: String?, _ text: LocalizedText?) -> String? {
    guard let language else { return stable }
    guard let text = text?[language], !PlainText.line(text).isEmpty else {
      return stable.map(PlainText.unformulated)
    }
    return PlainText.unformulated(PlainText.line(text))
  }

  /// A stable text; for people, one that is no formula.
  private func plain(_ text: String) -> String {
    language == nil ? text : PlainText.unformulated(PlainText.line(text))
  }

  private static let kinds: [ReportRow.Kind: LocalizedText] = [
    .normal: LocalizedText(ja: "値", en: "figures"),
    .subtotal: LocalizedText(ja: "小計", en: "subtotal"),
    .total: LocalizedText(ja: "合計", en: "total"),
  ]

  /// Units that columns name in English, in Japanese.
  private static let units = [
    "persons": "人", "points": "ポイント", "percentage points": "ポイント", "years": "年",
  ]

  /// The names of the columns before and after the keys, for people.
  private static let words = [
    LocalizedText(ja: "節", en: "section"), LocalizedText(ja: "表", en: "table"),
    LocalizedText(ja: "行", en: "row"), LocalizedText(ja: "行の種類", en: "kind of row"),
    LocalizedText(ja: "グループ", en: "group"), LocalizedText(ja: "列", en: "column"),
    LocalizedText(ja: "値", en: "value"), LocalizedText(ja: "単位", en: "unit"),
    LocalizedText(ja: "値の限定", en: "qualifiers"), LocalizedText(ja: "値のない理由など", en: "status"),
    LocalizedText(ja: "出典", en: "sources"),
  ]

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
        group = word(row.cells.first?.value.plainText, row.cells.first?.text)
        continue
      }
      if row.kind == .total { group = nil }
      number += 1
      for (index, cell) in row.cells.enumerated() where !keys.contains(index) {
        let column = table.columns[index]
        writer.field(word(section.key, section.heading))
        writer.field(word(table.key, table.caption))
        writer.field(number)
        writer.field(word(row.kind.rawValue, Self.kinds[row.kind]))
        writer.field(group)
        for name in names {
          let cell = positions[name].map { row.cells[$0] }
          writer.field(cell.flatMap { word($0.value.plainText, $0.text) })
        }
        writer.field(word(column.key, column.label))
        writer.field(
          cell.value.isNumber ? cell.value.plainText : word(cell.value.plainText, cell.text))
        let unit = cell.unit.isEmpty ? column.unit : cell.unit
        let shown = language == .japanese ? Self.units[unit] ?? unit : unit
        writer.field(shown.isEmpty ? nil : plain(shown))
        let qualifiers = cell.qualifiers.map { word($0.rawValue, $0.label) ?? $0.rawValue }
          .joined(separator: ";")
        writer.field(qualifiers.isEmpty ? nil : plain(qualifiers))
        let status = plain(cell.status(in: language))
        writer.field(status.isEmpty ? nil : status)
        writer.field(Self.sources(cell).map(plain))
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
