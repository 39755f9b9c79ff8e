import MunicipalModel

/// Years that headings print without their era: 元年度, 2年度, 目標値（6年度）.
///
/// The era is that of another column, or the one that the lines around name about these years.
enum EralessYears {
  /// The columns of a heading with the eras that their years are counted in, where that can be told.
  static func dated(
    _ columns: [TableColumn], at line: Int, in session: DocumentSession, rules: [ColumnRule]
  ) -> [TableColumn] {
    let numbers = columns.map { $0.period == nil ? number(in: $0.heading) : nil }
    guard numbers.contains(where: { $0 != nil }) else { return columns }
    let beside = columns.compactMap { $0.period?.year }
    let above =
      beside.isEmpty ? era(of: numbers.compactMap { $0?.value }, at: line, in: session) : nil
    let turn = turn(of: numbers.map { $0?.value })
    return columns.indices.map { index in
      let column = columns[index]
      let turned = turn.map { index < $0 ? JapaneseEra.heisei : .reiwa }
      guard let number = numbers[index],
        let era = turned ?? above ?? self.era(of: number.value, nearestTo: beside)
      else { return column }
      let dated = TableColumn(
        heading: column.heading, readAs: number.before + era.rawValue + number.after,
        assumption: beside.isEmpty ? .era : nil, rules: rules)
      return dated.period == nil ? column : dated
    }
  }

  /// The first column of 令和 where 元年度 or a later year follows 30年度: the numbers begin anew once.
  private static func turn(of numbers: [Int?]) -> Int? {
    let found = numbers.enumerated().compactMap { index, number in number.map { (index, $0) } }
    let drops = zip(found, found.dropFirst()).filter { $0.0.1 > $0.1.1 }
    guard drops.count == 1, let turn = drops.first?.1.0,
      found.allSatisfy({ $0.0 < turn ? (20...31).contains($0.1) : $0.1 <= 15 })
    else { return nil }
    return turn
  }

  /// Whether a heading is nothing but such a year.
  static func isYear(_ heading: String) -> Bool {
    guard let found = number(in: heading), TextFolding.isBlank(found.before) else { return false }
    return TableColumn(heading: JapaneseEra.reiwa.rawValue + found.after, rules: []).isPeriodAlone
  }

  private struct Number {
    let value: Int
    /// The heading before the number, and from it on.
    let before: String
    let after: String
  }

  /// The number of a year in a heading; 5年間 and 3年生 are none.
  private static func number(in heading: String) -> Number? {
    guard heading.utf8.count <= 90, heading.unicodeScalars.contains("年") else { return nil }
    var scanner = TextScanner(heading)
    while !scanner.isAtEnd {
      let start = scanner.position
      let value = scanner.skip("元") ? 1 : scanner.number(maximumDigits: 2)
      if let value, value > 0, mayPrecede(scanner, start), scanner.skip("年"), mayFollow(scanner) {
        return Number(
          value: value, before: scanner.original(0..<start),
          after: scanner.original(start..<scanner.scalars.count))
      }
      scanner.position = start + 1
    }
    return nil
  }

  /// Neither a digit, nor an era or the month of a date stands before the number.
  private static func mayPrecede(_ scanner: TextScanner, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = scanner.scalars[start - 1]
    return before.decimalDigit == nil && !before.isASCII || "( :/".unicodeScalars.contains(before)
      ? !"和成昭正治第過去約全".unicodeScalars.contains(before) : false
  }

  private static func mayFollow(_ scanner: TextScanner) -> Bool {
    guard let next = scanner.current else { return true }
    return "度末実目見現時(): 値".unicodeScalars.contains(next)
  }

  private static let eras: [JapaneseEra] = [.heisei, .reiwa]

  /// The era in which a year is much nearer to one of those beside it than in the other.
  private static func era(of number: Int, nearestTo years: [Int]) -> JapaneseEra? {
    let distances = eras.map { era in
      era.gregorianYear(number).flatMap { year in years.map { abs($0 - year) }.min() } ?? Int.max
    }
    guard let least = distances.min(), least <= 2 * nearby,
      distances.count(where: { $0 / 2 <= least }) == 1
    else { return nil }
    return distances.firstIndex(of: least).map { eras[$0] }
  }

  /// The era in which years are near those that lines name: many more of them than in any other.
  private static func era(of numbers: [Int], namedBy years: [Int]) -> JapaneseEra? {
    let votes = eras.map { era in
      numbers.compactMap { era.gregorianYear($0) }
        .reduce(0) { sum, year in sum + years.count { abs($0 - year) <= nearby } }
    }
    guard let most = votes.max(), most > 0, votes.count(where: { $0 * 2 >= most }) == 1 else {
      return nil
    }
    return votes.firstIndex(of: most).map { eras[$0] }
  }

