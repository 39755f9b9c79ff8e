import MunicipalModel

/// Moves headings back over the figures they name, where an extraction shifted them.
enum HeadingRepair {
  /// The columns with each shifted figure heading moved to the column of text beside it.
  ///
  /// A heading is moved only if no row has a figure below it and at least one row has a figure
  /// below the column next to it, which holds text or has no heading.
  static func repaired(
    _ columns: [TableColumn], rows: [[TableCell]], headingLine: Int,
    in session: inout DocumentSession
  ) -> [TableColumn] {
    var columns = columns
    for index in columns.indices {
      guard case .figure = columns[index].role, !hasFigure(rows, at: index) else { continue }
      for neighbour in [index - 1, index + 1] {
        guard columns.indices.contains(neighbour), columns[neighbour].role == .prose,
          hasFigure(rows, at: neighbour)
        else { continue }
        let heading = columns[index].heading
        columns[neighbour] = columns[index]
        columns[index] = TableColumn(role: .prose, period: nil, heading: "")
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

  private static func hasFigure(_ rows: [[TableCell]], at index: Int) -> Bool {
    rows.contains { row in
      guard row.indices.contains(index) else { return false }
      switch PrintedFigure(row[index].text, grouping: .spaces).reading {
      case .missing(.unreadable), .missing(.blank), .missing(.inWords), .label: return false
      default: return true
      }
    }
  }
}
