package import MunicipalModel

/// A table whose columns are levels of the plan, the outermost first: 基本目標, 施策, 事業例.
///
/// An empty cell belongs to the cell above. The columns may stand several times beside each other.
package struct TreeTableLayout: Hashable, Sendable {
  /// What the table is called in citations, where nothing else says what it lists.
  package internal(set) var title: String? = nil
  /// The columns, the outermost level first.
  package let columns: [TreeColumnRule]

  /// Which cells of a heading are which columns, once for each time that they stand there.
  ///
  /// - Returns: for each time, the index of the cell of every column; empty if one is missing.
  func places(inHeading cells: [String]) -> [[Int]] {
    var groups: [[Int]] = []
    var group: [Int?] = columns.map { _ in nil }
    for (index, cell) in cells.enumerated() {
      let key = TextFolding.key(cell)
      let fitting = columns.indices.filter { key.contains(word: columns[$0].heading) }
      let place = fitting.first { group[$0] == nil }
      let found = group.compactMap { $0 }
      if let place {
        group[place] = index
      } else if let place = fitting.first, found.count == columns.count {
        groups.append(found)
        group = columns.indices.map { $0 == place ? index : nil }
      }
    }
    let last = group.compactMap { $0 }
    return last.count == columns.count ? groups + [last] : groups
  }

  /// The words that stand in no heading, and the patterns that no cell is written in.
  func unusedRules(in session: DocumentSession) -> [String] {
    let rows = (1...session.document.lineCount).filter(session.isTableRow).map(session.cells)
    guard rows.contains(where: { !places(inHeading: $0).isEmpty }) else {
      let cells = Set(rows.joined().map { TextFolding.key($0) })
      let words = columns.map(\.heading)
      let missing = words.filter { word in !cells.contains { $0.contains(word: word) } }
      return missing.isEmpty ? [words.joined(separator: " | ")] : missing
    }
    return columns.compactMap { column in
      guard let pattern = column.pattern else { return nil }
      let isUsed = rows.joined().contains { cell in
        (column.isList ? CellMarkup.listItems(of: cell) : [cell]).contains {
          pattern.match($0) != nil
        }
      }
      return isUsed ? nil : pattern.text
    }
  }
}

/// What a column of a ``TreeTableLayout`` holds.
package struct TreeColumnRule: Hashable, Sendable {
  /// The level of the nodes.
  package let level: PlanLevel
  /// A word of the column's heading.
  package let heading: String
  /// How number and title are written in a cell; the cell is the title where it is not so written.
  package let pattern: HeadingPattern?
  /// Whether a cell is a list of nodes, which belong to the node of the cell before.
  package let isList: Bool
  /// Whether a cell begins a node, or goes back to the one of the same number or title.
  package let effect: HeadingRule.Effect
  /// The level of the column whose first number is this column's number, which is not printed.
  package let numberFrom: PlanLevel?

  /// Makes a rule; the word of its heading may be written in any width.
  package init(
    level: PlanLevel, heading: String, pattern: HeadingPattern? = nil, isList: Bool = false,
    effect: HeadingRule.Effect = .opens, numberFrom: PlanLevel? = nil
  ) {
    self.level = level
    self.heading = TextFolding.key(heading)
    self.pattern = pattern
    self.isList = isList
    self.effect = effect
    self.numberFrom = numberFrom
  }

  /// The number and the title of a cell or of an item of its list.
  func match(_ text: String) -> HeadingPattern.Match {
    pattern?.match(text) ?? HeadingPattern.Match(number: "", title: text)
  }
}
