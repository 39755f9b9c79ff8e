import MunicipalModel
import Testing

@Suite struct RoundingTests {
  /// A decimal, the digits to keep; half up, truncated, up.
  static let cases: [(String, Int, [String])] = [
    ("0.125", 2, ["0.13", "0.12", "0.13"]), ("-0.125", 2, ["-0.13", "-0.12", "-0.13"]),
    ("87.175", 1, ["87.2", "87.1", "87.2"]), ("64.34", 1, ["64.3", "64.3", "64.4"]),
    ("0.5", 0, ["1", "0", "1"]), ("-0.5", 0, ["-1", "0", "-1"]), ("1.5", 0, ["2", "1", "2"]),
    ("0.49", 0, ["0", "0", "1"]), ("50.0", 0, ["50", "50", "50"]),
    ("50.0", 3, ["50.0", "50.0", "50.0"]),
    ("50.0", -1, ["50.0", "50.0", "50.0"]), ("0.99999999999999999", 0, ["1", "0", "1"]),
    (
      "9.99999999999999999", 16,
      ["10.0000000000000000", "9.9999999999999999", "10.0000000000000000"]
    ),
  ]

  @Test("A decimal is cut by its rule", arguments: cases)
  func rounded(_ text: String, _ decimals: Int, _ expected: [String]) throws {
    let value = try #require(ExactDecimal(text))
    let rounded = [RoundingRule.halfUp, .truncated, .up].map {
      value.rounded(to: decimals, rule: $0).description
    }
    #expect(rounded == expected)
  }

  static let computed: [(Double, Int, String)] = [
    (64.347826, 1, "64.3"), (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (87.175, 2, "87.18"),
    (1.005, 2, "1.01"),
    (-6.55, 1, "-6.6"), (0, 3, "0.000"), (-0.001, 2, "0.00"), (0.49, 0, "0"), (0.5, 0, "1"),
    (1e15, 0, "1000000000000000"), (1e15 + 1, 0, "1000000000000001"),
    (1e16, 0, "10000000000000000"),
    (9_007_199_254_740_992, 0, "9007199254740992"),
    (-4_503_599_627_370_497, 0, "-4503599627370497"),
    (123_456_789.25, 1, "123456789.3"), (167_106, 9, "167106.000000000"),
    (99_999_999.123, 3, "99999999.123"), (1_234_567_890_123.25, 2, "1234567890123.25"),
  ]

  @Test("A computed value goes to the nearest decimal, half away from zero", arguments: computed)
  func roundingDouble(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(ExactDecimal(rounding: value, to: decimals)?.description == text)
  }

  static let outOfRange: [(Double, Int)] = [
    (Double.nan, 1), (.infinity, 1), (-.infinity, 1), (1e17, 0), (1e300, 9), (-1e18, 0), (1e9, 9),
    (1, -1), (1, 10), (1, Int.max), (1, Int.min),
  ]

  @Test("A value that is no number or too large gives none", arguments: outOfRange)
  func noDecimal(_ value: Double, _ decimals: Int) {
    #expect(ExactDecimal(rounding: value, to: decimals) == nil)
  }

  @Test(
    "The smallest numbers round to zero", arguments: [Double.leastNonzeroMagnitude, -.ulpOfOne])
  func tiny(_ value: Double) { #expect(ExactDecimal(rounding: value, to: 9)?.isZero == true) }
}
