import MunicipalModel

/// Lays out one table in aligned columns; on a terminal that it is too wide for, in parts below each other that repeat
/// the names of the rows, or in a block a row where its texts are long.
struct TextTable {
  let renderer: TextRenderer
  let sources: SourceList?

  static let gap = "  "

  /// The lines of a table without its caption.
  func lines(of table: ReportTable) -> [String] {
    guard !table.columns.isEmpty else { return [RenderingWords.noRows[renderer.language]] }
    guard let limit = renderer.screen.columns else {
      return laidOut(table, columns(of: table), cellWidth: renderer.cellWidth)
    }
    var columns = columns(of: table, withBars: true)
    if !TextFit(columns, limit: limit).fits(cellWidth: renderer.cellWidth) {
      columns = self.columns(of: table)
    }
    let fit = TextFit(columns, limit: limit)
    if let width = fit.wholeCellWidth { return laidOut(table, columns, cellWidth: width) }
    guard let (parts, width) = fit.parts else {
      return TextBlocks(columns: columns, limit: limit, renderer: renderer).lines(of: table)
    }
    return Array(parts.map { laidOut(table, $0, cellWidth: width) }.joined(separator: [""]))
  }

  // MARK: Columns

  private func columns(of table: ReportTable, withBars: Bool = false) -> [TextColumn] {
    let language = renderer.language
    var columns = table.columns.enumerated().map { index, column in
      let cells = table.rows.map { $0.kind == .group ? nil : $0.cells[index] }
      let bars = withBars && column.isDrawn ? TextColumn.bars(cells) : nil
      return TextColumn(
        role: column.role == .key ? .key : .value, label: column.label[language],
        alignment: column.alignment,
        cells: cells.enumerated().map { row, cell in
          (cell?.text[language] ?? "") + (bars.map { " " + $0[row] } ?? "")
        },
        inks: renderer.screen.isColoured ? cells.map { $0.flatMap { TextInk($0) } } : nil)
    }
    if let sources, !sources.isEmpty {
      columns.append(
        TextColumn(
          role: .mark, label: RenderingWords.sources[language], alignment: .leading,
          cells: table.rows.indices.map { sources.mark(ofRow: $0) }, inks: nil))
    }
    return columns
  }

  // MARK: Layout

  /// A row as it is laid out: the lines of each of its cells, or the lines of a heading.
  private enum Row {
    case cells([[String]], isTotal: Bool)
    case group([String])
  }

  private func laidOut(
    _ table: ReportTable, _ columns: [TextColumn], cellWidth: Int
  ) -> [String] {
    let header = columns.map { broken($0.label, limit: cellWidth) }
    let rows = table.rows.enumerated().map { index, row in
      row.kind == .group
        ? Row.group(Self.heading(row, renderer))
        : .cells(
          columns.map { broken($0.cells[index], limit: cellWidth) }, isTotal: row.kind == .total)
    }
    var widths = header.map { widest($0) }
    for case .cells(let cells, _) in rows {
      for (index, cell) in cells.enumerated() { widths[index] = max(widths[index], widest(cell)) }
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap)
    var lines = aligned(header, columns, widths) { _ in nil } + [rule]
    for (index, row) in rows.enumerated() {
      switch row {
      case .group(let heading): lines += heading
      case .cells(let cells, let isTotal):
        if isTotal { lines.append(rule) }
        lines += aligned(cells, columns, widths) { $0.inks?[index] }
      }
    }
    if rows.isEmpty { lines.append(RenderingWords.noRows[renderer.language]) }
    return lines
  }

  /// A group's heading, which runs over all columns, set apart from rows by brackets: `[2021年]`.
  static func heading(_ row: ReportRow, _ renderer: TextRenderer) -> [String] {
    var lines =
      row.cells.first.map {
        LineBreaking(width: renderer.width).lines(
          $0.text[renderer.language], limit: renderer.lineWidth)
      } ?? []
    guard !lines.isEmpty else { return [] }
    lines[0] = "[" + lines[0]
    lines[lines.count - 1] += "]"
    return lines
  }

  private func broken(_ text: String, limit: Int) -> [String] {
    LineBreaking(width: renderer.width).lines(text, limit: limit)
  }

  private func widest(_ lines: [String]) -> Int {
    lines.map(renderer.width.columns).max() ?? 0
  }

  private func aligned(
    _ cells: [[String]], _ columns: [TextColumn], _ widths: [Int],
    ink: (TextColumn) -> TextInk?
  ) -> [String] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      cells.enumerated().map { index, cell in
        let text = line < cell.count ? cell[line] : ""
        return renderer.screen.inked(
          renderer.width.padded(text, to: widths[index], alignment: columns[index].alignment),
          ink(columns[index]))
      }.joined(separator: Self.gap)
    }
  }
}
