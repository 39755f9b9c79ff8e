import MunicipalModel

/// What words beside a figure say of its time: （H30）, （H27～R1累計）, （5年間）, （毎年度実績）.
struct FigureTime {
  private(set) var period: Period?
  private(set) var accumulation: Accumulation?
  /// Whether several years are named.
  private(set) var spansYears = false
  /// Whether the words say more than the accumulation does.
  private(set) var keepsWords = true

  /// A period with no more to say.
  init(_ period: Period) {
    self.period = period
    spansYears = period.isSpanOfYears
  }

  /// Reads the text of a bracket; `nil` if it says nothing of a time.
  init?(_ text: String, bareYear: Period.YearKind = .fiscal) {
    var scanner = TextScanner(TextFolding.key(text))
    if let found = Self.scanPeriod(&scanner, bareYear: bareYear) {
      let words = scanner.rest
      if Self.skipWords(&scanner) {
        period = found
        spansYears = found.isSpanOfYears
        // The total of a single year is that year's figure.
        let isTotal = ["計", "の計", "合計", "の合計"].contains(words)
        if spansYears || !isTotal { accumulation = Self.accumulation(in: words) }
        return
      }
    }
    scanner.position = 0
    if Self.scanYears(&scanner) != nil, ["", "で", "計", "の計"].contains(scanner.rest) {
      accumulation = scanner.rest.hasSuffix("計") ? .cumulative : nil
      spansYears = true
      return
    }
    guard let found = Self.accumulation(in: text) else { return nil }
    accumulation = found
    keepsWords = text == "計"
  }

  /// Whether a text begins with a year, such as 平成30年度比.
  static func beginsWithPeriod(_ text: String) -> Bool {
    var scanner = TextScanner(TextFolding.key(text))
    return scanPeriod(&scanner) != nil
  }

  /// The times of a text that should be one, such as 令和3年（2022年）.
  static func contradiction(in text: String) -> [Period] {
    var scanner = TextScanner(TextFolding.key(text))
    do throws(PeriodScanFailure) {
      _ = try Period.scan(&scanner)
      return []
    } catch {
      return error.contradiction
    }
  }

  // MARK: Words

  private static func accumulation(in phrase: String) -> Accumulation? {
    for (words, accumulation) in phrases where words.contains(where: phrase.contains(word:)) {
      if accumulation == .average, !isMeanOfTime(phrase) { continue }
      return accumulation
    }
    return phrase == "計" || phrase == "の計" ? .cumulative : nil
  }

  /// Whether 平均 is that of years, and not that of others: 全国平均, 類似団体の平均, 男女平均.
  private static func isMeanOfTime(_ phrase: String) -> Bool {
    guard let start = phrase.firstOffset(of: "平均") else { return false }
    var before = Substring(phrase.utf8.prefix(start))
    while let word = ["の", "における"].first(where: before.hasSuffix) {
      before = before.dropLast(word.count)
    }
    guard let last = before.last else { return true }
    return last.isNumber || "年度間月日週〜~)".contains(last)
      || ["期間中", "期間内", "年度中", "計画中", "移動", "過去", "直近"].contains(where: before.hasSuffix)
  }

  private static let phrases: [([String], Accumulation)] = [
    (["平均"], .average), (["合計", "累計", "累積"], .cumulative),
    (["毎年度", "毎年", "各年度", "単年度"], .yearly),
    (["計画終了", "計画期間終了", "計画最終年", "最終年度"], .atPlanEnd), (["最新の実績"], .latest),
  ]

  /// Reads what may stand after a period that is the figure's own, up to the end. 平成30年度比 and R2から
  /// are not.
  private static func skipWords(_ scanner: inout TextScanner) -> Bool {
    while !scanner.isAtEnd {
      guard scanner.skip(anyOf: words) != nil || EstimateWords.skip(atEndOf: &scanner) != nil else {
        return false
      }
    }
    return true
  }

  private static let words: WordList = [
    "実績値", "実績", "現在", "時点", "末", "確定値", "確定", "決算", "調査", "国勢調査", "国調", "年平均", "平均", "合計", "累計",
    "累積",
    "計", "の", "毎年度", "毎年", "各年度", "単年度",
  ]

