import MunicipalModel
import Testing

@testable import PlanAnalysis

/// A day belongs to the year of the plan that it lies in.
@Suite("Years of a plan")
struct PlanYearsTests {
  private let calendar = Period.span(.calendarYear(2020), .calendarYear(2024))

  @Test(
    "A day in a plan of fiscal and of calendar years",
    arguments: [
      // 31 December, 1 January, 31 March, 1 April
      (2022, 12, 31, 2022, 2022), (2023, 1, 1, 2022, 2023), (2023, 3, 31, 2022, 2023),
      (2023, 4, 1, 2023, 2023),
    ])
  func days(year: Int, month: Int, day: Int, fiscal: Int, ofCalendar: Int) throws {
    let period = try Sample.day(year, month, day)
    #expect(PlanYears(Sample.term).year(of: period) == fiscal)
    #expect(PlanYears(nil).year(of: period) == fiscal)
    #expect(PlanYears(calendar).year(of: period) == ofCalendar)
  }

  @Test("Terms that are printed as days, and years of the other kind")
  func terms() throws {
    let byDays = PlanYears(.span(try Sample.day(2020, 4, 1), try Sample.day(2025, 3, 31)))
    #expect(byDays.kind == .fiscal && byDays.term == 2020...2024)
    let byCalendar = PlanYears(.span(try Sample.day(2020, 1, 1), try Sample.day(2024, 12, 31)))
    #expect(byCalendar.kind == .calendar && byCalendar.term == 2020...2024)
    #expect(byDays.year(of: .calendarYear(2022)) == 2022)
    #expect(byCalendar.year(of: .fiscalYear(2022)) == 2022)
    let whole = Period.span(try Sample.day(2022, 4, 1), try Sample.day(2023, 3, 31))
    #expect(byDays.years(of: whole) == 2022...2022)
    #expect(byDays.areSame(whole, .fiscalYear(2022)))
  }

  @Test("The pace at the end of a fiscal year: 110 of 100 → 120 after three of five years")
  func pace() throws {
    func progress(_ period: Period, term: Period) -> IndicatorProgress {
      IndicatorProgress(
        of: Sample.dated(
          baseline: (.fiscalYear(2019), "100人"), actual: [(period, "110人")],
          target: (.fiscalYear(2024), "120人")), term: term)
    }
    #expect(
      isClose(progress(try Sample.day(2023, 3, 31), term: Sample.term).pace.defined?.value, 5.0 / 6)
    )
    #expect(
      isClose(progress(try Sample.day(2023, 4, 1), term: Sample.term).pace.defined?.value, 5.0 / 8))
    #expect(
      isClose(
        progress(try Sample.day(2022, 12, 31), term: Sample.term).pace.defined?.value, 5.0 / 6))
    #expect(
      isClose(progress(try Sample.day(2023, 3, 31), term: calendar).pace.defined?.value, 5.0 / 8))
    // The last day of the plan is within it.
    #expect(progress(try Sample.day(2025, 3, 31), term: Sample.term).elapsed.defined?.left == 0)
    #expect(progress(try Sample.day(2025, 4, 1), term: Sample.term).elapsed.gap == .outsideTerm)
  }

  @Test("Figures at the end of each year sum, forecast and grow as those of the years")
  func yearEnds() throws {
    func both(
      _ name: String, _ baseline: String, _ figures: [String], _ target: String
    ) throws -> [IndicatorProgress] {
      let years = try figures.indices.map { index -> [Period] in
        [.fiscalYear(2020 + index), try Sample.day(2021 + index, 3, 31)]
      }
      return try [0, 1].map { kind in
        IndicatorProgress(
          of: Sample.dated(
            name,
            baseline: (kind == 0 ? .fiscalYear(2019) : try Sample.day(2020, 3, 31), baseline),
            actual: zip(years, figures).map { ($0[kind], $1) },
            target: (kind == 0 ? .fiscalYear(2024) : try Sample.day(2025, 3, 31), target)),
          term: Sample.term)
      }
    }
    let startups = try both("新規創業件数", "8件", ["10件", "20件", "30件", "40件", "50件"], "150件（5年間累計）")
    for progress in startups {
      #expect(progress.actual.defined?.formula == "10 + 20 + 30 + 40 + 50")
      #expect(progress.actual.defined?.missingYears == [])
      #expect(progress.pace.defined?.value == 1)
      #expect(progress.elapsed.defined?.passed == 5)
    }
    let waiting = try both("待機児童数", "20人", ["16人", "12人", "8人", "4人", "0人"], "0人")
    for progress in waiting {
      #expect(isClose(progress.forecast.defined?.value, 0, within: 1e-6))
      #expect(progress.forecast.defined?.year == 2024)
      #expect(progress.pace.defined?.value == 1)
    }
    let growing = try both("市民満足度", "100点", ["110点", "121点"], "161.051点")
    for progress in growing {
      #expect(isClose(progress.compoundGrowth.defined?.actual, 0.1, within: 1e-6))
      #expect(isClose(progress.compoundGrowth.defined?.ratio.value, 100, within: 1e-3))
    }
    #expect(startups[0].forecast.defined?.value == startups[1].forecast.defined?.value)
  }
}
