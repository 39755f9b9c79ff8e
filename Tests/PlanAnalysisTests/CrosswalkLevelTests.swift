import MunicipalModel
import PlanAnalysis
import Testing

/// Levels, changes and ambition, with figures worked by hand.
@Suite("Crosswalk: levels and changes")
struct CrosswalkLevelTests {
  let crosswalk: Crosswalk

  init() throws { crosswalk = try CrosswalkSample.builtIn() }

  private func level(_ concept: String) throws -> Crosswalk.LevelComparison {
    try #require(crosswalk.pairings.first { $0.concept.id == concept }).level.get()
  }

  // MARK: Rates

  /// 転入者数 5,772 (line 455) ÷ 171,242 (end of 2019, line 104) × 100 = 3.3706…; 転入率 3.05 (line 434).
  @Test("In-migrants are brought to the rate that the other city prints")
  func inMigration() throws {
    let level = try level("in_migration")
    #expect(level.year == 2020)
    #expect(level.counting == .rate)
    #expect(level.left.value.description == "3.05")
    #expect(level.left.formula == nil, "printed")
    #expect(level.right.value.description == "3.37")
    #expect(level.right.formula?.en == "5772 ÷ 171242 × 100")
    #expect(level.right.sources.map(\.line) == [455, 104])
    #expect(try level.difference.get().value.description == "-0.32")
    // 3.05 ÷ 3.3706… = 0.9049; 3.37 would make 0.91 of it.
    #expect(try level.ratio.get().value.description == "0.90")
    #expect("\(try level.difference.get())" == "-0.32 % (3.05 − (5772 ÷ 171242 × 100))")
    #expect(!level.mixesYearKinds, "both are the population table's calendar years")
  }

  /// ▲341 (line 252) ÷ 80,410 (end of 2019, line 185) = −0.424 %; △225 (line 105) ÷ 171,242 = −0.131 %.
  @Test("Of what may change sign there is a difference and no ratio")
  func netMigration() throws {
    let level = try level("net_migration")
    #expect(level.left.value.description == "-0.42")
    #expect(level.left.sources.map(\.line) == [252, 185])
    #expect(level.right.value.description == "-0.13")
    #expect(level.right.sources.map(\.line) == [105, 104])
    #expect(try level.difference.get().value.description == "-0.29")
    #expect(level.ratio == .failure(.signMayChange))
    let member = try #require(crosswalk.lead("net_migration", of: CrosswalkSample.iwamizawa))
    #expect(try member.changeSinceBaseline.get().percent == nil)
    #expect(try member.changeSinceBaseline.get().difference.value.description == "-29")
    #expect(try member.ambition.get().difference.value.description == "37")
  }

  // MARK: Per 1,000 residents

  /// 4,008 ÷ 79,352 × 1,000 = 50.509…; 4,582 ÷ 170,205 × 1,000 = 26.920….
  @Test("Subscribers per 1,000 residents are on the printed year-end populations")
  func perThousand() throws {
    let level = try level("disaster_mail")
    let (left, right) = (try level.leftPerThousand.get(), try level.rightPerThousand.get())
    #expect(left.value.description == "50.51")
    #expect(left.sources.map(\.line) == [558, 185])
    #expect(left.sources.map(\.printed) == ["4,008人", "79,352"])
    #expect(right.value.description == "26.92")
    #expect(right.sources.map(\.line) == [706, 105])
    #expect(try level.difference.get().value.description == "23.59")
    // 50.509 ÷ 26.920
    #expect(try level.ratio.get().value.description == "1.88")
  }

  /// 142万人 is 1,420,000; 583,871 ÷ 79,352 = 7.358 a resident, 1,420,000 ÷ 170,205 = 8.343.
  @Test("Multiples of a unit are brought to the unit")
  func multiples() throws {
    let level = try level("tourist_arrivals")
    #expect(level.right.value == ExactDecimal(1_420_000))
    #expect(level.right.unit == "人")
    #expect(try level.leftPerThousand.get().value.description == "7358.0")
    #expect(try level.rightPerThousand.get().value.description == "8342.9")
  }

  // MARK: Counting

