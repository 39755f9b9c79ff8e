import MunicipalModel
import TestSupport
import Testing

/// Random decimals against exact arithmetic in 128 bits and against binary floating point.
@Suite struct ExactDecimalFuzzTests {
  static let rounds = TestSize.of(20_000)

  /// A decimal of any length and scale, extreme ones among them.
  static func random(_ generator: inout SeededGenerator) -> ExactDecimal {
    let limit = Int64(pow10(Int.random(in: 0...18, using: &generator)))
    let bound = limit - 1
    let coefficient =
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: bound
      case 1: -bound
      default: Int64.random(in: -bound...bound, using: &generator)
      }
    let scale = Int.random(in: 0...18, using: &generator)
    return ExactDecimal(coefficient: coefficient, scale: scale) ?? ExactDecimal(0)
  }

  static func pow10(_ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  @Test("Text and JSON keep every digit")
  func text() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<Self.rounds {
      let value = Self.random(&generator)
      // A leading zero before the point makes 19 digits of a pure fraction of 18.
      guard value.scale < 18 else { continue }
      let back = try #require(ExactDecimal(value.description))
      #expect(back == value && back.scale == value.scale && back.coefficient == value.coefficient)
    }
  }

  @Test("Every decimal can be read back from its own description")
  func fullScale() throws {
    let digits: Int64 = 123_456_789_012_345_678
    let value = try #require(ExactDecimal(coefficient: digits, scale: 18))
    #expect(ExactDecimal(value.description) == value)
    #expect(try throughJSON(value) == value)
  }

  @available(macOS 15, iOS 18, *)
  static func wide(_ value: ExactDecimal, scale: Int) -> Int128 {
    Int128(value.coefficient) * Int128(pow10(scale - value.scale))
  }

  @available(macOS 15, iOS 18, *)
  @Test("Order and equality agree with 128-bit integers")
  func comparison() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<Self.rounds {
      let left = Self.random(&generator)
      let right = Bool.random(using: &generator) ? Self.random(&generator) : left
      let wideLeft = Self.wide(left, scale: 18)
      let wideRight = Self.wide(right, scale: 18)
      #expect((left < right) == (wideLeft < wideRight))
      #expect((left == right) == (wideLeft == wideRight))
      #expect((left > right) == (wideLeft > wideRight))
    }
  }

  @available(macOS 15, iOS 18, *)
  @Test("Sums and differences are exact, or none where they do not fit")
  func sums() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<Self.rounds {
      let left = Self.random(&generator)
      let right = Self.random(&generator)
      let scale = max(left.scale, right.scale)
      let exact = Self.wide(left, scale: scale) + Self.wide(right, scale: scale)
      if let sum = left.adding(right) {
        #expect(Int128(sum.coefficient) == exact && sum.scale == scale)
        #expect(sum.subtracting(right) == left || sum.subtracting(right) == nil)
      } else {
        let parts = [Self.wide(left, scale: scale), Self.wide(right, scale: scale), exact]
        #expect(parts.contains { $0.magnitude >= 1_000_000_000_000_000_000 })
      }
    }
  }

  @available(macOS 15, iOS 18, *)
  @Test("A quotient is the exact one, cut by its rule", arguments: RoundingRule.allCases)
  func quotients(_ rule: RoundingRule) {
    var generator = SeededGenerator(seed: 4)
    var found = 0
    for _ in 0..<Self.rounds {
      let top = Self.random(&generator)
      let bottom = Self.random(&generator)
      let decimals = Int.random(in: 0...9, using: &generator)
      let exponent = Int.random(in: 0...3, using: &generator)
      let shift = exponent + decimals + bottom.scale - top.scale
      guard
        let quotient = ExactDecimal.quotient(
          of: top, by: bottom, timesTenToThe: exponent, decimals: decimals, rule: rule)
      else { continue }
      found += 1
      let numerator = Int128(top.coefficient) * Int128(Self.pow10(max(0, shift)))
      let denominator = Int128(bottom.coefficient) * Int128(Self.pow10(max(0, -shift)))
      let error = (numerator - Int128(quotient.coefficient) * denominator).magnitude
      let unit = denominator.magnitude
      let isBeyond =
        Int128(quotient.coefficient).magnitude * unit > numerator.magnitude
      #expect(quotient.scale == decimals)
      switch rule {
      case .halfUp: #expect(error * 2 < unit || (error * 2 == unit && isBeyond))
      case .truncated: #expect(error < unit && !isBeyond)
      case .up: #expect(error < unit && (isBeyond || error == 0))
      }
    }
    #expect(found > Self.rounds / 4)
  }

  @Test("A quotient agrees with binary floating point")
  func quotientAgainstDouble() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<Self.rounds {
      let top = Self.random(&generator)
      let bottom = Self.random(&generator)
      guard
        let quotient = ExactDecimal.quotient(of: top, by: bottom, timesTenToThe: 2, decimals: 3)
      else { continue }
      let expected = top.doubleValue / bottom.doubleValue * 100
      #expect(abs(quotient.doubleValue - expected) <= 0.000_500_1 + expected.magnitude * 1e-14)
    }
  }

  @Test("Rounding keeps within half a unit, and rounding twice changes nothing")
  func rounding() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<Self.rounds {
      let value = Self.random(&generator)
      let decimals = Int.random(in: 0...18, using: &generator)
      let rounded = value.rounded(to: decimals)
      #expect(rounded.scale == min(decimals, value.scale))
      #expect(rounded.rounded(to: decimals) == rounded)
      let truncated = value.rounded(to: decimals, rule: .truncated)
      #expect(max(truncated, -truncated) <= max(value, -value))
      let up = value.rounded(to: decimals, rule: .up)
      #expect(max(up, -up) >= max(value, -value))
      #expect(rounded == truncated || rounded == up)
    }
  }

  @Test("A computed value lands within half a unit of the last digit")
  func roundingDouble() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<Self.rounds {
      let value = Double.random(in: -1e6...1e6, using: &generator)
      let decimals = Int.random(in: 0...9, using: &generator)
      let rounded = try #require(ExactDecimal(rounding: value, to: decimals))
      let unit = 1 / Double(Self.pow10(decimals))
      #expect(rounded.scale == decimals)
      #expect(abs(rounded.doubleValue - value) <= unit / 2 + value.magnitude * 1e-15)
    }
  }
}
