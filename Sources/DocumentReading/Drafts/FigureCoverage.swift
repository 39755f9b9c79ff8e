package import MunicipalModel

/// How many of the cells of a document's tables that print figures were read.
package struct FigureCoverage: Hashable, Sendable {
  /// The cells of tables with a figure that is no heading, no time and no number of a row.
  package let seen: Int
  /// Those of them that a figure was read from.
  package let read: Int

  /// Counts the cells of a document.
  ///
  /// - Parameter ages: the populations by age of the municipality, from any document.
  package init(
    of document: DocumentText, in contents: DocumentContents, ages: [CitedAgeTable] = []
  ) {
    let session = DocumentSession(document)
    let counts = ages.flatMap(\.citations).filter { $0.document == document.id }
    let cited = Set(
      (contents.figureCitations + counts).compactMap { citation in
        citation.cell.map { [citation.line, $0] }
      })
    var (seen, read) = (0, 0)
    for line in 1...document.lineCount where session.isTableRow(line) {
      for (index, cell) in session.cells(line).enumerated() where !cell.isEmpty {
        if cited.contains([line, index + 1]) {
          read += 1
          seen += 1
        } else if Self.isFigure(cell), index > 0 || Int(TextFolding.key(cell)) == nil {
          seen += 1
        }
      }
    }
    self.seen = seen
    self.read = read
  }

  private static func isFigure(_ cell: String) -> Bool {
    PrintedFigure.reading(cell).value != nil
      && !TableColumn(heading: cell, rules: []).isPeriodAlone
      || DocumentSession.statesFigures(cell)
  }
}
