import MunicipalModel
import PlanAnalysis
import Testing

@Suite("Linear forecast and compound growth")
struct TrendTests {
  // MARK: Linear forecast

  @Test("A straight line through three cumulative figures, hand-worked")
  func cumulative() throws {
    // tomakomai-progress:212, 34, 79, 148 in 2020 to 2022: mean 87 in 2021,
    // slope (148 − 34) ÷ 2 = 57, so 87 + 3 × 57 = 258 in 2024.
    // Residuals 4, −8, 4: s² = 96 ÷ 1; the margin is 3.078 × √(96 × (1 + 1/3 + 9/2)) = 72.84….
    let forecast = try Published.progress(
      Published.tomakomai, "tomakomai-progress", line: 212
    ).forecast.get()
    #expect(forecast.year == 2024 && forecast.points == 3)
    #expect(isClose(forecast.value, 258))
    #expect(isClose(forecast.slope, 57))
    #expect(isClose(forecast.margin, 3.078 * (96 * (1 + 1.0 / 3 + 4.5)).squareRoot()))
    #expect(forecast.outlook == .open)  // 230 lies between 185 and 331.
    #expect(!forecast.isImpossible)
  }

  /// 258 in 2024 with 72.84 to either side, from 34, 79 and 148: 185 to 331.
  @Test(
    "The outlook is that of the whole interval",
    arguments: [
      (
        "累計180", IndicatorProgress.LinearForecast.Outlook.reached,
        IndicatorProgress.LinearForecast.Outlook.missed
      ),
      ("累計190", .open, .open), ("累計258", .open, .open), ("累計300", .open, .open),
      ("累計330", .open, .open), ("累計340", .missed, .reached),
    ])
  func outlook(
    target: String, higher: IndicatorProgress.LinearForecast.Outlook,
    lower: IndicatorProgress.LinearForecast.Outlook
  ) {
    let actual = [(2020, "累計34"), (2021, "累計79"), (2022, "累計148")]
    func outlook(_ direction: Direction) -> IndicatorProgress.LinearForecast.Outlook? {
      Sample.progress(actual: actual, target: target, direction: direction).forecast.defined?
        .outlook
    }
    #expect(outlook(.higher) == higher)
    #expect(outlook(.lower) == lower)
  }

  @Test("The baseline belongs to the line of a state, and four points have two degrees of freedom")
  func state() throws {
    // 2018: 10, 2020: 14, 2021: 15, 2022: 19; mean year 2020.25, mean 14.5.
    // Σ(x − x̄)(y − ȳ) = 10.125 + 0.125 + 0.375 + 7.875 = 18.5; Σ(x − x̄)² = 8.75;
    // slope 74/35; in 2024: 14.5 + 3.75 × 74/35 = 22.428571…
    let progress = Sample.progress(
      baseline: "10", actual: [(2020, "14"), (2021, "15"), (2022, "19")], target: "20")
    let forecast = try progress.forecast.get()
    #expect(forecast.points == 4)
    #expect(isClose(forecast.slope, 74.0 / 35))
    #expect(isClose(forecast.value, 14.5 + 3.75 * 74 / 35))
    // Σe² = Σ(y − ȳ)² − slope × 18.5 = 41 − 1369/35; the 90th percentile of t(2) is 1.886.
    let variance = (41 - 18.5 * 74 / 35) / 2
    let margin = 1.886 * (variance * (1 + 0.25 + 3.75 * 3.75 / 8.75)).squareRoot()
    #expect(isClose(forecast.margin, margin, within: 1e-6))
  }

  @Test("Yearly figures of a count over the plan are added up first")
  func runningSums() throws {
    // 23, 37, 61: slope 19, mean 121/3 in 2021; in 2024 121/3 + 57.
    let forecast = try Sample.progress(
      baseline: "8", actual: [(2020, "23"), (2021, "14"), (2022, "24")], target: "累計100"
    ).forecast.get()
    #expect(forecast.points == 3)
    #expect(isClose(forecast.value, 121.0 / 3 + 57))
  }

  @Test("Points on a line leave no margin; the target is then reached or missed")
  func exactLine() throws {
    // tomakomai-progress:547, 挙式回数 累計4, 5, 6 of 20: 8 in 2024.
    let forecast = try Published.progress(
      Published.tomakomai, "tomakomai-progress", line: 547
    ).forecast.get()
    #expect(isClose(forecast.value, 8) && forecast.margin < 1e-9)
    #expect(forecast.outlook == .missed)
    let falling = Sample.progress(
      "待機児童数", actual: [(2020, "9"), (2021, "7"), (2022, "5")], target: "2")
    #expect(try falling.forecast.get().outlook == .reached)  // 1 in 2024
  }

