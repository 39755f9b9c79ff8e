import Testing

@testable import PlanAnalysis

@Suite struct MeasuredUnitTests {
  /// A figure without a unit may be of the unit beside it, but not where that counts thousands.
  @Test(arguments: [
    ("人", "", true), ("人/年", "人", true), ("箇所", "か所", true), ("", "万人", false), ("", "百万円", false),
    ("万円", "", true), ("件", "人", false),
  ])
  func unitsAgree(left: String, right: String, agree: Bool) {
    #expect(MeasuredUnit.agree(left, right) == agree)
  }
}
