/// A part of a date or a time in a number format.
enum DatePart: Hashable, Sendable {
  /// `yy` or `yyyy`.
  case year(digits: Int)
  /// `m` to `mmmmm`.
  case month(letters: Int)
  /// `d` and `dd`; the weekday in English from `ddd` on.
  case day(letters: Int)
  /// `aaa` 月, `aaaa` 月曜日.
  case weekday(letters: Int)
  /// `g` R, `gg` 令, `ggg` 令和.
  case era(letters: Int)
  /// The year of the era: `e`, `ee`.
  case eraYear(digits: Int)
  case hour(digits: Int)
  case minute(digits: Int)
  case second(digits: Int)
  /// `.0`, `.00`, `.000` behind seconds.
  case fraction(digits: Int)
  /// `[h]`, `[m]`, `[s]`: all of the hours, minutes or seconds.
  case elapsed(unit: UInt8, digits: Int)
  /// `AM/PM`, or 午前 and 午後.
  case halfDay(isJapanese: Bool)
  /// `A/P`.
  case shortHalfDay
}
