public import MunicipalModel

/// Writes a report in GitHub's Markdown.
public struct MarkdownRenderer: ReportRenderer {
  /// The language of what is written.
  public let language: Language
  /// Whether the sources are listed.
  public let showsSources: Bool
  /// Where the pictures of ``ChartFiles`` are, seen from the text; `nil` leaves the charts out.
  public let chartFolder: String?

  /// Makes a renderer.
  public init(language: Language, showsSources: Bool = true, chartFolder: String? = nil) {
    self.language = language
    self.showsSources = showsSources
    self.chartFolder = chartFolder
  }

  /// The report as Markdown.
  public func render(_ report: Report) -> String {
    var pictures = ChartFiles.names(report.sections.flatMap(\.charts))[...]
    var blocks =
      ["# " + MarkdownText.inline(report.title[language])] + report.answers.map(paragraph)
    for section in report.sections {
      if let heading = section.heading {
        blocks.append("## " + MarkdownText.inline(heading[language]))
      }
      blocks += section.introduction.map(paragraph)
      for chart in section.charts {
        let name = pictures.popFirst() ?? chart.key
        if let chartFolder { blocks.append(picture(chart, "\(chartFolder)/\(name).svg")) }
      }
      for table in section.tables { blocks += self.blocks(table, report.publications) }
      blocks += section.closing.map(paragraph)
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// A picture with what it shows as its alternative text.
  private func picture(_ chart: ReportChart, _ path: String) -> String {
    let text = chart.title[language] + ": " + chart.summary[language]
    return "![\(MarkdownText.inline(text))](\(path))"
  }

  private func blocks(
    _ table: ReportTable, _ publications: [DocumentID: Publication]
  ) -> [String] {
    let sources = showsSources ? SourceList(table, publications: publications) : nil
    let caption = MarkdownText.inline(table.caption[language])
    var blocks = [caption.isEmpty ? "" : "### " + caption, rows(table, sources: sources)]
    blocks += table.notes.map(paragraph)
    let formulas = FormulaList(table, language: language).entries
    blocks += list(RenderingWords.formulas, formulas.map { "- " + MarkdownText.inline($0) })
    let entries = (sources?.entries ?? []).enumerated().map { index, entry in
      "- \\[\(index + 1)\\] " + MarkdownText.inline(entry)
    }
    let whole = (sources?.whole).flatMap { sources in
      sources.isEmpty
        ? nil : "- " + MarkdownText.inline("\(RenderingWords.wholeTable[language]): \(sources)")
    }
    let documents = (sources?.documents ?? []).map { "- " + MarkdownText.inline($0[language]) }
    blocks += list(RenderingWords.sources, [whole].compactMap(\.self) + entries + documents)
    return blocks
  }

  private func rows(_ table: ReportTable, sources: SourceList?) -> String {
    guard !table.columns.isEmpty, !table.rows.isEmpty else {
      return MarkdownText.paragraph(RenderingWords.noRows[language])
    }
    let marks = sources.flatMap { $0.isEmpty ? nil : $0 }
    var header = table.columns.map { MarkdownText.inline($0.label[language]) }
    var rule = table.columns.map { $0.alignment == .leading ? ":---" : "---:" }
    if marks != nil {
      header.append(RenderingWords.sources[language])
      rule.append(":---")
    }
    var lines = [line(header), line(rule)]
    for (index, row) in table.rows.enumerated() {
      var cells = row.cells.map { emphasized($0.text[language], in: row.kind) }
      if let marks, row.kind != .group {
        cells.append(MarkdownText.inline(marks.mark(ofRow: index)))
      }
      cells += Array(repeating: "", count: header.count - cells.count)
      lines.append(line(cells))
    }
    return lines.joined(separator: "\n")
  }

  private func emphasized(_ text: String, in kind: ReportRow.Kind) -> String {
    let text = MarkdownText.inline(text)
    return kind == .normal || text.isEmpty ? text : "**\(text)**"
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private func paragraph(_ text: LocalizedText) -> String { MarkdownText.paragraph(text[language]) }

  private func list(_ title: LocalizedText, _ entries: [String]) -> [String] {
    entries.isEmpty ? [] : [title[language] + ":", entries.joined(separator: "\n")]
  }
}
