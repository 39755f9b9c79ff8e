/// A year, a month or a day as printed: what a period is, or what one end of a span is.
struct PeriodPart {
  /// The period.
  var period: Period
  /// Whether it is a year that says neither 年 nor 年度.
  var isBareYear = false
  /// Whether it is a month, which stands for its last day.
  var isMonth = false
  /// The number of the year as printed: 2 of 令和2, 2020 of 2020年.
  var yearNumber: Int
  /// The era that the year is counted in, if it is.
  var era: JapaneseEra?

  /// Reads the year, month or day that stands at the scanner.
  static func scan(
    _ scanner: inout TextScanner, bareYear: Period.YearKind
  ) throws(PeriodScanFailure) -> PeriodPart? {
    guard var part = try scanWithoutBracket(&scanner, bareYear: bareYear) else { return nil }
    try part.checkBracket(&scanner, bareYear: bareYear)
    // The brackets may also stand before the suffix: 2021（令和3）年, 平成30年（2018年）12月31日.
    try part.complete(&scanner)
    try part.checkBracket(&scanner, bareYear: bareYear)
    return part
  }

  private static func scanWithoutBracket(
    _ scanner: inout TextScanner, bareYear: Period.YearKind
  ) throws(PeriodScanFailure) -> PeriodPart? {
    guard let year = try PrintedYear.scan(&scanner) else { return nil }
    scanner.skipSpaces()
    var part = PeriodPart(
      period: .year(year.gregorian, year.kind ?? bareYear), isBareYear: year.kind == nil,
      yearNumber: year.number, era: year.era)
    if let found = try MonthOrDay.scanNumeric(&scanner, year: year.gregorian) {
      part.set(found)
    } else {
      try part.complete(&scanner)
    }
    return part
  }

  mutating func set(_ found: MonthOrDay) {
    period = .date(found.date)
    isMonth = found.isMonth
    isBareYear = false
  }

  /// Reads what may follow a year: 年 or 年度, 末, a month, a half or a quarter of the year.
  mutating func complete(_ scanner: inout TextScanner) throws(PeriodScanFailure) {
    guard let year = yearAlone else { return }
    let start = scanner.position
    if isBareYear, let kind = Self.scanSuffix(&scanner) {
      period = .year(year, kind)
      isBareYear = false
    }
    let kind: Period.YearKind = if case .calendarYear = period { .calendar } else { .fiscal }
    if !isBareYear, scanner.skip("末") {
      let date = CalendarDate.end(
        ofMonth: kind == .calendar ? 12 : 3, year: kind == .calendar ? year : year + 1)
      if let date { period = .date(date) }
    } else if !isBareYear, let found = try MonthOrDay.scan(&scanner, year: year, kind: kind) {
      set(found)
    } else if let found = PartOfYear.scan(&scanner) {
      period = found.span(of: year, isBareYear ? .fiscal : kind)
      isBareYear = false
    } else if isBareYear {
      scanner.position = start
    }
  }

  private var yearAlone: Int? {
    switch period {
    case .calendarYear(let year), .fiscalYear(let year): year
    case .date, .span: nil
    }
  }

  static func scanSuffix(_ scanner: inout TextScanner) -> Period.YearKind? {
    let start = scanner.position
    scanner.skipSpaces()
    if scanner.skip(anyOf: ["年度", "事業年度", "会計年度"]) != nil { return .fiscal }
    if scanner.skip("年") { return .calendar }
    scanner.position = start
    return nil
  }

  /// Reads （2018年） after 平成30年, or （R6.3.31） after 令和5年度, and checks that both are one time.
  private mutating func checkBracket(
    _ scanner: inout TextScanner, bareYear: Period.YearKind
  ) throws(PeriodScanFailure) {
    let start = scanner.position
    scanner.skipSpaces()
    guard let open = scanner.skip(anyOf: ["(", "[", "〔", "【"]) else {
      scanner.position = start
      return
    }
    scanner.skipSpaces()
    let inner = try Self.scanWithoutBracket(&scanner, bareYear: bareYear)
    scanner.skipSpaces()
    guard let inner, scanner.skip(open == "(" ? ")" : open == "[" ? "]" : open == "〔" ? "〕" : "】")
    else {
      scanner.position = start
      return
    }
    guard agrees(with: inner) else {
      throw PeriodScanFailure(code: .contradictoryYears, contradiction: [period, inner.period])
    }
    // The day says more than the year that it ends.
    if yearAlone != nil, case .date = inner.period { period = inner.period }
  }

  /// Whether another part names the same time, perhaps in another calendar or less exactly.
  private func agrees(with other: PeriodPart) -> Bool {
    switch (period, other.period) {
    case (.date(let own), .date(let date)): own == date
    case (.date(let date), _): other.holds(date)
    case (_, .date(let date)): holds(date)
    case (.span, _), (_, .span): period == other.period
    default: period.year == other.period.year
    }
  }

  /// Whether a day lies in the year.
  private func holds(_ date: CalendarDate) -> Bool {
    guard let year = yearAlone else { return false }
    let fiscal = date.month < 4 ? date.year - 1 : date.year
    if isBareYear { return date.year == year || fiscal == year }
    if case .fiscalYear = period { return fiscal == year }
    return date.year == year
  }
}
