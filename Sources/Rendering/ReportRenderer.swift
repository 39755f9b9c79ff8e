public import MunicipalModel

/// Writes a report in one format. It computes nothing.
public protocol ReportRenderer: Sendable {
  /// The report as a text that ends with a line break.
  func render(_ report: Report) -> String
}

/// A format that a report can be written in.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  /// Aligned columns for a terminal.
  case text
  /// Tables in GitHub's Markdown.
  case markdown
  /// Comma-separated values, one row a value.
  case csv
  /// The same values under headings in words, as spreadsheet programs open them.
  case excel
  /// The whole report with every citation.
  case json
  /// One page with charts, for a browser, a phone and paper.
  case html

  /// The renderer of the format.
  ///
  /// - Parameter language: of what a person reads. CSV has stable words instead, JSON both languages.
  public func renderer(language: Language) -> any ReportRenderer {
    switch self {
    case .text: TextRenderer(language: language)
    case .markdown: MarkdownRenderer(language: language)
    case .csv: CSVRenderer()
    case .excel: CSVRenderer(forPeople: language, isMarked: true)
    case .json: JSONRenderer()
    case .html: HTMLRenderer(language: language)
    }
  }
}

/// The words that renderers add to a report.
enum RenderingWords {
  static let sources = LocalizedText(ja: "出典", en: "Sources")
  static let formulas = LocalizedText(ja: "算式", en: "Formulas")
  static let wholeTable = LocalizedText(ja: "表全体", en: "Whole table")
  static let noRows = LocalizedText(ja: "（該当する行はありません）", en: "(no rows)")
}
