package import MunicipalModel

/// Writes a report for a terminal: columns are aligned, also where Japanese and figures mix.
///
/// A row that has sources ends with a mark such as `[1]`; the list of sources follows the table.
package struct TextRenderer: ReportRenderer {
  /// The language of what is written.
  package let language: Language
  /// How the columns of a text are counted.
  package let width: DisplayWidth
  /// What the text is written to.
  package let screen: TextScreen
  /// Where paragraphs are broken, in columns. A table of a file may be wider.
  package let lineWidth: Int
  /// Where the texts of a table's cells are broken, in columns.
  package let cellWidth: Int
  /// Whether the sources are listed.
  package let showsSources: Bool

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - lineWidth: where paragraphs of a file are broken.
  ///   - cellWidth: where the cells of a file are broken.
  ///   - screen: what the text is written to; on a terminal nothing is wider than it.
  package init(
    language: Language, width: DisplayWidth = DisplayWidth(), lineWidth: Int = 80,
    cellWidth: Int = 40, showsSources: Bool = true, screen: TextScreen = .file
  ) {
    self.screen = screen
    self.language = language
    self.width = width
    self.lineWidth = screen.proseWidth ?? lineWidth
    self.cellWidth = cellWidth
    self.showsSources = showsSources
  }

  /// The report as aligned text.
  package func render(_ report: Report) -> String {
    var blocks =
      [heading(report.title, underline: "=")] + [report.answers.flatMap(paragraph)]
    for section in report.sections {
      if let title = section.heading { blocks.append(heading(title, underline: "-")) }
      blocks += section.introduction.map(paragraph)
      for table in section.tables { blocks += self.blocks(table, report.publications) }
      blocks += section.closing.map(paragraph)
    }
    return joined(blocks)
  }

  /// Blocks of lines with a blank line between them.
  func joined(_ blocks: [[String]]) -> String {
    let lines = blocks.filter { !$0.isEmpty }.joined(separator: [""])
    return lines.map { Self.withoutTrailingSpaces($0) + "\n" }.joined()
  }

  /// A table with its caption, without notes.
  func lines(of table: ReportTable, sources: SourceList? = nil) -> [String] {
    bold(broken(table.caption[language]))
      + TextTable(renderer: self, sources: sources).lines(of: table)
  }

  /// A table, its notes, its formulas and its sources, as blocks of lines.
  func blocks(
    _ table: ReportTable, _ publications: [DocumentID: Publication]
  ) -> [[String]] {
    let sources = showsSources ? SourceList(table, publications: publications) : nil
    var blocks = [lines(of: table, sources: sources)]
    blocks.append(table.notes.flatMap(paragraph))
    let formulas = FormulaList(table, language: language).entries
    blocks.append(list(RenderingWords.formulas, formulas.map { ("-", $0) }))
    let entries = sources?.entries ?? []
    let numbered = entries.enumerated().map { ("[\($0.offset + 1)]", $0.element) }
    let whole = (sources?.whole).flatMap { sources in
      sources.isEmpty ? nil : ("-", "\(RenderingWords.wholeTable[language]): \(sources)")
    }
    let documents = (sources?.documents ?? []).map { ("-", $0[language]) }
    blocks.append(list(RenderingWords.sources, [whole].compactMap(\.self) + numbered + documents))
    return blocks
  }

  func heading(_ text: LocalizedText, underline: String) -> [String] {
    let lines = broken(text[language])
    let longest = lines.map(width.columns).max() ?? 0
    return bold(lines) + [String(repeating: underline, count: longest)]
  }

  private func bold(_ lines: [String]) -> [String] {
    screen.isColoured ? lines.map { screen.inked($0, .bold) } : lines
  }

  func paragraph(_ text: LocalizedText) -> [String] { broken(text[language]) }

  private func broken(_ text: String) -> [String] {
    text.isEmpty ? [] : LineBreaking(width: width).lines(text, limit: lineWidth)
  }

  /// A list with a title; the lines of an entry stand below each other.
  private func list(_ title: LocalizedText, _ entries: [(mark: String, text: String)]) -> [String] {
    guard let widest = entries.map({ $0.mark.utf8.count }).max() else { return [] }
    var lines = [title[language]]
    for (mark, text) in entries {
      let broken = LineBreaking(width: width).lines(text, limit: lineWidth - widest - 3)
      for (index, line) in broken.enumerated() {
        lines.append("  " + width.padded(index == 0 ? mark : "", to: widest) + " " + line)
      }
    }
    return lines
  }

  private static func withoutTrailingSpaces(_ line: String) -> String {
    var line = Substring(line)
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return String(line)
  }
}