  @Test("A line that leaves what is possible is marked")
  func impossible() throws {
    // tomakomai-progress:709: 35,780, 778, 1,218, 6,598 lead below zero.
    let guests = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 709)
    let forecast = try guests.forecast.get()
    #expect(forecast.value < 0 && forecast.isImpossible)
    #expect(guests.cautions == [.impossibleForecast])
    let share = Sample.progress(
      unit: "%", actual: [(2020, "80"), (2021, "90"), (2022, "98")], target: "100")
    #expect(try share.forecast.get().isImpossible)
    // A balance may go below zero.
    let balance = Sample.progress(
      "転入超過数", actual: [(2020, "20"), (2021, "10"), (2022, "0")], target: "30")
    #expect(try !balance.forecast.get().isImpossible)
  }

  @Test("Two years, a mean, years missing in a sum and doubled years give no line")
  func refused() {
    let two = Sample.progress(actual: [(2020, "14"), (2021, "15")], target: "20")
    #expect(two.forecast.gap == .tooFewPoints)
    let mean = Sample.progress(
      actual: [(2020, "1"), (2021, "2"), (2022, "3")], target: "4 (5年間の平均)")
    #expect(mean.forecast.gap == .targetIsMean)
    let holes = Sample.progress(
      actual: [(2020, "1"), (2021, "—"), (2022, "3"), (2023, "4")], target: "累計9")
    #expect(holes.forecast.gap == .periodsDoNotFit)
    let twice = Sample.progress(
      baseline: "1", in: 2020, actual: [(2020, "1"), (2021, "2"), (2022, "3")], target: "9")
    #expect(twice.forecast.gap == .periodsDoNotFit)
    let unknown = Sample.progress(
      actual: [(2020, "1"), (2021, "2"), (2022, "3")], target: "9", term: nil)
    #expect(unknown.forecast.gap == .unknownTerm)
  }

  // MARK: Compound growth

  @Test("10 % a year where 10 % are required is 100 %")
  func onTrack() throws {
    // 1000 → 1771.561 in six years is 1.1⁶; 1464.1 after four is 1.1⁴.
    let growth = try Sample.progress(
      baseline: "1000", actual: [(2022, "1464.1")], target: "1771.561"
    ).compoundGrowth.get()
    #expect(isClose(growth.actual, 0.1))
    #expect(isClose(growth.required, 0.1))
    #expect(isClose(growth.ratio.value, 100))
  }

  @Test("A reduction: the same rate of decrease is 100 %, an increase moves away")
  func reduction() throws {
    // 1000 → 531.441 is 0.9⁶; 656.1 after four years is 0.9⁴.
    let growth = try Sample.progress(
      baseline: "1000", actual: [(2022, "656.1")], target: "531.441"
    ).compoundGrowth.get()
    #expect(isClose(growth.required, -0.1))
    #expect(isClose(growth.ratio.value, 100))
    let away = try Sample.progress(
      baseline: "1000", actual: [(2022, "1100")], target: "531.441"
    ).compoundGrowth.get()
    #expect(away.ratio.value < 0)
  }

  @Test("A published indicator, with the working")
  func published() throws {
    // tomakomai-progress:456: (213.1 ÷ 199.5)^(1/4) − 1 = 0.016623,
    // (260 ÷ 199.5)^(1/6) − 1 = 0.045133, 36.8 %: insufficient.
    let growth = try Published.progress(
      Published.tomakomai, "tomakomai-progress", line: 456
    ).compoundGrowth.get()
    #expect(isClose(growth.actual, 0.016_623, within: 1e-6))
    #expect(isClose(growth.required, 0.045_133, within: 1e-6))
    #expect(isClose(growth.ratio.value, 36.8, within: 1e-3))
    #expect(
      try JudgementScale.builtIn("eurostat").grade(of: growth.ratio.value)?.id == "insufficient")
  }

  @Test(
    "It is refused where it is not defined, and says why",
    arguments: [
      // 転出超過数 and 社会増減率, which may change sign (iwamizawa-progress:252, 253).
      (
        Sample.progress("転出超過数", baseline: "▲312", actual: [(2020, "▲341")], target: "▲275"),
        .signMayChange
      ),
      (
        Sample.progress("社会増減率", baseline: "0.4", actual: [(2020, "0.5")], target: "0.6"),
        .signMayChange
      ),
      (Sample.progress("収支", baseline: "4", actual: [(2020, "5")], target: "6"), .signMayChange),
      // Any figure below zero.
      (Sample.progress("参加者数", baseline: "4", actual: [(2020, "▲5")], target: "6"), .signMayChange),
      (Sample.progress("参加者数", baseline: "0", actual: [(2020, "5")], target: "6"), .zeroBaseline),
      (Sample.progress("参加者数", baseline: "3", actual: [(2020, "0")], target: "0"), .zeroTarget),
      (
        Sample.progress("参加者数", baseline: "6", actual: [(2020, "5")], target: "6"),
        .baselineEqualsTarget
      ),
      (Sample.progress("参加者数", actual: [(2020, "5")], target: "6"), .missingBaseline),
      (
        Sample.progress("新規登録者数", baseline: "—", actual: [(2020, "5")], target: "6"),
        .countsFromZero
      ),
      (
        Sample.progress("参加者数", baseline: "4", actual: [(2020, "累計5")], target: "累計6"),
        .countsFromZero
      ),
      (
        Sample.progress("参加者数", baseline: "4", actual: [(2020, "5")], target: "6 (毎年度実績)"),
        .targetOfEachYear
      ),
      // 相談件数 1,664 → 1,322: a faster decline would count as more progress.
      (
        Sample.progress("相談件数", baseline: "1,664", actual: [(2020, "1,511")], target: "1,322"),
        .loweredExpectation
      ),
      (Sample.progress("参加者数", baseline: "4", in: 0, actual: [(2020, "5")], target: "6"), .undated),
      (
        Sample.progress("参加者数", baseline: "4", in: 2020, actual: [(2020, "5")], target: "6"),
        .periodsDoNotFit
      ),
      (Sample.progress("参加者数", baseline: "4", target: "6"), .missingActual),
      (Sample.progress("参加者数", baseline: "4", actual: [(2020, "5")]), .missingTarget),
    ] as [(IndicatorProgress, FigureGap)])
  func refusedGrowth(progress: IndicatorProgress, gap: FigureGap) {
    #expect(progress.compoundGrowth.gap == gap)
  }

  @Test("Nothing left of something is a growth of −100 %, which is defined")
  func zeroActual() throws {
    let growth = try Sample.progress(
      "待機児童数", baseline: "8", actual: [(2020, "0")], target: "2"
    ).compoundGrowth.get()
    #expect(growth.actual == -1)
    #expect(growth.ratio.value > 100)
  }
}
