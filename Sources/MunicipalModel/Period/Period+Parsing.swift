extension Period {
  /// Reads a printed period.
  ///
  /// It reads 令和4年度, R4, H30, 令和四年度, ㋿4年度, 平成30年（2018年）, 令和元年, 2021年, 2020年度, 令和5年10月末現在, R5.3末, 2023/3,
  /// 2023-10-31, 平成27年度～令和元年度, 令和2～4年度, 令和2・3年度 and 令和2年度から令和6年度まで, in half or full width.
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
    _ = scanner.skip("末")
    _ = scanner.skip(anyOf: ["現在", "時点"])
    scanner.skipSpaces()
    guard scanner.isAtEnd else { throw PeriodError(code: .unreadable, text: text) }
    self = period
  }

  /// Reads the period that stands at the scanner, if one does, and leaves what follows.
  ///
  /// It is the one reader of times: of headings, cells, CSV and JSON alike.
  package static func scan(
    _ scanner: inout TextScanner, bareYear: YearKind = .fiscal
  ) throws(PeriodScanFailure) -> Period? {
    let start = scanner.position
    guard let first = try PeriodPart.scan(&scanner, bareYear: bareYear) else {
      scanner.position = start
      return nil
    }
    let afterFirst = scanner.position
    if let last = try first.scanEndOfSpan(&scanner, bareYear: bareYear) {
      return try first.span(to: last)
    }
    scanner.position = afterFirst
    return first.period
  }
}