  /// Iwamizawa prints 9 for FY2020 against a total of 50; Tomakomai 累計22.
  @Test("Two counts over the plan are compared since the plan began")
  func planToDate() throws {
    let level = try level("business_startups")
    #expect(level.counting == .planToDate)
    #expect(level.left.value == ExactDecimal(9))
    #expect(level.right.value == ExactDecimal(22))
    // 9 ÷ 79,352 = 0.113 per 1,000; 22 ÷ 170,205 = 0.129.
    #expect(try level.difference.get().value.description == "-0.016")
  }

  @Test("A running total is brought to one year beside a yearly figure, by subtraction")
  func oneYear() throws {
    let taxonomy = try CrosswalkSample.taxonomy(CrosswalkSample.loans())
    // Running totals 35, 98, 139: the third year alone is 139 − 98 = 41.
    let totals = try CrosswalkSample.record(
      CrosswalkSample.first, unit: "冊", actuals: [(2020, "35"), (2021, "98"), (2022, "139")],
      target: "200", accumulation: .cumulative)
    let yearly = try CrosswalkSample.record(
      CrosswalkSample.second, unit: "冊", actuals: [(2022, "44")], target: "45",
      accumulation: .yearly)
    let crosswalk = try Crosswalk([totals, yearly], taxonomy: taxonomy)
    let level = try #require(crosswalk.pairings.first).level.get()
    #expect(level.year == 2022)
    #expect(level.counting == .oneYear)
    #expect(level.left.value == ExactDecimal(41))
    #expect(level.left.formula?.en == "139 − 98")
    #expect(level.left.sources.count == 2)
    #expect(level.right.value == ExactDecimal(44))
  }

  @Test("A running total without the year before is not taken for one year")
  func missingYearBefore() throws {
    let taxonomy = try CrosswalkSample.taxonomy(CrosswalkSample.loans())
    let totals = try CrosswalkSample.record(
      CrosswalkSample.first, unit: "冊", actuals: [(2022, "139")], target: "200",
      accumulation: .cumulative)
    let yearly = try CrosswalkSample.record(
      CrosswalkSample.second, unit: "冊", actuals: [(2022, "44")], target: "45",
      accumulation: .yearly)
    let crosswalk = try Crosswalk([totals, yearly], taxonomy: taxonomy)
    #expect(crosswalk.pairings.map { $0.level.gap } == [.accumulationsDiffer])
  }

  @Test("A plan's total with a year missing is none: 5, blank, 7 is not 12")
  func missingYear() throws {
    let gap = try CrosswalkSample.record(
      CrosswalkSample.first, unit: "冊", baseline: (.fiscalYear(2019), "4"),
      actuals: [(2020, "5"), (2022, "7")], target: "30", targetAccumulation: .cumulative)
    let whole = try CrosswalkSample.record(
      CrosswalkSample.second, unit: "冊", baseline: (.fiscalYear(2019), "4"),
      actuals: [(2020, "5"), (2021, "6"), (2022, "7")], target: "30",
      targetAccumulation: .cumulative)
    let crosswalk = try Crosswalk(
      [gap, whole], taxonomy: try CrosswalkSample.taxonomy(CrosswalkSample.loans()))
    let pairing = try #require(crosswalk.pairings.first)
    let level = try pairing.level.get()
    #expect(level.counting == .planToDate && level.year == 2020)
    #expect(level.left.value == ExactDecimal(5) && level.right.value == ExactDecimal(5))
    #expect(pairing.left.changeSinceBaseline.gap == .accumulationsDiffer)
    // 5 + 6 + 7 = 18, 6 a year, 2 more than 4.
    #expect(try pairing.right.changeSinceBaseline.get().difference.value.description == "2.0")
  }

  @Test("A running total in the plan's first year is that year's")
  func firstYear() throws {
    let totals = try CrosswalkSample.record(
      CrosswalkSample.first, unit: "冊", actuals: [(2020, "35")], target: "200",
      accumulation: .cumulative)
    let yearly = try CrosswalkSample.record(
      CrosswalkSample.second, unit: "冊", actuals: [(2020, "44")], target: "45",
      accumulation: .yearly)
    let crosswalk = try Crosswalk(
      [totals, yearly], taxonomy: try CrosswalkSample.taxonomy(CrosswalkSample.loans()))
    let level = try #require(crosswalk.pairings.first).level.get()
    #expect(level.counting == .oneYear && level.year == 2020)
    #expect(level.left.value == ExactDecimal(35) && level.left.formula == nil)
    #expect(level.right.value == ExactDecimal(44))
  }

