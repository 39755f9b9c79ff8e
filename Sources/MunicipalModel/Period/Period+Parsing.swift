/// Says why a printed text is not a period.
public struct PeriodError: Error, Hashable, Sendable {
  /// What is wrong with the text.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Not a year, a fiscal year, a date or a span.
    public static let unreadable = Self(rawValue: "unreadable-period")
    /// A year that the era does not have, such as 平成100年.
    public static let yearOutsideEra = Self(rawValue: "year-outside-era")
    /// Two years that should be one, such as 平成30年（2017年）.
    public static let contradictoryYears = Self(rawValue: "contradictory-years")
    /// A day that no calendar has.
    public static let impossibleDate = Self(rawValue: "impossible-date")
    /// A span that ends before it begins.
    public static let reversedSpan = Self(rawValue: "reversed-span")
  }

  /// What is wrong.
  public let code: Code
  /// The text as given.
  public let text: String

  /// Makes an error.
  public init(code: Code, text: String) {
    self.code = code
    self.text = text
  }
}

extension PeriodError: CustomStringConvertible {
  /// One line for a person to read.
  public var description: String { "period \"\(text)\": \(code.rawValue)" }
}

extension Period {
  /// Reads a printed period.
  ///
  /// It reads 令和4年度, R4, H30, 平成30年（2018年）, 平成31年度, 令和元年, 2021年, 2020年度, 令和5年10月末現在,
  /// 2023-10-31, 平成27年度～令和元年度 and 令和2年度から令和6年度まで, in half or full width.
  ///
  /// - Parameters:
  ///   - text: the printed text.
  ///   - bareYear: what a year is that says neither 年 nor 年度, such as R4 or 2021. Plans count in
  ///     fiscal years, so that is the default.
  /// - Throws: ``PeriodError``
  public init(
    parsing text: some StringProtocol, bareYear: YearKind = .fiscal
  ) throws(PeriodError) {
    let text = TextFolding.trimmed(text)
    var scanner = TextScanner(text)
    let period: Period
    do throws(PeriodScanFailure) {
      guard let found = try Self.scan(&scanner, bareYear: bareYear) else {
        throw PeriodError.Code.unreadable.failure
      }
      period = found
    } catch {
      throw PeriodError(code: error.code, text: text)
    }
    scanner.skipSpaces()
    _ = scanner.skip(anyOf: ["現在", "時点"])
    scanner.skipSpaces()
    guard scanner.isAtEnd else { throw PeriodError(code: .unreadable, text: text) }
    self = period
  }

  /// Reads the period that stands at the scanner, if one does, and leaves what follows.
  package static func scan(
    _ scanner: inout TextScanner, bareYear: YearKind = .fiscal
  ) throws(PeriodScanFailure) -> Period? {
    let start = scanner.position
    guard let first = try scanSingle(&scanner, bareYear: bareYear) else {
      scanner.position = start
      return nil
    }
    let afterFirst = scanner.position
    scanner.skipSpaces()
    guard scanner.skip(anyOf: ["~", "から", "-", "–", "—"]) != nil else {
      scanner.position = afterFirst
      return first.period
    }
    scanner.skipSpaces()
    guard let last = try scanSingle(&scanner, bareYear: bareYear) else {
      scanner.position = afterFirst
      return first.period
    }
    _ = scanner.skip("まで")
    // In 2016～2018年平均 the first year takes its kind from the second.
    var begin = first.isBareYear ? first.period.sameKind(as: last.period) : first.period
    // A span that begins with a month begins on the first day of it.
    if first.isMonth, case .date(let end) = begin,
      let start = CalendarDate(year: end.year, month: end.month, day: 1)
    {
      begin = .date(start)
    }
    guard begin.start <= last.period.start else { throw PeriodError.Code.reversedSpan.failure }
    return .span(begin, last.period)
  }

  private func sameKind(as other: Period) -> Period {
    switch other {
    case .calendarYear: .calendarYear(year)
    case .fiscalYear: .fiscalYear(year)
    case .date, .span: self
    }
  }

