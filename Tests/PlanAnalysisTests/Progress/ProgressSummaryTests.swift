import MunicipalModel
import PlanAnalysis
import Testing

@Suite("Roll-up of progress")
struct ProgressSummaryTests {
  /// A plan of one goal with two measures.
  private static func plan() -> Plan {
    func node(_ level: PlanLevel, _ number: String, _ placed: [PlacedIndicator]) -> PlanNode {
      PlanNode(
        level: level, number: number, title: "\(level.rawValue) \(number)",
        citation: Citation(document: "sample", line: 1, printed: ""),
        indicators: placed.map(\.indicator))
    }
    var goal = node(
      .goal, "1", [Sample.indicator("参加者数", baseline: "0", actual: [(2022, "9")], target: "10")])
    goal.children = [
      node(
        .measure, "1",
        [
          Sample.indicator("参加者数", baseline: "0", actual: [(2022, "3")], target: "10"),
          Sample.indicator("参加者数", baseline: "0", actual: [(2022, "5")], target: "10"),
          Sample.indicator("参加者数", baseline: "0", target: "10"),
        ]),
      node(
        .measure, "2",
        [
          Sample.indicator("参加者数", actual: [(2022, "5")], target: "10"),
          Sample.indicator("参加者数", baseline: "0"),
        ]),
    ]
    return Plan(document: "sample", title: "計画", term: Sample.term, roots: [goal])
  }

  private static func progress() throws -> PlanProgress {
    let municipality = try Published.record(Published.tomakomai).municipality
    return PlanProgress(of: plan(), in: municipality, scale: try .builtIn("pro-rata"))
  }

  @Test("Counts per grade, the median, and why the others were not judged")
  func whole() throws {
    let summary = try Self.progress().summary
    #expect(summary.total == 6)
    // Paces 9/10 × 5/3 = 1.5, 3/10 × 5/3 = 0.5, 5/10 × 5/3 = 0.83.
    #expect(summary.grades.map(\.grade.id) == ["steady", "mostly", "improve"])
    #expect(summary.grades.map(\.count) == [1, 1, 1])
    #expect(summary.judged == 3)
    // Progress 30, 50, 90: the middle one.
    #expect(summary.medianProgress == 50)
    #expect(summary.medianCount == 3)
    #expect(
      Set(summary.notJudged.map(\.gap)) == [.missingActual, .missingBaseline])
    // The one without a target has no actual figure either.
    #expect(summary.notJudged.first?.gap == .missingActual)
    #expect(summary.notJudged.first?.count == 2)
  }

  @Test("By measure; a goal's own indicators belong to none")
  func byMeasure() throws {
    let progress = try Self.progress()
    let measures = progress.summaries(by: .measure)
    #expect(measures.map(\.number) == ["1", "2"])
    #expect(measures.map(\.total) == [3, 2])
    #expect(measures.map(\.title) == ["measure 1", "measure 2"])
    // Progress 30 and 50: the mean of the two middle ones.
    #expect(measures.first?.medianProgress == 40)
    #expect(measures.last?.medianProgress == nil)
    #expect(progress.countWithout(.measure) == 1)
    #expect(progress.summaries(by: .direction).isEmpty)
    #expect(progress.countWithout(.direction) == 6)
  }

  @Test("A plan without indicators")
  func empty() throws {
    let municipality = try Published.record(Published.tomakomai).municipality
    let progress = PlanProgress(
      of: Plan(document: "sample", title: "計画", roots: []), in: municipality,
      scale: try .builtIn("pro-rata"))
    #expect(progress.summary.total == 0)
    #expect(progress.summary.medianProgress == nil)
    #expect(progress.newestPeriod == nil)
  }

  @Test("The parts of both cities' plans add up to the whole, on every scale")
  func addUp() throws {
    for code in [Published.tomakomai, Published.iwamizawa] {
      let record = try Published.record(code)
      let plan = try #require(record.leadingPlan)
      for scale in try JudgementScale.builtIn() {
        let progress = PlanProgress(of: plan, in: record.municipality, scale: scale)
        let whole = progress.summary
        let goals = progress.summaries(by: .goal)
        #expect(goals.map(\.total).reduce(0, +) == whole.total)
        #expect(goals.map(\.judged).reduce(0, +) == whole.judged)
        #expect(whole.grades.map(\.count).reduce(0, +) == whole.judged)
        for index in scale.grades.indices {
          #expect(goals.map { $0.grades[index].count }.reduce(0, +) == whole.grades[index].count)
        }
        let measures = progress.summaries(by: .measure)
        #expect(
          measures.map(\.total).reduce(0, +) == whole.total - progress.countWithout(.measure))
      }
    }
  }

  @Test("Tomakomai: 104 indicators in four goals and 19 measures; two directions are linked")
  func tomakomai() throws {
    let record = try Published.record(Published.tomakomai)
    let plan = try #require(record.leadingPlan)
    let progress = PlanProgress(
      of: plan, in: record.municipality, scale: try .builtIn("pro-rata"))
    #expect(progress.summary.total == 104)
    #expect(progress.newestPeriod == .fiscalYear(2022))
    #expect(progress.summaries(by: .goal).map(\.number) == ["1", "2", "3", "4"])
    #expect(progress.summaries(by: .measure).map(\.number) == (1...19).map { "\($0)" })
    // 施策の基本的方向3-3 and 3-4 stand over measures 13 and 14 (tomakomai-progress:549–574).
    #expect(progress.summaries(by: .direction).map(\.number) == ["3-3", "3-4"])
    let lines = progress.entries.map(\.indicator.citation.line)
    #expect(lines == lines.sorted())
  }

  @Test("The report with the newest figures comes first")
  func newestFirst() throws {
    let record = try Published.record(Published.tomakomai)
    #expect(
      record.plansWithActualFigures.map(\.document) == ["tomakomai-progress", "tomakomai-revision"])
    #expect(record.plansWithActualFigures.allSatisfy { $0.edition == .current })
  }
}
