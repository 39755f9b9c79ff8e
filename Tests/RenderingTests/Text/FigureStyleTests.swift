import MunicipalModel
import Testing

@testable import Rendering

struct FigureStyleTests {
  @Test(arguments: [
    (0, "0", "0", "0"),
    (7, "7", "7", "+7"),
    (999, "999", "999", "+999"),
    (1000, "1000", "1,000", "+1,000"),
    (82823, "82823", "82,823", "+82,823"),
    (1_234_567, "1234567", "1,234,567", "+1,234,567"),
    (-562, "-562", "-562", "-562"),
    (-1562, "-1562", "-1,562", "-1,562"),
    (.min, "-9223372036854775808", "-9,223,372,036,854,775,808", "-9,223,372,036,854,775,808"),
  ])
  func wholeNumbers(number: Int, plain: String, grouped: String, signed: String) {
    #expect(FigureStyle.plain.text(number) == plain)
    #expect(FigureStyle.grouped.text(number) == grouped)
    #expect(FigureStyle.signed.text(number) == signed)
  }

  @Test(arguments: [
    ("50.0", "50.0", "+50.0"),
    ("0.00", "0.00", "0.00"),
    ("-0.44", "-0.44", "-0.44"),
    ("1234.5678", "1,234.5678", "+1,234.5678"),
    ("-82823.5", "-82,823.5", "-82,823.5"),
    ("123.4567", "123.4567", "+123.4567"),
  ])
  func decimalsKeepTheirDigits(printed: String, grouped: String, signed: String) throws {
    let number = try #require(ExactDecimal(printed))
    #expect(FigureStyle.plain.text(number) == printed)
    #expect(FigureStyle.grouped.text(number) == grouped)
    #expect(FigureStyle.signed.text(number) == signed)
  }

  @Test(
    "A single one has the unit in the singular",
    arguments: [
      (1, "件", "1 case"), (2, "件", "2 cases"), (0, "件", "0 cases"), (1, "社", "1 company"),
      (1, "人/年", "1 person a year"), (3, "人/年", "3 persons a year"),
      (1, "万人", "10,000 persons"),
      (1, "円", "1 yen"), (1, "基準", "1 基準"),
    ] as [(Int32, String, String)])
  func singular(number: Int32, unit: String, text: String) {
    let quantity = Quantity(ExactDecimal(number), unit: unit)
    #expect(FigureStyle.grouped.text(quantity, showsUnit: true).en == text)
  }

  @Test func noStyleWritesATriangleOrAWideMinus() {
    for style in FigureStyle.allCases {
      #expect(style.text(-12345).utf8.allSatisfy { $0 < 0x80 })
    }
  }
}
