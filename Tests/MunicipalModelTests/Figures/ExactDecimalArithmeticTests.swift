import MunicipalModel
import Testing

@Suite struct ExactDecimalArithmeticTests {
  static func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

  @Test(
    "A sum is exact, at the larger scale",
    arguments: [
      ("0.1", "0.2", "0.3"), ("171811", "-562", "171249"), ("50", "0.05", "50.05"),
      ("1.5", "-1.5", "0.0"),
      ("999999999999999998", "1", "999999999999999999"), ("-0.44", "-0.38", "-0.82"),
    ])
  func sum(_ left: String, _ right: String, _ sum: String) throws {
    let left = try Self.decimal(left)
    let right = try Self.decimal(right)
    #expect(left.adding(right)?.description == sum)
    #expect(right.adding(left)?.description == sum)
    #expect(try left == Self.decimal(sum).subtracting(right))
  }

  @Test(
    "A sum of more than 18 digits is none",
    arguments: [
      ("999999999999999999", "1"), ("-999999999999999999", "-1"), ("999999999999999999", "0.1"),
      ("999999999999999999", "0.000000000000000001"), ("5", "0.000000000000000001"),
      ("999999999999999999", "999999999999999999"),
    ])
  func sumTooLong(_ left: String, _ right: String) throws {
    #expect(try Self.decimal(left).adding(Self.decimal(right)) == nil)
  }

  @Test(
    "A magnitude word is a power of ten",
    arguments: [
      ("213.1", 4, "2131000"), ("1498", 3, "1498000"), ("1.23456", 4, "12345.6"),
      ("21.6", 8, "2160000000"),
      ("50.00", 2, "5000"), ("5", 0, "5"), ("0", 18, "0"), ("-0.5", 1, "-5"),
    ])
  func powerOfTen(_ value: String, _ exponent: Int, _ product: String) throws {
    #expect(try Self.decimal(value).multiplied(byPowerOfTen: exponent)?.description == product)
  }

  @Test(
    "A product that does not fit is none",
    arguments: [
      ("1", 18), ("999999999999999999", 1), ("5", -1), ("5", 19), ("5", Int.max), ("5", Int.min),
    ])
  func powerOfTenTooLarge(_ value: String, _ exponent: Int) throws {
    #expect(try Self.decimal(value).multiplied(byPowerOfTen: exponent) == nil)
  }
}
