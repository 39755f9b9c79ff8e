import MunicipalModel
import Testing

@testable import Rendering

struct ReportCellTests {
  @Test func aNumberIsShownGroupedAndKeptExactly() throws {
    let cell = ReportCell(82823, unit: "persons")
    #expect(cell.text == LocalizedText("82,823"))
    #expect(cell.value == .integer(82823))
    #expect(cell.status == "value")
    let rate = ReportCell(try #require(ExactDecimal("-50.0")), style: .signed)
    #expect(rate.text == LocalizedText("-50.0"))
    #expect(rate.value == .decimal(try #require(ExactDecimal("-50.0"))))
  }

  @Test func aNameHasAStableWord() {
    let name = LocalizedText(ja: "苫小牧市", en: "Tomakomai")
    #expect(ReportCell(name).value == .text("苫小牧市"))
    #expect(ReportCell(name, value: "012131").value == .text("012131"))
    #expect(ReportCell(name).status == "label")
  }

  @Test(arguments: [
    (-5.2149, 2, "-5.21"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.0, 1, "0.0"),
    (1234.567, 1, "1,234.6"),
  ])
  func aComputedFigureIsRounded(number: Double, decimals: Int, text: String) {
    #expect(ReportCell(rounding: number, to: decimals).text == LocalizedText(text))
  }

  @Test(arguments: [nil, .nan, .infinity, -.infinity, 1e300] as [Double?])
  func whatCannotBeComputedIsNoZero(number: Double?) {
    let source = SampleReport.births
    let cell = ReportCell(rounding: number, to: 2, sources: [source])
    #expect(cell.value == .none(reason: "not_computable"))
    #expect(cell.status == "not_computable")
    #expect(cell.text == LocalizedText(ja: "算出不可", en: "not computable"))
    #expect(cell.sources == [source])
  }

  @Test func aTracedNumberBringsItsSources() {
    let number = TracedNumber(-562, sources: [SampleReport.births], formula: LocalizedText("出生-死亡"))
    let cell = ReportCell(number, style: .signed)
    #expect(cell.value == .integer(-562))
    #expect(cell.sources == [SampleReport.births])
    #expect(cell.formula == LocalizedText("出生-死亡"))
    #expect(ReportCell(TracedNumber(1, sources: [])).formula == nil)
  }

  @Test func noTracedNumberIsNoZero() {
    #expect(ReportCell(TracedNumber?.none).value == .none(reason: "not_available"))
    #expect(ReportCell(TracedNumber?.none, otherwise: .notPublished).status == "not_published")
  }

  @Test func aPeriodHasItsCode() {
    let cell = ReportCell(Period.fiscalYear(2022))
    #expect(cell.text == LocalizedText(ja: "2022年度", en: "FY2022"))
    #expect(cell.value == .text("FY2022"))
  }

  @Test func anEmptyCellHasNoValue() {
    #expect(ReportCell.empty.value == .none(reason: "empty"))
    #expect(ReportCell.empty.text == LocalizedText(""))
  }
}
