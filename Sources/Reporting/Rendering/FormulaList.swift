import MunicipalModel

/// The formulas of a table, each once, with the columns that it computes.
struct FormulaList {
  /// The formulas in reading order, such as `2020, 2021: births less deaths`.
  let entries: [String]

  /// Collects the formulas of a table's cells, column by column.
  init(_ table: ReportTable, language: Language) {
    var formulas: [String] = []
    var labels: [String: [String]] = [:]
    for (index, column) in table.columns.enumerated() {
      let label = PlainText.line(column.label[language])
      for row in table.rows where row.kind != .group {
        guard let formula = row.cells[index].formula?[language] else { continue }
        if labels[formula] == nil { formulas.append(formula) }
        if labels[formula]?.last != label { labels[formula, default: []].append(label) }
      }
    }
    let separator = language == .japanese ? "、" : ", "
    entries = formulas.map { formula in
      let columns = (labels[formula] ?? []).filter { !$0.isEmpty }.joined(separator: separator)
      return columns.isEmpty ? formula : "\(columns): \(formula)"
    }
  }
}
