import MunicipalModel

/// Looks for rows that are no rows of figures, and for figures that stand where none should.
struct RowChecks {
  private let columns: [TableColumn]
  /// The columns without a known meaning in which some row has text.
  private let textColumns: Set<Int>

  init(columns: [TableColumn], rows: [[TableCell]]) {
    self.columns = columns
    textColumns = Set(
      columns.indices.filter { index in
        !Self.isKnownText(columns[index]) && Self.isText(columns[index])
          && rows.contains {
            $0.indices.contains(index) && !$0[index].text.isEmpty
              && PrintedFigure.reading($0[index].text).isText
          }
      })
  }

  private func isBlank(_ row: [TableCell]) -> Bool {
    zip(columns, row).allSatisfy { $0.figureRole == nil || $1.text.isEmpty }
  }

  // MARK: Rows that are no figures

  /// Whether a row is the heading of a part of the plan that no rule of the layout knows.
  func isHeading(_ row: [TableCell], in session: inout DocumentSession) -> Bool {
    let filled = row.filter { !$0.text.isEmpty }
    guard let cell = filled.first, filled.count == 1, isBlank(row),
      HeadingWords.begin(cell.text)
    else { return false }
    session.note(
      .warning, "heading-not-taken", at: session.cite(cell.line, cell: cell.cell),
      ja: "「\(cell.text)」は見出しのようですが、どの pattern にも合いません。この下の行は前の見出しのものとして読みました",
      en:
        "\"\(cell.text)\" looks like a heading but fits no pattern; the rows below it are read as "
        + "those of the heading before")
    return true
  }

  /// Whether a row only names the project, theme or node of the rows below it.
  func isGroup(_ row: [TableCell]) -> Bool {
    zip(columns, row).allSatisfy { column, cell in
      switch column.role {
      case .project, .theme, .level: true
      default: cell.text.isEmpty
      }
    }
  }

  /// A name without any figure may be a heading, or have lost its figures.
  func reportWithoutFigures(
    _ row: [TableCell], named name: TableCell, in session: inout DocumentSession
  ) {
    guard columns.contains(where: { $0.figureRole != nil }), isBlank(row),
      !row.contains(where: { $0 != name && !$0.text.isEmpty })
    else { return }
    session.note(
      .warning, "row-without-figures", at: session.cite(name.line, cell: name.cell),
      ja: "「\(name.text)」の行には値が一つもありません", en: "the row \"\(name.text)\" has no figure at all")
  }

  // MARK: Figures where none should be

  /// An indicator that is named 10件: rows or cells ran into each other.
  func reportFigureAsName(_ name: TableCell, in session: inout DocumentSession) {
    let quantities = PrintedFigure.quantities(in: name.text)
    guard let quantity = quantities.first, quantities.count == 1, quantity.bound == nil,
      quantity.unit.isEmpty || MeasureUnit.isUnit(quantity.unit)
    else { return }
    session.note(
      .warning, "figure-as-name", at: session.cite(name.line, cell: name.cell),
      ja: "指標の名称が数値です: \(name.text)。行かセルがずれているかもしれません",
      en: "an indicator is named by a figure: \(name.text); rows or cells may be shifted")
  }

  /// A figure in a column of text, where the row leaves a figure out or other rows have text.
  func reportFigureInText(_ row: [TableCell], in session: inout DocumentSession) {
    let lacks = zip(columns, row).contains {
      $0.figureRole != nil && $0.figureRole != .assessment && $1.text.isEmpty
    }
    for (index, (column, cell)) in zip(columns, row).enumerated()
    where Self.isText(column) && isFigure(cell.text) {
      guard Self.isKnownText(column) ? lacks : textColumns.contains(index) else { continue }
      session.note(
        .warning, "figure-in-text-column", at: session.place(cell.line, cell: cell.cell),
        ja: "文の欄「\(column.heading)」に値があります: \(cell.text)。読んでいません",
        en: "a figure in the column of text \"\(column.heading)\" is not read: \(cell.text)")
      guard lacks, let other = figure(leftOf: index, in: row) else { continue }
      session.note(
        .warning, "shifted-row", at: session.cite(other.line, cell: other.cell),
        ja: "この行の値は右の欄にずれているかもしれません: \(other.text)",
        en: "the figures of this row may stand a column too far to the right: \(other.text)")
    }
  }

  private static func isKnownText(_ column: TableColumn) -> Bool {
    column.role == .prose || column.trait == .text
  }

  private static func isText(_ column: TableColumn) -> Bool {
    switch column.role {
    case .prose: !column.heading.isEmpty
    case .unknown: true
    default: false
    }
  }

  private func isFigure(_ text: String) -> Bool {
    let quantities = PrintedFigure.quantities(in: text)
    return !quantities.isEmpty && quantities.allSatisfy { MeasureUnit.isUnit($0.unit) }
  }

  private func figure(leftOf index: Int, in row: [TableCell]) -> TableCell? {
    (0..<index).last { columns[$0].figureRole != nil && !row[$0].text.isEmpty }.map { row[$0] }
  }
}

/// The words that headings of a plan begin with.
enum HeadingWords {
  private static let words = [
    "基本目標", "基本方針", "基本施策", "基本的方向", "基本政策", "具体的施策", "具体的な施策", "重点施策", "重点目標",
    "重点プロジェクト", "重点戦略", "重点分野", "戦略目標", "個別施策", "主要施策", "施策", "政策", "戦略", "方針", "プロジェクト",
  ]
  private static let marks = Set("■□◆◇▼▽【《".unicodeScalars)

  /// Whether a text begins as a heading does: 基本目標2, 第3章, ■ or 【.
  static func begin(_ text: String) -> Bool {
    var scanner = TextScanner(TextFolding.key(text))
    if let first = scanner.current, marks.contains(first) { return true }
    if scanner.skip("第") {
      return HeadingNumber.any.skip(&scanner)
        && scanner.skip(anyOf: ["章", "節", "編", "部", "項"]) != nil
    }
    guard scanner.skip(anyOf: words) != nil else { return false }
    _ = scanner.read { "([:.".unicodeScalars.contains($0) }
    return HeadingNumber.any.skip(&scanner) || scanner.current?.properties.isUppercase == true
  }
}
