import MunicipalModel

extension LaidOutPlanReader {
  /// Opens the nodes that the cells of a row name, the outermost first; those that are open stay so.
  mutating func open(
    _ levels: [LevelCell], of columns: [TableColumn], in session: inout DocumentSession
  ) {
    guard levels != openLevels else { return }
    let same = zip(levels, openLevels).prefix { $0 == $1 }.count
    for (level, cell) in levels.dropFirst(same).map({ ($0.level, $0.cell) }) {
      tree.close(level)
      session.headings = tree.openHeadings
      let heading = columns.first { $0.role == .level(level) }?.heading ?? ""
      let name = LevelName(cell.text, heading: heading)
      if tree.reopenSame(level, number: name.number, title: name.title) {
        session.keep(cell.line, cell: cell.cell)
      } else {
        let node = PlanNode(
          level: level, number: name.number, title: name.title, citation: session.cite(cell))
        tree.add(node, heading: cell.text, opens: true)
      }
    }
    openLevels = levels
    session.headings = tree.openHeadings
  }

  /// Ends the nodes that a table's cells opened.
  mutating func closeLevels(in session: inout DocumentSession) {
    guard let outermost = openLevels.first else { return }
    tree.close(outermost.level)
    openLevels = []
    session.headings = tree.openHeadings
  }
}

extension PlanLevel {
  /// Declared levels with the usual ones put in between, the outermost first.
  static func ordered(_ declared: [PlanLevel]) -> [PlanLevel] {
    let usual: [PlanLevel] = [.goal, .direction, .measure]
    var levels = declared
    for (index, level) in usual.enumerated().reversed() where !levels.contains(level) {
      let inner = usual[(index + 1)...]
      let place = levels.firstIndex { inner.contains($0) || $0 == .project } ?? levels.count
      levels.insert(level, at: place)
    }
    return levels
  }
}
