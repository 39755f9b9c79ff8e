package import MunicipalModel

/// What a reader is told about one figure: how it was computed, and the cells it comes from.
package struct PointNote {
  private let value: String
  private let formula: String?
  private let cells: String
  private let language: Language
  /// More cells than these are counted only.
  private static let most = 8
  /// More characters than these of lines are left to the notes.
  private static let mostCharacters = 120

  /// Makes the note of a chart's point.
  package init(_ point: ChartPoint, language: Language) {
    value = point.text[language]
    formula = point.formula?[language]
    cells = Self.cells(point.sources)
    self.language = language
  }

  /// Makes the note of what a table has no single cells for.
  package init(_ basis: ReportBasis, language: Language) {
    value = ""
    formula = basis.formula[language]
    cells = Self.short(SourceList.compact(basis.sources))
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
    if !cells.isEmpty { parts.append(cells) }
    return parts.joined(separator: " | ")
  }

  /// The first cells, and how many more there are.
  private static func cells(_ sources: [Citation]) -> String {
    let cells = sources.uniqued
    let more = cells.count > most ? " … +\(cells.count - most)" : ""
    return cells.prefix(most).brief + more
  }

  /// As many lines of documents as a short hint has room for.
  private static func short(_ sources: String) -> String {
    guard sources.count > mostCharacters else { return sources }
    let head = sources.prefix(mostCharacters)
    return head[..<(head.lastIndex { $0 == "," || $0 == ";" } ?? head.endIndex)] + " …"
  }
}
