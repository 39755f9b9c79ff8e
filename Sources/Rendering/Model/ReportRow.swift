package import MunicipalModel

/// A row of a report's table.
///
/// A row of cells can be written as a list: `[ReportCell(period), ReportCell(1_032)]`.
package struct ReportRow: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// What a row is.
  package enum Kind: String, Hashable, Sendable {
    /// Ordinary figures.
    case normal
    /// A heading over the rows that follow, up to the next heading or total.
    case group
    /// A sum over the rows of its group.
    case subtotal
    /// A sum over the whole table. It belongs to no group.
    case total
  }

  /// What the row is.
  package let kind: Kind
  /// The cells in the order of the columns; one cell if the row is a heading.
  package let cells: [ReportCell]

  private init(kind: Kind, cells: [ReportCell]) {
    self.kind = kind
    self.cells = cells
  }

  /// Makes an ordinary row.
  package init(_ cells: [ReportCell]) { self.init(kind: .normal, cells: cells) }

  /// Makes an ordinary row.
  package init(arrayLiteral cells: ReportCell...) { self.init(cells) }

  /// A heading over the rows that follow.
  ///
  /// - Parameter key: a stable name for exported files; the Japanese text if it is not given.
  package static func group(_ text: LocalizedText, key: String? = nil) -> Self {
    Self(kind: .group, cells: [ReportCell(text, value: key)])
  }

  /// A sum over the rows of its group.
  package static func subtotal(_ cells: [ReportCell]) -> Self {
    Self(kind: .subtotal, cells: cells)
  }

  /// A sum over the whole table.
  package static func total(_ cells: [ReportCell]) -> Self { Self(kind: .total, cells: cells) }

  /// The row with empty cells added up to a number of columns.
  package func filled(to count: Int) -> Self {
    guard kind != .group, cells.count < count else { return self }
    let missing = Array(repeating: ReportCell.empty, count: count - cells.count)
    return Self(kind: kind, cells: cells + missing)
  }
}
