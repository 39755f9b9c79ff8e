import MunicipalModel

/// The heading of a table of the population whose rows are years: one line to three, the upper ones of groups
/// over several columns.
struct PopulationGroups {
  /// The lines, the upper one first.
  let lines: [Int]
  private let rows: [[String]]

  /// - Parameter isYear: whether the first cell of a row is a year, so that the heading is above it.
  init(at heading: Int, in session: DocumentSession, isYear: (String) -> Bool) {
    var lines = [heading]
    let second = session.next(heading)
    // Where the line below is the first year already, the heading has one line only.
    if !isYear(session.cells(second).first ?? "") {
      lines.append(second)
      let third = session.next(second)
      let below = session.next(third)
      if session.isTableRow(third), session.isTableRow(below), session.cells(third).first == "",
        session.cells(third).contains(where: { !$0.isEmpty }),
        session.cells(third).allSatisfy({ PrintedFigure.quantities(in: $0).isEmpty }),
        isYear(session.cells(below).first ?? "")
      {
        lines.append(third)
      }
    }
    self.lines = lines
    rows = lines.map { session.cells($0) }
  }

  /// How many columns there are.
  var width: Int { rows.map(\.count).max() ?? 0 }

  /// The line that names the columns.
  var lastLine: Int { lines.last ?? 0 }

  /// The names over a column, the nearest first.
  ///
  /// A merged cell goes on to its right as long as no cell of a line above it begins anew. The lowest line has none
  /// merged.
  func names(at index: Int) -> [String] {
    let own = rows.map { $0.indices.contains(index) ? $0[index] : "" }
    var names: [String] = []
    for (level, text) in own.enumerated().reversed() {
      if !text.isEmpty {
        names.append(text)
        continue
      }
      // Below a name of its own, an empty cell is merged with that.
      guard
        level == 0 || level < rows.count - 1 && own[(level + 1)...].contains(where: { !$0.isEmpty })
      else { continue }
      if let text = carried(level, to: index) { names.append(text) }
    }
    return names
  }

  private func carried(_ level: Int, to index: Int) -> String? {
    for place in stride(from: index - 1, through: 0, by: -1) {
      let above = rows[..<level].contains {
        $0.indices.contains(place + 1) && !$0[place + 1].isEmpty
      }
      if above { return nil }
      if rows[level].indices.contains(place), !rows[level][place].isEmpty {
        return rows[level][place]
      }
    }
    return nil
  }
}
