import MunicipalModel
import Testing

@testable import DocumentReading

/// Headings that say over which years their figures count.
struct HeadingTotalTests {
  @Test(arguments: [
    "目標値（5か年累計）", "目標値（期間累計）", "目標値（計画期間の合計）", "目標値（2024年度末・累計）", "目標値（R6年度末累計）", "5年間の累計目標",
    "目標値累計",
    "実績（累計）",
  ])
  func `A heading says that its figures are totals over years`(_ heading: String) {
    #expect(TableColumn(heading: heading).accumulation == .cumulative)
  }

  @Test(arguments: ["目標値（男女合計）", "目標値（全国平均）", "目標値（R6年度）", "実績（合計）", "目標値（平成30年度比）"])
  func `Other brackets say nothing of that`(_ heading: String) {
    #expect(TableColumn(heading: heading).accumulation == nil)
  }
}
