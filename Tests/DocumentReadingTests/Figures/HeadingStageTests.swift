import Testing

@testable import DocumentReading

struct HeadingStageTests {
  @Test(
    "A stage in brackets behind a year leaves it the year, other words do not",
    arguments: [
      ("R6(最終)", true), ("令和4年度(中間年度)", true), ("R2(初年度)", true), ("R6", true),
      ("R6(達成率)", false), ("R6(4月)", false),
    ])
  func stage(heading: String, isYear: Bool) {
    #expect(HeadingTime(heading).isWholeHeading == isYear)
  }
}
