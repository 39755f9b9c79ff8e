import MunicipalModel

extension IndicatorTable {
  /// Dates figures whose column, cell and row name no time: by a line at the table that names the times of
  /// baselines and targets, and the actual ones by the year of the title.
  ///
  /// - Parameter known: the roles whose times the layout says.
  mutating func takeTimes(
    at heading: TableHeading, known: Set<IndicatorFigure.Role>, in session: inout DocumentSession
  ) {
    let open = Set(rows.flatMap(\.figures).filter(isUndated).compactMap(\.column.figureRole))
      .subtracting(known)
    for role in [IndicatorFigure.Role.baseline, .actual, .target] where open.contains(role) {
      if let found = TableTimes.stated(of: role, above: heading.first, below: endLine, in: session)
      {
        date(role, found.period, assuming: nil)
        session.note(
          .info, "time-of-table", at: session.cite(found.line),
          ja: "時点の書かれていない\(TableTimes.name(of: role).ja)を\(found.period.label.ja)の値として読みました",
          en: "\(TableTimes.name(of: role).en) without a time are read as those of "
            + found.period.label.en)
      } else if role == .actual, hasOneUndatedColumn,
        let found = TableTimes.title(above: heading.first, in: session)
      {
        date(role, found.period, assuming: .title)
        session.note(
          .warning, "assumed-time", at: session.cite(found.line),
          ja: "時点の書かれていない実績値を、表題の\(found.period.label.ja)の値とみなしました",
          en: "actual figures without a time are taken for those of \(found.period.label.en), "
            + "which the title names")
      }
    }
  }

  private func isUndated(_ figure: (column: TableColumn, cell: TableCell)) -> Bool {
    guard figure.column.period == nil, figure.column.timeIssue == nil,
      figure.column.figureRole?.isMeasured == true
    else { return false }
    let printed = PrintedFigure(figure.cell.text, grouping: .spaces)
    return !printed.reading.quantities.isEmpty && printed.period == nil
  }

  /// Whether only one column of actual figures names no time.
  private var hasOneUndatedColumn: Bool {
    columns.count { $0.figureRole == .actual && $0.period == nil } == 1
  }

  private mutating func date(
    _ role: IndicatorFigure.Role, _ period: Period, assuming assumption: IndicatorFigure.Assumption?
  ) {
    for row in rows.indices {
      for index in rows[row].figures.indices {
        let column = rows[row].figures[index].column
        guard column.figureRole == role, column.period == nil else { continue }
        rows[row].figures[index].column = column.dated(period, assuming: assumption)
      }
    }
  }
}

/// The times that lines at a table name.
enum TableTimes {
  /// The figures of a role in words.
  static func name(of role: IndicatorFigure.Role) -> LocalizedText {
    switch role {
    case .baseline: LocalizedText(ja: "基準値", en: "baselines")
    case .target: LocalizedText(ja: "目標値", en: "targets")
    default: LocalizedText(ja: "実績値", en: "actual figures")
    }
  }

  private static func words(of role: IndicatorFigure.Role) -> [String] {
    switch role {
    case .baseline: ["基準値", "基準", "現状値", "現状", "現況値", "初期値", "当初値", "策定時"]
    case .actual: ["実績値", "実績", "直近値", "最新値", "現状値"]
    case .target: ["目標値", "目標"]
    default: []
    }
  }

  /// The time behind a word such as 基準値： in the lines above a table or in a note below it.
  static func stated(
    of role: IndicatorFigure.Role, above heading: Int, below end: Int, in session: DocumentSession
  ) -> (line: Int, period: Period)? {
    let below = session.filledLines(below: end - 1, count: 2).filter { line in
      // A note that says more before is about something else.
      !session.isTableRow(line)
        && words(of: role).contains(where: noteText(session.key(line)).hasPrefix)
    }
    for line in lines(above: heading, in: session) + below where mayTell(line, in: session) {
      if let period = period(behind: words(of: role), in: session.key(line)) {
        return (line, period)
      }
    }
    return nil
  }

  /// Whether a line is about a whole table: no statement of figures, and no note to what has its number.
  private static func mayTell(_ line: Int, in session: DocumentSession) -> Bool {
    let text = session.text(line)
    return !DocumentSession.statesFigures(text)
      && !text.unicodeScalars.contains { $0.circledNumber != nil }
  }

  /// A folded line without the mark of a note before it.
  private static func noteText(_ key: String) -> String {
    String(key.drop { "※*・(注)".contains($0) })
  }

  private static func period(behind words: [String], in key: String) -> Period? {
    var scanner = TextScanner(key)
    while !scanner.isAtEnd {
      let start = scanner.position
      if scanner.skip(anyOf: words) != nil, scanner.skip(anyOf: [":", "は", "=", "(", "…"]) != nil,
        let found = try? Period.scan(&scanner),
        scanner.current.map({ "、,)・;。/】]の時現末".unicodeScalars.contains($0) }) ?? true
      {
        return found
      }
      scanner.position = start + 1
    }
    return nil
  }

  /// The one year of a title above a table, or of the sheet's name, that tells how things stand: 令和4年度進捗状況.
  static func title(
    above heading: Int, in session: DocumentSession
  ) -> (line: Int, period: Period)? {
    var lines = lines(above: heading, in: session)
    let sheet = stride(from: heading - 1, to: 0, by: -1).first {
      session.document.headingLevel($0) != nil
    }
    if let sheet, !lines.contains(sheet) { lines.append(sheet) }
    for line in lines {
      let found = periods(in: session.key(line))
      guard !found.isEmpty else { continue }
      let counted = found.filter { $0.rest.hasPrefix("実績") || $0.rest.hasPrefix("の実績") }
      guard let only = counted.count == 1 ? counted.first : found.count == 1 ? found.first : nil,
        !only.isSpan, only.isAlone || words.contains(where: session.key(line).contains(word:))
      else { return nil }
      return (line, only.period)
    }
    return nil
  }

  private static let words = ["進捗", "実績", "評価", "状況", "達成", "結果", "検証", "点検", "現在"]

  /// The lines without cells right above a table.
  private static func lines(above heading: Int, in session: DocumentSession) -> [Int] {
    Array(
      session.filledLines(above: heading, count: 3).prefix { session.isLone($0) })
  }

  private struct Found {
    let period: Period
    let rest: String
    let isAlone: Bool
    var isSpan: Bool { if case .span = period { true } else { false } }
  }

  private static func periods(in key: String) -> [Found] {
    var found: [Found] = []
    var scanner = TextScanner(key)
    while !scanner.isAtEnd {
      let start = scanner.position
      if let period = try? Period.scan(&scanner) {
        let isPrinted = scanner.scalars[start..<scanner.position].contains("年")
        if isPrinted || (period.year > 1980 && scanner.position - start >= 2) {
          found.append(
            Found(period: period, rest: scanner.rest, isAlone: start == 0 && scanner.isAtEnd))
        }
      } else {
        scanner.position = start + 1
      }
    }
    return found
  }
}
