import MunicipalModel
import Testing

@testable import Rendering

struct ReportCellReadingTests {
  private func quantity(
    _ value: String, _ unit: String, _ bound: Quantity.Bound? = nil
  ) throws -> Quantity {
    Quantity(try #require(ExactDecimal(value)), unit: unit, bound: bound)
  }

  @Test(
    arguments: [
      (nil, "1,498千円", "1,498,000 yen"),
      (.atLeast, "1,498千円以上", "at least 1,498,000 yen"),
      (.atMost, "1,498千円以下", "at most 1,498,000 yen"),
      (.below, "1,498千円未満", "below 1,498,000 yen"),
      (.above, "1,498千円超", "above 1,498,000 yen"),
      (.about, "約1,498千円", "about 1,498,000 yen"),
    ] as [(Quantity.Bound?, String, String)])
  func aValueIsShownWithItsUnitAndLimit(bound: Quantity.Bound?, ja: String, en: String) throws {
    let cell = ReportCell(.value(try quantity("1498", "千円", bound)), counted: .single)
    #expect(cell.text == LocalizedText(ja: ja, en: en))
    #expect(cell.value == .decimal(try #require(ExactDecimal("1498"))))
    #expect(cell.unit == "千円")
    #expect(cell.status == "value")
  }

  @Test(
    arguments: [
      (.cumulative, nil, false, "累計1,498人", "cum. 1,498 persons", "cumulative"),
      (.average, .about, false, "平均約1,498人", "mean about 1,498 persons", "about;average"),
      (
        .yearly, .atLeast, true, "毎年1,498人以上（見込み）", "yearly at least 1,498 persons (estimate)",
        "at-least;estimate;yearly"
      ),
      (.atPlanEnd, nil, true, "1,498人（見込み）", "1,498 persons (estimate)", "estimate"),
      (.latest, .above, false, "1,498人超", "above 1,498 persons", "above"),
    ] as [(Accumulation, Quantity.Bound?, Bool, String, String, String)])
  func howItCountsItsLimitAndWhetherItIsFinalStandWithTheFigure(
    accumulation: Accumulation, bound: Quantity.Bound?, isEstimate: Bool, ja: String, en: String,
    codes: String
  ) {
    let quantity = Quantity(ExactDecimal(1498), unit: "人", bound: bound, isEstimate: isEstimate)
    let cell = ReportCell(.value(quantity), counted: accumulation)
    #expect(cell.text == LocalizedText(ja: ja, en: en))
    #expect(cell.qualifiers.map(\.rawValue).joined(separator: ";") == codes)
  }

  @Test func thePercentSignFollowsWithoutASpace() throws {
    #expect(
      ReportCell(.value(try quantity("33.5", "%")), counted: .single).text == LocalizedText("33.5%")
    )
  }

  @Test func theUnitCanBeLeftToTheColumn() throws {
    let cell = ReportCell(.value(try quantity("9", "人")), counted: .single, showsUnit: false)
    #expect(cell.text == LocalizedText("9"))
    #expect(cell.unit == "人")
  }

  @Test func severalNumbersAreAllShown() throws {
    let cell = ReportCell(
      .several([try quantity("3", "世帯"), try quantity("9", "人")]), counted: .single)
    #expect(cell.text == LocalizedText(ja: "3世帯、9人", en: "3 households, 9 persons"))
    #expect(cell.value == .decimal(try #require(ExactDecimal("3"))))
    #expect(ReportCell(.several([]), counted: .single).value == .none(reason: "blank"))
  }

  @Test func aReferenceStaysInBrackets() throws {
    let cell = ReportCell(.reference(try quantity("79.12", "歳")), counted: .single)
    #expect(cell.text == LocalizedText(ja: "(79.12歳)", en: "(79.12 years)"))
    #expect(cell.status == "reference")
  }

  @Test func aWordIsALabel() {
    let cell = ReportCell(.label("順調"), counted: .single)
    #expect(cell.value == .text("順調"))
    #expect(cell.status == "label")
  }

  @Test(
    arguments: [
      .blank, .notApplicable, .notYetDue, .notSurveyed, .notPublished, .beingComputed, .cancelled,
      .notAvailable, .withheld, .shared(with: "移住相談"), .unreadable,
    ] as [MissingReason])
  func noValueSaysWhy(reason: MissingReason) {
    let cell = ReportCell(.missing(reason), counted: .single, sources: [SampleReport.unpublished])
    #expect(cell.value == .none(reason: reason.code))
    #expect(cell.status == reason.code)
    #expect(!cell.text.ja.isEmpty && !cell.text.en.isEmpty)
    #expect(cell.sources == [SampleReport.unpublished])
  }
}
