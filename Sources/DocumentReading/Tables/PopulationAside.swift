import MunicipalModel

/// The rows of a table that are about another place or some of the people; told once a table.
struct OtherRows {
  private var rows: [(line: Int, name: String, subject: PopulationSubject)] = []

  /// Takes a row; its name is empty where a row above it names it.
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
      var names = own.map(\.name).filter { !$0.isEmpty }.uniqued
      if names.isEmpty, case .place(let name) = first.subject { names = [name] }
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

  /// The time of a figure, or `nil` after taking it for one that is not read.
  mutating func period(
    of item: PopulationItem, _ year: PopulationYear, _ basis: PopulationFigure.Basis,
    at place: (line: Int, cell: Int), in session: inout DocumentSession
  ) -> Period? {
    guard case .date = year.period, basis == .observed, item.isFlow else { return year.period }
    if let days = year.daysOfMonth { return days }
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
