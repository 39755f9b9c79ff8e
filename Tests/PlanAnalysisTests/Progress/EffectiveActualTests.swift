import MunicipalModel
import PlanAnalysis
import Testing

/// The figure that is set against the target: the working is beside each case.
@Suite("The actual figure, counted as the target counts")
struct EffectiveActualTests {
  @Test("A cumulative figure against a cumulative target is taken as it is")
  func cumulative() throws {
    // tomakomai-progress:212, 新規雇用創出数: 累計34, 累計79, 累計148 against 累計230.
    let actual = try Published.progress(
      Published.tomakomai, "tomakomai-progress", line: 212
    ).actual.get()
    #expect(actual.value == ExactDecimal(148))
    #expect(actual.rule == .cumulative)
    #expect(actual.period == .fiscalYear(2022))
    #expect(actual.sources.map(\.printed) == ["累計148人"])
  }

  @Test("Yearly figures against a cumulative target are summed")
  func summed() throws {
    // The figures of tomakomai-progress:257 against a target that says 累計: 23 + 14 + 24 = 61.
    let progress = Sample.progress(
      "参加者数", actual: [(2020, "23"), (2021, "14"), (2022, "24")], target: "累計100")
    let actual = try progress.actual.get()
    #expect(actual.value == ExactDecimal(61))
    #expect(actual.rule == .summed)
    #expect(actual.formula == "23 + 14 + 24")
    #expect(actual.sources.map(\.printed) == ["23", "14", "24"])
    #expect(try progress.achievement.get().value == 61)
  }

