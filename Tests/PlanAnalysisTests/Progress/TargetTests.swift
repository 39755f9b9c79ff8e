import MunicipalModel
import PlanAnalysis
import Testing

/// Which target counts where a table prints several, and up to when it is paced.
@Suite("The plan's target among several")
struct TargetTests {
  /// 1.50 in FY2019, 1.52 in FY2022; targets 1.55 for FY2022 and 1.70 for FY2024.
  private func progress(
    _ others: [(role: IndicatorFigure.Role, year: Int, printed: String)], target: String? = nil
  ) -> IndicatorProgress {
    Sample.progress(
      baseline: "1.50", in: 2019, actual: [(2022, "1.52")], target: target, others: others)
  }

  @Test("The latest target counts, whatever the order of the columns")
  func latest() throws {
    for targets in [[(2022, "1.55"), (2024, "1.70")], [(2024, "1.70"), (2022, "1.55")]] {
      let progress = progress(targets.map { (.target, $0.0, $0.1) })
      #expect(try progress.target.get().description == "1.70")
      // (1.52 − 1.50) ÷ (1.70 − 1.50) = 10 %, after 3 of 5 years: 0.10 ÷ 0.6 = 0.1666…
      #expect(try progress.progressFromBaseline.get().value == 10)
      #expect(abs(try progress.pace.get().value - 1.0 / 6) < 1e-12)
    }
  }

  @Test("An interim target is never the plan's, with or without a year")
  func interim() throws {
    for year in [0, 2022, 2026] {
      let progress = progress([(.interimTarget, year, "1.55")], target: "1.70")
      #expect(try progress.target.get().description == "1.70")
    }
    #expect(throws: FigureGap.missingTarget) {
      try progress([(.interimTarget, 2022, "1.55")]).target.get()
    }
  }

  @Test("Without years the first target counts; one with a year comes before it")
  func undated() throws {
    let first = progress([(.target, 0, "1.55"), (.target, 0, "1.70")])
    #expect(try first.target.get().description == "1.55")
    let dated = progress([(.target, 0, "1.55"), (.target, 2024, "1.70")])
    #expect(try dated.target.get().description == "1.70")
  }

  @Test("A target due before the plan's end is paced up to its own year")
  func dueEarlier() throws {
    let progress = progress([(.target, 2022, "1.55")])
    // (1.52 − 1.50) ÷ (1.55 − 1.50) = 40 %, after 3 of 3 years.
    #expect(try progress.elapsed.get().all == 3)
    #expect(abs(try progress.pace.get().value - 0.4) < 1e-12)
    let later = Sample.progress(
      baseline: "1.50", in: 2019, actual: [(2023, "1.52")], others: [(.target, 2022, "1.55")])
    #expect(throws: FigureGap.afterTarget) { try later.elapsed.get() }
  }

  @Test("+8人 beside 12人 and 13人 may be an increase, and is not compared")
  func increase() throws {
    let counts = Sample.progress(unit: "人", baseline: "12", actual: [(2022, "13")], target: "+8人")
    #expect(throws: FigureGap.targetMayBeIncrease) { try counts.target.get() }
    #expect(throws: FigureGap.targetMayBeIncrease) { try counts.achievement.get() }
    // A balance prints its signs throughout: (5 − −20) ÷ (10 − −20) = 83.3 %.
    let balance = Sample.progress(
      unit: "人", baseline: "▲20", actual: [(2022, "+5")], target: "+10")
    #expect(abs(try balance.progressFromBaseline.get().value - 250.0 / 3) < 1e-9)
  }

  @Test("A sum names the plan's years for which the table has no column")
  func absentYear() throws {
    let progress = Sample.progress(actual: [(2020, "10"), (2022, "20")], target: "累計100")
    #expect(try progress.actual.get().value == ExactDecimal(30))
    #expect(try progress.actual.get().missingYears == [.fiscalYear(2021)])
  }
}