  // MARK: Changes

  /// (125 ÷ 5) − 12 = 13 a year; (77 ÷ 3) − 12 = 13.666…; 13.666… ÷ 12 = 113.88… %.
  @Test("What counts over the plan is set against the baseline by the year")
  func perYear() throws {
    let startups = try #require(
      crosswalk.lead("business_startups", of: CrosswalkSample.tomakomai))
    let ambition = try startups.ambition.get()
    #expect(ambition.difference.value.description == "13.0")
    #expect(ambition.difference.formula?.en == "(125 ÷ 5) − 12")
    let change = try startups.changeSinceBaseline.get()
    #expect(change.difference.value.description == "13.7")
    #expect(change.percent?.value.description == "113.9")
    #expect(change.percent?.formula?.en == "((77 ÷ 3) − 12) ÷ 12 × 100")
  }

  /// (29 ÷ 3 − 2) ÷ 2 = 7.666… ÷ 2 (line 511); (55 ÷ 3 − 19) ÷ 19 = −0.666… ÷ 19 (line 375);
  /// (139 ÷ 3 − 29) ÷ 29 = 17.333… ÷ 29 (line 259).
  @Test(
    "A change in percent is of the exact mean a year, and rounded once",
    arguments: [
      ("migration_trial", "7.7", "383.3"), ("supported_employment", "-0.7", "-3.5"),
      ("skills_training", "17.3", "59.8"),
    ])
  func roundedOnce(concept: String, difference: String, percent: String) throws {
    let member = try #require(crosswalk.lead(concept, of: CrosswalkSample.tomakomai))
    let change = try member.changeSinceBaseline.get()
    #expect(change.difference.value.description == difference)
    #expect(change.percent?.value.description == percent)
  }

  /// Iwamizawa's 26 has no year, so that it may be one year's or five years' count.
  @Test("A baseline of unknown years is not set against a total")
  func unknownBaseline() throws {
    let startups = try #require(
      crosswalk.lead("business_startups", of: CrosswalkSample.iwamizawa))
    #expect(startups.ambition.gap == .baselineYearsUnknown)
    #expect(startups.remarks.contains { $0.code == .baselineWithoutYear })
  }

  /// (3.05 − 3.19) ÷ (3.20 − 3.19) = −1,400 %: true to the cells, and marked.
  @Test("Progress towards a target that hardly differs from the baseline is marked")
  func targetNearBaseline() throws {
    let rate = try #require(crosswalk.lead("in_migration", of: CrosswalkSample.iwamizawa))
    #expect(rate.remarks.contains { $0.code == .targetNearBaseline })
    #expect(abs(try #require(rate.progress?.progress.defined?.value) + 1400) < 0.001)
    let count = try #require(crosswalk.lead("in_migration", of: CrosswalkSample.tomakomai))
    #expect(!count.remarks.contains { $0.code == .targetNearBaseline })
    #expect(count.remarks.contains { $0.code == .repeatsPopulationTable })
  }

  // MARK: Refusals

  @Test(
    "What cannot be set side by side is refused, and says why",
    arguments: [
      ("uij_turn", FigureGap.noCommonYear), ("childcare_perception", .noCommonYear),
      ("ict_services", .noCommonYear), ("total_fertility", .missingActual),
    ])
  func noLevel(concept: String, gap: FigureGap) throws {
    let pairing = try #require(crosswalk.pairings.first { $0.concept.id == concept })
    #expect(pairing.level.gap == gap)
  }

  @Test(
    "No difference and no ratio of what is not the same thing",
    arguments: [
      ("foreign_guests", FigureGap.relatedOnly), ("liveability", .relatedOnly),
      ("childcare_waiting", .relatedOnly), ("childcare_consultation", .relatedOnly),
      ("company_entries", .unitsDiffer), ("family_support", .unitsDiffer),
    ])
  func noDifference(concept: String, gap: FigureGap) throws {
    let level = try level(concept)
    #expect(level.difference.gap == gap)
    #expect(level.ratio.gap == gap)
  }
}