  @Test("5年間の合計: the years so far are summed")
  func totalOfFiveYears() throws {
    // iwamizawa-progress:330, 取組みの実証件数: 3件 in 2020 of 6件 (5年間の合計).
    let progress = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 330)
    #expect(try progress.actual.get().rule == .summed)
    #expect(try progress.achievement.get().value == 50)  // 3 ÷ 6
  }

  @Test("5年間の平均: the years so far are averaged")
  func meanOfFiveYears() throws {
    // (40 + 50 + 63) ÷ 3 = 51
    let progress = Sample.progress(
      unit: "%", actual: [(2020, "40"), (2021, "50"), (2022, "63")], target: "60% (5年間の平均)")
    let actual = try progress.actual.get()
    #expect(actual.value == ExactDecimal(51))
    #expect(actual.rule == .averaged)
    #expect(actual.formula == "(40 + 50 + 63) ÷ 3")
    // iwamizawa-progress:359: one year so far, 22.5億円 against 21.6億円 (5年間の平均).
    let single = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 359)
    #expect(try single.actual.get().formula == "22.5")
    #expect(isClose(try single.achievement.get().value, 22.5 / 21.6 * 100))
  }

  @Test("A mean that does not end is kept to nine decimals")
  func endlessMean() throws {
    // (1 + 1 + 2) ÷ 3 = 1.333…
    let progress = Sample.progress(
      actual: [(2020, "1"), (2021, "1"), (2022, "2")], target: "2 (5年間の平均)")
    #expect(try progress.actual.get().value == ExactDecimal("1.333333333"))
  }

  @Test("Printed means (平均) are means already: the newest is taken, 30 and not 25")
  func printedMeans() throws {
    let placed = Sample.indicator(
      unit: "%", actual: [(2020, "20% (5年間の平均)"), (2021, "30% (5年間の平均)")],
      target: "60% (5年間の平均)")
    let actual = try IndicatorProgress.Actual(of: placed.indicator, term: Sample.term)
    #expect(actual.value == ExactDecimal(30))
    #expect(actual.rule == .newest && actual.sources.count == 1)
  }

  @Test("5年間の平均 with a cumulative figure: it is divided by the years so far")
  func meanOfCumulative() throws {
    // 累計90 after three years: 90 ÷ 3 = 30.
    let actual = try Sample.progress(
      actual: [(2020, "累計20"), (2022, "累計90")], target: "40 (5年間の平均)"
    ).actual.get()
    #expect(actual.value == ExactDecimal(30))
    #expect(actual.formula == "90 ÷ 3")
  }

  @Test("毎年度実績: the newest year counts")
  func yearly() throws {
    // iwamizawa-progress:375, 新規就農者数: 14人 of 20人/年 (毎年度実績).
    let progress = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 375)
    #expect(try progress.actual.get().rule == .newest)
    #expect(try progress.achievement.get().value == 70)  // 14 ÷ 20
  }

  @Test("毎年度実績 with cumulative figures: the year before is taken off")
  func yearlyOfCumulative() throws {
    // 累計45 − 累計30 = 15 in 2022.
    let actual = try Sample.progress(
      actual: [(2020, "累計12"), (2021, "累計30"), (2022, "累計45")], target: "20 (毎年度実績)"
    ).actual.get()
    #expect(actual.value == ExactDecimal(15))
    #expect(actual.rule == .differenced)
    #expect(actual.formula == "45 − 30")
    // In the first year of the plan the cumulative figure is the year's own.
    let first = try Sample.progress(actual: [(2020, "累計12")], target: "20 (毎年度実績)").actual.get()
    #expect(first.value == ExactDecimal(12))
    // Without the year before there is no difference.
    let alone = Sample.progress(
      actual: [(2020, "累計12"), (2022, "累計45")], target: "20 (毎年度実績)")
    #expect(alone.actual.gap == .accumulationsDiffer)
  }

  @Test("計画終了時: the newest figure is the state so far")
  func atPlanEnd() throws {
    // iwamizawa-progress:558, メールサービス登録者数: 4,008人 of 7,000人 (計画終了時).
    let progress = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 558)
    #expect(try progress.actual.get().rule == .newest)
    #expect(isClose(try progress.achievement.get().value, 4008 / 7000 * 100))
  }

  @Test("A name with 累計 makes every figure of its row cumulative")
  func cumulativeByName() throws {
    // tomakomai-progress:613, 新規企業進出件数（5年間累計）: 累計7 of 20; the document prints 35.0 %.
    let progress = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 613)
    #expect(try progress.actual.get().rule == .cumulative)
    #expect(try progress.achievement.get().value == 35)
    // tomakomai-revision:1084 prints 17件 for 2021 without 累計 in the cell.
    let revision = try Published.progress(Published.tomakomai, "tomakomai-revision", line: 1084)
    #expect(try revision.actual.get().rule == .cumulative)
    #expect(try revision.achievement.get().value == 85)  // 17 ÷ 20
  }

  @Test("A cumulative figure against a target of one year is refused")
  func cumulativeAgainstSingleYear() {
    let progress = Sample.progress(actual: [(2020, "累計12"), (2021, "累計30")], target: "20")
    #expect(progress.actual.gap == .accumulationsDiffer)
    #expect(progress.achievement.gap == .accumulationsDiffer)
  }

  @Test("Cumulative and yearly figures in one row are not summed")
  func mixed() {
    let progress = Sample.progress(actual: [(2020, "累計12"), (2021, "30")], target: "累計100")
    #expect(progress.actual.gap == .mixedAccumulation)
  }

  @Test("Years outside of the plan are not summed")
  func outsideTerm() throws {
    // 2019 lies before the plan: 14 + 24 = 38.
    let progress = Sample.progress(
      actual: [(2019, "23"), (2020, "14"), (2021, "24")], target: "累計100")
    #expect(try progress.actual.get().value == ExactDecimal(38))
  }

  @Test("Years without a figure are left out of a sum, and said")
  func missingYears() throws {
    let progress = Sample.progress(
      actual: [(2020, "14"), (2021, "調査なし"), (2022, "24"), (2023, "⇒")], target: "累計100")
    let actual = try progress.actual.get()
    #expect(actual.value == ExactDecimal(38))
    #expect(actual.missingYears == [.fiscalYear(2021), .fiscalYear(2023)])
    #expect(progress.cautions.contains(.missingYears))
  }

  @Test("An older figure is used where the newest year has none, and said")
  func olderFigure() throws {
    let progress = Sample.progress(actual: [(2020, "14"), (2021, "—")], target: "28")
    let actual = try progress.actual.get()
    #expect(actual.period == .fiscalYear(2020))
    #expect(actual.missingYears == [.fiscalYear(2021)])
    #expect(try progress.elapsed.get().passed == 1)
  }
}
