import MunicipalModel

/// What a heading says of the time of the figures below it, and of what they are.
struct HeadingTime: Hashable, Sendable {
  /// The first period in the heading, if one can be read.
  private(set) var period: Period?
  /// Whether the heading is nothing but the period.
  private(set) var isWholeHeading = false
  /// Over which time the figures count, where the words behind the period say so: 令和2～4年度平均.
  private(set) var accumulation: Accumulation?
  /// Whether the figures are not final: 実績値（見込み）.
  private(set) var isEstimate: Bool
  /// What is odd about the time.
  private(set) var issue: PrintedFigure.Issue?

  /// Reads a heading that is folded and has no spaces.
  init(_ key: String) {
    isEstimate = EstimateWords.areIn(key)
    var scanner = TextScanner(key)
    while let scalar = scanner.current {
      let start = scanner.position
      if !Self.isInsideWord(scalar, after: scanner.peek(-1)) {
        do throws(PeriodScanFailure) {
          if let found = try Period.scan(&scanner) {
            set(found, from: start, before: scanner, in: key)
            return
          }
        } catch {
          // 平成30年（2017年） is no period; neither is a part of it.
          issue =
            error.contradiction.isEmpty
            ? .unreadHeading(key) : .contradiction(key, error.contradiction)
          return
        }
      }
      scanner.position = start + 1
    }
    if Self.looksDated(key) { issue = .unreadHeading(key) }
  }

  /// Whether a year is not over yet at the time behind it, so that its figure is not final: R5実績（9月末）.
  private static func endsEarly(_ rest: String, _ found: Period) -> Bool {
    let last: Int
    switch found {
    case .fiscalYear: last = 3
    case .calendarYear: last = 12
    case .date, .span: return false
    }
    guard let month = rest.firstIndex(of: "月"),
      ["末", "現在", "時点"].contains(where: rest[rest.index(after: month)...].hasPrefix)
    else { return false }
    let digits = rest[..<month].reversed().prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(String(digits.reversed())) else { return false }
    return number != last
  }

  private mutating func set(
    _ found: Period, from start: Int, before scanner: TextScanner, in key: String
  ) {
    // 令和2年度～ and 令和2年度以降 have no end that could be read.
    let rest = scanner.rest
    if ["~", "以降", "以後"].contains(where: rest.hasPrefix) || Self.isFollowedByYear(scanner) {
      issue = .unreadHeading(key)
      return
    }
    period = found
    if Self.endsEarly(rest, found) { isEstimate = true }
    isWholeHeading =
      start == 0
      && ["", "現在", "時点", "末", "末現在", "末時点", "累計", "累積", "単年", "単年度"]
        .contains(Self.withoutStage(Self.withoutNote(rest)))
    let words =
      ["の", "年"].first(where: rest.hasPrefix).map { rest.dropFirst($0.count) } ?? rest[...]
    if words.hasPrefix("平均") {
      accumulation = .average
    } else if found.years.count > 1, ["累計", "累積", "合計"].contains(where: words.hasPrefix) {
      accumulation = .cumulative
    }
  }

  /// A text without the mark of a note behind it: H26（※注3）, R4※1.
  private static func withoutNote(_ text: String) -> String {
    let marks = ["(※", "(注", "※", "*"].compactMap { text.firstOffset(of: $0) }
    return marks.min().map { String(text.utf8.prefix($0)) ?? text } ?? text
  }

  /// A text without the stage of a plan in brackets behind it: R6（最終）, 令和4年度（中間年度）.
  private static func withoutStage(_ text: String) -> String {
    let stages = [
      "(初年度)", "(中間)", "(中間年)", "(中間年度)", "(最終)", "(最終年)", "(最終年度)", "(計画最終年度)",
    ]
    return stages.first(where: text.hasSuffix).map { String(text.dropLast($0.count)) } ?? text
  }

  /// Whether one more year follows that makes no span with the first: 令和2・4年度.
  private static func isFollowedByYear(_ scanner: TextScanner) -> Bool {
    var scanner = scanner
    guard scanner.skip(anyOf: ["・", "、", ",", "及び", "と"]) != nil else { return false }
    if let found = try? Period.scan(&scanner), found.year > 0 { return true }
    return scanner.number(maximumDigits: 2) != nil && scanner.skip("年")
  }

  /// The T of PART2 is no era, and 2345 of 12345 no year.
  private static func isInsideWord(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?
  ) -> Bool {
    guard let previous, scalar.isASCII, previous.isASCII else { return false }
    return scalar.decimalDigit != nil
      ? previous.decimalDigit != nil : previous.properties.isAlphabetic
  }

  /// Whether a heading names an era, or a year by its number, that was not read: 令和〇〇年度, 5年度末.
  private static func looksDated(_ key: String) -> Bool {
    if JapaneseEra.allCases.contains(where: { key.contains(word: $0.rawValue) }) { return true }
    var scanner = TextScanner(key)
    while !scanner.isAtEnd {
      _ = scanner.read { $0.decimalDigit == nil }
      let digits = scanner.read { $0.decimalDigit != nil }
      guard !digits.isEmpty, scanner.skip("年") else { continue }
      let isCount = ["間", "後", "目", "以", "ご", "平", "に"].contains(where: scanner.rest.hasPrefix)
      if !isCount { return true }
    }
    return false
  }
}
