import MunicipalModel

extension Period {
  /// Whether it is a calendar or a fiscal year; `nil` for a day and a span.
  var kind: YearKind? {
    switch self {
    case .calendarYear: .calendar
    case .fiscalYear: .fiscal
    case .date, .span: nil
    }
  }

  /// Whether it is a single day.
  var isDay: Bool {
    if case .date = self { true } else { false }
  }
}
