/// A year as printed: 令和4, R4, 令4, 令和四, ㋿4, 2021, 二〇二一, FY2021.
struct PrintedYear {
  /// The Gregorian year.
  let gregorian: Int
  /// The number that is printed.
  let number: Int
  /// The era that it is counted in.
  var era: JapaneseEra?
  /// What the year is, where a word before it says so.
  var kind: Period.YearKind?

  /// Reads the year that stands at the scanner.
  static func scan(_ scanner: inout TextScanner) throws(PeriodScanFailure) -> PrintedYear? {
    guard let first = scanner.current, mayBegin(first) else { return nil }
    let start = scanner.position
    for era in JapaneseEra.allCases where first.decimalDigit == nil {
      let isSpelledOut = scanner.skip(era.rawValue)
      guard isSpelledOut || scanner.skip(era.letter) || scanner.skipInitial(of: era) else {
        continue
      }
      scanner.skipSpaces()
      _ = scanner.skip(".")
      scanner.skipSpaces()
      if scanner.skip("元") {
        return PrintedYear(gregorian: era.firstYear, number: 1, era: era)
      }
      let digits = scanner.number(maximumDigits: 4)
      guard let number = digits ?? (isSpelledOut ? scanner.kanjiNumber() : nil) else { break }
      guard let year = era.gregorianYear(number) else {
        throw PeriodError.Code.yearOutsideEra.failure
      }
      return PrintedYear(gregorian: year, number: number, era: era)
    }
    scanner.position = start
    let kind: Period.YearKind? =
      scanner.skip("FY") ? .fiscal : scanner.skip("CY") ? .calendar : nil
    if let number = scanner.number(maximumDigits: 4), years.contains(number) {
      return PrintedYear(gregorian: number, number: number, kind: kind)
    }
    scanner.position = start
    if let number = scanner.kanjiNumber(), years.contains(number), scanner.current == "年" {
      return PrintedYear(gregorian: number, number: number)
    }
    scanner.position = start
    return nil
  }

  private static let years = 1800...2999

  /// Whether a year may begin with a scalar, as most do not.
  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "M", "T", "S", "H", "R", "F", "C", "明", "大", "昭", "平", "令": true
    case "〇", "○", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千": true
    default: false
    }
  }

  /// Reads the year at the end of a span that does not repeat its era or century: 4 of 令和2～4年度, 22 of
  /// 2020～22年度.
  static func scanShort(_ scanner: inout TextScanner, after first: PeriodPart) -> PrintedYear? {
    let start = scanner.position
    guard let number = scanner.number(maximumDigits: 2) ?? scanner.kanjiNumber(),
      scanner.current?.decimalDigit == nil
    else {
      scanner.position = start
      return nil
    }
    let base = first.era.map { $0.firstYear - 1 } ?? (first.yearNumber - first.yearNumber % 100)
    let printed = first.era == nil ? first.yearNumber % 100 : first.yearNumber
    guard number > printed else {
      scanner.position = start
      return nil
    }
    return PrintedYear(gregorian: base + number, number: number, era: first.era)
  }
}

extension TextScanner {
  /// Skips the first character of an era that stands for it before a number: 昭46, 平16.3.1; but not that of 水平10.
  fileprivate mutating func skipInitial(of era: JapaneseEra) -> Bool {
    guard current == era.rawValue.unicodeScalars.first, peek(1)?.decimalDigit != nil,
      position == 0 || !scalars[position - 1].properties.isAlphabetic
    else { return false }
    position += 1
    return true
  }

  /// Reads a whole number below 10,000 in kanji: 三十一, 十, 百二, 二〇二三.
  package mutating func kanjiNumber() -> Int? {
    let start = position
    var total = 0
    var digits = 0
    var isPositional = false
    var hasUnit = false
    while let scalar = current {
      if let digit = Self.kanjiDigits[scalar] {
        // 二三 counts by places, and then has no 十.
        isPositional = isPositional || digits > 0
        digits = digits * 10 + digit
        if digits > 9999 { break }
        if digit == 0, position == start { break }
      } else if let unit = Self.kanjiUnits[scalar], !isPositional {
        total += max(1, digits) * unit
        digits = 0
        hasUnit = true
      } else {
        break
      }
      position += 1
    }
    let value = total + digits
    guard position > start, (1...9999).contains(value), !(hasUnit && digits > 9) else {
      position = start
      return nil
    }
    return value
  }

  private static let kanjiDigits: [Unicode.Scalar: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static let kanjiUnits: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]
}
