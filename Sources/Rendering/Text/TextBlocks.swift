import MunicipalModel

/// Writes a table as a block a row: its name, then a line for each thing that is said of it.
struct TextBlocks {
  let columns: [TextColumn]
  let limit: Int
  let renderer: TextRenderer

  func lines(of table: ReportTable) -> [String] {
    guard !table.rows.isEmpty else { return [RenderingWords.noRows[renderer.language]] }
    return table.rows.enumerated().flatMap { index, row in
      row.kind == .group ? TextTable.heading(row, renderer) : block(index)
    }
  }

  private func block(_ row: Int) -> [String] {
    // A table without names has the first column in their place.
    let hasKeys = columns.contains { $0.role == .key }
    let isName = { (index: Int) in hasKeys ? columns[index].role == .key : index == 0 }
    let names = columns.indices.filter(isName).map { PlainText.line(columns[$0].cells[row]) }
    let mark = columns.last { $0.role == .mark }?.cells[row] ?? ""
    let separator = renderer.language == .japanese ? "・" : ", "
    let name = names.filter { !$0.isEmpty }.joined(separator: separator)
    var lines = broken([name, mark].filter { !$0.isEmpty }.joined(separator: " "), indent: 0)
      .map { renderer.screen.inked($0, .bold) }
    for index in columns.indices where columns[index].role == .value && !isName(index) {
      let text = columns[index].cells[row]
      guard !text.isEmpty else { continue }
      let label = PlainText.line(columns[index].label)
      let broken = broken(label.allSatisfy(\.isWhitespace) ? text : "\(label): \(text)", indent: 2)
      lines += broken.enumerated().map { line, text in
        (line == 0 ? "  " : "    ") + renderer.screen.inked(text, columns[index].inks?[row])
      }
    }
    return lines
  }

  private func broken(_ text: String, indent: Int) -> [String] {
    guard !text.isEmpty else { return [] }
    return LineBreaking(width: renderer.width).lines(text, limit: limit - 2 * indent)
  }
}
