/// A group of ages in completed years (年齢階級): a single year, a span, or open-ended.
///
/// 20–24 holds everybody from the 20th birthday to the day before the 25th.
public struct AgeGroup: Hashable, Sendable {
  /// The highest age that a group may name; above it, a number is taken for a mistake.
  public static let highestAge = 150

  private let lower: UInt8
  /// The last age, or 255 for an open-ended group; ages fit a byte, and tables hold many groups.
  private let upper: UInt8

  /// Makes the group from `lowerAge` through `upperAge`, or `nil` if there is no such group.
  ///
  /// - Parameters:
  ///   - lowerAge: the first age, in completed years, 0 to ``highestAge``.
  ///   - upperAge: the last age, in completed years; not below the first.
  public init?(_ lowerAge: Int, through upperAge: Int) {
    guard 0 <= lowerAge, lowerAge <= upperAge, upperAge <= Self.highestAge else { return nil }
    lower = UInt8(lowerAge)
    upper = UInt8(upperAge)
  }

  /// Makes the open-ended group of `lowerAge` and over, or `nil` if the age is no age.
  ///
  /// - Parameter lowerAge: the first age, in completed years, 0 to ``highestAge``.
  public init?(andOver lowerAge: Int) {
    guard (0...Self.highestAge).contains(lowerAge) else { return nil }
    lower = UInt8(lowerAge)
    upper = .max
  }

  /// Makes the group of one single year of age (各歳), or `nil` if the age is no age.
  public init?(singleYear age: Int) { self.init(age, through: age) }

  /// The first age, in completed years.
  public var lowerAge: Int { Int(lower) }

  /// The last age, in completed years; `nil` of an open-ended group.
  public var upperAge: Int? { isOpen ? nil : Int(upper) }

  /// Whether the group has no last age (85歳以上).
  public var isOpen: Bool { upper == .max }

  /// How many years of age the group spans; `nil` of an open-ended group.
  public var width: Int? { isOpen ? nil : Int(upper) - Int(lower) + 1 }

  /// Whether every age of the other group is an age of this one.
  public func contains(_ other: Self) -> Bool { lower <= other.lower && other.upper <= upper }

  /// Whether an age in completed years belongs to the group.
  public func contains(age: Int) -> Bool { lowerAge <= age && (isOpen || age <= Int(upper)) }

  /// Whether the groups have an age in common.
  public func overlaps(_ other: Self) -> Bool { lower <= other.upper && other.lower <= upper }

  /// The group that these people belong to after some years, or `nil` beyond ``highestAge``.
  ///
  /// - Parameter years: years that pass; below zero, years back.
  public func aged(by years: Int) -> Self? {
    let (first, overflow) = lowerAge.addingReportingOverflow(years)
    guard !overflow, (0...Self.highestAge).contains(first) else { return nil }
    return isOpen ? Self(andOver: first) : Self(first, through: first + Int(upper) - Int(lower))
  }
}

extension AgeGroup: Comparable {
  /// Orders by the first age, then by the last.
  public static func < (left: Self, right: Self) -> Bool {
    (left.lower, left.upper) < (right.lower, right.upper)
  }
}

extension AgeGroup: CustomStringConvertible {
  /// A short code: `0-4`, `7`, `85+`.
  public var description: String {
    isOpen ? "\(lower)+" : lower == upper ? "\(lower)" : "\(lower)-\(upper)"
  }

  /// The group as a person writes it: 0～4歳, 7歳, 85歳以上.
  public var label: LocalizedText {
    if isOpen { return LocalizedText(ja: "\(lower)歳以上", en: "\(lower)+") }
    if lower == upper { return LocalizedText(ja: "\(lower)歳", en: "\(lower)") }
    return LocalizedText(ja: "\(lower)～\(upper)歳", en: "\(lower)–\(upper)")
  }
}

extension AgeGroup: Codable {
  /// Decodes a code such as `0-4` or `85+`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let group = Self(printed: text), group.description == text else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not an age group: \(text)")
    }
    self = group
  }

  /// Encodes the code, such as `0-4` or `85+`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension AgeGroup {
  /// Makes a group of a range of completed years: `try .ages(20...24)`, a single year as `try .ages(7...7)`.
  ///
  /// For code that names its ages, and needs no optional: `try table.count(of: .female, at: .ages(20...24))`.
  ///
  /// - Throws: ``AgeTableError`` with `unreadable-age` for ages below 0 or above ``highestAge``.
  public static func ages(_ range: ClosedRange<Int>) throws(AgeTableError) -> Self {
    guard let group = Self(range.lowerBound, through: range.upperBound) else {
      throw AgeTableError(
        code: .unreadableAge, text: "\(range.lowerBound)-\(range.upperBound)")
    }
    return group
  }

  /// Makes an open-ended group: `try .ages(85...)` is 85歳以上.
  ///
  /// - Throws: ``AgeTableError``, as above.
  public static func ages(_ range: PartialRangeFrom<Int>) throws(AgeTableError) -> Self {
    guard let group = Self(andOver: range.lowerBound) else {
      throw AgeTableError(code: .unreadableAge, text: "\(range.lowerBound)+")
    }
    return group
  }
}
