import MunicipalModel
import Testing

@testable import PlanAnalysis

@Suite("Figures rounded to different digits")
struct RoundedFigureTests {
  @Test(
    arguments: [
      ("96.2", "96", true), ("96", "96.2", true), ("96.5", "97", true), ("96.2", "97", nil),
      ("96.20", "96.2", false), ("12", "12", false), ("12", "13", nil), ("1.25", "1.3", true),
    ] as [(String, String, Bool?)])
  func `Two figures are one, if the shorter is the longer one rounded`(
    left: String, right: String, isRounded: Bool?
  ) throws {
    let figures = try [left, right].map { try #require(ExactDecimal($0)) }
    #expect(Rounding.isRounded(figures[0], figures[1]) == isRounded)
  }
}
