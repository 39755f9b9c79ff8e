import MunicipalModel
import Testing

@testable import PlanAnalysis

/// What is judged, and what is not: unknown directions, limits, words, running totals, short ways.
@Suite("Judged or not")
struct JudgementTests {
  // MARK: Direction

  @Test("A direction that nothing tells is never judged, in any measure")
  func unknown() throws {
    let progress = Sample.progress("取組数", actual: [(2022, "12")], target: "10")
    #expect(progress.aim.direction == nil)
    #expect(progress.aim.basis == .unknown)
    #expect(progress.isReached == nil)
    for measure in IndicatorProgress.Measure.allCases {
      #expect(progress.figure(for: measure).gap == .unknownDirection)
    }
    let scale = try JudgementScale.find("pro-rata", in: JudgementScale.builtIn())
    #expect(scale.judge(progress).grade == nil)
    #expect(scale.judge(progress).gap == .unknownDirection)
    #expect(
      FigureGap.unknownDirection.label == LocalizedText(ja: "向きが不明", en: "direction unknown"))
    let line = Sample.progress(
      "取組数", actual: [(2020, "1"), (2021, "2"), (2022, "3")], target: "累計20")
    #expect(line.forecast.defined.map { $0.outlook } == .some(nil))
  }

  @Test("The caller may state what nothing tells")
  func stated() {
    let progress = Sample.progress("取組数", actual: [(2022, "12")], target: "10", direction: .lower)
    #expect(progress.aim.basis == .stated && progress.isReached == false)
  }

  @Test(
    "What a document prints wins over the words of the name",
    arguments: [(Direction.lower, "80"), (.higher, "120")])
  func printed(direction: Direction, target: String) {
    let placed = Sample.dated(
      "参加者数", baseline: (.fiscalYear(2019), "100"), actual: [(.fiscalYear(2022), "90")],
      target: (.fiscalYear(2024), target), printedDirection: direction)
    let aim = IndicatorProgress(of: placed, term: Sample.term).aim
    #expect(aim.direction == direction && aim.basis == .printed && aim.kind == .improvement)
  }

  @Test(
    "Arrows and words of the target are printed directions",
    arguments: [
      ("取組の件数（↓）", "10件", Direction.lower), ("取組の件数↑", "10件", .higher),
      ("取組数", "10件以下", .lower), ("取組数", "10件以内", .lower), ("取組数", "10件未満", .lower),
      ("取組数", "10件以上", .higher), ("取組数", "減少", .lower), ("取組数", "10％削減", .lower),
      ("取組数", "現状より増加", .higher), ("取組数", "縮小", .lower), ("取組数", "低下", .lower),
      ("取組数", "抑制", .lower), ("取組数", "向上", .higher),
    ])
  func words(name: String, target: String, direction: Direction) {
    let aim = Sample.progress(name, actual: [(2022, "12件")], target: target).aim
    #expect(aim.direction == direction, "\(name) \(target)")
    #expect(aim.basis == .printed)
  }

  @Test(
    "A ceiling above the baseline is not reached by staying below it",
    arguments: [
      ("要介護認定率", "18.0%", "19.0%", "20.0%", Bool?.none),
      ("刑法犯認知件数", "100件", "120件", "110件", .some(false)),
      ("不登校児童生徒数", "100人", "120人", "110人", .some(false)),
    ])
  func ceilings(name: String, baseline: String, actual: String, target: String, reached: Bool?) {
    let progress = Sample.progress(
      name, baseline: baseline, actual: [(2023, actual)], target: target)
    #expect(progress.aim.direction == .lower && progress.aim.basis == .word)
    #expect(progress.aim.kind == .loweredExpectation)
    #expect(progress.isReached == reached)
    #expect(progress.progressFromBaseline.gap == .loweredExpectation)
  }

  @Test(
    "Without a baseline a known word judges: 100 ÷ 120 = 83.33 %",
    arguments: [
      ("刑法犯認知件数", "120件", "100件", 83.333_333), ("喫煙率", "12.0%", "10.0%", 83.333_333),
      ("実質公債費比率", "9.0%", "8.0%", 88.888_889), ("自殺者数", "12人", "8人", 66.666_667),
      ("待機児童数", "5人", "3人", 60),
    ])
  func withoutBaseline(name: String, actual: String, target: String, achievement: Double) {
    let progress = Sample.progress(name, actual: [(2023, actual)], target: target)
    #expect(progress.aim.direction == .lower)
    #expect(isClose(progress.achievement.defined?.value, achievement, within: 1e-6))
    #expect(progress.isReached == false)
  }

  // MARK: Running totals

  @Test("A running total whose baseline is the same count starts there: 347 → 429 → 465 is 69.5 %")
  func runningTotal() {
    let progress = Sample.progress(
      "企業立地件数［累計］", baseline: "347", actual: [(2021, "375"), (2022, "396"), (2023, "429")],
      target: "465")
    #expect(progress.start.defined?.basis == .baseline)
    #expect(isClose(progress.progressFromBaseline.defined?.value, 8200.0 / 118))
    #expect(progress.aim.kind == .improvement)
    #expect(progress.progressFromBaseline.defined?.formula == "(429 − 347) ÷ (465 − 347) × 100")
    // Five fiscal years, four have passed: 347 + 118 × 4 ÷ 5
    #expect(isClose(progress.expectedByNow.defined?.value, 441.4))
  }

  @Test(
    "A count of the plan's own years starts at zero",
    arguments: [
      // a dash, one year's figure, zero
      ("企業立地件数［累計］", "—", "12", "累計40"), ("企業立地件数", "8", "累計12", "累計40"),
      ("企業立地件数［累計］", "0", "12", "40"),
      // Another five years', and one that names its years.
      ("企業立地件数（5年間累計）", "16", "18", "20"), ("企業立地件数（計画期間累計）", "10", "12", "20"),
      // The figures fall below the baseline: they cannot go on from it.
      ("企業立地件数［累計］", "347", "12", "465"),
    ])
  func fromZero(name: String, baseline: String, actual: String, target: String) {
    let progress = Sample.progress(
      name, baseline: baseline, actual: [(2022, actual)], target: target)
    #expect(progress.start.defined?.basis == .countFromZero, "\(name) \(baseline)")
  }

  @Test("A layout says what running totals are counted from")
  func layout() {
    func basis(_ start: RunningTotalStart, _ baseline: String, _ actual: String)
      -> IndicatorProgress.Start
      .Basis?
    {
      let placed = Sample.dated(
        "企業立地件数［累計］", baseline: (.fiscalYear(2019), baseline),
        actual: [(.fiscalYear(2022), actual)], target: (.fiscalYear(2024), "465"),
        runningTotals: start)
      return IndicatorProgress(of: placed, term: Sample.term).start.defined?.basis
    }
    #expect(basis(.zero, "347", "429") == .countFromZero)
    #expect(basis(.baseline, "347", "340") == .baseline)
  }

  // MARK: Short ways

  @Test(
    "A target a hair from its baseline has a caution",
    arguments: [
      ("3.19%", "3.05%", "3.20%", true), ("45%", "50%", "46%", true),
      ("10,000人", "9,500人", "10,010人", true), ("594人", "773人", "600人", true),
      ("100人", "105人", "110人", false), ("50.0%", "52.0%", "55.0%", false),
      ("2件", "3件", "4件", false),
      ("6箇所", "6箇所", "7箇所", false), ("1.26", "1.18", "1.40", false),
    ])
  func near(baseline: String, actual: String, target: String, isNear: Bool) {
    let progress = Sample.progress(
      "参加者数", baseline: baseline, in: 2019, actual: [(2020, actual)], target: target)
    #expect(progress.isTargetNearBaseline == isNear, "\(baseline) → \(target)")
    #expect(progress.cautions.contains(.targetNearBaseline) == isNear)
    if isNear { #expect(progress.isProgressExtreme) }
  }

  @Test("Neither a short way nor an extreme percentage decides the median")
  func median() throws {
    func entry(_ baseline: String, _ actual: String, _ target: String) throws -> PlanProgress.Entry
    {
      let progress = Sample.progress(
        "参加者数", baseline: baseline, actual: [(2022, actual)], target: target)
      let scale = try JudgementScale.find("pro-rata", in: JudgementScale.builtIn())
      return PlanProgress.Entry(progress: progress, judgement: scale.judge(progress))
    }
    let scale = try JudgementScale.find("pro-rata", in: JudgementScale.builtIn())
    let summary = ProgressSummary(
      of: [
        try entry("100", "150", "200"), try entry("3.19%", "3.05%", "3.20%"),
        try entry("100", "20", "120"),
      ], on: scale)
    #expect(summary.medianProgress == 50)
    #expect(summary.medianCount == 1)
    #expect(summary.judged == 3)
  }

  // MARK: Limits

  @Test(
    "A limit is judged as far as it goes",
    arguments: [
      ("参加率", "100%超", "90%", Bool?.some(true)), ("参加率", "90%以上", "95%", nil),
      ("参加率", "95%以上", "95%", .some(true)), ("参加率", "80%未満", "80%", .some(false)),
      ("参加率", "80%以下", "80%", nil), ("待機児童数", "5人以下", "10人", .some(true)),
      ("待機児童数", "5人以上", "4人", .some(false)), ("待機児童数", "5人以上", "10人", nil),
    ])
  func limits(name: String, actual: String, target: String, reached: Bool?) {
    let progress = Sample.progress(name, actual: [(2022, actual)], target: target)
    #expect(progress.isReached == reached)
    #expect(progress.achievement.gap == .notComparable)
  }

  @Test("A target of more than 90 % is not reached by 90 %")
  func strict() {
    #expect(Sample.progress("参加率", actual: [(2022, "90%")], target: "90%超").isReached == false)
    #expect(Sample.progress("参加率", actual: [(2022, "91%")], target: "90%超").isReached == true)
    #expect(Sample.progress("待機児童数", actual: [(2022, "10人")], target: "10人未満").isReached == false)
  }

  @Test("An estimate is judged, with a caution", arguments: ["125人（見込み）", "125人（速報値）", "125人（推計）"])
  func estimates(printed: String) {
    let progress = Sample.progress(
      "参加者数", baseline: "100人", actual: [(2022, printed)], target: "150人")
    #expect(isClose(progress.progressFromBaseline.defined?.value, 50))
    #expect(progress.cautions.contains(.estimate))
    let plain = Sample.progress(
      "参加者数", baseline: "100人", actual: [(2022, "125人")], target: "150人")
    #expect(!plain.cautions.contains(.estimate))
    // A figure that was not used makes no caution.
    let older = Sample.progress(
      "参加者数", baseline: "100人", actual: [(2021, printed), (2022, "125人")], target: "150人")
    #expect(!older.cautions.contains(.estimate))
  }

  // MARK: Words

  @Test(
    "A target in words is compared with an actual in the same words",
    arguments: [
      ("策定", "策定", Bool?.some(true)), ("策定", "策定済", .some(true)), ("実施", "実施済み", .some(true)),
      ("設置", "なし", .some(false)), ("策定", "未策定", .some(false)), ("実施", "未実施", .some(false)),
      ("設置", "未設置", .some(false)), ("○", "×", .some(false)), ("○", "〇", .some(true)),
      ("設置", "検討中", nil), ("なし", "なし", .some(true)), ("なし", "あり", .some(false)),
    ])
  func inWords(target: String, actual: String, reached: Bool?) {
    func observation(_ role: IndicatorFigure.Role, _ words: String, _ year: Int) -> IndicatorFigure
    {
      IndicatorFigure(
        role: role, period: .fiscalYear(year), reading: .label(words),
        citation: Citation(document: "sample", line: 1, printed: words))
    }
    let placed = PlacedIndicator(
      indicator: Indicator(
        name: "計画の策定", unit: "", citation: Citation(document: "sample", line: 1, printed: ""),
        figures: [observation(.actual, actual, 2022), observation(.target, target, 2024)]))
    let progress = IndicatorProgress(of: placed, term: Sample.term)
    #expect(progress.isReached == reached)
    #expect(progress.pace.gap == .inWords)
  }

  @Test("Words against a figure are not judged, and the reason is said")
  func wordsAgainstFigures() {
    func progress(_ actual: Reading, _ target: Reading) -> IndicatorProgress {
      func observation(_ role: IndicatorFigure.Role, _ reading: Reading) -> IndicatorFigure {
        IndicatorFigure(
          role: role, period: .fiscalYear(2022), reading: reading,
          citation: Citation(document: "sample", line: 1, printed: ""))
      }
      return IndicatorProgress(
        of: PlacedIndicator(
          indicator: Indicator(
            name: "資格の取得", unit: "", citation: Citation(document: "sample", line: 1, printed: ""),
            figures: [observation(.actual, actual), observation(.target, target)])),
        term: Sample.term)
    }
    let words = progress(.value(Quantity(ExactDecimal(80), unit: "%")), .label("全員取得"))
    #expect(words.isReached == nil && words.achievement.gap == .inWords)
    let figure = progress(.label("なし"), .value(Quantity(ExactDecimal(3), unit: "件")))
    #expect(figure.isReached == nil && figure.achievement.gap == .inWords)
  }
}
