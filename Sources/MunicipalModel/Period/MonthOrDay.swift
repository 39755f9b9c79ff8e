/// A month or a day of a year that is known; a month alone stands for its last day.
struct MonthOrDay {
  let date: CalendarDate
  let isMonth: Bool

  /// Reads 10月31日, 10月末 or 三月 after 令和5年, and 3月末 after 令和4年度, which is of the next year.
  static func scan(
    _ scanner: inout TextScanner, year: Int, kind: Period.YearKind
  ) throws(PeriodScanFailure) -> MonthOrDay? {
    let start = scanner.position
    scanner.skipSpaces()
    guard let month = scanner.number(maximumDigits: 2) ?? scanner.kanjiNumber(), scanner.skip("月")
    else {
      scanner.position = start
      return nil
    }
    let year = kind == .fiscal && month < 4 ? year + 1 : year
    return try scanDay(&scanner, year: year, month: month)
  }

  /// Reads what follows a month: 31日, 末, or nothing.
  static func scanDay(
    _ scanner: inout TextScanner, year: Int, month: Int
  ) throws(PeriodScanFailure) -> MonthOrDay {
    let start = scanner.position
    if let day = scanner.number(maximumDigits: 2) {
      guard scanner.skip("日") else { throw PeriodError.Code.unreadable.failure }
      return try self.day(day, year: year, month: month)
    }
    if let day = scanner.kanjiNumber(), scanner.skip("日") {
      return try self.day(day, year: year, month: month)
    }
    scanner.position = start
    let isMonth = scanner.skip(anyOf: ["末日", "末"]) == nil
    return try end(ofMonth: month, year: year, isMonth: isMonth)
  }

  /// Reads -10-31, /10/31 or .10.31 after 2023, and .3, /3, .3末 or -03 of a month alone.
  static func scanNumeric(
    _ scanner: inout TextScanner, year: Int
  ) throws(PeriodScanFailure) -> MonthOrDay? {
    let start = scanner.position
    guard let mark = scanner.skip(anyOf: ["-", "/", "."]) else { return nil }
    scanner.skipSpaces()
    let hasZero = scanner.current == "0"
    guard let month = scanner.number(maximumDigits: 2) else {
      scanner.position = start
      return nil
    }
    let afterMonth = scanner.position
    if scanner.skip(mark) {
      scanner.skipSpaces()
      if let day = scanner.number(maximumDigits: 2) {
        _ = scanner.skip("日")
        return try self.day(day, year: year, month: month)
      }
    }
    scanner.position = afterMonth
    // 2020-12 and 2001-02 may also be spans, and the 5 of 令和4.5年度 is no month.
    guard mark != "-" || hasZero && month <= year % 100, !isFollowedByNumberOrYear(scanner) else {
      scanner.position = start
      return nil
    }
    _ = scanner.skip("月")
    let isMonth = scanner.skip(anyOf: ["末日", "末"]) == nil
    return try end(ofMonth: month, year: year, isMonth: isMonth)
  }

  private static func isFollowedByNumberOrYear(_ scanner: TextScanner) -> Bool {
    guard let next = scanner.current else { return false }
    if next.decimalDigit != nil || next == "年" || next == "%" { return true }
    return "-/.,".unicodeScalars.contains(next) && scanner.peek(1)?.decimalDigit != nil
  }

  private static func day(
    _ day: Int, year: Int, month: Int
  ) throws(PeriodScanFailure) -> MonthOrDay {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw PeriodError.Code.impossibleDate.failure
    }
    return MonthOrDay(date: date, isMonth: false)
  }

  private static func end(
    ofMonth month: Int, year: Int, isMonth: Bool
  ) throws(PeriodScanFailure) -> MonthOrDay {
    guard let date = CalendarDate.end(ofMonth: month, year: year) else {
      throw PeriodError.Code.impossibleDate.failure
    }
    return MonthOrDay(date: date, isMonth: isMonth)
  }
}

/// A half or a quarter of a year: 上半期, 下期, 第1四半期.
struct PartOfYear {
  /// The first month, counted from the first of the year, and how many there are.
  let months: Range<Int>

  static func scan(_ scanner: inout TextScanner) -> PartOfYear? {
    let start = scanner.position
    scanner.skipSpaces()
    if scanner.skip(anyOf: ["上半期", "上期"]) != nil { return PartOfYear(months: 0..<6) }
    if scanner.skip(anyOf: ["下半期", "下期"]) != nil { return PartOfYear(months: 6..<12) }
    _ = scanner.skip("第")
    if let number = scanner.number(maximumDigits: 1) ?? scanner.kanjiNumber(),
      (1...4).contains(number), scanner.skip("四半期")
    {
      return PartOfYear(months: (number * 3 - 3)..<(number * 3))
    }
    scanner.position = start
    return nil
  }

  func span(of year: Int, _ kind: Period.YearKind) -> Period {
    let offset = kind == .fiscal ? 3 : 0
    let (first, last) = (months.lowerBound + offset, months.upperBound - 1 + offset)
    guard
      let begin = CalendarDate(year: year + first / 12, month: first % 12 + 1, day: 1),
      let end = CalendarDate.end(ofMonth: last % 12 + 1, year: year + last / 12)
    else { return .year(year, kind) }
    return .span(.date(begin), .date(end))
  }
}
