import MunicipalModel

/// Lays out one table in aligned columns.
struct TextTable {
  let renderer: TextRenderer
  let sources: SourceList?

  private static let gap = "  "

  /// A row as it is laid out: the lines of each of its cells, or the lines of a heading.
  private enum Row {
    case cells([[String]], isTotal: Bool)
    case group([String])
  }

  /// The lines of a table without its caption.
  func lines(of table: ReportTable) -> [String] {
    guard !table.columns.isEmpty else { return [RenderingWords.noRows[renderer.language]] }
    let hasMarks = sources.map { !$0.isEmpty } ?? false
    var header = table.columns.map { broken($0.label) }
    var alignments = table.columns.map(\.alignment)
    if hasMarks {
      header.append(broken(RenderingWords.sources))
      alignments.append(.leading)
    }
    let rows = table.rows.enumerated().map { row($0.element, index: $0.offset, hasMarks: hasMarks) }

    var widths = header.map { widest($0) }
    for case .cells(let cells, _) in rows {
      for (index, cell) in cells.enumerated() { widths[index] = max(widths[index], widest(cell)) }
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap)
    var lines = laidOut(header, widths: widths, alignments: alignments) + [rule]
    for row in rows {
      switch row {
      case .group(let heading): lines += heading
      case .cells(let cells, let isTotal):
        if isTotal { lines.append(rule) }
        lines += laidOut(cells, widths: widths, alignments: alignments)
      }
    }
    if rows.isEmpty { lines.append(RenderingWords.noRows[renderer.language]) }
    return lines
  }

  private func row(_ row: ReportRow, index: Int, hasMarks: Bool) -> Row {
    if row.kind == .group {
      // A heading runs over all columns, so it is as wide as a paragraph.
      let heading = row.cells.first.map { broken($0.text, limit: renderer.lineWidth) }
      return .group(heading.map(bracketed) ?? [])
    }
    let cells = row.cells.map { broken($0.text) }
    let mark = hasMarks ? [[sources?.mark(ofRow: index) ?? ""]] : []
    return .cells(cells + mark, isTotal: row.kind == .total)
  }

  /// A group's heading, set apart from rows by brackets: `[2021年]`.
  private func bracketed(_ lines: [String]) -> [String] {
    guard let first = lines.first else { return [] }
    var result = ["[" + first] + lines.dropFirst()
    result[result.count - 1] += "]"
    return result
  }

  private func broken(_ text: LocalizedText, limit: Int? = nil) -> [String] {
    LineBreaking(width: renderer.width).lines(
      text[renderer.language], limit: limit ?? renderer.cellWidth)
  }

  private func widest(_ lines: [String]) -> Int {
    lines.map(renderer.width.columns).max() ?? 0
  }

  private func laidOut(
    _ cells: [[String]], widths: [Int], alignments: [ReportColumn.Alignment]
  ) -> [String] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      cells.enumerated().map { index, cell in
        renderer.width.padded(
          line < cell.count ? cell[line] : "", to: widths[index], alignment: alignments[index])
      }.joined(separator: Self.gap)
    }
  }
}
