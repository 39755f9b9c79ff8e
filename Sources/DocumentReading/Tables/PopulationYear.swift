import MunicipalModel

/// The time at the head of a column or a row of a population table, and what its figures are.
struct PopulationYear: Hashable, Sendable {
  let period: Period
  let basis: PopulationFigure.Basis
  /// Whether it is a month, which stands for its last day.
  var isMonth = false

  /// The days of the month.
  var daysOfMonth: Period? {
    guard isMonth, case .date(let last) = period,
      let first = CalendarDate(year: last.year, month: last.month, day: 1)
    else { return nil }
    return .span(.date(first), .date(last))
  }

  /// The first day of a month.
  var firstDayOfMonth: Period? {
    guard isMonth, case .date(let last) = period else { return nil }
    return CalendarDate(year: last.year, month: last.month, day: 1).map(Period.date)
  }

  /// The days of the month before a month, or before its first day.
  var daysOfMonthBefore: Period? {
    guard case .date(let date) = period, isMonth || date.day == 1 else { return nil }
    let (year, month) = date.month == 1 ? (date.year - 1, 12) : (date.year, date.month - 1)
    guard let first = CalendarDate(year: year, month: month, day: 1),
      let last = CalendarDate.end(ofMonth: month, year: year)
    else { return nil }
    return .span(.date(first), .date(last))
  }

  /// Whether a folded text is of a month without a day: 令和5年1月, R5.1.
  static func isMonth(_ key: String) -> Bool {
    if key.contains("日") || key.contains("末") { return false }
    return key.contains("月") || key.split(whereSeparator: { !$0.isNumber }).count == 2
  }
}

/// Reads the years of one table, from left to right or down.
///
/// A year without its era takes that of the year before it, as long as the years go on counting: 30年
/// after 平成29年, ２年 after 令和元年; digits alone only a year, five years or as far as before from the last one. A year is a projection where its heading says so (令和7年（推計）), or
/// from the year on that the layout or a note at the table names.
struct PopulationYearReader {
  let bareYear: Period.YearKind
  /// The first year whose figures are projected, if that is known.
  let projectedFrom: Int?
  /// Whether a year that is printed with 年 is a fiscal one too, as the caption says.
  var allFiscal = false
  /// The year of months that are printed without one, as the caption says.
  var yearOfMonths: Period?
  private var era: JapaneseEra?
  private var last: Int?
  private var step: Int?

  init(bareYear: Period.YearKind, projectedFrom: Int? = nil) {
    self.bareYear = bareYear
    self.projectedFrom = projectedFrom
  }

  private static let projectionWords = [
    "将来推計人口", "将来推計値", "将来推計", "将来人口", "推計人口", "推計値", "推計", "見込み", "見込値", "見込", "将来",
  ]
  private static let observationWords = ["実績値", "実績"]

  /// Whether a folded text says that figures are projected.
  static func saysProjected(_ key: String) -> Bool {
    projectionWords.contains { key.contains(word: $0) }
  }

  /// Whether a folded text says that what it names is to come: 将来人口, 社人研推計, 見通し. 推計人口 alone is an
  /// estimate of what is.
  static func saysFuture(_ key: String) -> Bool {
    [
      "将来", "社人研", "社会保障・人口問題研究所", "見通し", "見込", "予測", "推計値", "推計結果", "(推計)", "展望", "シミュレーション",
    ].contains(where: key.contains)
  }

  /// Whether the heading of a year says what its figures are: 令和7年（推計）, 令和2年実績.
  static func isMarked(_ heading: String) -> Bool {
    let key = TextFolding.key(heading)
    return saysProjected(key) || observationWords.contains(where: key.contains)
  }

  /// Reads the next heading.
  ///
  /// - Throws: `PeriodError` if it is no time.
  mutating func read(_ heading: String) throws(PeriodError) -> PopulationYear {
    let key = TextFolding.key(heading)
    let projected = Self.remove(Self.projectionWords, from: key)
    let text = projected ?? Self.remove(Self.observationWords, from: key) ?? key
    let year: PopulationYear
    do throws(PeriodError) {
      if let month = try month(text) { year = month } else { year = try parse(text) }
      era = JapaneseEra.allCases.first { era in
        [era.rawValue.first, era.letter.first].contains(text.first)
      }
    } catch {
      guard error.code == .unreadable, let carried = carried(text) else { throw error }
      year = carried
    }
    step = last.map { year.period.year - $0 }
    last = year.period.year
    guard year.basis == .observed else { return year }
    let isProjected = projected != nil || projectedFrom.map { year.period.year >= $0 } ?? false
    var period = year.period
    if allFiscal, case .calendarYear(let number) = period { period = .fiscalYear(number) }
    return PopulationYear(
      period: period, basis: isProjected ? .projection : .observed,
      isMonth: PopulationYear.isMonth(text))
  }

  /// A month of the year that the caption names, or what adds up all of them.
  private func month(_ text: String) throws(PeriodError) -> PopulationYear? {
    guard let yearOfMonths else { return nil }
    if PopulationTable.isSum(text) { return PopulationYear(period: yearOfMonths, basis: .observed) }
    guard let month = Self.bareMonth(text) else { return nil }
    var year = yearOfMonths.year
    if case .fiscalYear = yearOfMonths, month < 4 { year += 1 }
    return try parse("\(year)年\(month)月")
  }