  private static func scanSingle(
    _ scanner: inout TextScanner, bareYear: YearKind
  ) throws(PeriodScanFailure) -> (period: Period, isBareYear: Bool, isMonth: Bool)? {
    guard let year = try scanYear(&scanner) else { return nil }
    scanner.skipSpaces()
    if let date = try scanMonthAndDay(&scanner, year: year) { return (.date(date), false, false) }
    var kind = scanYearSuffix(&scanner)
    try checkSecondYear(&scanner, year: year)
    // The brackets may also stand before the suffix: 2021（令和3）年.
    if kind == nil { kind = scanYearSuffix(&scanner) }
    if let kind, scanner.skip("末") {
      let month = kind == .calendar ? 12 : 3
      let endYear = kind == .calendar ? year : year + 1
      if let date = CalendarDate.end(ofMonth: month, year: endYear) {
        return (.date(date), false, false)
      }
    }
    if kind == .calendar, let found = try scanJapaneseDate(&scanner, year: year) {
      return (.date(found.date), false, found.isMonth)
    }
    return (.year(year, kind ?? bareYear), kind == nil, false)
  }

  /// The Gregorian year of 令和4, R 4, 元 or 2021.
  private static func scanYear(_ scanner: inout TextScanner) throws(PeriodScanFailure) -> Int? {
    let start = scanner.position
    for era in JapaneseEra.allCases {
      guard scanner.skip(era.rawValue) || scanner.skip(era.letter) else { continue }
      scanner.skipSpaces()
      _ = scanner.skip(".")
      if scanner.skip("元") { return era.firstYear }
      guard let number = scanner.number(maximumDigits: 4) else { break }
      guard let year = era.gregorianYear(number) else {
        throw PeriodError.Code.yearOutsideEra.failure
      }
      return year
    }
    scanner.position = start
    guard let number = scanner.number(maximumDigits: 4), (1800...2999).contains(number) else {
      scanner.position = start
      return nil
    }
    return number
  }

  private static func scanYearSuffix(_ scanner: inout TextScanner) -> YearKind? {
    let start = scanner.position
    scanner.skipSpaces()
    if scanner.skip("年度") { return .fiscal }
    if scanner.skip("年") { return .calendar }
    scanner.position = start
    return nil
  }

  /// Reads （2018年） after 平成30年 and checks that both are the same year.
  private static func checkSecondYear(
    _ scanner: inout TextScanner, year: Int
  ) throws(PeriodScanFailure) {
    let start = scanner.position
    scanner.skipSpaces()
    if scanner.skip("(") {
      scanner.skipSpaces()
      if let second = try scanYear(&scanner) {
        _ = scanYearSuffix(&scanner)
        scanner.skipSpaces()
        if scanner.skip(")") {
          guard second == year else { throw PeriodError.Code.contradictoryYears.failure }
          return
        }
      }
    }
    scanner.position = start
  }

  /// Reads 10月31日 or 10月末 after 令和5年; a month alone is taken as its last day.
  private static func scanJapaneseDate(
    _ scanner: inout TextScanner, year: Int
  ) throws(PeriodScanFailure) -> (date: CalendarDate, isMonth: Bool)? {
    let start = scanner.position
    var isMonth = false
    guard let month = scanner.number(maximumDigits: 2), scanner.skip("月") else {
      scanner.position = start
      return nil
    }
    let date: CalendarDate?
    if let day = scanner.number(maximumDigits: 2) {
      guard scanner.skip("日") else { throw PeriodError.Code.unreadable.failure }
      date = CalendarDate(year: year, month: month, day: day)
    } else {
      isMonth = scanner.skip(anyOf: ["末日", "末"]) == nil
      date = .end(ofMonth: month, year: year)
    }
    guard let date else { throw PeriodError.Code.impossibleDate.failure }
    return (date, isMonth)
  }

  /// Reads -10-31, /10/31 or .10.31 after 2023.
  private static func scanMonthAndDay(
    _ scanner: inout TextScanner, year: Int
  ) throws(PeriodScanFailure) -> CalendarDate? {
    let start = scanner.position
    guard let mark = scanner.skip(anyOf: ["-", "/", "."]),
      let month = scanner.number(maximumDigits: 2), scanner.skip(mark),
      let day = scanner.number(maximumDigits: 2)
    else {
      scanner.position = start
      return nil
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw PeriodError.Code.impossibleDate.failure
    }
    return date
  }
}

/// A failure inside the scanner, before the whole text is known.
package struct PeriodScanFailure: Error {
  package let code: PeriodError.Code
}

extension PeriodError.Code {
  fileprivate var failure: PeriodScanFailure { PeriodScanFailure(code: self) }
}
