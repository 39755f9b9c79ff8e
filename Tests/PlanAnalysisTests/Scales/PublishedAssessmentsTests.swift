import MunicipalModel
import PlanAnalysis
import Testing

/// Iwamizawa prints 順調 or 低調 for 7 of 14 indicators (iwamizawa-progress:236–277).
@Suite("Iwamizawa's printed 状況")
struct PublishedAssessmentsTests {
  private let assessments: PublishedAssessments

  init() throws {
    let record = try Published.record(Published.iwamizawa)
    let plan = try #require(record.leadingPlan)
    let scale = try JudgementScale.builtIn("iwamizawa")
    let progress = PlanProgress(of: plan, in: record.municipality, scale: scale)
    assessments = try #require(PublishedAssessments(of: progress, on: scale))
  }

  @Test("7 are judged and 7 are not; the scale gives every printed grade")
  func reproduced() {
    #expect(assessments.entries.map(\.citation.line) == [236, 238, 252, 253, 263, 264, 277])
    #expect(
      assessments.entries.map(\.citation.printed) == ["順調", "順調", "低調", "低調", "低調", "低調", "順調"])
    #expect(assessments.withoutGrade == 7)
    #expect(assessments.entries.allSatisfy { $0.agrees == true })
  }

  @Test("By pace, any threshold above −1.33 and up to 1.47 reproduces all seven")
  func pace() throws {
    let threshold = try #require(assessments.admissibleThresholds(for: .pace).first)
    // The best of the sluggish: (1.21 − 1.25) ÷ (1.40 − 1.25) × 5 = −4/15 × 5 (line 264).
    #expect(isClose(threshold.above, -4.0 / 3))
    // The worst on track: 5 ÷ 17 × 5 (line 277).
    #expect(isClose(threshold.upTo, 25.0 / 17))
    #expect(threshold.exists && threshold.count == 7 && threshold.undefined == 0)
    #expect(threshold.contains(1) && threshold.contains(0))
    #expect(threshold.contains(threshold.upTo) && !threshold.contains(threshold.above))
    #expect(threshold.better.id == "on-track" && threshold.worse.id == "sluggish")
  }

  @Test("By progress it is −26.7 to 29.4 %")
  func progress() throws {
    let threshold = try #require(assessments.admissibleThresholds(for: .progress).first)
    #expect(isClose(threshold.above, -400.0 / 15))
    #expect(isClose(threshold.upTo, 500.0 / 17))
    #expect(threshold.exists && threshold.undefined == 0)
  }

  @Test("Achievement cannot reproduce them: 5 of 17 is on track, 1.21 of 1.40 is not")
  func achievement() throws {
    let threshold = try #require(assessments.admissibleThresholds(for: .achievement).first)
    #expect(isClose(threshold.above, 12_100.0 / 140))
    #expect(isClose(threshold.upTo, 500.0 / 17))
    #expect(!threshold.exists)
    // 転出超過数 and 社会増減率 are below zero.
    #expect(threshold.count == 5 && threshold.undefined == 2)
  }

  @Test("Growth is defined for three of them only")
  func growth() throws {
    let threshold = try #require(assessments.admissibleThresholds(for: .compoundGrowth).first)
    #expect(threshold.count == 3 && threshold.undefined == 4)
  }

  @Test("A scale without the printed words, or a plan without grades, gives nothing")
  func otherScale() throws {
    let scale = try JudgementScale.builtIn("pro-rata")
    for code in [Published.iwamizawa, Published.tomakomai] {
      let record = try Published.record(code)
      let plan = try #require(record.leadingPlan)
      let progress = PlanProgress(of: plan, in: record.municipality, scale: scale)
      #expect(PublishedAssessments(of: progress, on: scale) == nil)
    }
  }
}
