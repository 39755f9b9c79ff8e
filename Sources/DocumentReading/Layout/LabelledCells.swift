import MunicipalModel

/// A heading that a form prints in cells: 基本目標 | Ⅲ | 交流による魅力.
struct LabelledCells: Hashable {
  /// The cells as one line: 基本目標 Ⅲ 交流による魅力.
  let text: String
  /// The cell of the word, from 1.
  let cell: Int
  /// The cell of the title, from 1.
  let titleCell: Int

  /// The heading whose word stands in one cell of a row and whose number and title stand in the next.
  ///
  /// - Parameter place: the index of the cell of the word.
  init?(_ cells: [String], at place: Int) {
    let filled = cells.indices[(place + 1)...].filter { !cells[$0].isEmpty }
    guard let first = filled.first else { return nil }
    var scanner = TextScanner(cells[first])
    let isNumber = Self.skipNumbers(&scanner) && scanner.isAtEnd
    if isNumber {
      guard filled.count > 1 else { return nil }
      text = [cells[place], cells[first], cells[filled[1]]].joined(separator: " ")
      titleCell = filled[1] + 1
    } else {
      text = [cells[place], cells[first]].joined(separator: " ")
      titleCell = first + 1
    }
    cell = place + 1
  }

  private static func skipNumbers(_ scanner: inout TextScanner) -> Bool {
    guard HeadingNumber.any.skip(&scanner) || HeadingNumber.roman.skip(&scanner) else {
      return false
    }
    while let mark = scanner.current, FigureMarks.isDash(mark) || mark == "." {
      scanner.position += 1
      guard HeadingNumber.any.skip(&scanner) else { return false }
    }
    return true
  }
}

extension HeadingRule {
  /// What cells of a row say, if such a heading is printed in them: its word, from a place on, and its title.
  func match(
    _ cells: [String], at place: Int
  ) -> (cells: LabelledCells, match: HeadingPattern.Match)? {
    guard !cells[place].isEmpty, TextFolding.key(cells[place]) == pattern.word,
      let labelled = LabelledCells(cells, at: place),
      let match = pattern.match(labelled.text), !match.title.isEmpty
    else { return nil }
    return (labelled, match)
  }
}

extension LaidOutPlanReader {
  /// Opens the nodes that a form's row names in its cells, outside of tables of indicators.
  ///
  /// - Returns: whether there is one.
  mutating func readLabelledCells(at line: Int, in session: inout DocumentSession) -> Bool {
    let cells = session.cells(line)
    var isRead = false
    for place in cells.indices where !cells[place].isEmpty {
      for rule in layout.headings {
        guard tree.hasPlace(for: rule.level), let (labelled, match) = rule.match(cells, at: place)
        else { continue }
        tree.close(rule.level)
        session.headings = tree.openHeadings
        session.keep(line, cell: labelled.cell)
        isRead = true
        if rule.effect != .opens,
          tree.reopen(rule.level, number: match.number, title: match.title) != nil
        {
          session.keep(line, cell: labelled.titleCell)
        } else {
          let node = PlanNode(
            level: rule.level, number: match.number, title: match.title,
            citation: session.cite(line, cell: labelled.titleCell))
          tree.add(node, heading: labelled.text, opens: true)
        }
        session.headings = tree.openHeadings
        break
      }
    }
    return isRead
  }
}
