import MunicipalModel

/// A printed unit taken apart: 万人 is 人 times ten thousand, 人/年 counts 人.
struct CommonUnit: Hashable {
  /// The unit without multiples and without 毎年.
  let base: String
  /// The power of ten that the printed number is multiplied by.
  let exponent: Int

  private static let multiples: [(sign: String, exponent: Int)] = [
    ("億", 8), ("百万", 6), ("万", 4), ("千", 3),
  ]

  init(_ printed: String) {
    let unit = Self.withoutPeriod(printed)
    for (sign, exponent) in Self.multiples where unit.begins(with: sign) && unit != sign {
      base = String(unit.dropFirst(sign.count))
      self.exponent = exponent
      return
    }
    base = unit
    exponent = 0
  }

  /// The unit without 毎年: 人/年 and 人 count the same thing.
  static func withoutPeriod(_ unit: String) -> String {
    for suffix in ["/年度", "/年"] where unit.ends(with: suffix) {
      return String(unit.dropLast(suffix.count))
    }
    return unit
  }

  /// A number in the base unit, or `nil` if it has more than 18 digits.
  func value(_ printed: ExactDecimal) -> ExactDecimal? {
    exponent == 0 ? printed : printed.multiplied(byPowerOfTen: exponent)
  }
}
