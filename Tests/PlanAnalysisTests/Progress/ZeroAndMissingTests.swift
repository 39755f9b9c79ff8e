import MunicipalModel
import PlanAnalysis
import Testing

/// Every zero and every blank has a defined outcome.
@Suite("Zeros, blanks and bad input")
struct ZeroAndMissingTests {
  @Test("Nothing of a target of nothing is 100 %, as Tomakomai prints it")
  func nothingOfNothing() throws {
    // tomakomai-progress:376, 待機児童数 3 → 0, 0 now: 100.0 %.
    let progress = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 376)
    #expect(try progress.achievement.get().value == 100)
    #expect(try progress.progressFromBaseline.get().value == 100)  // (0 − 3) ÷ (0 − 3)
    #expect(isClose(try progress.pace.get().value, 5 / 3))
    #expect(progress.isReached == true)
    #expect(try progress.requiredPerYear.get().figure.value == 0)
    #expect(progress.compoundGrowth.gap == .zeroTarget)
  }

  @Test("Something left of what should be nothing has progress, but no achievement")
  func zeroTarget() throws {
    // iwamizawa-progress:502, 15 → 0, 2 now.
    let progress = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 502)
    #expect(progress.achievement.gap == .zeroTarget)
    #expect(isClose(try progress.progressFromBaseline.get().value, 1300 / 15))
    #expect(progress.isReached == false)
  }

  @Test("A target and a baseline of zero: held or not")
  func zeroHeld() throws {
    let held = Sample.progress("待機児童数", baseline: "0", actual: [(2022, "0")], target: "0")
    #expect(try held.pace.get().value == 1)
    #expect(held.progressFromBaseline.gap == .baselineEqualsTarget)
    let lost = Sample.progress("待機児童数", baseline: "0", actual: [(2022, "4")], target: "0")
    #expect(try lost.pace.get().value == 0)  // 0 ÷ 4
    let more = Sample.progress("参加者数", baseline: "0", actual: [(2022, "4")], target: "0")
    #expect(more.pace.gap == .zeroTarget)
  }

  @Test("A baseline of zero")
  func zeroBaseline() throws {
    let progress = Sample.progress(baseline: "0", actual: [(2022, "3")], target: "10")
    #expect(try progress.progressFromBaseline.get().value == 30)
    #expect(try progress.pace.get().value == 0.5)  // 3 ÷ 10 × 5/3
    #expect(progress.compoundGrowth.gap == .zeroBaseline)
  }

  @Test("An actual figure of zero")
  func zeroActual() throws {
    // tomakomai-progress:419, 研修派遣者数: 累計0 of 累計6; the document prints 0.0 %.
    let none = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 419)
    #expect(try none.achievement.get().value == 0)
    #expect(try none.pace.get().value == 0)
    // Where less is better, target ÷ 0 has no value.
    let gone = Sample.progress("苦情件数", baseline: "9", actual: [(2022, "0")], target: "3")
    #expect(gone.achievement.gap == .zeroActual)
    #expect(gone.isReached == true)
    #expect(try gone.progressFromBaseline.get().value == 150)  // −9 ÷ −6
  }

  @Test("A baseline that equals the target")
  func baselineEqualsTarget() throws {
    let progress = Sample.progress(
      "参加者数", baseline: "21.6", actual: [(2020, "22.5")], target: "21.6")
    #expect(progress.progressFromBaseline.gap == .baselineEqualsTarget)
    #expect(progress.aim.kind == .maintenance)
    #expect(isClose(try progress.pace.get().value, 22.5 / 21.6))
  }

  @Test("Figures below zero have no ratio")
  func belowZero() {
    let progress = Sample.progress(
      "転出超過数", baseline: "▲312", actual: [(2020, "▲341")], target: "▲275")
    #expect(progress.achievement.gap == .belowZero)
    let held = Sample.progress("転出超過数", baseline: "▲3", actual: [(2020, "▲4")], target: "▲3")
    #expect(held.pace.gap == .belowZero)
  }

  @Test(
    "What is missing is said, in every measure",
    arguments: [
      (Sample.progress("参加者数", baseline: "1", actual: [(2020, "2")]), .missingTarget),
      (Sample.progress("参加者数", baseline: "1", actual: [(2020, "2")], target: "—"), .missingTarget),
      (Sample.progress("参加者数", baseline: "1", target: "3"), .missingActual),
      (
        Sample.progress("参加者数", baseline: "1", actual: [(2020, "調査なし")], target: "3"),
        .missingActual
      ),
      (Sample.progress("参加者数", baseline: "1", actual: [(2020, "")], target: "3"), .missingActual),
      // iwamizawa-progress:274 prints (79.12歳) for reference.
      (
        Sample.progress("参加者数", baseline: "79.56歳", actual: [(2020, "(79.12歳)")], target: "80.65歳"),
        .referenceOnly
      ),
      // 人 and 件
      (Sample.progress("参加者数", baseline: "1人", actual: [(2020, "2件")], target: "3人"), .unitsDiffer),
      (
        Sample.progress(
          "参加者数", baseline: "1人", actual: [(2020, "1件"), (2021, "2人")], target: "3人"),
        .unitsDiffer
      ),
      (
        Sample.progress(
          "参加者数", baseline: "1千人", actual: [(2020, "2円")], target: "3円", direction: .lower),
        .unitsDiffer
      ),
      (Sample.progress("参加者数", baseline: "1", actual: [(0, "2")], target: "3"), .undated),
      (
        Sample.progress("参加者数", baseline: "1", actual: [(2020, "2以上")], target: "3"), .notComparable
      ),
      (Sample.progress("参加者数", baseline: "1", actual: [(2018, "2")], target: "3"), .outsideTerm),
      (Sample.progress("参加者数", baseline: "1", actual: [(2025, "2")], target: "3"), .outsideTerm),
      (
        Sample.progress("参加者数", baseline: "1", actual: [(2018, "2"), (2019, "2")], target: "累計3"),
        .outsideTerm
      ),
      (
        Sample.progress("参加者数", baseline: "1", actual: [(2020, "2")], target: "3", term: nil),
        .unknownTerm
      ),
      (
        Sample.progress("参加者数", baseline: "累計1", actual: [(2020, "2")], target: "3"),
        .accumulationsDiffer
      ),
      (
        Sample.progress("参加者数", baseline: "1以下", actual: [(2020, "2")], target: "3"), .notComparable
      ),
    ] as [(IndicatorProgress, FigureGap)])
  func missing(progress: IndicatorProgress, gap: FigureGap) throws {
    #expect(progress.pace.gap == gap)
    let scale = try JudgementScale.builtIn("pro-rata")
    #expect(scale.judge(progress).grade == nil)
    #expect(scale.judge(progress).gap == gap)
  }

  @Test("A baseline in another unit leaves the achievement alone")
  func otherUnitOfBaseline() throws {
    let progress = Sample.progress("参加者数", baseline: "1千人", actual: [(2020, "2円")], target: "4円")
    #expect(try progress.achievement.get().value == 50)
    #expect(progress.progressFromBaseline.gap == .unitsDiffer)
  }

  @Test(
    "Spellings of one unit agree",
    arguments: [("14人/年", "14人", "20人/年"), ("6か所", "5か所", "7箇所"), ("6", "5", "7件")])
  func sameUnit(baseline: String, actual: String, target: String) {
    let progress = Sample.progress(baseline: baseline, actual: [(2020, actual)], target: target)
    #expect(progress.progressFromBaseline.defined != nil)
  }

  @Test("The same year twice cannot be summed")
  func sameYearTwice() {
    let progress = Sample.progress(actual: [(2020, "1"), (2020, "2")], target: "累計9")
    #expect(progress.actual.gap == .periodsDoNotFit)
  }

  @Test("Figures too large to compute with are refused, not trapped")
  func tooLarge() {
    let large = "999999999999999999"
    let sum = Sample.progress(actual: [(2020, large), (2021, large)], target: "累計\(large)")
    #expect(sum.actual.gap == .tooLarge)
    let way = Sample.progress(
      "増減", baseline: "-\(large)", actual: [(2020, large)], target: large)
    #expect(way.progressFromBaseline.gap == .tooLarge)
    #expect(way.expectedByNow.gap == .tooLarge)
    let mean = Sample.progress("参加者数", actual: [(2020, large)], target: "\(large) (5年間の平均)")
    #expect(mean.requiredPerYear.gap == .tooLarge)
  }

  @Test("An indicator that stands with another project is shared, not missing")
  func shared() throws {
    // iwamizawa-progress:446, 移住定住促進事業との共通指標.
    let progress = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 446)
    #expect(progress.achievement.gap == .shared)
    #expect(progress.pace.gap == .shared)
    #expect(progress.start.gap == .shared)
  }

  @Test("The mark in place of the newest figure is kept")
  func marks() throws {
    let fertility = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 331)
    #expect(fertility.newestMissingReason == .notYetDue)
    let income = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 239)
    #expect(income.newestMissingReason == .notPublished)
    #expect(
      try Published.progress(Published.tomakomai, "tomakomai-progress", line: 212)
        .newestMissingReason == nil)
  }

  @Test("A cumulative figure that falls is a caution, not an error")
  func fallingCumulative() throws {
    // tomakomai-progress:546, とましん結婚相談所登録者の結婚数: 累計3, 累計0, 累計9.
    let progress = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 546)
    #expect(progress.cautions.contains(.cumulativeFalls))
    #expect(try progress.achievement.get().value == 30)
  }

  @Test("Every reason has a label in both languages and a stable name")
  func labels() {
    #expect(Set(FigureGap.ofProgress).count == FigureGap.ofProgress.count)
    for gap in FigureGap.ofProgress { #expect(!gap.label.ja.isEmpty && !gap.label.en.isEmpty) }
    for caution in IndicatorProgress.Caution.allCases {
      #expect(!caution.label.ja.isEmpty && !caution.label.en.isEmpty)
    }
  }
}
