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
  /// The day after.
  var next: Self {
    Self(year: year, month: month, day: day + 1) ?? Self(year: year, month: month + 1, day: 1)
      ?? Self(year: year + 1, month: 1, day: 1) ?? self
  }
}
