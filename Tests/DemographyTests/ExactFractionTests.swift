import MunicipalModel
import Testing

@testable import Demography

@Suite("Exact fractions")
struct ExactFractionTests {
  private func fraction(_ numerator: Int32, _ denominator: Int32) throws -> ExactFraction {
    try #require(ExactFraction(ExactDecimal(numerator), over: ExactDecimal(denominator)))
  }

  @Test func `Whole numbers beyond a machine word keep every digit`() {
    // (2^64 − 1)² = 2^128 − 2^65 + 1
    let largest = WholeNumber(.max)
    let square = largest * largest
    let twoTo64 = largest + WholeNumber(1)
    #expect(square + twoTo64 + twoTo64 == twoTo64 * twoTo64 + WholeNumber(1))
    #expect(WholeNumber.distance(largest, square) == WholeNumber.distance(square, largest))
    #expect(WholeNumber.distance(square, largest) + largest == square)
    #expect(WholeNumber.distance(square, square).isZero)
    #expect(largest < square)
    // (2^128 − 1)² + 2 × 2^128 = 2^256 + 1, with carries from limb to limb
    let twoTo128 = twoTo64 * twoTo64
    let large = WholeNumber.distance(twoTo128, WholeNumber(1))
    #expect(large * large + twoTo128 + twoTo128 == twoTo128 * twoTo128 + WholeNumber(1))
    #expect(
      WholeNumber.power(of: 40)
        == WholeNumber(100_000_000_000_000_000) * WholeNumber(100_000_000_000_000_000)
        * WholeNumber(1_000_000))
  }

  /// 1/3 + 1/6 is exactly a half, which no sum of decimals is.
  @Test(arguments: [
    (RoundingRule.halfUp, "1"), (.truncated, "0"), (.up, "1"),
  ])
  func `A half made of thirds is a half`(rule: RoundingRule, expected: String) throws {
    let half = try fraction(1, 3) + fraction(1, 6)
    #expect(half.rounded(timesTenToThe: 0, decimals: 0, rule: rule) == ExactDecimal(expected))
    #expect(try half == fraction(1, 2))
    for exact in RoundingRule.allCases {
      #expect(half.rounded(timesTenToThe: 0, decimals: 1, rule: exact) == ExactDecimal("0.5"))
    }
  }

  @Test(arguments: [(-1, 3, 1, 6, "-0.17"), (1, 3, -1, 2, "-0.17"), (1, 2, -1, 2, "0.00")])
  func `Signs follow the larger term`(
    a: Int32, b: Int32, c: Int32, d: Int32, expected: String
  ) throws {
    let sum = try fraction(a, b) + fraction(c, d)
    #expect(
      sum.rounded(timesTenToThe: 0, decimals: 2, rule: .halfUp)?.description == expected)
  }

  @Test func `It divides as ExactDecimal does`() throws {
    var state: UInt64 = 42
    func next() -> Int32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int32(truncatingIfNeeded: state >> 33)
    }
    for _ in 0..<300 {
      let top = try #require(
        ExactDecimal(coefficient: Int64(next()) - 1_000_000_000, scale: Int(next() & 3)))
      let bottom = try #require(ExactDecimal(coefficient: Int64(next()) + 1, scale: 1))
      let fraction = try #require(ExactFraction(top, over: bottom))
      for rule in RoundingRule.allCases {
        #expect(
          fraction.rounded(timesTenToThe: 2, decimals: 4, rule: rule)
            == .quotient(of: top, by: bottom, timesTenToThe: 2, decimals: 4, rule: rule))
      }
    }
  }

  @Test func `A hundred large denominators still give an exact mean`() throws {
    // Each denominator is a different population; the product has about 1,400 digits.
    let parts = try (0..<100).map { index in
      try #require(
        ExactFraction(ExactDecimal(1), over: ExactDecimal(1_000_000_007 + Int32(index))))
    }
    let mean = try #require(ExactFraction.mean(of: parts))
    // Mean of 1/(10^9 + 7 + i) for i in 0..<100: (1 − 56.5 × 10^−9) × 10^−9 to first order.
    #expect(
      mean.rounded(timesTenToThe: 9, decimals: 9, rule: .halfUp) == ExactDecimal("0.999999944"))
  }

  /// 999,999,999,999,999,999 is the largest ExactDecimal; the divisor is one word or two.
  @Test func `A quotient is the same by machine words and bit by bit`() throws {
    let top = try #require(ExactDecimal(coefficient: 999_999_999_999_999_999, scale: 0))
    let seven = try #require(ExactFraction(ExactDecimal(1), over: ExactDecimal(7)))
    let word = try #require(ExactFraction(top, over: ExactDecimal(7)))
    #expect(word.rounded(decimals: 0, rule: .truncated) == ExactDecimal("142857142857142857"))
    // 7 × 10^18 by itself, with three decimals, needs two words.
    let whole = try #require(ExactFraction(top))
    let long = try #require(word.divided(by: seven)?.divided(by: whole))
    #expect(long.rounded(decimals: 3, rule: .halfUp) == ExactDecimal("1.000"))
    #expect(word.rounded(decimals: 1, rule: .truncated) == nil)
  }

  @Test func `What has no value is nil`() throws {
    #expect(ExactFraction(ExactDecimal(1), over: ExactDecimal(0)) == nil)
    #expect(ExactFraction.mean(of: []) == nil)
    let whole = try #require(ExactDecimal(coefficient: 999_999_999_999_999_999, scale: 0))
    let fraction = try #require(ExactFraction(whole))
    #expect(fraction.rounded(timesTenToThe: 0, decimals: 0, rule: .up) == whole)
    #expect(fraction.rounded(timesTenToThe: 1, decimals: 0, rule: .up) == nil)
    #expect(fraction.rounded(timesTenToThe: 9, decimals: 9, rule: .up) == nil)
    #expect(fraction.rounded(timesTenToThe: 0, decimals: 19, rule: .up) == nil)
    #expect(fraction.rounded(timesTenToThe: 0, decimals: -1, rule: .up) == nil)
    // Rounded up, 18 nines and a third need a nineteenth digit.
    let beyond = fraction + (try self.fraction(1, 3))
    #expect(beyond.rounded(timesTenToThe: 0, decimals: 0, rule: .truncated) == whole)
    #expect(beyond.rounded(timesTenToThe: 0, decimals: 0, rule: .up) == nil)
  }
}
