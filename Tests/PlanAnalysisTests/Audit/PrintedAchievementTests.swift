import Demography
import MunicipalModel
import PlanAnalysis
import Testing

/// Printed 達成率 of the ways in which cities divide.
@Suite("Printed achievements")
struct PrintedAchievementTests {
  private func check(
    _ name: String, unit: String = "人", baseline: String = "20", actual: String,
    target: String, printed: String,
    others: [(role: IndicatorFigure.Role, year: Int, printed: String)] = []
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
  }

  // MARK: Definitions

  /// A plan whose indicators have a baseline, an actual figure, a target and a printed rate.
  private func rederivation(
    _ rows: [(name: String, baseline: String, actual: String, target: String, printed: String)],
    declared: AchievementDefinition? = nil
  ) throws -> Rederivation {
    let indicators = rows.map { row in
      Sample.indicator(
        row.name, baseline: row.baseline, actual: [(2022, row.actual)], target: row.target,
        others: [(.achievement, 2022, row.printed)]
      ).indicator
    }
    return try rederivation(of: indicators, declared: declared)
  }

  /// The published figures of a plan of some indicators, computed again.
  private func rederivation(
    of indicators: [Indicator], declared: AchievementDefinition? = nil
  ) throws -> Rederivation {
    let plan = Plan(
      document: "sample", title: "", term: Sample.term, achievementDefinition: declared,
      roots: [
        PlanNode(
          level: .goal, number: "1", title: "目標",
          citation: Citation(document: "sample", line: 1, printed: ""), indicators: indicators)
      ])
    return MunicipalityRecord(
      municipality: try Published.record(Published.tomakomai).municipality,
      documents: [DocumentContents(document: "sample", plans: [plan])]
    ).rederivation
  }

  private static let fromBaseline = [
    (name: "企業立地件数", baseline: "347", actual: "429", target: "465", printed: "69.5%"),
    (name: "転入者数", baseline: "1,200人", actual: "1,250人", target: "1,300人", printed: "50.0%"),
    (name: "待機児童数", baseline: "48人", actual: "12人", target: "0人", printed: "75.0%"),
  ]

  @Test("One definition that fits all rates of a document is named, and none is an error")
  func fromBaseline() throws {
    let found = try rederivation(Self.fromBaseline)
    #expect(found.figures.count == 3 && found.figures.allSatisfy(\.agrees))
    let definition = try #require(found.achievementDefinitions.first)
    #expect(definition.definition == .fromBaseline && !definition.isDeclared)
    #expect(definition.count == 3 && definition.fitting == 3)
  }

