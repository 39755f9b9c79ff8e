/// A decimal number exactly as it was printed: 28.29 stays 28.29, and 50.0 keeps its zero.
///
/// It holds up to 18 digits. Two decimals of equal value are equal, whatever their trailing zeros.
public struct ExactDecimal: Sendable {
  /// The digits without the decimal point: 2829 for 28.29.
  public let coefficient: Int64
  /// How many of the digits stand after the decimal point, 0 to 18.
  public let scale: Int

  /// The largest number of digits that a decimal can hold.
  public static let maximumDigits = 18

  /// Makes `coefficient` × 10^−`scale`, or `nil` if it has more than 18 digits.
  public init?(coefficient: Int64, scale: Int) {
    guard (0...Self.maximumDigits).contains(scale),
      coefficient.magnitude < Self.power(of: Self.maximumDigits)
    else { return nil }
    self.coefficient = coefficient
    self.scale = scale
  }

  /// Makes a whole number of at most nine digits or so: any `Int32` fits.
  public init(_ value: Int32) {
    coefficient = Int64(value)
    scale = 0
  }

  /// Makes a whole number, or `nil` if it has more than 18 digits.
  public init?(exactly value: Int) {
    self.init(coefficient: Int64(value), scale: 0)
  }

  /// Reads a plain decimal such as `-0.44`, or `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var coefficient: Int64 = 0
    var digits = 0
    var scale: Int?
    var isNegative = false
    var text = String(text)
    let isPlain = text.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "-") where index == 0: isNegative = true
        case UInt8(ascii: ".") where scale == nil && digits > 0: scale = 0
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          // The zero before the point of 0.44 is not one of the 18 digits.
          guard digits <= Self.maximumDigits, coefficient < 100_000_000_000_000_000 else {
            return false
          }
          coefficient = coefficient * 10 + Int64(byte - UInt8(ascii: "0"))
          digits += 1
          scale = scale.map { $0 + 1 }
        default: return false
        }
      }
      return true
    }
    guard isPlain, digits > 0, scale != 0 else { return nil }
    self.init(coefficient: isNegative ? -coefficient : coefficient, scale: scale ?? 0)
  }

  /// The nearest binary floating-point number, for computing.
  public var doubleValue: Double {
    let quotient = Double(coefficient) / Double(Self.power(of: scale))
    // Beyond 53 bits the coefficient itself is rounded, and the quotient would be a second time.
    return coefficient.magnitude <= 1 << 53 ? quotient : Double(description) ?? quotient
  }

  /// Whether the number is zero.
  public var isZero: Bool { coefficient == 0 }

  /// The number with its sign turned.
  public static prefix func - (value: Self) -> Self {
    Self(unchecked: -value.coefficient, scale: value.scale)
  }

  /// The sum, or `nil` if it has more than 18 digits.
  public func adding(_ other: Self) -> Self? {
    guard let (left, right, scale) = aligned(with: other) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Self(coefficient: sum, scale: scale)
  }

  /// The difference, or `nil` if it has more than 18 digits.
  public func subtracting(_ other: Self) -> Self? { adding(-other) }

  /// The number times a power of ten, or `nil` if it has more than 18 digits.
  ///
  /// - Parameter exponent: 4 turns 213.1 万人 into 2,131,000 人.
  public func multiplied(byPowerOfTen exponent: Int) -> Self? {
    guard (0...Self.maximumDigits).contains(exponent) else { return nil }
    if exponent <= scale { return Self(coefficient: coefficient, scale: scale - exponent) }
    let factor = Int64(Self.power(of: exponent - scale))
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Self(coefficient: product, scale: 0)
  }

  init(unchecked coefficient: Int64, scale: Int) {
    self.coefficient = coefficient
    self.scale = scale
  }

  /// 10 to the power of `exponent`, which is 0 to 19.
  static func power(of exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// Both coefficients at the larger of the two scales.
  private func aligned(with other: Self) -> (Int64, Int64, Int)? {
    let common = max(scale, other.scale)
    let (left, overflowLeft) = coefficient.multipliedReportingOverflow(
      by: Int64(Self.power(of: common - scale)))
    let (right, overflowRight) = other.coefficient.multipliedReportingOverflow(
      by: Int64(Self.power(of: common - other.scale)))
    return overflowLeft || overflowRight ? nil : (left, right, common)
  }

  /// Coefficient and scale without trailing zeros, by which equality is decided.
  private var normalized: (Int64, Int) {
    var coefficient = coefficient
    var scale = scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    return (coefficient, scale)
  }
}

extension ExactDecimal: Hashable, Comparable {
  /// Whether two decimals have the same value: 50 and 50.0 do.
  public static func == (left: Self, right: Self) -> Bool { left.normalized == right.normalized }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(normalized.0)
    hasher.combine(normalized.1)
  }

  /// Orders by value.
  public static func < (left: Self, right: Self) -> Bool {
    let difference = left.scale - right.scale
    let leftFactor = power(of: max(0, -difference))
    let rightFactor = power(of: max(0, difference))
    let wideLeft = left.coefficient.multipliedFullWidth(by: Int64(leftFactor))
    let wideRight = right.coefficient.multipliedFullWidth(by: Int64(rightFactor))
    return (wideLeft.high, wideLeft.low) < (wideRight.high, wideRight.low)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The plain decimal, with as many digits after the point as were printed.
  public var description: String {
    var digits = String(coefficient.magnitude)
    if scale > 0 {
      if digits.utf8.count <= scale {
        digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
    }
    return coefficient < 0 ? "-" + digits : digits
  }
}

extension ExactDecimal: Codable {
  /// Decodes a text such as `"28.29"`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a plain decimal: \(text)")
    }
    self = value
  }

  /// Encodes the plain decimal as a text, so that no digit is lost.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
