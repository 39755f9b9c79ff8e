extension NumberFormatSection {
  /// A number of days as a date or a time; `nil` of what is no day of the workbook's calendar.
  func date(_ number: StoredNumber, is1904: Bool) -> [UInt8]? {
    guard let moment = SerialDate(number, is1904: is1904, places: secondPlaces) else { return nil }
    var text: [UInt8] = []
    for token in tokens {
      switch token {
      case .literal(let bytes): text += bytes
      case .date(let part):
        guard let bytes = written(part, of: moment) else { return nil }
        text += bytes
      default: return nil
      }
    }
    return text
  }

  /// The decimals of seconds that are shown.
  private var secondPlaces: Int {
    tokens.reduce(0) { places, token in
      if case .date(.fraction(let digits)) = token { max(places, min(digits, 3)) } else { places }
    }
  }

  private var isHalfDay: Bool {
    tokens.contains { token in
      switch token {
      case .date(.halfDay), .date(.shortHalfDay): true
      default: false
      }
    }
  }

  private func written(_ part: DatePart, of moment: SerialDate) -> [UInt8]? {
    switch part {
    case .year(let digits):
      return Self.number(digits == 2 ? moment.year % 100 : moment.year, digits: digits)
    case .month(let letters):
      guard letters > 2 else { return Self.number(moment.month, digits: letters) }
      let name = Self.months[moment.month - 1]
      return Array((letters == 4 ? name : String(name.prefix(letters == 3 ? 3 : 1))).utf8)
    case .day(let letters):
      guard letters > 2 else { return Self.number(moment.day, digits: letters) }
      let name = Self.weekdays[moment.weekday]
      return Array((letters == 3 ? String(name.prefix(3)) : name).utf8)
    case .weekday(let letters):
      return Array((Self.shortWeekdays[moment.weekday] + (letters == 4 ? "曜日" : "")).utf8)
    case .era(let letters):
      guard let era = moment.era else { return nil }
      return Array(
        (letters == 1 ? era.letter : String(era.name.prefix(letters == 2 ? 1 : 2))).utf8)
    case .eraYear(let digits):
      guard let era = moment.era else { return nil }
      let year = moment.year - era.firstYear + 1
      return year == 1 && hasFirstYear ? Array("元".utf8) : Self.number(year, digits: digits)
    case .hour(let digits):
      return Self.number(
        isHalfDay ? (moment.hour + 11) % 12 + 1 : moment.hour, digits: digits)
    case .minute(let digits): return Self.number(moment.minute, digits: digits)
    case .second(let digits): return Self.number(moment.second, digits: digits)
    case .fraction(let digits):
      let places = Self.number(moment.thousandths, digits: 3)
      return [UInt8(ascii: ".")] + places.prefix(digits)
        + repeatElement(0x30, count: max(0, digits - 3))
    case .elapsed(let unit, let digits): return Self.number(moment.total(unit), digits: digits)
    case .halfDay(let isJapanese):
      let isMorning = moment.hour < 12
      return Array((isJapanese ? isMorning ? "午前" : "午後" : isMorning ? "AM" : "PM").utf8)
    case .shortHalfDay: return Array((moment.hour < 12 ? "A" : "P").utf8)
    }
  }

  private static func number(_ number: Int, digits: Int) -> [UInt8] {
    let text = Array(String(number).utf8)
    return Array(repeatElement(0x30, count: max(0, min(digits, 30) - text.count))) + text
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let shortWeekdays = ["日", "月", "火", "水", "木", "金", "土"]
}
