package import MunicipalModel

extension Period {
  /// The first day, and the first day after the last.
  var days: (first: CalendarDate, after: CalendarDate)? {
    switch self {
    case .calendarYear(let year): Self.year(from: year, month: 1)
    case .fiscalYear(let year): Self.year(from: year, month: 4)
    case .date(let day): (day, day.next)
    case .span(let first, let last):
      first.days.flatMap { begin in last.days.map { (begin.first, $0.after) } }
    }
  }

  /// Whether a day is in both.
  func overlaps(_ other: Self) -> Bool {
    guard let own = days, let others = other.days else { return self == other }
    return own.first < others.after && others.first < own.after
  }

  private static func year(from year: Int, month: Int) -> (CalendarDate, CalendarDate)? {
    guard let first = CalendarDate(year: year, month: month, day: 1),
      let after = CalendarDate(year: year + 1, month: month, day: 1)
    else { return nil }
    return (first, after)
  }
}

extension CalendarDate {
  /// The days since a fixed day, to count those between two dates.
  package var dayNumber: Int {
    // Years that begin in March have their leap day last.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// The years to a later day: whole ones, and the days that are left as a part of their year.
  func years(until last: Self) -> Double {
    var whole = last.year - year
    if (month, day) > (last.month, last.day) { whole -= 1 }
    let begin = anniversary(in: year + whole)
    let end = anniversary(in: year + whole + 1)
    let length = end.dayNumber - begin.dayNumber
    guard length > 0 else { return Double(last.dayNumber - dayNumber) / 365.2425 }
    return Double(whole) + Double(last.dayNumber - begin.dayNumber) / Double(length)
  }

  /// The same day of another year; 28 February for 29 February where there is none.
  private func anniversary(in year: Int) -> Self {
    Self(year: year, month: month, day: day) ?? Self(year: year, month: month, day: 28) ?? self
  }

  /// The whole years to another day, or `nil` if they are no whole ones.
  ///
  /// The last day of a month and the first of the next are the same moment for a stock, as are 28 and 29 February
  /// at the end of the month.
  func wholeYears(until last: Self) -> Int? {
    if (month, day) == (last.month, last.day) { return last.year - year }
    let (start, end) = (afterMonthEnd, last.afterMonthEnd)
    return (start.month, start.day) == (end.month, end.day) ? end.year - start.year : nil
  }

  private var afterMonthEnd: Self { next.day == 1 ? next : self }

  /// The day after.
  var next: Self {
    Self(year: year, month: month, day: day + 1) ?? Self(year: year, month: month + 1, day: 1)
      ?? Self(year: year + 1, month: 1, day: 1) ?? self
  }
}
