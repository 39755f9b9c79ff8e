/// The time that a figure belongs to.
public indirect enum Period: Hashable, Sendable {
  /// A calendar year (年, 暦年).
  case calendarYear(Int)
  /// A fiscal year (年度), April of this year to March of the next.
  case fiscalYear(Int)
  /// A single day, such as the date of a count.
  case date(CalendarDate)
  /// From the beginning of one period to the end of another.
  case span(Period, Period)

  /// Whether a year is a calendar or a fiscal year.
  public enum YearKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// January to December (暦年).
    case calendar
    /// April to March (年度).
    case fiscal
  }

  /// A year of one kind.
  public static func year(_ year: Int, _ kind: YearKind) -> Self {
    kind == .calendar ? .calendarYear(year) : .fiscalYear(year)
  }

  /// The year number; the last one of a span.
  public var year: Int {
    switch self {
    case .calendarYear(let year), .fiscalYear(let year): year
    case .date(let date): date.year
    case .span(_, let last): last.year
    }
  }

  /// The years of a span from first to last, or the one year.
  public var years: ClosedRange<Int> {
    guard case .span(let first, let last) = self, first.year <= last.year else {
      return year...year
    }
    return first.year...last.year
  }

  /// The first day.
  var start: (Int, Int, Int) {
    switch self {
    case .calendarYear(let year): (year, 1, 1)
    case .fiscalYear(let year): (year, 4, 1)
    case .date(let date): (date.year, date.month, date.day)
    case .span(let first, _): first.start
    }
  }
}

extension Period: Comparable {
  /// Orders by the first day, then by the code.
  public static func < (left: Self, right: Self) -> Bool {
    left.start == right.start ? left.code < right.code : left.start < right.start
  }
}

extension Period: CustomStringConvertible {
  /// The ``code``.
  public var description: String { code }
}

extension Period {
  /// A short code: `FY2022`, `CY2021`, `2023-10-31`, `FY2015/FY2019`.
  public var code: String {
    switch self {
    case .calendarYear(let year): "CY\(year)"
    case .fiscalYear(let year): "FY\(year)"
    case .date(let date): date.description
    case .span(let first, let last): "\(first.code)/\(last.code)"
    }
  }

  /// Reads a ``code``, or `nil` for anything else, such as a span that ends before it begins.
  public init?(code: some StringProtocol) {
    let parts = String(code).utf8.split(
      separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
    let periods = parts.compactMap { Self(singleCode: String(Substring($0))) }
    guard periods.count == parts.count, let first = periods.first, let last = periods.last,
      parts.count <= 2, first.start <= last.start
    else { return nil }
    self = parts.count == 1 ? first : .span(first, last)
  }

  /// Reads the code of a year or a date.
  private init?(singleCode code: String) {
    if code.begins(with: "FY") || code.begins(with: "CY") {
      guard let year = Int(code.dropFirst(2)), (1...9999).contains(year) else { return nil }
      self = .year(year, code.begins(with: "FY") ? .fiscal : .calendar)
    } else {
      let parts = code.utf8.split(separator: UInt8(ascii: "-")).compactMap { Int(Substring($0)) }
      guard parts.count == 3,
        let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
      else { return nil }
      self = .date(date)
    }
    // FY+2022 and 2023-1-1 can be read too, but no code is written so.
    guard self.code == code else { return nil }
  }

  /// The year as a person writes it: 2022年度, 2021年, 2023年10月31日, 2015年度～2019年度.
  public var label: LocalizedText {
    switch self {
    case .calendarYear(let year): LocalizedText(ja: "\(year)年", en: "\(year)")
    case .fiscalYear(let year): LocalizedText(ja: "\(year)年度", en: "FY\(year)")
    case .date(let date):
      LocalizedText(ja: "\(date.year)年\(date.month)月\(date.day)日", en: date.description)
    case .span(let first, let last):
      LocalizedText(
        ja: "\(first.label.ja)～\(last.label.ja)", en: "\(first.label.en)–\(last.label.en)")
    }
  }
}

extension Period: Codable {
  /// Decodes a ``code``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let period = Self(code: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a period: \(text)")
    }
    self = period
  }

  /// Encodes the ``code``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
