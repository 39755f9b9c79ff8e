import MunicipalModel

/// Moves headings back over the figures they name, where an extraction shifted them.
enum HeadingRepair {
  /// The columns with each shifted figure heading moved to the column of text beside it.
  ///
  /// A heading is moved only if no row has a figure below it, be it one that cannot be read, and at
  /// least one row has a figure below the column next to it, which holds text or has no heading.
  static func repaired(
    _ columns: [TableColumn], rows: [[TableCell]], headingLine: Int,
    in session: inout DocumentSession
  ) -> [TableColumn] {
    var columns = columns
    for index in columns.indices {
      guard case .figure = columns[index].role,
        !rows.contains(where: { mayHaveFigure($0, at: index) })
      else { continue }
      for neighbour in [index - 1, index + 1] {
        guard columns.indices.contains(neighbour), columns[neighbour].role == .prose,
          rows.contains(where: { hasFigure($0, at: neighbour) })
        else { continue }
        let heading = columns[index].heading
        columns.swapAt(neighbour, index)
        session.note(
          .info, "shifted-heading", at: session.cite(headingLine),
          ja: "見出し「\(heading)」は\(index + 1)列目にありますが、数値のある\(neighbour + 1)列目の見出しとして読みました",
          en: "the heading \"\(heading)\" of column \(index + 1) is read as that of column "
            + "\(neighbour + 1), where the figures are")
        break
      }
    }
    return columns
  }

  /// Whether a cell is a figure, a mark in place of one, or something short with digits.
  private static func mayHaveFigure(_ row: [TableCell], at index: Int) -> Bool {
    guard row.indices.contains(index) else { return false }
    return hasFigure(row, at: index)
      || shortText(row[index]).contains { $0.decimalDigit != nil }
  }

  /// Whether a cell is a figure, a mark in place of one, or begins as a figure that cannot be read.
  private static func hasFigure(_ row: [TableCell], at index: Int) -> Bool {
    guard row.indices.contains(index) else { return false }
    switch PrintedFigure(row[index].text, grouping: .spaces).reading {
    case .missing(.blank), .missing(.inWords), .label: return false
    case .missing(.unreadable):
      return shortText(row[index]).prefix(2).contains { $0.decimalDigit != nil }
    default: return true
    }
  }

  /// The folded text of a cell that is no sentence; empty if it is one.
  private static func shortText(_ cell: TableCell) -> [Unicode.Scalar] {
    guard cell.text.utf8.count <= 4 * longestFigure else { return [] }
    let text = TextFolding.folded(cell.text)
    return text.count <= longestFigure ? text : []
  }

  /// What is longer and holds digits is a sentence.
  private static let longestFigure = 24
}
