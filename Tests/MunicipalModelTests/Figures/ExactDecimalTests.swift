import MunicipalModel
import Testing

@Suite struct ExactDecimalTests {
  @Test(
    "A decimal prints as it was read",
    arguments: [
      "0", "0.0", "1", "28.29", "50.0", "-0.44", "-0.10", "0.05", "0.000000000000000001",
      "999999999999999999", "-999999999999999999", "0.99999999999999999", "12345.6789", "-1037",
      "100000000000000000", "1.00000000000000000",
    ])
  func description(_ text: String) throws {
    let value = try #require(ExactDecimal(text))
    #expect(value.description == text)
    #expect(try encoded(value) == "\"\(text)\"")
    #expect(try throughJSON(value).description == text)
  }

  @Test(
    "Anything but a plain decimal is refused",
    arguments: [
      "", " ", "-", ".", "5.", ".5", "-.5", "-5.", "+5", "--5", "5-", "1.2.3", "1,000", "１２", "1e5",
      " 5", "5 ", "NaN", "inf", "0x1F", "△5", "五", "٣", "1000000000000000000",
      "0.0000000000000000001", "00000000000000000000001", String(repeating: "9", count: 40),
    ])
  func refused(_ text: String) { #expect(ExactDecimal(text) == nil) }

  @Test(
    "JSON that is no decimal text is refused",
    arguments: ["\"1,000\"", "1.5", "null", "\"\"", "\"1000000000000000000\""])
  func wrongJSON(_ json: String) {
    #expect(throws: (any Error).self) { try decoded(ExactDecimal.self, from: json) }
  }

  @Test(
    "Trailing zeros do not matter for equality",
    arguments: [
      ("50", "50.0"), ("0", "0.000"), ("-0", "0"), ("-1.50", "-1.5"), ("1.00000000000000000", "1"),
      ("10000000000000000", "10000000000000000.0"),
    ])
  func equality(_ left: String, _ right: String) throws {
    let left = try #require(ExactDecimal(left))
    let right = try #require(ExactDecimal(right))
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(!(left < right) && !(right < left))
  }

  @Test(
    "The smaller number is smaller, at any scale",
    arguments: [
      ("49.99", "50"), ("-50", "-49.99"), ("-0.1", "0"), ("0", "0.000000000000000001"),
      ("0.99999999999999999", "999999999999999999"),
      ("-999999999999999999", "-0.000000000000000001"),
      ("-999999999999999999", "0.00000000000000001"),
      ("999999999999999998", "999999999999999999"), ("9", "10"), ("-10", "-9"),
      ("99999999999999999.8", "99999999999999999.9"), ("1", "1.00000000000000001"),
    ])
  func comparison(_ small: String, _ large: String) throws {
    let small = try #require(ExactDecimal(small))
    let large = try #require(ExactDecimal(large))
    #expect(small < large)
    #expect(!(large < small))
    #expect(small != large)
  }

  static let oversized: [(Int64, Int)] = [
    (Int64.max, 0), (Int64.min, 0), (1_000_000_000_000_000_000, 0),
    (-1_000_000_000_000_000_000, 18),
    (1, 19), (1, -1), (0, Int.max), (0, Int.min),
  ]

  @Test("More than 18 digits do not fit", arguments: oversized)
  func tooLong(_ coefficient: Int64, _ scale: Int) {
    #expect(ExactDecimal(coefficient: coefficient, scale: scale) == nil)
  }

  @Test("The largest decimals fit")
  func largest() throws {
    let digits: Int64 = 999_999_999_999_999_999
    #expect(ExactDecimal(coefficient: digits, scale: 18)?.description == "0.\(digits)")
    #expect(ExactDecimal(coefficient: -digits, scale: 0)?.description == "-\(digits)")
    #expect(ExactDecimal(exactly: Int(digits))?.coefficient == digits)
    #expect(ExactDecimal(exactly: Int.min) == nil)
    #expect(ExactDecimal(exactly: Int.max) == nil)
    #expect(ExactDecimal(Int32.min).description == "-2147483648")
  }

  @Test(
    "The binary number is the nearest one",
    arguments: [
      "28.29", "0.1", "-0.44", "999999999999999999", "0.99999999999999999",
      "123456789012345.678", "9007199254740993", "900719925474099.37", "0.000000000000000001", "0",
      "12345678901.2345678", "-87654321098765.4321",
    ])
  func doubleValue(_ text: String) throws {
    let value = try #require(ExactDecimal(text))
    #expect(value.doubleValue == (try #require(Double(text))))
  }

  @Test("Zero is zero, whatever its scale")
  func zero() throws {
    #expect(try #require(ExactDecimal("0.00")).isZero)
    #expect(try #require(ExactDecimal("-0")).isZero)
    #expect(try !#require(ExactDecimal("0.01")).isZero)
    #expect((-ExactDecimal(0)).description == "0")
  }
}
