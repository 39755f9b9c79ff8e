/// A date and time that a workbook stores as a number of days.
struct SerialDate: Hashable, Sendable {
  let year: Int
  let month: Int
  let day: Int
  /// 0 is Sunday.
  let weekday: Int
  /// The days as they are stored.
  private let days: Int
  /// Since midnight.
  private let milliseconds: Int

  /// The last day of the calendar, 31 December 9999.
  private static let lastDay = 2_958_465
  private static let millisecondsPerDay = 86_400_000

  /// Reads a number of days; `nil` before the first day and after the year 9999.
  ///
  /// - Parameters:
  ///   - number: the days, with the time as a part of one.
  ///   - is1904: whether they count from 1 January 1904. Otherwise day 1 is 1 January 1900, and the
  ///     60th is the 29 February that this year did not have.
  ///   - places: the decimals of seconds that are shown; the time is rounded to them.
  init?(_ number: StoredNumber, is1904: Bool = false, places: Int = 0) {
    let value = number.value + (is1904 ? 1462 : 0)
    guard !number.isNegative, value < Double(Self.lastDay + 1) else { return nil }
    let step = places == 0 ? 1000.0 : places == 1 ? 100 : places == 2 ? 10 : 1
    let whole = value.rounded(.down)
    var days = Int(whole)
    var milliseconds =
      Int(((value - whole) * Double(Self.millisecondsPerDay) / step).rounded()) * Int(step)
    if milliseconds >= Self.millisecondsPerDay {
      days += 1
      milliseconds = 0
    }
    self.days = is1904 ? days - 1462 : days
    self.milliseconds = milliseconds
    weekday = (days + 6) % 7
    switch days {
    case 0: (year, month, day) = (1900, 1, 0)
    case 60: (year, month, day) = (1900, 2, 29)
    default: (year, month, day) = Self.date(days: days < 60 ? days : days - 1)
    }
  }

  /// The date so many days after 31 December 1899.
  private static func date(days: Int) -> (Int, Int, Int) {
    // Days since 1 March of the year 0 (the calendar's arithmetic of H. Hinnant).
    let count = days + 693_900
    let era = count / 146_097
    let ofEra = count % 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1
    )
  }

  var hour: Int { milliseconds / 3_600_000 }
  var minute: Int { milliseconds / 60_000 % 60 }
  var second: Int { milliseconds / 1000 % 60 }
  var thousandths: Int { milliseconds % 1000 }

  /// All hours (`h`), minutes (`m`) or seconds (`s`).
  func total(_ unit: UInt8) -> Int {
    switch unit {
    case UInt8(ascii: "h"): days * 24 + hour
    case UInt8(ascii: "m"): days * 1440 + milliseconds / 60_000
    default: days * 86_400 + milliseconds / 1000
    }
  }

  /// The era (元号) of the day.
  var era: (name: String, letter: String, firstYear: Int)? {
    let key = (year * 100 + month) * 100 + day
    return Self.eras.first { key >= $0.first }.map { ($0.name, $0.letter, $0.first / 10_000) }
  }

  /// The eras by their first days, the newest first; a workbook knows no day before 1900.
  private static let eras: [(first: Int, name: String, letter: String)] = [
    (2019_05_01, "令和", "R"), (1989_01_08, "平成", "H"), (1926_12_25, "昭和", "S"),
    (1912_07_30, "大正", "T"), (1868_01_25, "明治", "M"),
  ]
}

extension SerialDate {
  /// The number of days of a date that is stored as one: `2024-04-01`, `2024-04-01T09:30:00`.
  static func stored(_ text: [UInt8], is1904: Bool) -> StoredNumber? {
    let parts = text.split { !(0x30...0x39).contains($0) }.map {
      Int(String(decoding: $0.prefix(9), as: UTF8.self)) ?? 0
    }
    guard parts.count >= 3, (1900...9999).contains(parts[0]), (1...12).contains(parts[1]),
      (1...31).contains(parts[2])
    else { return nil }
    let year = parts[1] > 2 ? parts[0] : parts[0] - 1
    let ofYear = (153 * ((parts[1] + 9) % 12) + 2) / 5 + parts[2] - 1
    var days = year * 365 + year / 4 - year / 100 + year / 400 + ofYear - 693_900
    if days >= 60 { days += 1 }
    if is1904 { days -= 1462 }
    var seconds = 0
    for (index, scale) in [3600, 60, 1].enumerated() where parts.count > 3 + index {
      seconds += min(parts[3 + index], 60) * scale
    }
    // Ten digits of a day are less than a hundredth of a millisecond.
    let fraction = (min(seconds, 86_399) * 10_000_000_000 / 86_400 + 5) / 10
    return StoredNumber(Array("\(days).\(String(1_000_000_000 + fraction).dropFirst())".utf8))
  }
}
