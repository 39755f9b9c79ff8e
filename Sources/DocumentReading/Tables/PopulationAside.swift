import MunicipalModel

/// The rows of a table that are about another place or some of the people; told once a table.
struct OtherRows {
  private var rows: [(line: Int, name: String, subject: PopulationSubject)] = []

  /// Takes a row by its own name, or that of the row above it which names those below.
  mutating func add(_ line: Int, name: String, _ subject: PopulationSubject) {
    rows.append((line, name, subject))
  }

  /// Tells the rows, with the first of their names, and passes them.
  func tell(of area: Area, in session: inout DocumentSession) {
    for row in rows {
      session.keepRow(row.line)
      session.pass(row.line)
    }
    let sorted = rows.sorted { $0.line < $1.line }
    for isPlace in [true, false] {
      let own = sorted.filter { ($0.subject == .people) != isPlace }
      guard let first = own.first else { continue }
      let names = own.map(\.name).filter { !$0.isEmpty }.uniqued
      let list = names.prefix(3).joined(separator: "、") + (names.count > 3 ? "…" : "")
      session.note(
        .warning, isPlace ? "other-area" : "part-not-read", at: session.cite(first.line),
        ja: "「\(list)」の\(own.count)行は、\(area.name)全体の値ではないため読んでいません",
        en:
          "\(own.count) rows of \"\(list)\" are not of all of \(area.name), and are not read")
    }
  }
}

/// Births, moves and such in rows or columns of a day; told once a table.
///
/// Over which time they count is not said: 令和3年3月31日 may end a year or a month. Those of a month are of its days.
struct FlowsOfDays {
  private var first: (line: Int, cell: Int)?
  private var count = 0
  /// Whether what there is in a month is counted at its first day: 各月1日現在.
  private let isOfFirstDays: Bool

  /// Takes a table by what its captions, its heading and its first row say.
  init(tableAt heading: Int, in session: DocumentSession) {
    let lines = session.captions(above: heading) + session.filledLines(above: heading, count: 2)
    let rows = [heading] + session.tableLines(below: heading).prefix(4)
    isOfFirstDays = (lines + rows).contains { line in
      let key = session.key(line)
      return key.contains("月1日現在") || key.contains("月1日時点")
    }
  }

  /// The time of a figure, or `nil` after taking it for one that is not read.
  ///
  /// - Parameter names: the names over the figure; 前月中 says that it is of the month before.
  mutating func period(
    of item: PopulationItem, named names: [String], _ year: PopulationYear,
    _ basis: PopulationFigure.Basis, at place: (line: Int, cell: Int),
    in session: inout DocumentSession
  ) -> Period? {
    guard basis == .observed else { return year.period }
    guard item.isFlow else {
      return isOfFirstDays ? year.firstDayOfMonth ?? year.period : year.period
    }
    let isOfMonthBefore = names.contains { $0.contains(word: "前月中") }
    if case .date = year.period {} else if !isOfMonthBefore { return year.period }
    if let days = isOfMonthBefore ? year.daysOfMonthBefore : year.daysOfMonth { return days }
    first = first ?? place
    count += 1
    session.pass(place.line, cell: place.cell)
    return nil
  }

  /// Tells how many there are.
  func tell(in session: inout DocumentSession) {
    guard let first else { return }
    session.note(
      .warning, "flow-of-a-day", at: session.cite(first.line, cell: first.cell),
      ja: "日付の時点にある出生・転入などの値\(count)個は、どの期間の数か書かれていないため読んでいません",
      en:
        "\(count) figures of births, moves and such stand at a day; over which time they count is "
        + "not said, and they are not read")
  }
}

extension DocumentSession {
  /// The figures with the first of several numbers in a cell alone: of what the second of 28,113 (-25) is nothing
  /// says. Told once.
  mutating func withFirstNumbers(_ figures: [PopulationFigure]) -> [PopulationFigure] {
    var count = 0
    var told: Citation?
    let single = figures.map { figure -> PopulationFigure in
      guard case .several(let numbers) = figure.reading, let first = numbers.first else {
        return figure
      }
      count += 1
      told = told ?? figure.citation
      return PopulationFigure(
        item: figure.item, basis: figure.basis, area: figure.area, period: figure.period,
        reading: .value(first), citation: figure.citation)
    }
    if let told {
      note(
        .warning, "several-figures", at: told,
        ja: "人口のセル\(count)個に数が二つ以上あります。最初の数を読み、後の数（かっこ内など）は読んでいません",
        en:
          "\(count) cells of the population hold several numbers; the first is read, and what follows, such as a "
          + "number in brackets, is not")
    }
    return single
  }
}