  @Test("The few rates that do not follow by the definition of most are errors, with a hint")
  func outliers() throws {
    let odd = (name: "参加者数", baseline: "20人", actual: "30人", target: "40人", printed: "75.0%")
    let among = try rederivation(Self.fromBaseline + [odd])
    #expect(among.figures.map(\.agrees) == [true, true, true, false])
    #expect(among.figures.last?.check.expected.description == "50.0")
    #expect(among.figures.last?.check.hints.map(\.formula.en) == ["30 ÷ 40 × 100"])
    let plain = [
      odd, (name: "利用者数", baseline: "20人", actual: "10人", target: "40人", printed: "25.0%"),
      (name: "登録者数", baseline: "20人", actual: "30人", target: "40人", printed: "50.0%"),
    ]
    let ofTarget = try rederivation(plain)
    #expect(ofTarget.figures.map(\.agrees) == [true, true, false])
    #expect(ofTarget.achievementDefinitions.map(\.definition) == [.ofTarget])
    #expect(
      ofTarget.figures.last?.check.hints.map(\.formula.en) == ["(30 − 20) ÷ (40 − 20) × 100"])
  }

  @Test("What the layout declares is the definition, whatever fits")
  func declared() throws {
    let found = try rederivation(Self.fromBaseline, declared: .ofTarget)
    #expect(found.figures.contains { !$0.agrees })
    #expect(found.achievementDefinitions.map(\.isDeclared) == [true])
    #expect(found.achievementDefinitions.map(\.definition) == [.ofTarget])
  }

  @Test("A limit is checked as one: 27,276 of 18,000 → 25,250 is more than 100 %")
  func limits() throws {
    let rows = [
      (name: "雇用創出数", baseline: "18,000人", actual: "27,276人", target: "25,250人", printed: "100%超"),
      (name: "観光客数", baseline: "989万人", actual: "778万人", target: "990万人", printed: "0%未満"),
      (name: "利用者数", baseline: "10人", actual: "18人", target: "20人", printed: "80%以上"),
    ]
    let found = try rederivation(rows)
    #expect(found.figures.map(\.agrees) == [true, true, true])
    #expect(found.achievementDefinitions.map(\.definition) == [.fromBaseline])
    // 100 % is passed by both, below 0 % is only the way from the baseline, 90 % only 18 ÷ 20.
    let mixed = try rederivation([
      rows[0], rows[1],
      (name: "利用者数", baseline: "10人", actual: "18人", target: "20人", printed: "90%以上"),
    ])
    #expect(mixed.figures.map(\.agrees) == [true, true, true])
    #expect(mixed.achievementDefinitions.map(\.definition) == [.ofTarget, .fromBaseline])
    #expect(mixed.achievementDefinitions.map(\.fitting) == [2, 2])
    // 18 ÷ 20 is 90 %, and (18 − 10) ÷ (20 − 10) 80 %: neither is 95 % or more.
    let wrong = try rederivation([
      (name: "利用者数", baseline: "10人", actual: "18人", target: "20人", printed: "95%以上")
    ])
    #expect(wrong.figures.map(\.agrees) == [false])
  }

  @Test("A year with its own target is checked against that")
  func ownTarget() throws {
    // 100 ÷ 110 = 90.9 %, not 100 ÷ 200.
    let check = try self.check(
      "参加者数", actual: "100", target: "200", printed: "90.9%", others: [(.target, 2022, "110")])
    #expect(check.outcome == .agrees)
  }

  // MARK: Several targets

  /// Indicators with targets of two years and printed rates, for the check of a whole plan.
  private func rates(
    _ rows: [(baseline: String, actual: String, targets: [(Int, String)], printed: String)]
  ) throws -> Rederivation {
    let indicators = rows.enumerated().map { index, row in
      Sample.indicator(
        "参加者数\(index)", baseline: row.baseline, actual: [(2022, row.actual)],
        others: row.targets.map { (.target, $0.0, $0.1) } + [(.achievement, 2022, row.printed)]
      ).indicator
    }
    return try rederivation(of: indicators)
  }

  @Test("Rates of the way to the last target follow, though each year has a target of its own")
  func lastTarget() throws {
    let found = try rates([
      ("50", "72", [(2022, "77.5"), (2024, "100")], "44.0%"),  // 22 ÷ 50
      ("5", "9", [(2022, "7"), (2024, "10")], "80.0%"),  // 4 ÷ 5
    ])
    #expect(found.figures.map(\.agrees) == [true, true])
    let definition = try #require(found.achievementDefinitions.first)
    #expect(definition.definition == .fromBaseline && definition.target == .last)
    #expect(found.achievementDefinitions.count == 1)
  }

  @Test("Rates against the next of two targets follow, and one that does not is told by it")
  func nextTarget() throws {
    let rows = [
      (baseline: "4", actual: "7", targets: [(2023, "8"), (2028, "12")], printed: "88%"),  // 7 ÷ 8
      (baseline: "30", actual: "41", targets: [(2023, "50"), (2028, "80")], printed: "82%"),
    ]
    let found = try rates(rows)
    #expect(found.figures.map(\.agrees) == [true, true])
    #expect(found.achievementDefinitions.map(\.target) == [.next])
    let wrong = try rates(rows + [("10", "30", [(2023, "40"), (2028, "60")], "90%")])
    #expect(wrong.figures.map(\.agrees) == [true, true, false])
    #expect(wrong.figures.last?.check.expected.description == "75")  // 30 ÷ 40
  }

  @Test("Units in other spellings are the same unit")
  func spellings() throws {
    // 3 ÷ 10 = 30 %: 99.9 % is wrong, whether か所 or 箇所.
    let check = try self.check(
      "設置数", unit: "", baseline: "1か所", actual: "3か所", target: "10箇所", printed: "99.9%")
    #expect(check.outcome != .agrees)
  }
}
