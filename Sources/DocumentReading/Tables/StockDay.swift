import MunicipalModel

/// The day of the year at which a population is counted, as words say it: 10月1日現在, 各年3月末, 年度末.
enum StockDay {
  /// The day that a folded text names in a year, and nothing else.
  static func of(_ text: String, in period: Period) -> Period? {
    var rest = TextScanner(text.replacing("末日", with: "末"))
    _ = rest.skip(anyOf: ["各", "毎"])
    let isFiscal = rest.skip("年度")
    _ = rest.skip("年")
    let kind: String
    switch period {
    case .calendarYear: kind = isFiscal ? "年度" : "年"
    case .fiscalYear: kind = "年度"
    case .date, .span: return nil
    }
    var scanner = TextScanner("\(period.year)\(kind)\(rest.rest)")
    guard let found = try? Period.scan(&scanner), case .date = found else { return nil }
    _ = scanner.skip(anyOf: ["現在", "時点"])
    return scanner.isAtEnd ? found : nil
  }

  /// Whether a folded text names a day of a year and nothing else.
  static func isDay(_ text: String) -> Bool { of(text, in: .calendarYear(2021)) != nil }

  /// A name with the day before or behind what is counted in brackets: 1月1日現在人口 as 人口（1月1日現在）.
  static func inBrackets(_ name: String) -> String {
    let key = TextFolding.key(name)
    guard !PopulationItemRule.common.contains(where: { $0.isWhole && $0.label == key }),
      let counted = ["総人口", "人口", "世帯数"].first(where: key.hasSuffix),
      key.count > counted.count
    else { return name }
    var day = String(key.dropLast(counted.count))
    if day.hasSuffix("の") { day.removeLast() }
    return isDay(day) ? "\(counted)（\(day)）" : name
  }

  /// The day of every year that a folded line names among other words: 人口の推移（各年9月末現在、単位：人）.
  ///
  /// A note on households or births says nothing of the population.
  static func ofEachYear(in key: String) -> String? {
    guard let start = ["各年", "毎年"].compactMap({ key.firstOffset(of: $0) }).min() else { return nil }
    let before = Substring(key.utf8.prefix(start))
    let others = ["世帯", "出生", "死亡", "転入", "転出", "動態", "外国人"]
    guard before.contains("人口") || !others.contains(where: before.contains) else { return nil }
    let phrase = Substring(key.utf8.dropFirst(start)).prefix { !"現時、,()[]【】〔〕;:。".contains($0) }
    return isDay(String(phrase)) ? String(phrase) : nil
  }
}

extension DocumentSession {
  /// The day of every year at which the lines at a table say that its population is counted: those above it, its
  /// corner, and the notes right below.
  func stockDay(tableAt heading: Int) -> String? {
    let below = filledLines(below: tableLines(below: heading).last ?? heading, count: 2)
      .prefix { !isTableRow($0) || isLone($0) }
      .filter { line in ["※", "*", "(注", "注", "資料", "出典"].contains { key(line).hasPrefix($0) } }
    let above = filledLines(above: heading, count: 3).prefix { isLone($0) }
    let corner = TextFolding.key(cells(heading).first ?? "")
    return ([corner] + above.map { key($0) } + below.map { key($0) }).lazy
      .compactMap(StockDay.ofEachYear).first
  }
}

extension PopulationTable {
  /// A year as the names of a stock say its day, or else the lines at the table: 人口（年度末） of 令和3年 is of
  /// 31 March 2022.
  func dated(
    _ year: PopulationYear, names: [String], rule: PopulationItemRule
  ) -> PopulationYear {
    let isOfDay = year.basis == .observed || year.basis == .projection
    guard rule.isWhole, isOfDay, !rule.item.isFlow, rule.item != .yearEndPopulation else {
      return year
    }
    let own = names.lazy.compactMap {
      PopulationBrackets(behind: $0, of: rule.item, places: places).day(in: year.period)
        ?? StockDay.of(TextFolding.key($0), in: year.period)
    }.first
    let day =
      own
      ?? (rule.item == .totalFertilityRate ? nil : stockDay).flatMap {
        StockDay.of($0, in: year.period)
      }
    return day.map { PopulationYear(period: $0, basis: year.basis) } ?? year
  }
}
