import MunicipalModel

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

  private static func year(from year: Int, month: Int) -> (CalendarDate, CalendarDate)? {
    guard let first = CalendarDate(year: year, month: month, day: 1),
      let after = CalendarDate(year: year + 1, month: month, day: 1)
    else { return nil }
    return (first, after)
  }
}

extension CalendarDate {
  /// The days since a fixed day, to count those between two dates.
  var dayNumber: Int {
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
    let begin = Self(year: year + whole, month: month, day: day) ?? self
    let end = Self(year: year + whole + 1, month: month, day: day) ?? self
    let length = end.dayNumber - begin.dayNumber
    guard length > 0 else { return Double(last.dayNumber - dayNumber) / 365.2425 }
    return Double(whole) + Double(last.dayNumber - begin.dayNumber) / Double(length)
  }

  /// The day after.
  var next: Self {
    Self(year: year, month: month, day: day + 1) ?? Self(year: year, month: month + 1, day: 1)
      ?? Self(year: year + 1, month: 1, day: 1) ?? self
  }
}
