/// A number with its unit, as printed: 1,498千円 is 1498 in 千円.
public struct Quantity: Hashable, Sendable, Codable {
  /// Whether the number is a limit rather than a value.
  public enum Bound: String, Hashable, Sendable, Codable, CaseIterable {
    /// 以上
    case atLeast = "at-least"
    /// 以下
    case atMost = "at-most"
    /// 未満
    case below
    /// 超
    case above
    /// 程度, 約
    case about
  }

  /// The number, in the printed unit.
  public let value: ExactDecimal
  /// The unit as printed with its width folded, such as `人`, `千円`, `%`, `人/年`; empty if none is.
  public let unit: String
  /// The limit that the number is, if it is one.
  public let bound: Bound?
  /// Whether a plus sign stands before the number, as in +8人: it may be an increase rather than a level.
  public let isPrintedWithPlus: Bool
  /// Whether the document says that the number is not final: 見込み, 速報値, 推計, 暫定値, 概数.
  public let isEstimate: Bool

  /// Makes a quantity.
  public init(
    _ value: ExactDecimal, unit: String = "", bound: Bound? = nil, isPrintedWithPlus: Bool = false,
    isEstimate: Bool = false
  ) {
    self.value = value
    self.unit = unit
    self.bound = bound
    self.isPrintedWithPlus = isPrintedWithPlus
    self.isEstimate = isEstimate
  }

  /// The same number, which the document says is not final.
  package var asEstimate: Self {
    Self(
      value, unit: unit, bound: bound, isPrintedWithPlus: isPrintedWithPlus, isEstimate: true)
  }
}

extension Quantity {
  private enum CodingKeys: String, CodingKey {
    case value, unit, bound
    case isPrintedWithPlus = "plus"
    case isEstimate = "estimate"
  }

  /// Decodes a quantity such as `{"value": "79", "unit": "人"}`; what is not said was not printed.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    value = try container.decode(ExactDecimal.self, forKey: .value)
    unit = try container.decodeIfPresent(String.self, forKey: .unit) ?? ""
    bound = try container.decodeIfPresent(Bound.self, forKey: .bound)
    isPrintedWithPlus =
      try container.decodeIfPresent(Bool.self, forKey: .isPrintedWithPlus) ?? false
    isEstimate = try container.decodeIfPresent(Bool.self, forKey: .isEstimate) ?? false
  }

  /// Encodes `"bound": "at-least"`, `"plus": true` and `"estimate": true` only where they were printed.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .value)
    try container.encode(unit, forKey: .unit)
    try container.encodeIfPresent(bound, forKey: .bound)
    if isPrintedWithPlus { try container.encode(true, forKey: .isPrintedWithPlus) }
    if isEstimate { try container.encode(true, forKey: .isEstimate) }
  }
}

extension Quantity {
  /// The same number under another name of its unit.
  package func with(unit: String) -> Self {
    Self(
      value, unit: unit, bound: bound, isPrintedWithPlus: isPrintedWithPlus,
      isEstimate: isEstimate)
  }

  /// The number counted in another magnitude of its unit, or `nil` if the unit is another one.
  ///
  /// 213.1 万人 is 2,131,000 in 人, and 4億円 is 40,000 in 万円; a number without a unit is taken as it
  /// stands.
  package func number(of unit: String) -> ExactDecimal? {
    guard !self.unit.isEmpty, self.unit != unit else { return value }
    let (own, other) = (Self.magnitude(of: self.unit), Self.magnitude(of: unit))
    guard own.counter == other.counter, !own.counter.isEmpty else { return nil }
    let exponent = own.exponent - other.exponent
    return exponent < 0
      ? ExactDecimal(coefficient: value.coefficient, scale: value.scale - exponent)
      : value.multiplied(byPowerOfTen: exponent)
  }

  /// The power of ten and the rest of a unit: 4 and 円 of 万円.
  private static func magnitude(of unit: String) -> (exponent: Int, counter: String) {
    for (word, exponent) in magnitudes where unit.begins(with: word) && unit != word {
      return (exponent, String(unit.dropFirst(word.count)))
    }
    return (0, unit)
  }

  /// The magnitude words with their powers of ten, the longer words first.
  package static let magnitudes: [(word: String, exponent: Int)] = [
    ("千億", 11), ("百億", 10), ("十億", 9), ("千万", 7), ("百万", 6), ("十万", 5),
    ("兆", 12), ("億", 8), ("万", 4), ("千", 3), ("百", 2), ("十", 1),
  ]
}