  // MARK: Periods

  /// The period that stands at the scanner; 2015 is a year, but not 1850 or 2,015.
  private static func scanPeriod(
    _ scanner: inout TextScanner, bareYear: Period.YearKind = .fiscal
  ) -> Period? {
    let isBare = scanner.current?.decimalDigit != nil
    guard let found = try? Period.scan(&scanner, bareYear: bareYear) else { return nil }
    if isBare, !(1980...2070).contains(found.year) { return nil }
    return found
  }

  // MARK: Years of a plan

  /// Reads 5年間, 5か年 or 計画期間.
  private static func scanYears(_ scanner: inout TextScanner) -> String? {
    let start = scanner.position
    if let words = scanner.skip(anyOf: ["計画期間", "期間"]) {
      if let end = scanner.skip(anyOf: ["中", "内"]) { return words + end }
      if words == "計画期間" { return words }
    } else if let count = scanner.number(maximumDigits: 2), planYears.contains(count),
      let words = scanner.skip(anyOf: yearWords)
    {
      return "\(count)\(words)"
    }
    scanner.position = start
    return nil
  }

  /// Reads 5年, which may also be an age or a duration where nothing links it to a figure.
  private static func scanBareYears(_ scanner: inout TextScanner) -> String? {
    let start = scanner.position
    if let count = scanner.number(maximumDigits: 2), planYears.contains(count), scanner.skip("年") {
      return "\(count)年"
    }
    scanner.position = start
    return nil
  }

  /// Two years are not the term of a plan: 2年に1回.
  private static let planYears = 3...20

  private static let yearWords = [
    "年間", "か年間", "か年", "ヶ年間", "ヶ年", "カ年間", "カ年", "ケ年間", "ケ年", "箇年",
  ]

  /// Reads 5年間で, 5年で or 計画期間中に before a figure. 5年間 alone is a figure.
  static func scanYears(before scanner: inout TextScanner) -> String? {
    let start = scanner.position
    let named = scanYears(&scanner)
    guard let years = named ?? scanBareYears(&scanner) else { return nil }
    scanner.skipSpaces()
    let isLinked = scanner.skip(anyOf: ["で", "に", "の"]) != nil
    scanner.skipSpaces()
    guard isLinked || named != nil, let next = scanner.current,
      next.decimalDigit != nil || startsOfFigures.contains(next)
    else {
      scanner.position = start
      return nil
    }
    return years
  }

  /// Whether a figure begins at the scanner.
  static func isStartOfFigure(_ scanner: TextScanner) -> Bool {
    scanner.current.map {
      $0.decimalDigit != nil || startsOfFigures.contains($0) || $0 == "△" || $0 == "▲"
    } ?? false
  }

  /// The first signs of 累計, 合計, 計, 平均, 延べ, 約 and +.
  private static let startsOfFigures: Set<Unicode.Scalar> = ["累", "合", "計", "平", "延", "約", "+"]

  /// Reads 2018年 or 令和5年度 behind a figure: a time, not another figure.
  static func scanYear(behind scanner: inout TextScanner) -> Period? {
    let start = scanner.position
    if let found = try? Period.scan(&scanner), (1980...2070).contains(found.year),
      scanner.scalars[start..<scanner.position].contains("年"),
      scanner.current.map({ " )(※".unicodeScalars.contains($0) }) ?? true
    {
      return found
    }
    scanner.position = start
    return nil
  }

  /// Reads /5年間, /5年 or /5か年 after a figure.
  static func scanYears(afterSlash scanner: inout TextScanner) -> String? {
    let start = scanner.position
    if scanner.skip("/"), let years = scanYears(&scanner) ?? scanBareYears(&scanner) {
      return "/" + years
    }
    scanner.position = start
    return nil
  }
}

extension Period {
  /// Whether it runs over more than one calendar or fiscal year, as H27～R1 does.
  fileprivate var isSpanOfYears: Bool {
    guard case .span(let first, let last) = self, years.count > 1 else { return false }
    return [first, last].allSatisfy { if case .date = $0 { false } else { true } }
  }
}
