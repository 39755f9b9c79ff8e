import MunicipalModel
import PlanAnalysis
import Testing

@Suite("Pace, what was to be expected, what is still required")
struct PaceTests {
  // MARK: Expected and pace

  @Test("A count over the plan: target × 3/5 in the third of five years")
  func cumulative() throws {
    // tomakomai-progress:212: 230 × 3/5 = 138; 148 ÷ 230 × 5/3 = 740 ÷ 690.
    let progress = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 212)
    #expect(try progress.expectedByNow.get().value == 138)
    #expect(isClose(try progress.pace.get().value, 740 / 690))
    #expect(progress.paceRule == .way)
  }

  @Test("A state: baseline + (target − baseline) × 3/5")
  func state() throws {
    // tomakomai-progress:456, 観光入込客数 199.5 → 260, 213.1 now:
    // 199.5 + 60.5 × 3/5 = 235.8; pace (13.6 ÷ 60.5) × 5/3 = 68 ÷ 181.5.
    let progress = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 456)
    #expect(isClose(try progress.expectedByNow.get().value, 235.8))
    #expect(isClose(try progress.pace.get().value, 68 / 181.5))
  }

  @Test("Exactly on schedule is exactly 1")
  func onSchedule() throws {
    // 10 + (20 − 10) × 2/5 = 14
    let progress = Sample.progress(baseline: "10", actual: [(2021, "14")], target: "20")
    #expect(try progress.pace.get().value == 1)
    #expect(try progress.expectedByNow.get().value == 14)
  }

  @Test("A reduction and a balance below zero")
  func reductions() throws {
    // 15 → 0, 2 now, first of five years: 13 ÷ 15 × 5 = 65 ÷ 15; expected 15 − 3 = 12.
    let waiting = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 502)
    #expect(isClose(try waiting.pace.get().value, 65 / 15))
    #expect(try waiting.expectedByNow.get().value == 12)
    // −312 → −275, −341 now: −29 ÷ 37 × 5; expected −312 + 37/5 = −304.6.
    let migration = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 252)
    #expect(isClose(try migration.pace.get().value, -145 / 37))
    #expect(isClose(try migration.expectedByNow.get().value, -304.6))
  }

  @Test("A target of each year is compared by level, and by level only")
  func eachYear() throws {
    // iwamizawa-progress:375: 14 ÷ 20 = 0.7, although 14 is the baseline.
    let yearly = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 375)
    #expect(try yearly.pace.get().value == 0.7)
    #expect(yearly.paceRule == .eachYear)
    #expect(try yearly.expectedByNow.get().value == 20)
    // iwamizawa-progress:351, a mean of five years: 34.4 ÷ 55.
    let mean = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 351)
    #expect(mean.paceRule == .eachYear)
    #expect(isClose(try mean.pace.get().value, 34.4 / 55))
  }

  @Test("A lowered expectation and a level to hold are compared by level")
  func level() throws {
    // tomakomai-progress:390: 19,419 ÷ 15,000, from 35,761.
    let lowered = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 390)
    #expect(lowered.paceRule == .level)
    #expect(isClose(try lowered.pace.get().value, 19_419 / 15_000))
    #expect(lowered.progressFromBaseline.gap == .loweredExpectation)
    #expect(lowered.cautions == [.targetBehindBaseline])
    let held = Sample.progress("参加者数", baseline: "31", actual: [(2022, "28")], target: "31")
    #expect(held.paceRule == .level)
    #expect(isClose(try held.pace.get().value, 28 / 31))
    // Less is better: 3 ÷ 4.
    let low = Sample.progress("事故件数", baseline: "3", actual: [(2022, "4")], target: "3")
    #expect(try low.pace.get().value == 0.75)
  }

  @Test("A lowered expectation of a count over the plan keeps its way")
  func loweredCount() throws {
    // tomakomai-progress:275: 272 of 890 after 3/5; 289 a year were had before.
    let progress = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 275)
    #expect(progress.aim.kind == .loweredExpectation)
    #expect(progress.paceRule == .way)
    #expect(isClose(try progress.pace.get().value, 1360 / 2670))
  }

  @Test("Without a baseline the pace is defined only where the target has been reached")
  func withoutBaseline() throws {
    let open = Sample.progress("参加者数", baseline: "—", actual: [(2022, "416")], target: "430")
    #expect(open.pace.gap == .missingBaseline)
    #expect(open.expectedByNow.gap == .missingBaseline)
    // tomakomai-progress:311: 2,670 ÷ 1,700.
    let reached = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 311)
    #expect(reached.paceRule == .reached)
    #expect(isClose(try reached.pace.get().value, 2670 / 1700))
  }

  // MARK: Required

  @Test("The change, the amount, the level or the mean that each year left requires")
  func required() throws {
    // A state: (260 − 213.1) ÷ 2 = 23.45 (tomakomai-progress:456).
    let state = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 456)
      .requiredPerYear.get()
    #expect(state.kind == .change && state.years == 2)
    #expect(isClose(state.figure.value, 23.45))
    // A count: (230 − 148) ÷ 2 = 41 (tomakomai-progress:212).
    let count = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 212)
      .requiredPerYear.get()
    #expect(count.kind == .amount && count.figure.value == 41)
    // Each year: the target of 20 itself (iwamizawa-progress:375).
    let level = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 375)
      .requiredPerYear.get()
    #expect(level.kind == .level && level.figure.value == 20)
    // A mean: (55 × 5 − 34.4 × 1) ÷ 4 = 60.15 (iwamizawa-progress:351).
    let mean = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 351)
      .requiredPerYear.get()
    #expect(mean.kind == .mean && mean.years == 4)
    #expect(isClose(mean.figure.value, 60.15))
    #expect(mean.figure.formula == "(55 × 5 − 34.4 × 1) ÷ 4")
    // A reduction: (0 − 2) ÷ 4 = −0.5 (iwamizawa-progress:502).
    let reduction = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 502)
      .requiredPerYear.get()
    #expect(reduction.figure.value == -0.5)
  }

  @Test("What has been reached requires nothing; what is over cannot be caught up")
  func edges() throws {
    let reached = Sample.progress(baseline: "10", actual: [(2021, "25")], target: "20")
    #expect(try reached.requiredPerYear.get().figure.value == 0)
    #expect(reached.isReached == true)
    let over = Sample.progress(baseline: "10", actual: [(2024, "15")], target: "20")
    #expect(over.requiredPerYear.gap == .noTimeLeft)
    #expect(try over.pace.get().value == 0.5)  // (15 − 10) ÷ (20 − 10) × 5/5
  }

  @Test("Identities: scaling the figures leaves the pace as it is; the target has a pace of N/n")
  func identities() throws {
    for factor in [1, 7, 1000] {
      let progress = Sample.progress(
        baseline: "\(10 * factor)", actual: [(2021, "\(13 * factor)")], target: "\(20 * factor)")
      #expect(try progress.pace.get().value == 0.75)  // 3 ÷ 10 × 5/2
    }
    for (year, pace) in [(2020, 5.0), (2021, 2.5), (2022, 5.0 / 3), (2023, 1.25), (2024, 1)] {
      let progress = Sample.progress(baseline: "10", actual: [(year, "20")], target: "20")
      #expect(try progress.pace.get().value == pace)
    }
  }

  @Test("A time that was taken for granted judges nothing")
  func assumedTime() throws {
    let printed = Sample.indicator(baseline: "10", actual: [(2021, "14")], target: "20").indicator
    let assumed = printed.with(
      figures: printed.figures.map { figure in
        IndicatorFigure(
          role: figure.role, period: figure.period, reading: figure.reading,
          accumulation: figure.accumulation, assumption: figure.role == .actual ? .era : nil,
          citation: figure.citation)
      })
    let progress = IndicatorProgress(of: PlacedIndicator(indicator: assumed), term: Sample.term)
    #expect(progress.actual.defined == nil && progress.pace.defined == nil)
    #expect(progress.placed.indicator.actuals.first?.reading.value == ExactDecimal(14))
  }
}
