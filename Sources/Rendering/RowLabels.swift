import MunicipalModel

/// What the rows of a table are about, in words: their group and their keys.
struct RowLabels {
  private let labels: [String]

  init(_ table: ReportTable, language: Language) {
    let keys = table.columns.indices.filter { table.columns[$0].role == .key }
    let separator = language == .japanese ? "・" : ", "
    var group = ""
    labels = table.rows.map { row in
      if row.kind == .group {
        group = PlainText.line(row.cells.first?.text[language] ?? "")
        return group
      }
      if row.kind == .total { group = "" }
      let names = keys.map { PlainText.line(row.cells[$0].text[language]) }
      return ([group] + names).filter { !$0.isEmpty }.joined(separator: separator)
    }
  }

  func label(ofRow index: Int) -> String { labels[index] }
}
