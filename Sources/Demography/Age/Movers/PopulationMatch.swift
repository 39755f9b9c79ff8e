import MunicipalModel

/// Finds the population that the movers of a period are set against, by one rule for all periods.
///
/// The rules in order, the first that serves every period of the municipality:
/// 1. a population on a day: for the previous year-end the last day before the period or its first day
///    (2020-12-31 or 2021-01-01 for 2021), otherwise the day that is nearest to the middle of the period, three
///    months from it at most;
/// 2. for the previous year-end the population of the year before, otherwise the mean of those at both ends of the period;
/// 3. a population of the same period, which is the file's way to say what belongs together.
struct PopulationMatch {
  private let populations: [CitedAgeTable]
  private let denominator: AgeExposure.Denominator

  init(_ populations: [CitedAgeTable], denominator: AgeExposure.Denominator) {
    self.populations = populations
    self.denominator = denominator
  }

  /// The population of each table of movers, in their order.
  func stocks(for movers: [CitedAgeTable]) throws(AgeMethodError) -> [CitedAgeTable] {
    var best: [CitedAgeTable?] = []
    for rule in [onDay, ofYearBefore, ofBothEnds, ofSamePeriod] {
      let found = movers.map { table in table.period.flatMap(rule) }
      if !found.contains(nil) { return found.compactMap(\.self) }
      if found.count(where: { $0 != nil }) > best.count(where: { $0 != nil }) || best.isEmpty {
        best = found
      }
    }
    let index = best.firstIndex(of: nil) ?? 0
    throw RegisteredAnalysis.missing(
      .missingPopulation, movers[index], hint: hint(for: movers[index].period))
  }

  /// Which population is needed, and which there are.
  private func hint(for period: Period?) -> LocalizedText {
    let codes = populations.compactMap(\.period?.code)
    let there = codes.isEmpty ? nil : codes.prefix(12).joined(separator: ", ")
    let days: LocalizedText? = period.flatMap(Self.bounds).flatMap { first, after in
      guard denominator == .previousYearEnd else {
        return LocalizedText(
          ja: "期間の中央から3か月以内か、\(first) と \(after) の両方",
          en:
            "one within three months of the middle of the period, or both of \(first) and \(after)")
      }
      return Self.day(before: first).map {
        LocalizedText(ja: "\($0) か \(first)", en: "\($0) or \(first)")
      }
    }
    return LocalizedText(
      ja: "\(denominator.label.ja)に必要な人口は\(days?.ja ?? "同じ期間")のもの、あるのは\(there ?? "なし")です",
      en: "\(denominator.label.en) needs one of \(days?.en ?? "the same period"); "
        + "there is \(there ?? "none")")
  }

  private func onDay(_ period: Period) -> CitedAgeTable? {
    guard let (first, _) = Self.bounds(of: period) else { return nil }
    switch denominator {
    case .previousYearEnd: return population(atBeginOf: first)
    case .midYear, .personYears:
      let distances = populations.compactMap { table in
        Self.day(of: table).map { (Self.distance(of: $0, fromMiddleAfter: first), table) }
      }
      return distances.filter { $0.0 <= 93 }.min { $0.0 < $1.0 }?.1
    }
  }

  /// The mean of the populations at the begin and at the end of a period, which stands for its middle.
  private func ofBothEnds(_ period: Period) -> CitedAgeTable? {
    guard denominator != .previousYearEnd, let (first, after) = Self.bounds(of: period),
      let opening = population(atBeginOf: first), let closing = population(atBeginOf: after)
    else { return nil }
    return CitedAgeTable(meanOf: opening, closing)
  }

  /// The population of a first of January or April, or of the day before.
  private func population(atBeginOf first: CalendarDate) -> CitedAgeTable? {
    populations.first { Self.day(of: $0).map { $0 == first || $0.next == first } ?? false }
  }

  private static func day(of table: CitedAgeTable) -> CalendarDate? {
    if case .date(let day)? = table.period { day } else { nil }
  }

  /// How far a day lies from half a year after another, roughly in days.
  private static func distance(of day: CalendarDate, fromMiddleAfter first: CalendarDate) -> Int {
    let months = (day.year - first.year) * 12 + day.month - first.month - 6
    return abs(months * 31 + day.day - first.day)
  }

  private func ofSamePeriod(_ period: Period) -> CitedAgeTable? {
    populations.first { $0.period == period }
  }

  private func ofYearBefore(_ period: Period) -> CitedAgeTable? {
    guard denominator == .previousYearEnd else { return nil }
    switch period {
    case .calendarYear(let year):
      return populations.first { $0.period == .calendarYear(year - 1) }
    case .fiscalYear(let year): return populations.first { $0.period == .fiscalYear(year - 1) }
    case .date, .span: return nil
    }
  }

  /// The first day of a year, and the first day after it.
  private static func bounds(of period: Period) -> (CalendarDate, CalendarDate)? {
    switch period {
    case .calendarYear, .fiscalYear: period.days
    case .date, .span: nil
    }
  }

  /// The day before the first of January or April.
  private static func day(before first: CalendarDate) -> CalendarDate? {
    first.month == 1
      ? CalendarDate(year: first.year - 1, month: 12, day: 31)
      : CalendarDate(year: first.year, month: 3, day: 31)
  }
}
