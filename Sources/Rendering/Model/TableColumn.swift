package import MunicipalModel

/// A column of a table: its heading, its unit, and the cell that it makes of a row.
///
/// Tables are made of rows of one type by such columns, so that no cell finds its heading by its position. Columns
/// of a table that is also written to a tidy file say what they hold.
package struct TableColumn<Row> {
  /// The heading in a report and the cell of a row; `nil` of a column that tidy files alone have.
  package private(set) var shown: (heading: ReportColumn, cell: (Row) -> ReportCell)?
  /// The description of a tidy file's column.
  package let field: TidyTable.Column
  /// What a tidy file writes of a row.
  fileprivate let text: (Row) -> String
  /// The heading of a tidy file's column in Japanese, where no report has it.
  private var japanese: String?

  private init(
    _ heading: ReportColumn, _ kind: TidyTable.Column.Kind = .string, _ description: String = "",
    isRequired: Bool = false, choices: [String] = [], cell: @escaping (Row) -> ReportCell
  ) {
    shown = (heading, cell)
    field = TidyTable.Column(
      heading.key, kind, description, required: isRequired, choices: choices)
    text = { cell($0).value.plainText ?? "" }
  }

  /// A column of a tidy file alone; an empty text, or none, is no value.
  private init(
    _ field: TidyTable.Column, japanese: String?, text: @escaping (Row) -> String?
  ) {
    shown = nil
    self.japanese = japanese
    self.field = field
    self.text = { text($0) ?? "" }
  }
}

extension TableColumn {
  /// The column with a bar beside each figure, on a terminal.
  package var drawn: Self {
    var copy = self
    copy.shown?.heading = shown?.heading.drawn ?? .text("", LocalizedText(""))
    return copy
  }

  /// The column of a tidy file, under a heading in words for people.
  fileprivate func field(in language: Language?) -> TidyTable.Column {
    guard let language else { return field }
    let label = shown?.heading.label[language] ?? (language == .japanese ? japanese : nil)
    return TidyTable.Column(
      PlainText.unformulated(label ?? field.name), field.kind, field.description,
      required: field.isRequired, choices: field.choices)
  }

  /// What a tidy file writes of a row; in words for people.
  fileprivate func text(_ row: Row, in language: Language?) -> String {
    guard let language else { return text(row) }
    guard let shown else {
      let text = text(row)
      return field.kind == .string ? PlainText.unformulated(PlainText.line(text)) : text
    }
    let cell = shown.cell(row)
    guard let stable = cell.value.plainText else { return "" }
    return cell.value.isNumber
      ? stable : PlainText.unformulated(PlainText.line(cell.text[language]))
  }

  /// A column that says what a row is about.
  package static func key(
    _ key: String, _ ja: String, _ en: String, _ description: String = "",
    _ kind: TidyTable.Column.Kind = .string, isRequired: Bool = true, choices: [String] = [],
    cell: @escaping (Row) -> ReportCell
  ) -> Self {
    Self(
      .key(key, LocalizedText(ja: ja, en: en)), kind, description, isRequired: isRequired,
      choices: choices, cell: cell)
  }

  /// A column that says what a row is about.
  package static func key(
    _ key: String, _ label: LocalizedText, cell: @escaping (Row) -> ReportCell
  ) -> Self { Self(.key(key, label), isRequired: true, cell: cell) }

  /// A column of words about the row.
  package static func text(
    _ key: String, _ ja: String, _ en: String, _ description: String = "", choices: [String] = [],
    cell: @escaping (Row) -> ReportCell
  ) -> Self {
    Self(
      .text(key, LocalizedText(ja: ja, en: en)), .string, description, choices: choices, cell: cell)
  }

  /// A column of words about the row.
  package static func text(
    _ key: String, _ label: LocalizedText, cell: @escaping (Row) -> ReportCell
  ) -> Self { Self(.text(key, label), cell: cell) }

  /// A column of figures.
  package static func number(
    _ key: String, _ ja: String, _ en: String, _ description: String = "",
    _ kind: TidyTable.Column.Kind = .number, unit: String = "",
    cell: @escaping (Row) -> ReportCell
  ) -> Self {
    Self(.number(key, LocalizedText(ja: ja, en: en), unit: unit), kind, description, cell: cell)
  }

  /// A column of figures.
  package static func number(
    _ key: String, _ label: LocalizedText, unit: String = "", cell: @escaping (Row) -> ReportCell
  ) -> Self { Self(.number(key, label, unit: unit), .number, cell: cell) }

  /// A column of a tidy file alone; an empty text, or none, is no value.
  package static func field(
    _ name: String, _ description: String, _ kind: TidyTable.Column.Kind = .string,
    isRequired: Bool = false, choices: [String] = [], ja: String? = nil,
    text: @escaping (Row) -> String?
  ) -> Self {
    Self(
      TidyTable.Column(name, kind, description, required: isRequired, choices: choices),
      japanese: ja, text: text)
  }
}

/// A row whose cells are still to be made, or a heading over rows.
package enum TableRow<Row> {
  /// Ordinary figures.
  case normal(Row)
  /// A heading over the rows that follow, and its stable name if it is not the Japanese text.
  case group(LocalizedText, key: String? = nil)
  /// A sum over the rows of its group.
  case subtotal(Row)
  /// A sum over the whole table.
  case total(Row)
}

extension ReportTable {
  /// Makes a table of rows, some of which are headings or sums.
  package init<Row>(
    key: String, caption: LocalizedText = LocalizedText(""), lines: [TableRow<Row>],
    columns: [TableColumn<Row>], notes: [LocalizedText] = [], basis: ReportBasis? = nil
  ) {
    let shown = columns.compactMap(\.shown)
    func cells(_ row: Row) -> [ReportCell] { shown.map { $0.cell(row) } }
    self.init(
      key: key, caption: caption, columns: shown.map(\.heading),
      rows: lines.map { line in
        switch line {
        case .normal(let row): ReportRow(cells(row))
        case .group(let text, let key): .group(text, key: key)
        case .subtotal(let row): .subtotal(cells(row))
        case .total(let row): .total(cells(row))
        }
      }, notes: notes, basis: basis)
  }

  /// Makes a table of ordinary rows.
  package init<Row>(
    key: String, caption: LocalizedText = LocalizedText(""), rows: [Row],
    columns: [TableColumn<Row>], notes: [LocalizedText] = [], basis: ReportBasis? = nil
  ) {
    self.init(
      key: key, caption: caption, lines: rows.map { .normal($0) }, columns: columns, notes: notes,
      basis: basis)
  }
}

extension TidyTable {
  /// Makes a table of rows.
  ///
  /// - Parameters:
  ///   - key: the columns that together name a row; by default those that say what it is about.
  ///   - language: of headings and words, for people; `nil` for the stable ones.
  package init<Row>(
    name: String, description: String, rows: [Row], columns: [TableColumn<Row>],
    key: [String]? = nil, in language: Language? = nil
  ) {
    self.init(
      name: name, description: description, columns: columns.map { $0.field(in: language) },
      key: key ?? columns.filter { $0.shown?.heading.role == .key }.map(\.field.name),
      rows: rows.map { row in columns.map { $0.text(row, in: language) } })
  }
}
