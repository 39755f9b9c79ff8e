package import MunicipalModel

/// Writes the beginning of a report for a terminal: the answer, what the sections before the first table say, that table
/// with its notes, and a line that says what else there is.
package struct BriefRenderer: ReportRenderer {
  private let text: TextRenderer
  /// The most lines.
  private let lineCount: Int
  /// The most lines of what stands around the table; paragraphs for which there is no room are left out.
  private static let noteLines = 12

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - language: of what is written.
  ///   - lineCount: the most lines, as long as the formulas and the sources are not shown.
  ///   - lineWidth: where paragraphs are broken, in columns.
  ///   - showsSources: whether the formulas and the sources of the table follow it.
  ///   - screen: what the text is written to.
  package init(
    language: Language, lineCount: Int = 40, lineWidth: Int = 80, showsSources: Bool = false,
    screen: TextScreen = .file
  ) {
    text = TextRenderer(
      language: language, lineWidth: lineWidth, showsSources: showsSources, screen: screen)
    self.lineCount = lineCount
  }

  /// The beginning of the report.
  package func render(_ report: Report) -> String {
    let index = report.sections.firstIndex { !$0.tables.isEmpty }
    let section = index.map { report.sections[$0] } ?? report.sections.first
    var blocks = [text.heading(report.title, underline: "=")]
    blocks += answer(of: report, section)
    var room = Self.noteLines
    blocks += fitting(
      report.sections.prefix(index ?? report.sections.count).enumerated().flatMap {
        // The introduction of the first section is the answer where there is no table.
        (index == nil && $0.offset == 0 ? [] : $0.element.introduction) + $0.element.closing
      }, &room)
    let last = text.paragraph(more(ofTable: section?.tables.first != nil))
    if let table = section?.tables.first {
      let notes = fitting(text.showsSources ? [] : table.notes, &room).flatMap { $0 }
      let closing = fitting(section?.closing ?? [], &room)
      if text.showsSources {
        blocks += text.blocks(table, report.publications) + closing
      } else {
        let behind = [notes] + closing
        // A blank line stands behind each block.
        let used = (blocks + behind + [last]).reduce(0) { $0 + ($1.isEmpty ? 0 : $1.count + 1) }
        blocks.append(cut(text.lines(of: table), to: max(8, lineCount - used)))
        blocks += behind
      }
    }
    blocks.append(last)
    return text.joined(blocks)
  }

  /// Five lines of 80 columns, and as much on a narrower terminal.
  private var answerLines: Int { max(5, 5 * 80 / text.lineWidth) }

  /// What answers the reader, whole paragraphs that a few lines have room for.
  private func answer(of report: Report, _ section: ReportSection?) -> [[String]] {
    let told = report.answers.isEmpty ? section?.introduction ?? [] : report.answers
    var blocks: [[String]] = []
    var count = 0
    for paragraph in told.map(text.paragraph) {
      count += paragraph.count
      guard count <= answerLines || blocks.isEmpty else { break }
      blocks.append(paragraph)
    }
    guard !report.answers.isEmpty else { return blocks }
    // Sentences of one line each stand below each other; then by what definition it was counted.
    return [blocks.flatMap { $0 }] + (section?.introduction.prefix(1) ?? []).map(text.paragraph)
  }

  /// The paragraphs that there is room for, a block each.
  private func fitting(_ paragraphs: [LocalizedText], _ room: inout Int) -> [[String]] {
    var blocks: [[String]] = []
    for lines in paragraphs.map(text.paragraph) where lines.count < room {
      blocks.append(lines)
      // A blank line stands behind each.
      room -= lines.count + 1
    }
    return blocks
  }

  private func cut(_ lines: [String], to most: Int) -> [String] {
    guard lines.count > most else { return lines }
    let left = lines.count - most + 1
    let ja = "…（ほか\(left)行）"
    return lines.prefix(most - 1) + [text.language == .japanese ? ja : "… (\(left) more lines)"]
  }

  /// - Parameter isOfTable: whether a table is shown, whose sources can be asked for.
  private func more(ofTable isOfTable: Bool) -> LocalizedText {
    guard isOfTable else {
      return LocalizedText(ja: "すべては --all で表示します。", en: "--all shows everything.")
    }
    return text.showsSources
      ? LocalizedText(ja: "すべての表は --all で表示します。", en: "--all shows all tables.")
      : LocalizedText(
        ja: "すべての表は --all、この表の算式と出典は --sources で表示します。",
        en: "--all shows all tables, --sources the formulas and sources of this one.")
  }
}
