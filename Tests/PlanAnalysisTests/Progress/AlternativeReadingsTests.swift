import MunicipalModel
import PlanAnalysis
import Testing

@Suite("The same indicator, counted differently in another document")
struct AlternativeReadingsTests {
  private typealias Relation = AlternativeReadings.Relation

  private static func found(_ document: DocumentID, line: Int) throws -> AlternativeReadings {
    let record = try Published.record(Published.tomakomai)
    let plan = try #require(
      record.plansWithActualFigures.first { $0.document == document })
    let placed = try #require(plan.indicators.first { $0.indicator.citation.line == line })
    return try #require(record.alternativeReadings(in: plan).first { $0.placed == placed })
  }

  @Test("UIJターン求人掲載数: 24.0 % as printed, 61.0 % summed, and 37 in the other document")
  func vacancies() throws {
    // tomakomai-progress:257 prints 23, 14, 24 of 100 and 24.0 %; tomakomai-revision:120 prints 37.
    let found = try Self.found("tomakomai-progress", line: 257)
    #expect(found.relation == .otherIsRunningSum)
    #expect(found.evidence == "37 = 23 + 14")
    #expect(found.period == .fiscalYear(2021))
    #expect(found.readings.map(\.kind) == [.asPrinted, .summed, .otherDocument])
    #expect(found.readings.map(\.value) == [24, 61, 37].map { ExactDecimal($0) })
    #expect(found.readings.map(\.achievement) == [24, 61, 37])
    #expect(found.readings.map(\.formula) == ["24", "23 + 14 + 24", "37"])
    let lines = found.readings.map { $0.sources.map { "\($0.document):\($0.line)" } }
    #expect(lines[0] == ["tomakomai-progress:257", "tomakomai-progress:257"])
    #expect(Set(lines[1]) == ["tomakomai-progress:257"])
    #expect(Set(lines[2]) == ["tomakomai-revision:120"])
    let printed = try #require(
      found.placed.indicator.first(.achievement)?.reading.value)
    #expect(printed == ExactDecimal("24.0"))
  }

  @Test("From the other document it is the same relation, seen from there")
  func vacanciesFromRevision() throws {
    let found = try Self.found("tomakomai-revision", line: 119)
    #expect(found.relation == .thisIsRunningSum)
    #expect(found.readings.map(\.value) == [37, 61, 24].map { ExactDecimal($0) })
  }

  @Test("新規雇用創出数: 45 is one year of the cumulative figures, 79 − 34")
  func jobs() throws {
    // tomakomai-progress:212 累計34, 累計79, 累計148 of 230; tomakomai-revision:48 累計45.
    let found = try Self.found("tomakomai-progress", line: 212)
    #expect(found.relation == .otherIsSingleYear)
    #expect(found.evidence == "45 = 79 − 34")
    #expect(found.readings.map(\.kind) == [.asPrinted, .cumulative, .otherDocument])
    #expect(found.readings.map(\.value) == [148, 79, 45].map { ExactDecimal($0) })
  }

  @Test("補助件数: the same figure, which only the other document calls cumulative")
  func grants() throws {
    // tomakomai-progress:310 9, 13, 16 of 30; tomakomai-revision:300 累計13 of 累計30.
    let found = try Self.found("tomakomai-progress", line: 310)
    #expect(found.relation == .otherSaysCumulative)
    #expect(found.readings.map(\.kind) == [.asPrinted, .otherDocument])
  }

  @Test("These are all that the two documents show, and a city with one document shows none")
  func all() throws {
    let record = try Published.record(Published.tomakomai)
    let plan = try #require(record.leadingPlan)
    let lines = record.alternativeReadings(in: plan).map(\.placed.indicator.citation.line)
    #expect(lines == [212, 257, 310])
    let other = try Published.record(Published.iwamizawa)
    let otherPlan = try #require(other.leadingPlan)
    #expect(other.alternativeReadings(in: otherPlan).isEmpty)
  }

  @Test(
    "What is no relation is not found",
    arguments: [
      // The same figures, and another figure that follows from nothing.
      ([(2020, "23"), (2021, "14")], [(2021, "14")]),
      ([(2020, "23"), (2021, "14")], [(2021, "36")]),
      // One year is no sum, and a year that is not printed has no relation.
      ([(2021, "14")], [(2021, "37")]), ([(2020, "23"), (2021, "14")], [(2022, "37")]),
      // The difference to a cumulative figure of zero is the figure itself.
      ([(2020, "累計0"), (2021, "累計7")], [(2021, "累計7")]),
      // Nothing to compare.
      ([(2020, "—")], [(2020, "37")]),
    ] as [([(year: Int, printed: String)], [(year: Int, printed: String)])])
  func unrelated(
    own: [(year: Int, printed: String)], others: [(year: Int, printed: String)]
  ) {
    let readings = AlternativeReadings(
      of: Sample.indicator(actual: own, target: "100"),
      beside: Sample.indicator(actual: others, target: "100"))
    #expect(readings == nil)
  }

  @Test("Without a target above zero a reading has no achievement")
  func withoutTarget() throws {
    let readings = try #require(
      AlternativeReadings(
        of: Sample.indicator(actual: [(2020, "23"), (2021, "14")]),
        beside: Sample.indicator(actual: [(2021, "37")], target: "0")))
    #expect(readings.readings.map(\.achievement) == [nil, nil, nil])
  }

  @Test("A baseline that only the other document prints is offered, not used")
  func baselines() throws {
    let record = try Published.record(Published.tomakomai)
    let plan = try #require(record.leadingPlan)
    let found = record.baselinesElsewhere(for: plan)
    // tomakomai-progress:371 — and tomakomai-revision:360 96.8％; :706 — and :1364 3,301人.
    #expect(found.map(\.placed.indicator.citation.line) == [371, 706])
    #expect(found.map(\.baseline.citation.line) == [360, 1364])
    let mail = try #require(found.last)
    // (5,402 − 3,301) ÷ (6,000 − 3,301) × 100 = 2,101 ÷ 2,699
    #expect(isClose(mail.progress.progressFromBaseline.defined?.value, 210_100 / 2699))
    let own = IndicatorProgress(of: mail.placed, term: plan.term)
    #expect(own.progressFromBaseline.gap == .missingBaseline)
  }
}
