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
    /// Whether the time is a month.
    var isMonth = false
  }

  private(set) var columns: [Column] = []
  /// The cells of the columns that are not read, which are told.
  private(set) var unread: [Int] = []
  /// The cell of the first year that is a time; what stands before it names the rows.
  private(set) var firstYear: Int?
  /// The line that parts the years, if there is one.
  let lower: Int?

  /// Whether a line parts the years of the one above: no name, and words of parts alone.
  private static func parts(
    _ line: Int, places: PopulationPlaces, in session: DocumentSession
  ) -> Bool {
    guard session.isTableRow(line) else { return false }
    let cells = session.cells(line)
    let filled = cells.filter { !$0.isEmpty }
    return cells.first == "" && filled.count > 1
      && filled.allSatisfy {
        isCount($0) || isShare($0) || isChange($0) || places.subject(ofCell: $0) != nil
      }
      && filled.contains { isShare($0) || places.isOther($0) }
  }

  /// The names that a row right above the years has over several of them: 北海道 | 名寄市, 実績値 | 推計値.
  private static func groups(above heading: Int, in session: DocumentSession) -> [String] {
    let above = heading - 1
    guard session.isTableRow(above), !session.isLone(above) else { return [] }
    let cells = session.cells(above)
    return cells.count == session.cells(heading).count ? PopulationTable.carriedRight(cells) : []
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
    at heading: Int, reader: PopulationYearReader, base: Period?, places: PopulationPlaces,
    in session: inout DocumentSession
  ) {
    var reader = reader
    let upper = session.cells(heading)
    let second = session.next(heading)
    lower = Self.parts(second, places: places, in: session) ? second : nil
    let labels = lower.map { session.cells($0) } ?? []
    if let lower { session.keep(lower) }
    let groups = Self.groups(above: heading, in: session)
    var projected: [(cell: Int, year: PopulationYear)] = []
    var year: PopulationYear?
    /// What the last cell above says, over all parts below it.
    var over = ""
    var toldNames: Set<String> = []
    for index in 1..<max(1, upper.count, labels.count) {
      let top = upper.indices.contains(index) ? upper[index] : ""
      let label = labels.indices.contains(index) ? labels[index] : ""
      let group = groups.indices.contains(index) ? groups[index] : ""
      let isPart = !label.isEmpty || lower != nil && (Self.isShare(top) || Self.isChange(top))
      if !top.isEmpty { over = top }
      if !top.isEmpty, !isPart || !Self.isShare(top) && !Self.isChange(top) {
        guard var read = try? reader.read(top) else {
          unread.append(index + 1)
          year = nil
          session.noteUnreadYear(top, at: session.cite(heading, cell: index + 1))
          continue
        }
        if read.basis == .observed, PopulationYearReader.saysFuture(TextFolding.key(group)) {
          read = PopulationYear(period: read.period, basis: .projection)
        }
        year = read
        firstYear = firstYear ?? index + 1
        if read.basis == .projection { projected.append((index + 1, read)) }
      } else if !isPart {
        continue
      }
      guard let year,
        label.isEmpty || Self.isChange(label) || !Self.isShare(over) && !Self.isChange(over)
      else {
        // Parts of a year that could not be read, or of a change: 増減率 over 総数 | 男 | 女.
        if firstYear != nil { unread.append(index + 1) }
        if year != nil, !top.isEmpty {
          session.noteUnreadColumn(top, at: session.cite(heading, cell: index + 1))
        }
        continue
      }
      let words = label.isEmpty ? top : label
      if let other = [label, group].first(where: places.isOther) {
        unread.append(index + 1)
        if toldNames.insert(other).inserted {
          let isOfPeople = places.subject(ofCell: other) == .people
          session.note(
            .warning, isOfPeople ? "part-not-read" : "other-area",
            at: session.cite(label.isEmpty ? heading - 1 : second, cell: index + 1),
            ja: "「\(other)」の列は全体の値ではないため読んでいません",
            en: "columns of \"\(other)\" are not of the whole, and are not read")
        }
        continue
      }
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
            isShare: isPart && Self.isShare(words), isMonth: year.isMonth))
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
