import MunicipalModel

/// Finds the tables of a document that hold a population by years, by the usual names of their items.
struct PopulationDraft {
  /// How the tables are read, each kind once.
  private(set) var layouts: [PopulationLayout] = []
  /// The first lines of the tables.
  private(set) var lines: [Int] = []

  init(in session: DocumentSession) {
    var line = 1
    while line <= session.document.lineCount {
      guard session.isTableRow(line) else {
        line += 1
        continue
      }
      var rows: [Int] = []
      while line <= session.document.lineCount, session.isTableRow(line) {
        rows.append(line)
        line = session.next(line)
      }
      look(at: rows, in: session)
    }
  }

  /// Looks for the heading of a population table among rows that follow each other.
  private mutating func look(at rows: [Int], in session: DocumentSession) {
    for (index, heading) in rows.enumerated() {
      // Below a heading of indicators there are indicators, some of them named 出生数.
      guard TableHeading.find(at: heading, in: session, rules: ColumnRule.common) == nil else {
        return
      }
      let below = rows[(index + 1)...]
      guard let years = Self.years(of: heading, rows: below, in: session),
        let word = Self.word(of: heading, in: session)
      else { continue }
      lines.append(heading)
      let layout = PopulationLayout(heading: word, years: years, items: [])
      if !layouts.contains(where: { $0.heading == word && $0.years == years }) {
        layouts.append(layout)
      }
      return
    }
  }

  /// Where the years stand, if the items are those of a population.
  private static func years(
    of heading: Int, rows: ArraySlice<Int>, in session: DocumentSession
  ) -> PopulationLayout.Direction? {
    let cells = session.cells(heading)
    let yearOfMonths = session.yearOfMonths(tableAt: heading)
    let across = yearCount(cells.dropFirst(), of: yearOfMonths)
    if across >= 2 {
      let named = rows.prefix(40).count { row in
        session.cells(row).prefix(2).contains {
          item(of: $0) != nil || PopulationPlaces.isOfPeople($0)
        }
      }
      let isCounted = rows.prefix(40).contains { row in
        session.cells(row).prefix(2).contains { item(of: $0) != nil }
      }
      if isCounted, named * 2 >= min(rows.count, 40) { return .across }
      guard session.captionRule(tableAt: heading) != nil else { return nil }
      return rows.contains { isPlace(session.cells($0).first ?? "") } ? .across : nil
    }
    guard rows.count >= 2 else { return nil }
    let groups = PopulationGroups(at: heading, in: session) {
      yearCount([$0], of: yearOfMonths) == 1
    }
    // An empty first cell is a merged year that goes on.
    let years = rows.dropFirst(groups.lines.count - 1).prefix(40)
      .map { session.cells($0).first ?? "" }
      .filter { !$0.isEmpty && !PopulationPlaces.isOfPeople($0) }.prefix(3)
    guard years.count >= 2, yearCount(years, of: yearOfMonths) == years.count else { return nil }
    let labels = groups.lines.flatMap { session.cells($0).dropFirst() }.filter { !$0.isEmpty }
    // One column may do where its name says of itself what it counts, as 総数 does not.
    let isOne = labels.contains { $0.contains("人口") && item(of: $0) != nil }
    let isOfCaption =
      labels.contains { isPlace($0) || PopulationTable.isSum(TextFolding.key($0)) }
      && session.captionRule(tableAt: heading) != nil
    // 男 | 女 | 計 | 世帯数.
    let isOfSexes =
      labels.count(where: PopulationPlaces.isOfPeople) > 1
      && labels.contains { PopulationTable.isSum(TextFolding.key($0)) }
      && labels.contains { item(of: $0) == .households }
    return isOne || isOfCaption || isOfSexes || labels.count { item(of: $0) != nil } >= 2
      ? .down : nil
  }

  /// Whether a name is that of a municipality, whose figures the caption names.
  private static func isPlace(_ name: String) -> Bool {
    !MunicipalityDirectory.builtIn.entries(named: name).isEmpty
  }

  private static func isYear(_ text: String) -> Bool { yearCount([text]) == 1 }

  /// How many cells are years, each perhaps without the era of the one before.
  private static func yearCount(
    _ cells: some Sequence<String>, of yearOfMonths: Period? = nil
  ) -> Int {
    var reader = PopulationYearReader(bareYear: .calendar)
    reader.yearOfMonths = yearOfMonths
    return cells.count { !$0.isEmpty && (try? reader.read($0)) != nil }
  }

  private static func item(of label: String) -> PopulationItem? {
    guard !label.isEmpty else { return nil }
    let table = PopulationTable(rules: PopulationItemRule.common, area: .japan)
    return table.rule(label: StockDay.inBrackets(label), group: "")?.item
  }

  /// How the first line begins, in as many cells as it takes to have a word.
  private static func word(of heading: Int, in session: DocumentSession) -> String? {
    let filled = session.cells(heading).filter { !$0.isEmpty }
    guard let first = filled.first else { return nil }
    return isYear(first) || TextFolding.key(first).unicodeScalars.count < 2
      ? filled.prefix(2).joined(separator: " ") : first
  }
}
