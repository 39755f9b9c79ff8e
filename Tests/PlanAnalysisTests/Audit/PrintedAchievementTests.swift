import MachiKurabe
import Testing

/// Printed 達成率 of the ways in which cities divide.
@Suite("Printed achievements")
struct PrintedAchievementTests {
  private func check(
    _ name: String, unit: String = "人", baseline: String = "20", actual: String,
    target: String, printed: String,
    others: [(role: Observation.Role, year: Int, printed: String)] = []
  ) throws -> PublishedRateCheck {
    let placed = Sample.indicator(
      name, unit: unit, baseline: baseline, actual: [(2022, actual)], target: target,
      others: others + [(.achievement, 2022, printed)])
    let plan = Plan(
      document: "sample", title: "", term: Sample.term,
      roots: [
        PlanNode(
          level: .goal, number: "1", title: "目標",
          citation: placed.indicator.citation, indicators: [placed.indicator])
      ])
    let record = MunicipalityRecord(
      municipality: try Published.record(Published.tomakomai).municipality,
      documents: [DocumentContents(document: "sample", plans: [plan])])
    return try #require(record.rederivation.figures.first).check
  }

  @Test(
    "Where less is better, target ÷ actual and the way from the baseline are right too",
    arguments: [
      "83.3%",  // 10 ÷ 12
      "80%",  // (20 − 12) ÷ (20 − 10)
      "120%",  // 12 ÷ 10
    ])
  func lowerIsBetter(printed: String) throws {
    let check = try self.check("待機児童数", actual: "12", target: "10", printed: printed)
    #expect(check.outcome == .agrees)
  }

  @Test("A rate that follows in none of the ways is told")
  func wrong() throws {
    let check = try self.check("待機児童数", actual: "12", target: "10", printed: "90.0%")
    #expect(check.expected.description == "83.3")
    // Where more is better the way from the baseline is a hint only: (30 − 20) ÷ (40 − 20) = 50 %.
    let higher = try self.check("参加者数", actual: "30", target: "40", printed: "50.0%")
    #expect(higher.expected.description == "75.0")
    #expect(higher.hints.map(\.formula.en) == ["(30 − 20) ÷ (40 − 20) × 100"])
  }

  @Test("A year with its own target is checked against that")
  func ownTarget() throws {
    // 100 ÷ 110 = 90.9 %, not 100 ÷ 200.
    let check = try self.check(
      "参加者数", actual: "100", target: "200", printed: "90.9%", others: [(.target, 2022, "110")])
    #expect(check.outcome == .agrees)
  }

  @Test("Units in other spellings are the same unit")
  func spellings() throws {
    // 3 ÷ 10 = 30 %: 99.9 % is wrong, whether か所 or 箇所.
    let check = try self.check(
      "設置数", unit: "", baseline: "1か所", actual: "3か所", target: "10箇所", printed: "99.9%")
    #expect(check.outcome != .agrees)
  }
}
