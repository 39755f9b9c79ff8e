extension PeriodPart {
  /// Reads what makes a span of the part that has been read: ～令和6年度, から令和6年度まで, ～4年度, ・3年度.
  func scanEndOfSpan(
    _ scanner: inout TextScanner, bareYear: Period.YearKind
  ) throws(PeriodScanFailure) -> PeriodPart? {
    if case .span = period { return nil }
    scanner.skipSpaces()
    if let mark = scanner.skip(anyOf: ["~", "から", "-", "–", "—", "―", "‐"]) {
      scanner.skipSpaces()
      let full = try PeriodPart.scan(&scanner, bareYear: bareYear)
      let short = full == nil ? try scanShort(&scanner) : nil
      guard let last = full ?? short else { return nil }
      if case .span = last.period { return nil }
      // 2009-10 may be two years or a month.
      let isShort = full == nil && era == nil && last.isBareYear && last.yearNumber <= 12
      if isShort, mark != "~", mark != "から" { return nil }
      _ = scanner.skip("まで")
      return last
    }
    return try scanList(&scanner, bareYear: bareYear)
  }

  /// Reads the years behind 令和2 of 令和2・3年度 or 令和2・3・4年度, each of which follows the one before.
  private func scanList(
    _ scanner: inout TextScanner, bareYear: Period.YearKind
  ) throws(PeriodScanFailure) -> PeriodPart? {
    guard !isDate else { return nil }
    var last: PeriodPart?
    var end = scanner.position
    while scanner.skip(anyOf: ["・", "、", ",", "及び", "および", "と"]) != nil {
      scanner.skipSpaces()
      let before = last ?? self
      let start = scanner.position
      let full = (try? PeriodPart.scan(&scanner, bareYear: bareYear)) ?? nil
      if full == nil { scanner.position = start }
      let short = full == nil ? try before.scanShort(&scanner, isInList: true) : nil
      guard let next = full ?? short, !next.isDate,
        next.period.year == before.period.year + 1
      else { break }
      last = next
      end = scanner.position
      scanner.skipSpaces()
    }
    // 令和2・3人: the last year says that it is one.
    guard let last, !last.isBareYear || Self.mayEnd(at: end, scanner) else { return nil }
    scanner.position = end
    return last
  }

  /// Reads 4年度 after 令和2～, 6年3月 after 令和5年4月～, or 9月末 after that.
  private func scanShort(
    _ scanner: inout TextScanner, isInList: Bool = false
  ) throws(PeriodScanFailure) -> PeriodPart? {
    let start = scanner.position
    if case .date(let date) = period,
      let month = scanner.number(maximumDigits: 2) ?? scanner.kanjiNumber(), scanner.skip("月")
    {
      let found = try MonthOrDay.scanDay(&scanner, year: date.year, month: month)
      guard found.date >= date else { throw PeriodError.Code.reversedSpan.failure }
      var part = self
      part.set(found)
      return part
    }
    scanner.position = start
    guard let year = PrintedYear.scanShort(&scanner, after: self) else { return nil }
    var part = PeriodPart(
      period: .year(year.gregorian, .fiscal), isBareYear: true, yearNumber: year.number,
      era: year.era)
    try part.complete(&scanner)
    // 令和2～4人 is no span of years.
    guard !part.isBareYear || isInList || !isDate && Self.mayEnd(at: scanner.position, scanner)
    else {
      scanner.position = start
      return nil
    }
    return part
  }

  private var isDate: Bool { if case .date = period { true } else { false } }

  /// Whether nothing stands at a place that makes of the number before it something else than a year.
  private static func mayEnd(at position: Int, _ scanner: TextScanner) -> Bool {
    var scanner = scanner
    scanner.position = position
    guard let next = scanner.current else { return true }
    return ")]】〕平合累計の実目見末時現 ".unicodeScalars.contains(next)
  }

  /// The span from this part to another.
  func span(to last: PeriodPart) throws(PeriodScanFailure) -> Period {
    // In 2016～2018年平均 the first year takes its kind from the second, and in 令和2年度～4 the other way.
    var begin = isBareYear ? period.sameKind(as: last.period) : period
    let end = last.isBareYear ? last.period.sameKind(as: begin) : last.period
    // A span that begins with a month begins on the first day of it.
    if isMonth, case .date(let day) = begin,
      let start = CalendarDate(year: day.year, month: day.month, day: 1)
    {
      begin = .date(start)
    }
    guard begin.start <= end.start else { throw PeriodError.Code.reversedSpan.failure }
    return .span(begin, end)
  }
}

extension Period {
  fileprivate func sameKind(as other: Period) -> Period {
    switch other {
    case .calendarYear: .calendarYear(year)
    case .fiscalYear: .fiscalYear(year)
    case .date, .span: self
    }
  }
}
