import MunicipalModel

/// What the heading of the sheet says: the day of the stock, the year of the flows, who is counted.
struct RegistryTitle: Hashable {
  /// The day of the stock, such as 1 January 2020.
  let stockDate: CalendarDate
  /// The year of the flows: a calendar year, or a fiscal year before 2013.
  let period: Period
  let definition: PopulationDefinition
  /// Whether the heading says who is counted; if not, the day decides.
  let statesResidents: Bool
  /// The first cell of the line that names the day, else the first cell of all.
  let text: String
  /// The year over the columns of the stock, if it is another than that of the title.
  let otherYear: Int?
  /// The year over the columns of the flows, if it is not the one before the stock.
  let otherFlows: Period?
  /// The unit that the heading states, if it is not one person: 千人.
  let otherUnit: String?

  /// Reads the first cells of the header.
  ///
  /// The title names the day (平成31年1月1日): 1 January or 31 March, in a line that names 住民基本台帳 or 人口;
  /// the day on which the sheet was made is none. Without it, the years over the columns do (平成31年 over
  /// the stock, 平成30年 or 平成23年度 over the flows).
  init?(_ header: [[String]]) {
    let texts = header.joined().filter { !$0.isEmpty }
    let titles = header.lazy.compactMap { line -> (date: CalendarDate, line: [String])? in
      guard line.contains(where: { $0.contains("住民基本台帳") || $0.contains("人口") }),
        let date = line.lazy.flatMap({ Self.dates(in: $0) }).first(where: \.isStockDay)
      else { return nil }
      return (date, line)
    }
    let years = texts.compactMap { Self.year($0) }
    let isFiscalYear = years.contains { if case .fiscalYear = $0 { true } else { false } }
    let title = titles.first
    let calendarYears = years.compactMap { period -> Int? in
      if case .calendarYear(let year) = period { year } else { nil }
    }
    // The flows are those of the year before.
    let stockYear = calendarYears.max()
    guard
      let date = title?.date
        ?? stockYear.flatMap({
          isFiscalYear
            ? CalendarDate(year: $0, month: 3, day: 31) : CalendarDate(year: $0, month: 1, day: 1)
        })
    else { return nil }
    stockDate = date
    text = (title?.line ?? texts).first { !$0.isEmpty } ?? ""
    otherYear = calendarYears.contains(date.year) ? nil : stockYear
    period = date.month == 1 ? .calendarYear(date.year - 1) : .fiscalYear(date.year - 1)
    let flows = years.filter { $0 != .calendarYear(date.year) }
    otherFlows = otherYear != nil || flows.isEmpty || flows.contains(period) ? nil : flows[0]
    let all = TextFolding.key(texts.joined(separator: " "))
    otherUnit = texts.lazy.compactMap { Self.otherUnit(in: TextFolding.key($0)) }.first
    let residents: PopulationDefinition.ForeignResidents
    if all.contains("総計") || all.contains("【総数】") {
      residents = .included
      statesResidents = true
    } else if all.contains("外国人住民"), !all.contains("日本人住民") {
      residents = .only
      statesResidents = true
    } else if all.contains("日本人住民") {
      residents = .excluded
      statesResidents = true
    } else {
      // Foreign residents entered the register on 9 July 2012 (住民基本台帳法の一部を改正する法律).
      let entry = CalendarDate(year: 2012, month: 7, day: 9)
      residents = entry.map { date < $0 } == true ? .excluded : .notStated
      statesResidents = false
    }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    definition = PopulationDefinition(
      stockDate: "\(padded(date.month))-\(padded(date.day))", foreignResidents: residents,
      otherChange: .insideSocialChange, source: "住民基本台帳")
  }

  /// The unit other than one person that a text states: 単位：千人; 人口千人当たり and 千人対 are those of rates.
  private static func otherUnit(in key: String) -> String? {
    guard key.contains("単位") else { return nil }
    let words = key.replacing("単位", with: ":").split { ":、,・･/／;()[]".contains($0) }
    return ["千人", "万人", "千世帯"].first { unit in words.contains { $0.hasSuffix(unit) } }
  }

  /// The dates in a text, such as 平成31年1月1日 or 2019年1月1日.
  static func dates(in text: String) -> [CalendarDate] {
    var dates: [CalendarDate] = []
    let words = JapaneseEra.allCases.map(\.rawValue)
    var scanner = TextScanner(text)
    while !scanner.isAtEnd {
      let start = scanner.position
      if scanner.skip(anyOf: words) != nil || scanner.number(maximumDigits: 4) != nil {
        scanner.position = start
        if let period = try? Period.scan(&scanner), let date = period.firstDay {
          dates.append(date)
          if scanner.position > start { continue }
        }
      }
      scanner.position = start + 1
    }
    return dates
  }

  /// The year that a header cell names alone, such as 平成31年 or 令和元年.
  static func year(_ text: String) -> Period? {
    guard let period = try? Period(parsing: text) else { return nil }
    switch period {
    case .calendarYear, .fiscalYear: return period
    case .date, .span: return nil
    }
  }
}

extension CalendarDate {
  /// Whether the register is counted on the day: 1 January, until 2013 31 March.
  fileprivate var isStockDay: Bool { month == 1 && day == 1 || month == 3 && day == 31 }
}

extension Period {
  /// The day of a date, or of a span that begins with one.
  fileprivate var firstDay: CalendarDate? {
    switch self {
    case .date(let date): date
    case .span(.date(let date), _): date
    default: nil
    }
  }
}

extension RegistryTitle {
  /// Refuses figures in thousands, which would be read as so many persons.
  func checkUnit(of document: DocumentID) throws(OpenDataError) {
    guard let otherUnit else { return }
    throw OpenDataError(
      code: .differentDefinition, document: document,
      expected: LocalizedText(ja: "単位が人の表", en: "a table in persons"),
      found: LocalizedText(ja: "単位: \(otherUnit)", en: "the unit \(otherUnit)"))
  }
}
