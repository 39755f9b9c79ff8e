package import MunicipalModel

/// A table: named columns, and rows of as many cells.
package struct ReportTable: Hashable, Sendable {
  /// A stable name in snake case, by which exported files know the table.
  package let key: String
  /// The caption.
  package let caption: LocalizedText
  /// The columns. Their keys are unique.
  package let columns: [ReportColumn]
  /// The rows. Each has one cell a column; a group heading has one cell.
  package let rows: [ReportRow]
  /// Remarks below the table.
  package let notes: [LocalizedText]
  /// What the figures come from whose cells cite nothing; `nil` if every figure is cited itself.
  package let basis: ReportBasis?

  /// Makes a table that is as wide as its columns and its longest row.
  ///
  /// Nothing is lost when they do not fit: a short row gets empty cells, a long one gets further
  /// columns named `column_4` and so on, and a column whose key another one has gets a number.
  package init(
    key: String, caption: LocalizedText, columns: [ReportColumn], rows: [ReportRow],
    notes: [LocalizedText] = [], basis: ReportBasis? = nil
  ) {
    let longest = rows.map { $0.kind == .group ? 0 : $0.cells.count }.max() ?? 0
    let width = max(columns.count, longest)
    let further = (columns.count..<width).map { index in
      ReportColumn.text("column_\(index + 1)", LocalizedText(""))
    }
    self.key = key
    self.caption = caption
    self.columns = Self.withUniqueKeys(columns + further)
    self.rows = rows.map { $0.filled(to: width) }
    self.notes = notes
    self.basis = basis
  }

  private static func withUniqueKeys(_ columns: [ReportColumn]) -> [ReportColumn] {
    zip(columns, columns.map(\.key).madeUnique { "\($0)_\($1)" }).map { column, key in
      key == column.key ? column : column.renamed(key)
    }
  }
}

/// What the figures of a whole table come from, where their cells do not cite anything themselves.
///
/// A table of counts or of projected people says once what was counted or computed, and from which
/// printed cells, instead of at every figure.
package struct ReportBasis: Hashable, Sendable {
  /// How the figures were computed, or what was counted.
  package let formula: LocalizedText
  /// The printed cells that they were computed from.
  package let sources: [Citation]

  /// Makes a basis; a cell that is cited several times is kept once.
  package init(formula: LocalizedText, sources: [Citation]) {
    self.formula = formula
    self.sources = sources.uniqued
  }
}
