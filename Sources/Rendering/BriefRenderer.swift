package import MunicipalModel

/// Writes the beginning of a report for a terminal: the answer, the first table, and a line that says what else there is.
package struct BriefRenderer: ReportRenderer {
  private let text: TextRenderer
  /// The most lines.
  private let lineCount: Int
  private static let answerLines = 5

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - language: of what is written.
  ///   - lineCount: the most lines, as long as the formulas and the sources are not shown.
  ///   - lineWidth: where paragraphs are broken, in columns.
  ///   - showsSources: whether the formulas and the sources of the table follow it.
  package init(
    language: Language, lineCount: Int = 40, lineWidth: Int = 80, showsSources: Bool = false
  ) {
    text = TextRenderer(language: language, lineWidth: lineWidth, showsSources: showsSources)
    self.lineCount = lineCount
  }

  /// The beginning of the report.
  package func render(_ report: Report) -> String {
    let section = report.sections.first { !$0.tables.isEmpty } ?? report.sections.first
    var blocks = [text.heading(report.title, underline: "=")]
    blocks += answer(of: report, section)
    let others =
      report.sections.flatMap(\.tables).count - (section?.tables.isEmpty == false ? 1 : 0)
    let last = text.paragraph(more(others))
    if let table = section?.tables.first {
      if text.showsSources {
        blocks += text.blocks(table, report.publications)
      } else {
        // A blank line stands behind each block.
        let used = (blocks + [last]).reduce(0) { $0 + $1.count + 1 }
        blocks.append(cut(text.lines(of: table), to: max(8, lineCount - used)))
      }
    }
    blocks.append(last)
    return text.joined(blocks)
  }

  /// What answers the reader, whole paragraphs of five lines at most.
  private func answer(of report: Report, _ section: ReportSection?) -> [[String]] {
    let told = report.answers.isEmpty ? section?.introduction ?? [] : report.answers
    var blocks: [[String]] = []
    var count = 0
    for paragraph in told.map(text.paragraph) {
      count += paragraph.count
      guard count <= Self.answerLines || blocks.isEmpty else { break }
      blocks.append(paragraph)
    }
    guard !report.answers.isEmpty else { return blocks }
    // Sentences of one line each stand below each other; then by what definition it was counted.
    return [blocks.flatMap { $0 }] + (section?.introduction.prefix(1) ?? []).map(text.paragraph)
  }

  private func cut(_ lines: [String], to most: Int) -> [String] {
    guard lines.count > most else { return lines }
    let left = lines.count - most + 1
    let ja = "…（ほか\(left)行）"
    return lines.prefix(most - 1) + [text.language == .japanese ? ja : "… (\(left) more lines)"]
  }

  private func more(_ tables: Int) -> LocalizedText {
    LocalizedText(
      ja: (tables > 0 ? "ほかに\(tables)の表があります。" : "")
        + "すべては --all、この表の算式と出典は --sources で表示します。",
      en: (tables > 0 ? "\(tables) more \(tables == 1 ? "table" : "tables"): " : "")
        + "--all shows everything, --sources the formulas and sources of this table.")
  }
}
