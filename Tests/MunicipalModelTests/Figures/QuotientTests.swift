import MunicipalModel
import Testing

@Suite struct QuotientTests {
  /// Actual, target, decimals and the ratio in percent, half up.
  ///
  /// The first ten are printed as 達成状況 in 苫小牧市, 令和5年度第1回総合戦略推進会議資料.
  static let percentages: [(String, String, Int, String)] = [
    ("148", "230", 1, "64.3"), ("45.5", "50", 1, "91.0"), ("77", "125", 1, "61.6"),
    ("13738386", "17000000", 1, "80.8"), ("4.17", "6", 1, "69.5"), ("213.1", "260", 1, "82.0"),
    ("30.7", "30", 1, "102.3"), ("3487", "4000", 1, "87.2"), ("0", "6", 1, "0.0"),
    ("33100", "14000", 1, "236.4"), ("3487", "4000", 2, "87.18"), ("3487", "4000", 3, "87.175"),
    ("-148", "230", 1, "-64.3"), ("148", "-230", 1, "-64.3"), ("-148", "-230", 1, "64.3"),
    ("1", "3", 9, "33.333333333"), ("2", "3", 9, "66.666666667"),
  ]

  @Test("A published percentage follows from its parts", arguments: percentages)
  func percentage(_ part: String, _ whole: String, _ decimals: Int, _ percent: String) throws {
    let part = try #require(ExactDecimal(part))
    let whole = try #require(ExactDecimal(whole))
    let ratio = ExactDecimal.quotient(of: part, by: whole, timesTenToThe: 2, decimals: decimals)
    #expect(ratio?.description == percent)
  }

  /// Numerator, denominator, decimals; half up, truncated, up.
  static let rules: [(String, String, Int, [String])] = [
    ("1", "8", 2, ["0.13", "0.12", "0.13"]), ("-1", "8", 2, ["-0.13", "-0.12", "-0.13"]),
    ("1", "-8", 2, ["-0.13", "-0.12", "-0.13"]), ("1", "3", 1, ["0.3", "0.3", "0.4"]),
    ("1", "2", 0, ["1", "0", "1"]), ("-1", "2", 0, ["-1", "0", "-1"]),
    ("3", "2", 0, ["2", "1", "2"]),
    ("5", "2", 0, ["3", "2", "3"]), ("1", "4", 2, ["0.25", "0.25", "0.25"]),
    ("6", "3", 0, ["2", "2", "2"]),
    ("-1", "3", 0, ["0", "0", "-1"]), ("0.125", "1", 2, ["0.13", "0.12", "0.13"]),
    ("2.675", "1", 2, ["2.68", "2.67", "2.68"]), ("1.005", "1", 2, ["1.01", "1.00", "1.01"]),
    ("0.049999999999999999", "1", 1, ["0.0", "0.0", "0.1"]),
    ("0.050000000000000000", "1", 1, ["0.1", "0.0", "0.1"]),
    ("0", "7", 3, ["0.000", "0.000", "0.000"]),
  ]

  @Test("A half is a half, and each rule cuts its own way", arguments: rules)
  func rule(_ top: String, _ bottom: String, _ decimals: Int, _ expected: [String]) throws {
    let top = try #require(ExactDecimal(top))
    let bottom = try #require(ExactDecimal(bottom))
    let quotients = [RoundingRule.halfUp, .truncated, .up].map {
      ExactDecimal.quotient(of: top, by: bottom, decimals: decimals, rule: $0)?.description
    }
    #expect(quotients == expected)
  }

  @Test(
    "There is no quotient by zero",
    arguments: [ExactDecimal(0), ExactDecimal("0.000"), ExactDecimal("-0")])
  func byZero(_ zero: ExactDecimal?) throws {
    let zero = try #require(zero)
    #expect(ExactDecimal.quotient(of: ExactDecimal(5), by: zero, decimals: 1) == nil)
    #expect(ExactDecimal.quotient(of: zero, by: zero, decimals: 1) == nil)
  }

  @Test(
    "Digits or exponents outside 0 to 9 give none",
    arguments: [
      (-1, 0), (10, 0), (0, -1), (0, 10), (Int.max, 0), (Int.min, 0), (0, Int.max), (0, Int.min),
    ])
  func outside(_ decimals: Int, _ exponent: Int) {
    let quotient = ExactDecimal.quotient(
      of: ExactDecimal(1), by: ExactDecimal(3), timesTenToThe: exponent, decimals: decimals)
    #expect(quotient == nil)
  }

  @Test("A quotient that does not fit is none")
  func tooLarge() throws {
    let large = try #require(ExactDecimal("999999999999999999"))
    let small = try #require(ExactDecimal("0.000000000000000001"))
    #expect(ExactDecimal.quotient(of: large, by: small, decimals: 0) == nil)
    #expect(ExactDecimal.quotient(of: large, by: ExactDecimal(1), decimals: 1) == nil)
    #expect(ExactDecimal.quotient(of: large, by: ExactDecimal(1), decimals: 0) == large)
    #expect(ExactDecimal.quotient(of: large, by: large, decimals: 9)?.description == "1.000000000")
  }
}