  /// The month that a folded text is nothing but: 4月.
  static func bareMonth(_ key: String) -> Int? {
    guard key.hasSuffix("月"), let month = Int(key.dropLast()), (1...12).contains(month) else {
      return nil
    }
    return month
  }

  private func carried(_ text: String) -> PopulationYear? {
    guard let era, let last, let year = try? parse(era.rawValue + text), year.basis == .observed
    else { return nil }
    if case .span = year.period { return nil }
    let steps = [1, 5, step]
    if text.allSatisfy(\.isNumber), !steps.contains(year.period.year - last) { return nil }
    if case .date = year.period, year.period.year == last { return year }
    return year.period.year > last || year.period.year == last - 1 ? year : nil
  }

  private func parse(_ key: String) throws(PeriodError) -> PopulationYear {
    var scanner = TextScanner(key)
    do throws(PeriodScanFailure) {
      if let period = try Period.scan(&scanner, bareYear: bareYear) {
        if scanner.skip("平均") { return PopulationYear(period: period, basis: .average) }
        if scanner.skip("比") {
          _ = scanner.skip("(")
          if let now = try Period.scan(&scanner, bareYear: bareYear) {
            return PopulationYear(period: .span(period, now), basis: .changeFromBase)
          }
        }
        // 令和5年計 sums up its months.
        _ = scanner.skip(anyOf: ["現在", "時点", "合計", "計", "中"])
        if scanner.isAtEnd { return PopulationYear(period: period, basis: .observed) }
      }
    } catch {
      throw PeriodError(code: error.code, text: key)
    }
    // 平成31年・令和元年 is one year by two eras.
    let parts = key.split(separator: "・").map(String.init)
    if parts.count == 2, let first = try? parse(parts[0]), let second = try? parse(parts[1]),
      first.period == second.period
    {
      return first
    }
    throw PeriodError(code: .unreadable, text: key)
  }

  /// The text without the first of the words, in brackets or not, that it begins or ends with.
  private static func remove(_ words: [String], from key: String) -> String? {
    for word in words where key.contains(word: word) {
      for marked in ["(\(word))", "[\(word)]", "【\(word)】", "〔\(word)〕", word] {
        if key.ends(with: marked) { return String(key.dropLast(marked.count)) }
        if key.begins(with: marked) { return String(key.dropFirst(marked.count)) }
      }
    }
    return nil
  }
}

extension DocumentSession {
  /// The year of a table whose rows or columns are months without one: the only year that a caption names.
  func yearOfMonths(tableAt heading: Int) -> Period? {
    let names =
      cells(heading).dropFirst()
      + tableLines(below: heading, limit: 40).map { cells($0).first ?? "" }
    let months = names.count { PopulationYearReader.bareMonth(TextFolding.key($0)) != nil }
    guard months > 1 else { return nil }
    return captions(above: heading).lazy.compactMap { self.onlyYear(in: self.key($0)) }.first
  }

  private func onlyYear(in key: String) -> Period? {
    var found: [Period] = []
    var scanner = TextScanner(key)
    while !scanner.isAtEnd {
      let start = scanner.position
      if let period = (try? Period.scan(&scanner, bareYear: .calendar)) ?? nil {
        found.append(period)
      } else {
        scanner.position = start + 1
      }
    }
    guard found.count == 1, let year = found.first else { return nil }
    switch year {
    case .calendarYear, .fiscalYear: return year
    default: return nil
    }
  }

  /// The first year of which a note right above or below a table says that it is projected, such as
  /// 2025年以降は推計値.
  mutating func projectedFrom(tableAt heading: Int, bareYear: Period.YearKind) -> Int? {
    let last = rowLines(below: heading).last ?? heading
    for line in filledLines(above: heading, count: 2) + filledLines(below: last, count: 2)
    where !isTableRow(line) && PopulationYearReader.saysProjected(key(line)) {
      var scanner = TextScanner(key(line))
      while !scanner.isAtEnd {
        let start = scanner.position
        if let period = (try? Period.scan(&scanner, bareYear: bareYear)) ?? nil {
          if scanner.skip("以降") {
            keep(line)
            return period.year
          }
          if scanner.skip(anyOf: ["までは", "以前は", "まで実績", "までの実績"]) != nil {
            keep(line)
            return period.year + 1
          }
        } else {
          scanner.position = start + 1
        }
      }
    }
    return nil
  }

  /// Tells once a table which of its years are projected.
  mutating func noteProjected(_ years: [PopulationYear], at citation: Citation) {
    let labels = years.map(\.period.label)
    note(
      .info, "projected-years", at: citation,
      ja: "\(labels.map(\.ja).joined(separator: "、"))の値は推計として読み、実績とは合わせません",
      en:
        "the figures of \(labels.map(\.en).joined(separator: ", ")) are read as projected and not "
        + "put together with observed ones")
  }
}
