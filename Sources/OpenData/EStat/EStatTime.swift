package import MunicipalModel

/// The codes of e-Stat's time axis (時間軸コード): ten digits.
package enum EStatTime {
  /// The time that a code stands for, or `nil` if it stands for none.
  ///
  /// `2024000000` is the year 2024, `2024100000` the fiscal year 2024, `2024000101` January 2024 and
  /// `2024000103` January to March. A code of four digits is a year. The name (2020年度, 2024年1月) decides
  /// whether a year is a fiscal one; it is read alone if the code cannot be.
  package static func period(code: String, name: String = "") -> Period? {
    let digits = Array(TextFolding.key(code).utf8)
    let isFiscal = TextFolding.key(name).contains("年度")
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.count == 10 || digits.count == 4
    else { return try? Period(parsing: name, bareYear: .calendar) }
    func number(_ range: Range<Int>) -> Int {
      digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    let year = number(0..<4)
    guard (1...9999).contains(year) else { return nil }
    guard digits.count == 10 else { return .year(year, isFiscal ? .fiscal : .calendar) }
    let kind = number(4..<6)
    let first = number(6..<8)
    let last = number(8..<10)
    if first == 0, last == 0 {
      guard kind == 0 || kind == 10 else { return try? Period(parsing: name, bareYear: .calendar) }
      return .year(year, kind == 10 || isFiscal ? .fiscal : .calendar)
    }
    if (1...12).contains(first), (first...12).contains(last),
      let start = CalendarDate(year: year, month: first, day: 1),
      let end = CalendarDate.end(ofMonth: last, year: year)
    {
      return .span(.date(start), .date(end))
    }
    return try? Period(parsing: name, bareYear: .calendar)
  }
}
