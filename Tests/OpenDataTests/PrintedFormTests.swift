import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

/// Cells as spreadsheets and programs write them again.
@Suite("Cells of converted sheets")
struct PrintedFormTests {
  private func reading(_ text: String) -> Reading { PrintedCount.reading(Array(text.utf8)[...]) }
  private func rate(_ text: String) -> ExactDecimal? {
    PrintedCount.rate(Array(text.utf8)[...]).value
  }

  private func read(_ lines: [String], title: String = Fixture.title()) throws -> ResidentRegistry {
    try ResidentRegistry.read(Array(Fixture.sheet(lines, title: title).utf8), document: "sheet")
  }

  @Test(arguments: [
    ("187487.0", 187_487), ("187487.00", 187_487), ("=\"87,727\"", 87_727), ("'87727", 87_727),
    ("８７，７２７", 87_727), ("1,234,567", 1_234_567), ("0.0", 0), ("-5.0", -5),
  ])
  func `A count is read in every form`(text: String, count: Int) {
    #expect(reading(text).wholeNumber == count)
  }

  /// A count that was shown with an exponent has lost digits; 12.000 may be grouped by points.
  @Test(arguments: [
    "1.83E+05", "12.000", "0.5", "1234,567", "12,34", ",123", "1,2345", "=\"\"", "'",
  ])
  func `What may be another count is none`(text: String) {
    #expect(reading(text).wholeNumber == nil)
  }

  @Test(arguments: [
    ("-4.39E-02", "-0.0439"), ("9.930486593843098E-2", "0.099304866"),
    ("-0.29791459781529295", "-0.297914598"), ("-0.73 ", "-0.73"), ("1e0", "1"), ("－０．７３", "-0.73"),
  ])
  func `A rate is read in full precision and with an exponent`(text: String, value: String) {
    #expect(rate(text) == ExactDecimal(value))
  }

  @Test(arguments: ["E-2", "1E", "nan", "inf", "0x1p3", "1e400", "--1", ""])
  func `What is no rate is none`(text: String) { #expect(rate(text) == nil) }

  @Test(arguments: ["312011.0", "\"=\"\"312011\"\"\"", "'312011", "３１２０１１"])
  func `A code is read as spreadsheets write it`(code: String) throws {
    let line = Fixture.rows2020[0].line.replacing("312011", with: code)
    let registry = try read([line])
    #expect(registry.diagnostics == [])
    #expect(registry.municipalities.map(\.area.code?.sixDigits) == ["312011"])
  }

  /// The first row alone in full width once made its figures a part of the header.
  @Test func `Full-width figures are figures in every row`() throws {
    func wide(_ line: String) -> String {
      String(
        String.UnicodeScalarView(
          line.unicodeScalars.map { scalar in
            scalar.properties.numericType != nil || scalar == "-" || scalar == "."
              ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
          }))
    }
    let lines = Fixture.wholeSheet(Fixture.rows2020)
    let plain = try read(lines)
    for wideLines in [[wide(lines[0])] + lines.dropFirst(), lines.map(wide)] {
      let registry = try read(wideLines)
      #expect(registry.diagnostics == [])
      for item in ResidentRegistry.Item.allCases {
        #expect(registry.rows.map { $0[item] } == plain.rows.map { $0[item] })
      }
    }
  }

  /// A header line with four bare numbers among words, as the numbers of columns, is no row of figures.
  @Test func `A header line with four numbers is read on`() throws {
    let header =
      "番号,県,名,1,2,3,4,移動,移動,移動,自然,他,計,移動,移動,移動,自然,他,計,増減,率,自然,率,社会,率\n" + Fixture.sheetHeader
    let text = Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020), header: header)
    let registry = try ResidentRegistry.read(Array(text.utf8), document: "sheet")
    #expect(
      registry.municipalities.map { $0.count(.population) } == [185_000, 147_000, 10_800, 201_000])
  }

  @Test func `A sheet of populations alone is read, and says what is missing`() throws {
    let text = """
      令和4年1月1日住民基本台帳人口・世帯数、令和3年（1月1日から同年12月31日まで）人口動態（市区町村別）（総計）,,,
      ,,,令和4年
      ,,,人口
      ,,,計
      団体コード,都道府県名,市区町村名,人
      -,合計,-,3000
      310000,鳥取県,-,3000
      312011,鳥取県,架空市,3000

      """
    let registry = try ResidentRegistry.read(Array(text.utf8), document: "sheet")
    #expect(registry.rows.map { $0.count(.population) } == [3000, 3000, 3000])
    #expect(registry.diagnostics.map(\.code) == ["missing-column"])
    #expect(registry.diagnostics[0].message.ja.hasPrefix("「男」「女」「世帯数」"))
  }

  @Test func `A code of another prefecture than the row names is told`() throws {
    let line = Fixture.rows2020[0].line.replacing("鳥取県", with: "島根県")
    #expect(try read([line]).diagnostics.map(\.code) == ["code-does-not-fit"])
  }
}
