import MunicipalModel

/// The columns of a table of the population with years across.
///
/// A second line of the heading may part a year: 人口 | 構成比 below it, and （増減） beside, the change since the
/// first year of the document.
struct PopulationColumns {
  struct Column {
    /// The number of the cell.
    let cell: Int
    let period: Period
    let basis: PopulationFigure.Basis
    /// Whether the figures are shares of the whole.
    let isShare: Bool
  }

  private(set) var columns: [Column] = []
  /// The cells of the columns that are not read, which are told.
  private(set) var unread: [Int] = []
  /// The line that parts the years, if there is one.
  let lower: Int?

  /// Whether a line parts the years of the one above: no name, and words of parts alone.
  private static func parts(_ line: Int, in session: DocumentSession) -> Bool {
    guard session.isTableRow(line) else { return false }
    let cells = session.cells(line)
    let filled = cells.filter { !$0.isEmpty }
    return cells.first == "" && filled.count > 1
      && filled.allSatisfy { isCount($0) || isShare($0) || isChange($0) }
      && filled.contains(where: isShare)
  }

  private static func isCount(_ text: String) -> Bool {
    ["人口", "人数", "実数", "総数"].contains(TextFolding.key(text))
  }
  private static func isShare(_ text: String) -> Bool { text.contains(word: "構成比") }
  private static func isChange(_ text: String) -> Bool { text.contains(word: "増減") }

  /// Reads the heading at a line.
  ///
  /// - Parameter base: the year that changes are counted from.
  init(
    at heading: Int, reader: PopulationYearReader, base: Period?, in session: inout DocumentSession
  ) {
    var reader = reader
    let upper = session.cells(heading)
    let second = session.next(heading)
    lower = Self.parts(second, in: session) ? second : nil
    let labels = lower.map { session.cells($0) } ?? []
    if let lower { session.keep(lower) }
    var projected: [(cell: Int, year: PopulationYear)] = []
    var year: PopulationYear?
    for index in 1..<max(1, upper.count, labels.count) {
      let top = upper.indices.contains(index) ? upper[index] : ""
      let label = labels.indices.contains(index) ? labels[index] : ""
      let isPart = !label.isEmpty || lower != nil && (Self.isShare(top) || Self.isChange(top))
      if !top.isEmpty, !isPart || !Self.isShare(top) && !Self.isChange(top) {
        guard let read = try? reader.read(top) else {
          unread.append(index + 1)
          session.noteUnreadYear(top, at: session.cite(heading, cell: index + 1))
          continue
        }
        year = read
        if read.basis == .projection { projected.append((index + 1, read)) }
      } else if !isPart {
        continue
      }
      guard let year else { continue }
      let words = label.isEmpty ? top : label
      if isPart, Self.isChange(words) {
        guard let base else {
          unread.append(index + 1)
          session.noteUnreadColumn(words, at: session.cite(heading, cell: index + 1))
          continue
        }
        columns.append(
          Column(
            cell: index + 1, period: .span(base, year.period), basis: .changeFromBase,
            isShare: false))
      } else {
        columns.append(
          Column(
            cell: index + 1, period: year.period, basis: year.basis,
            isShare: isPart && Self.isShare(words)))
      }
    }
    self.projected = projected
  }

  /// The columns whose years are projected.
  let projected: [(cell: Int, year: PopulationYear)]
}

extension DocumentSession {
  /// Tells a column whose heading is no year, or a contradictory one.
  fileprivate mutating func noteUnreadYear(_ heading: String, at citation: Citation) {
    let contradiction = FigureTime.contradiction(in: heading)
    if contradiction.isEmpty {
      noteUnreadColumn(heading, at: citation)
    } else {
      note(.contradiction(heading, contradiction), at: citation)
    }
  }
}
