package import MunicipalModel

/// What a reader is told about one figure: how it was computed, and the cells it comes from.
package struct PointNote {
  private let value: String
  private let formula: String?
  private let cells: String
  private let language: Language
  /// More cells than these are counted only.
  private static let most = 8

  /// Makes the note of a chart's point.
  package init(_ point: ChartPoint, language: Language) {
    self.init(point, words: SourceWords(language: language))
  }

  init(_ point: ChartPoint, words: SourceWords) {
    value = point.text[words.language]
    formula = point.formula?[words.language]
    cells = Self.cells(point.sources, words)
    language = words.language
  }

  /// Makes the note of what a table has no single cells for.
  init(_ basis: ReportBasis, words: SourceWords) {
    value = ""
    formula = basis.formula[words.language]
    cells = words.short(basis.sources)
    language = words.language
  }

  /// Makes the note of a table's cell.
  init(_ cell: ReportCell, words: SourceWords) { self.init(ChartPoint(cell), words: words) }

  /// One line: the figure, its formula, its cells.
  package func text(head: String) -> String {
    let value = value.isEmpty ? ChartWords.noValue[language] : value
    return ([head.isEmpty ? value : "\(head): \(value)"] + [details].filter { !$0.isEmpty })
      .joined(separator: " | ")
  }

  /// The formula and the cells, such as `births ÷ population | tomakomai-progress:103 "1,032"`.
  package var details: String {
    var parts: [String] = []
    if let formula, !formula.isEmpty { parts.append(formula) }
    if !cells.isEmpty { parts.append(cells) }
    return parts.joined(separator: " | ")
  }

  /// The first cells, and how many more there are.
  private static func cells(_ sources: [Citation], _ words: SourceWords) -> String {
    let cells = sources.count > 1 ? sources.uniqued : sources
    let more = cells.count > most ? " … +\(cells.count - most)" : ""
    return words.cells(cells.prefix(most)) + more
  }
}
