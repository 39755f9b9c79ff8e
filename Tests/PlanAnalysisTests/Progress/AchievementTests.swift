import MunicipalModel
import PlanAnalysis
import Testing

@Suite("Achievement and progress from the baseline")
struct AchievementTests {
  @Test("Every 達成状況 that Tomakomai prints is reproduced")
  func published() throws {
    let record = try Published.record(Published.tomakomai)
    let plan = try #require(record.leadingPlan)
    #expect(plan.document == "tomakomai-progress")
    var count = 0
    for placed in plan.indicators {
      guard let published = placed.indicator.first(.achievement)?.reading.value else { continue }
      let computed = try IndicatorProgress(of: placed, term: plan.term).achievement.get().value
      #expect(
        ExactDecimal(rounding: computed, to: 1) == published, "\(placed.indicator.citation)")
      count += 1
    }
    // 104 indicators less 9 whose 達成状況 is a dash.
    #expect(count == 95)
  }

  @Test(
    "Hand-worked ratios",
    arguments: [
      // 1,511 ÷ 1,322 × 100 (iwamizawa-progress:461)
      ("相談件数", "1,664", "1,511", "1,322", 151_100.0 / 1322),
      // Less is better: 3.56 ÷ 3.47 × 100 (iwamizawa-progress:435)
      ("転出率", "3.57%", "3.47%", "3.56%", 35_600.0 / 347),
      // 1.18 ÷ 1.40 × 100 (iwamizawa-progress:263)
      ("合計特殊出生率", "1.26", "1.18", "1.40", 11_800.0 / 140),
    ] as [(String, String, String, String, Double)])
  func ratios(
    name: String, baseline: String, actual: String, target: String, expected: Double
  ) throws {
    let progress = Sample.progress(
      name, baseline: baseline, actual: [(2020, actual)], target: target)
    #expect(isClose(try progress.achievement.get().value, expected))
  }

  @Test(
    "A ratio on a threshold is that threshold",
    arguments: [
      ("57", "100", 57), ("0.57", "1", 57), ("72", "72", 100), ("9.5", "10", 95),
    ] as [(String, String, Double)])
  func exact(actual: String, target: String, expected: Double) throws {
    let progress = Sample.progress("参加者数", actual: [(2020, actual)], target: target)
    #expect(try progress.achievement.get().value == expected)
  }

  @Test("The formula and the cells are kept")
  func traced() throws {
    let figure = try Sample.progress(
      "参加者数", actual: [(2020, "23"), (2021, "14"), (2022, "24")], target: "累計100"
    ).achievement.get()
    #expect(figure.formula == "(23 + 14 + 24) ÷ 100 × 100")
    #expect(figure.sources.map(\.printed) == ["累計100", "23", "14", "24"])
  }

  @Test(
    "Progress from the baseline, hand-worked",
    arguments: [
      // (1,622 − 1,498) ÷ (1,600 − 1,498) = 124 ÷ 102 (iwamizawa-progress:236)
      ("所得", "1,498", "1,622", "1,600", 12_400.0 / 102),
      // (−341 + 312) ÷ (−275 + 312) = −29 ÷ 37 (iwamizawa-progress:252)
      ("転出超過数", "▲312", "▲341", "▲275", -2900.0 / 37),
      // (−0.42 + 0.38) ÷ (−0.36 + 0.38) = −4 ÷ 2 (iwamizawa-progress:253)
      ("社会増減率", "▲0.38", "▲0.42", "▲0.36", -200),
      // (2 − 15) ÷ (0 − 15) = 13 ÷ 15 (iwamizawa-progress:502)
      ("待機児童数", "15", "2", "0", 1300.0 / 15),
      // (3.47 − 3.57) ÷ (3.56 − 3.57) = 10 ÷ 1 (iwamizawa-progress:435)
      ("転出率", "3.57", "3.47", "3.56", 1000),
      // Back where it began: (45.5 − 45.5) ÷ 4.5 (tomakomai-progress:213)
      ("就職割合", "45.5", "45.5", "50", 0),
    ] as [(String, String, String, String, Double)])
  func fromBaseline(
    name: String, baseline: String, actual: String, target: String, expected: Double
  ) throws {
    let progress = Sample.progress(
      name, baseline: baseline, actual: [(2020, actual)], target: target)
    #expect(isClose(try progress.progressFromBaseline.get().value, expected))
  }

  @Test("A count over the plan starts at zero, whatever the baseline")
  func countStartsAtZero() throws {
    // 148 ÷ 230, not (148 − 46) ÷ (230 − 46)
    let progress = Sample.progress(
      "参加者数", baseline: "46", actual: [(2022, "累計148")], target: "累計230")
    #expect(try progress.start.get().basis == .countFromZero)
    #expect(try progress.progressFromBaseline.get().value == 14_800.0 / 230)
  }

  @Test("A dash is no zero, unless the name says that something new is counted")
  func dash() throws {
    let plain = Sample.progress("登録者数", baseline: "—", actual: [(2022, "40")], target: "50")
    #expect(plain.progressFromBaseline.gap == .missingBaseline)
    // iwamizawa-progress:277, 新たな利活用サービスの実装数: 5 ÷ 17.
    let new = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 277)
    #expect(try new.start.get().basis == .newFromZero)
    #expect(try new.progressFromBaseline.get().value == 500.0 / 17)
    #expect(new.cautions == [.dashTakenAsZero])
    // A blank is no dash.
    let blank = Sample.progress("新規登録者数", baseline: "", actual: [(2022, "40")], target: "50")
    #expect(blank.progressFromBaseline.gap == .missingBaseline)
  }
}
