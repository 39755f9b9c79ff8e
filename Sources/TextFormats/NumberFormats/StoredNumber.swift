/// A number as a workbook stores it, by the 15 decimal digits that its program shows.
///
/// A stored 0.45500000000000002 is 0.455: all that is displayed is rounded from these digits.
struct StoredNumber: Hashable, Sendable {
  var isNegative: Bool
  /// The digits, at most 15, without zeros at the end.
  private(set) var digits: UInt64
  /// The number is the digits times ten to this power.
  var exponent: Int

  /// The most digits that count.
  static let precision = 15

  /// Makes a number from its parts.
  init(isNegative: Bool = false, digits: UInt64, exponent: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.exponent = exponent
    removeZeros()
  }

  /// Reads the digits of a number: `12`, `-0.5`, `1.5E-3`; `nil` of anything else.
  init?(_ text: some Sequence<UInt8>) {
    isNegative = false
    digits = 0
    exponent = 0
    var count = 0
    var hasDigits = false
    var hasPoint = false
    var power: Int?
    var isPowerNegative = false
    var hasPowerDigits = false
    var isRoundedUp = false
    var isFirst = true
    var mayHaveSign = false
    for byte in text {
      defer { isFirst = false }
      if isFirst || mayHaveSign, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
        let isMinus = byte == UInt8(ascii: "-")
        if mayHaveSign { isPowerNegative = isMinus } else { isNegative = isMinus }
        mayHaveSign = false
        continue
      }
      mayHaveSign = false
      let digit = byte &- 0x30
      if digit < 10 {
        if let old = power {
          power = min(old * 10 + Int(digit), 9999)
          hasPowerDigits = true
          continue
        }
        hasDigits = true
        if count < Self.precision {
          digits = digits * 10 + UInt64(digit)
          if digits > 0 { count += 1 }
          if hasPoint { exponent -= 1 }
        } else {
          if count == Self.precision { isRoundedUp = digit >= 5 }
          count += 1
          if !hasPoint { exponent += 1 }
        }
      } else if byte == UInt8(ascii: "."), !hasPoint, power == nil {
        hasPoint = true
      } else if byte | 0x20 == UInt8(ascii: "e"), power == nil, hasDigits {
        power = 0
        mayHaveSign = true
      } else {
        return nil
      }
    }
    guard hasDigits, power == nil || hasPowerDigits else { return nil }
    exponent += (power ?? 0) * (isPowerNegative ? -1 : 1)
    if isRoundedUp { digits += 1 }
    removeZeros()
    // What no program can store as a number.
    guard abs(exponent) < 400 else { return nil }
  }

  private mutating func removeZeros() {
    guard digits > 0 else {
      exponent = 0
      isNegative = false
      return
    }
    while digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
  }

  /// Whether it is 0.
  var isZero: Bool { digits == 0 }

  /// The power of ten of the first digit: 2 of 345, -1 of 0.5.
  var magnitude: Int {
    var magnitude = exponent - 1
    var rest = digits
    while rest > 0 {
      rest /= 10
      magnitude += 1
    }
    return magnitude
  }

  /// The number as the nearest binary one, for comparisons and for dates.
  var value: Double {
    var value = Double(digits)
    var power = exponent
    // Up to here the powers of ten are exact, and so is one division.
    while power < 0 {
      let step = min(22, -power)
      value /= Self.power(step)
      power += step
    }
    while power > 0 {
      let step = min(22, power)
      value *= Self.power(step)
      power -= step
    }
    return isNegative ? -value : value
  }

  private static func power(_ exponent: Int) -> Double {
    var value = 1.0
    for _ in 0..<exponent { value *= 10 }
    return value
  }

  /// The number rounded to a number of decimals, a half away from zero.
  ///
  /// - Parameter decimals: the digits behind the point that stay; less than 0 for tens and hundreds.
  func rounded(decimals: Int) -> StoredNumber {
    var drop = -decimals - exponent
    guard drop > 0 else { return self }
    guard drop <= Self.precision + 1 else { return StoredNumber(digits: 0, exponent: 0) }
    var divisor: UInt64 = 1
    while drop > 0 {
      divisor *= 10
      drop -= 1
    }
    let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: divisor)
    return StoredNumber(
      isNegative: isNegative, digits: quotient + (remainder >= divisor - remainder ? 1 : 0),
      exponent: -decimals)
  }

  /// The digits before the point, none of 0.5, and those behind it, exactly so many.
  func decimals(_ count: Int) -> (whole: [UInt8], fraction: [UInt8]) {
    let number = rounded(decimals: count)
    var all: [UInt8] = []
    var rest = number.digits
    while rest > 0 {
      all.append(UInt8(0x30 + rest % 10))
      rest /= 10
    }
    all.reverse()
    if number.digits > 0 {
      // Now the last digit is the last decimal.
      all += repeatElement(0x30, count: number.exponent + count)
    }
    guard all.count > count else {
      return ([], Array(repeatElement(0x30, count: count - all.count)) + all)
    }
    return (Array(all[..<(all.count - count)]), Array(all[(all.count - count)...]))
  }
}
