import DocumentReading
import MunicipalModel
import Testing

/// Figures of which the document says that they are not final.
@Suite struct EstimateTests {
  static let estimates: [(String, String)] = [
    ("125人（見込み）", "125 人"), ("125人（見込）", "125 人"), ("125人(見込値)", "125 人"),
    ("125人（速報値）", "125 人"), ("125人（速報）", "125 人"), ("125人（暫定）", "125 人"),
    ("125人（暫定値）", "125 人"), ("125人（推計）", "125 人"), ("125人（推計値）", "125 人"),
    ("125人（予測）", "125 人"), ("125人（予測値）", "125 人"), ("125人（概数）", "125 人"),
    ("125人（R5見込み）", "125 人"), ("125人（令和5年度末見込）", "125 人"), ("125人（12月末時点の速報値）", "125 人"),
    ("125人見込み", "125 人"), ("125人見込", "125 人"), ("125 人 見込み", "125 人"), ("125見込み", "125 "),
    ("1,498千円見込", "1498 千円"), ("45.5%速報値", "45.5 %"), ("45.5％（速報値）", "45.5 %"),
    ("見込み125人", "125 人"), ("見込125人", "125 人"), ("見込値：125人", "125 人"), ("速報値 125人", "125 人"),
    ("（見込み）125人", "125 人"), ("(推計)1,200", "1200 "), ("約125人（見込み）", "125 人 about"),
    ("100人以上見込み", "100 人 at-least"), ("3世帯9人（見込み）", "3 世帯 & 9 人"),
    ("(125人見込み)", "reference 125 人"), ("△12人（見込み）", "-12 人"), ("125人 ※見込み", "125 人"),
  ]

  @Test("A figure that is not final is an estimate", arguments: estimates)
  func estimate(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.reading.quantities.allSatisfy { $0.isEstimate })
    #expect(figure.issues.isEmpty)
  }

  @Test(
    "A figure is none because of other words beside it",
    arguments: [
      "125人", "125人（確定値）", "125人（実績）", "125人（見込みを除く）", "125人（推計人口）", "約125人", "125人（R5）", "125人以上",
    ])
  func noEstimate(_ printed: String) {
    let figure = PrintedFigure(printed)
    #expect(figure.reading.quantity?.value == ExactDecimal(125))
    #expect(figure.reading.quantities.allSatisfy { !$0.isEstimate })
  }
}
