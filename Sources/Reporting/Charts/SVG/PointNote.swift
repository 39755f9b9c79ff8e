package import MunicipalModel

/// What a reader is told about one figure: how it was computed, and the cells it comes from.
package struct PointNote {
  private let value: String
  private let formula: String?
  private let sources: [Citation]
  private let language: Language
  /// More cells than these are counted only.
  private static let most = 8

  /// Makes the note of a chart's point.
  package init(_ point: ChartPoint, language: Language) {
    value = point.text[language]
    formula = point.formula?[language]
    sources = point.sources
    self.language = language
  }

  /// Makes the note of a table's cell.
  package init(_ cell: ReportCell, language: Language) {
    self.init(ChartPoint(cell), language: language)
  }

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
    var seen: Set<Citation> = []
    let cells = sources.filter { seen.insert($0).inserted }
    let more = cells.count > Self.most ? " … +\(cells.count - Self.most)" : ""
    if !cells.isEmpty { parts.append(cells.prefix(Self.most).brief + more) }
    return parts.joined(separator: " | ")
  }
}