  /// The era that the lines above name about some years, or else those below, or else the only one that they
  /// can be in a document that names no year at all: 元年度 to 6年度 are 令和, 24年度 and 29年度 are 平成. A year
  /// alone is not taken for granted.
  private static func era(
    of numbers: [Int], at line: Int, in session: DocumentSession
  ) -> JapaneseEra? {
    let above = years(above: line, in: session)
    if !above.isEmpty { return era(of: numbers, namedBy: above) }
    let last = min(session.document.lineCount, line + lookedAt)
    let below = line < last ? (line + 1...last).flatMap { years(in: session.key($0)) } : []
    if !below.isEmpty { return era(of: numbers, namedBy: below) }
    guard numbers.count > 1 else { return nil }
    if numbers.allSatisfy({ $0 <= 12 }) { return .reiwa }
    return numbers.allSatisfy { (16...31).contains($0) } ? .heisei : nil
  }

  /// How many years a year may be away from one that tells its era.
  private static let nearby = 7
  /// How many lines are looked at.
  private static let lookedAt = 60

  /// The years with an era in the lines above, and in the title.
  private static func years(above line: Int, in session: DocumentSession) -> [Int] {
    let first = max(1, line - lookedAt)
    let lines = Array(first..<max(first, line)) + Array(1..<min(first, lookedAt / 2))
    return lines.flatMap { years(in: session.key($0)) }
  }

  private static func years(in key: String) -> [Int] {
    var years: [Int] = []
    var scanner = TextScanner(key)
    while !scanner.isAtEnd {
      let start = scanner.position
      if let found = try? Period.scan(&scanner) {
        years += found.years
      } else {
        scanner.position = start + 1
      }
    }
    return years
  }
}

extension EralessYears {
  /// Dates figures by the brackets in their cells, 75%（22年度）, in the era of the years of the columns.
  static func date(
    _ rows: inout [IndicatorRow], beside columns: [TableColumn], in session: inout DocumentSession
  ) {
    let years = columns.compactMap { $0.period?.year }
    guard !years.isEmpty else { return }
    var first: (cell: TableCell, period: Period)?
    for row in rows.indices {
      for index in rows[row].figures.indices {
        let (column, cell) = rows[row].figures[index]
        guard column.period == nil, column.timeIssue == nil, column.figureRole?.isMeasured == true,
          let period = period(inBracketOf: cell.text, nearestTo: years)
        else { continue }
        rows[row].figures[index].column = column.dated(period, assuming: nil)
        first = first ?? (cell, period)
      }
    }
    guard let first else { return }
    session.note(
      .info, "assumed-era", at: session.cite(first.cell),
      ja: "元号のない「\(first.cell.text)」などの年を、\(first.period.label.ja)などとみなしました",
      en: "\"\(first.cell.text)\" prints a year without its era, which is taken for "
        + first.period.label.en)
  }

  /// The year in the last brackets of a cell, if it is one without its era and nothing else.
  private static func period(inBracketOf text: String, nearestTo years: [Int]) -> Period? {
    guard text.utf8.count <= 60, text.unicodeScalars.contains("年") else { return nil }
    let scanner = TextScanner(text)
    guard let open = scanner.scalars.lastIndex(of: "("), scanner.scalars.last == ")" else {
      return nil
    }
    let bracket = scanner.original((open + 1)..<(scanner.scalars.count - 1))
    guard isYear(bracket), let number = number(in: bracket),
      let era = era(of: number.value, nearestTo: years)
    else { return nil }
    return TableColumn(heading: era.rawValue + number.after, rules: []).period
  }
}

extension IndicatorTable {
  /// Tells the years whose era was taken from elsewhere.
  func reportAssumedEras(_ heading: TableHeading, in session: inout DocumentSession) {
    let assumed = columns.indices.filter {
      columns[$0].period != nil && columns[$0].isReadOtherwise
    }
    guard let first = assumed.first, let label = columns[first].period?.label else { return }
    session.note(
      columns[first].assumption == nil ? .info : .warning, "assumed-era",
      at: session.cite(heading.last, cell: first + 1),
      ja: "元号のない「\(columns[first].heading)」などを、\(label.ja)などとみなしました",
      en: "\"\(columns[first].heading)\" prints no era and is taken for \(label.en)"
        + (assumed.count > 1 ? ", as are those beside it" : ""))
  }
}
