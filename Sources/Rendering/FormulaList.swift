import MunicipalModel

/// The formulas of a table, each once, with the columns and the rows that it computes.
struct FormulaList {
  /// The formulas in reading order, such as `births, 2020, 2021: births less deaths`.
  ///
  /// The rows are named unless the formula is the only one of its columns and computes several rows. How the whole table was
  /// computed stands first.
  let entries: [String]

  /// So many rows are named; of more, the first ones, and how many there are.
  private static let mostRows = 6

  private struct Use {
    var columns: [Int] = []
    /// The columns of each row.
    var rows: [Int: [Int]] = [:]
  }

  /// Collects the formulas of a table's cells, column by column.
  init(_ table: ReportTable, language: Language) {
    var formulas: [String] = []
    var uses: [String: Use] = [:]
    var formulasOfColumn = Array(repeating: Set<String>(), count: table.columns.count)
    for column in table.columns.indices {
      for (index, row) in table.rows.enumerated() where row.kind != .group {
        guard let formula = row.cells[column].formula?[language] else { continue }
        if uses[formula] == nil { formulas.append(formula) }
        if uses[formula]?.columns.last != column {
          uses[formula, default: Use()].columns.append(column)
        }
        uses[formula]?.rows[index, default: []].append(column)
        formulasOfColumn[column].insert(formula)
      }
    }
    let labels = table.rowLabels(language)
    let comma = language == .japanese ? "、" : ", "
    let hasOneRow = table.rows.count { $0.kind != .group } == 1
    let whole = table.basis.map {
      "\(RenderingWords.wholeTable[language]): \($0.formula[language])"
    }
    entries =
      [whole].compactMap(\.self)
      + formulas.map { formula in
        let use = uses[formula] ?? Use()
        func named(_ columns: [Int]) -> String {
          columns.map { PlainText.line(table.columns[$0].label[language]) }
            .filter { !$0.isEmpty }.joined(separator: comma)
        }
        // Rows that nothing names need not say which.
        let isOnly =
          (use.rows.count > 1 || hasOneRow)
          && use.columns.allSatisfy { formulasOfColumn[$0].count == 1 }
          || use.rows.keys.allSatisfy { labels[$0].isEmpty }
        // Rows with other columns than those before them say their own.
        var groups: [(columns: [Int], rows: [Int])] = []
        for (row, columns) in isOnly ? [] : use.rows.sorted(by: { $0.key < $1.key }) {
          if let same = groups.firstIndex(where: { $0.columns == columns }) {
            groups[same].rows.append(row)
          } else {
            groups.append((columns, [row]))
          }
        }
        let places = (isOnly ? [(use.columns, [])] : groups).map { columns, rows in
          [Self.names(rows, labels, language), named(columns)].filter { !$0.isEmpty }
            .joined(separator: ": ")
        }
        let place = places.joined(separator: language == .japanese ? "；" : "; ")
        return [place, formula].filter { !$0.isEmpty }.joined(separator: ": ")
      }
  }

  private static func names(_ rows: [Int], _ labels: [String], _ language: Language) -> String {
    let names = rows.map { labels[$0] }.filter { !$0.isEmpty }
    let shown = names.prefix(mostRows).joined(separator: language == .japanese ? "；" : "; ")
    guard names.count > mostRows else { return shown }
    let rest = names.count - mostRows
    return shown + (language == .japanese ? " ほか\(rest)行" : " and \(rest) more rows")
  }
}

extension ReportTable {
  /// What each row is about, in words: its group and its keys.
  func rowLabels(_ language: Language) -> [String] {
    let keys = columns.indices.filter { columns[$0].role == .key }
    let separator = language == .japanese ? "・" : ", "
    var group = ""
    return rows.map { row in
      if row.kind == .group {
        group = PlainText.line(row.cells.first?.text[language] ?? "")
        return group
      }
      if row.kind == .total { group = "" }
      let names = keys.map { PlainText.line(row.cells[$0].text[language]) }
      return ([group] + names).filter { !$0.isEmpty }.joined(separator: separator)
    }
  }
}
