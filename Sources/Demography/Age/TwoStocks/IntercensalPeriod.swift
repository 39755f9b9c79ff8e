import MunicipalModel

/// The time between two stocks, which their deaths and births must be of.
struct IntercensalPeriod {
  let municipality: MunicipalityCode
  let start: Period?
  let end: Period?

  /// The one table of the municipality and the period.
  ///
  /// - Parameter code: what is thrown, with municipality and period, if there is none.
  /// - Throws: ``AgeMethodError``, also with `duplicate-row` if there are several.
  func table(
    among tables: [CitedAgeTable], orThrow code: AgeMethodError.Code, subject: LocalizedText
  ) throws(AgeMethodError) -> CitedAgeTable {
    let own = tables.filter { $0.municipality == municipality }
    let found = own.filter { $0.period.map(covers) ?? true }
    let place = "\(municipality.sixDigits), \(start?.code ?? "?")/\(end?.code ?? "?")"
    guard let table = found.first else {
      let periods = own.compactMap(\.period?.code).uniqued
      throw AgeMethodError(
        code: code, subject: subject, text: place,
        hint: periods.isEmpty
          ? LocalizedText("")
          : LocalizedText(
            ja: "あるのは\(periods.joined(separator: "、"))のものです",
            en: "there are those of \(periods.joined(separator: ", "))"))
    }
    guard found.count == 1 else {
      throw AgeMethodError(code: .duplicateRow, subject: subject, text: place)
    }
    return table
  }

  /// Whether counts of a period are those between the stocks.
  ///
  /// They are told either by the stocks' own times or, between stocks that are not of the turn of years, their years
  /// (2015–2020 for those of 1 October), or by days and whole years that begin
  /// and end with the stocks: 2016–2020 between stocks of 31 December 2015 and 2020.
  private func covers(_ period: Period) -> Bool {
    guard let start, let end, case .span(let first, let last) = period else {
      return coversDays(period)
    }
    let years = Period.span(.calendarYear(start.year), .calendarYear(end.year))
    // Between stocks of the turn of years, years are whole ones: 2015–2020 are six.
    let namesYears = period == years && !isTurnOfYears(start) && !isTurnOfYears(end)
    return period == .span(start, end) || namesYears
      || hasWholeYears(first, last, from: start, to: end) || coversDays(period)
  }

  private func isTurnOfYears(_ stock: Period) -> Bool {
    guard case .date(let day) = stock else { return false }
    return [day, day.next].contains { ($0.month, $0.day) == (1, 1) }
  }

  /// Whether days reach from one year to the same day of another, between stocks that tell no day.
  private func hasWholeYears(
    _ first: Period, _ last: Period, from start: Period, to end: Period
  ) -> Bool {
    guard case .date(let from) = first, case .date(let through) = last,
      case .calendarYear(from.year) = start, case .calendarYear(let year) = end
    else { return false }
    return CalendarDate(year: year, month: from.month, day: from.day) == through.next
  }

  /// Whether the first and the last day are those of the stocks, each counted at the day's begin or end.
  private func coversDays(_ period: Period) -> Bool {
    guard case .date(let start)? = start, case .date(let end)? = end, let days = period.days else {
      return false
    }
    return [start, start.next].contains(days.first) && [end, end.next].contains(days.after)
  }
}
