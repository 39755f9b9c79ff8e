import MunicipalModel

/// Figures in brackets that the heading explains: 平成19年度目標値（ ）内は17年度目標値.
enum BracketedFigures {
  /// Gives a table a column for the figures in brackets.
  static func part(_ columns: inout [TableColumn], _ rows: inout [[TableCell]]) {
    let width = columns.count
    let headings = columns.map { $0.figureRole == nil ? nil : parts(ofHeading: $0.heading) }
    let places = headings.indices.filter { headings[$0] != nil }
    guard !places.isEmpty else { return }
    for place in places {
      guard let (outer, inner) = headings[place] else { continue }
      columns[place] = TableColumn(heading: outer)
      columns.append(TableColumn(heading: inner))
    }
    rows = rows.map { row in
      guard row.count == width else { return row }
      var row = row
      for place in places {
        let cell = row[place]
        let texts = parts(ofCell: cell.text)
        func part(_ text: String) -> TableCell {
          TableCell(text: text, line: cell.line, cell: cell.cell, wrappedText: text)
        }
        row[place] = part(texts.outer)
        row.append(part(texts.inner))
      }
      return row
    }
  }

  /// The headings of the figures outside and inside of brackets; `nil` if both are not figures of some role.
  private static func parts(ofHeading text: String) -> (outer: String, inner: String)? {
    guard text.contains(word: "内") || text.contains(word: "は") else { return nil }
    var scanner = TextScanner(text)
    while !scanner.isAtEnd {
      let start = scanner.position
      if scanner.skip("(") {
        scanner.skipSpaces()
        if scanner.skip(")") {
          _ = scanner.skip("内")
          if scanner.skip(anyOf: ["は", ":"]) != nil {
            let outer = TextFolding.trimmed(scanner.original(0..<start))
            let inner = scanner.original(scanner.position..<scanner.scalars.count)
            let dated = withEra(TextFolding.trimmed(inner), of: outer)
            let roles = [outer, dated].map { TableColumn(heading: $0).figureRole }
            return roles.allSatisfy { $0?.isMeasured == true } ? (outer, dated) : nil
          }
        }
      }
      scanner.position = start + 1
    }
    return nil
  }

  /// 17年度目標値 beside 平成19年度目標値 is that of 平成17年度.
  private static func withEra(_ text: String, of other: String) -> String {
    guard TableColumn(heading: text).period == nil, TableColumn(heading: other).period != nil,
      let era = JapaneseEra.allCases.first(where: { other.contains(word: $0.rawValue) }),
      TableColumn(heading: era.rawValue + text).period != nil
    else { return text }
    return era.rawValue + text
  }

  /// The figures of a cell outside and inside of its last brackets.
  private static func parts(ofCell text: String) -> (outer: String, inner: String) {
    let scanner = TextScanner(text)
    guard let open = scanner.scalars.lastIndex(of: "("),
      let close = scanner.scalars.lastIndex(of: ")"), open < close
    else { return (text, "") }
    let inner = TextFolding.trimmed(scanner.original((open + 1)..<close))
    guard !PrintedFigure.quantities(in: inner).isEmpty else { return (text, "") }
    let outer = scanner.original(0..<open) + scanner.original((close + 1)..<scanner.scalars.count)
    return (TextFolding.trimmed(outer), inner)
  }
}
