import MunicipalModel
import PlanAnalysis
import Testing

/// Which way is better, what the target asks for, and how that was found out.
@Suite("Direction of a target")
struct AimTests {
  @Test(
    "Published targets",
    arguments: [
      // 待機児童数 3 → 0: a reduction that is wanted.
      ("012131", "tomakomai-progress", 376, .lower, .improvement, .word),
      // 転出超過数 ▲312 → ▲275: printed below zero it is a balance, so more is better.
      ("012106", "iwamizawa-progress", 252, .higher, .improvement, .word),
      // 人口の社会増減率 ▲0.38 → ▲0.36
      ("012106", "iwamizawa-progress", 253, .higher, .improvement, .word),
      // 子育て総合支援センターの相談件数 1,664 → 1,322: less is expected, not wanted.
      ("012106", "iwamizawa-progress", 461, .higher, .loweredExpectation, .word),
      // プレールーム利用数 35,761 → 15,000
      ("012131", "tomakomai-progress", 390, .higher, .loweredExpectation, .word),
      // 健康寿命 (男性) 79.56 → 80.65
      ("012106", "iwamizawa-progress", 274, .higher, .improvement, .word),
      // 社会動態における転出率 3.57 → 3.56
      ("012106", "iwamizawa-progress", 435, .lower, .improvement, .word),
      // 潜在待機児童数 15 → 0
      ("012106", "iwamizawa-progress", 502, .lower, .improvement, .word),
      // 事業実施による経済波及効果 21.6 → 21.6
      ("012106", "iwamizawa-progress", 359, .higher, .maintenance, .word),
      // 新規企業進出件数（5年間累計） 累計16 → 20: both count over five years.
      ("012131", "tomakomai-progress", 613, .higher, .improvement, .word),
    ]
      as [(String, DocumentID, Int, Direction, Aim.Kind, Aim.Basis)])
  func published(
    code: String, document: DocumentID, line: Int, direction: Direction, kind: Aim.Kind,
    basis: Aim.Basis
  ) throws {
    let aim = try Published.progress(code, document, line: line).aim
    #expect(aim.direction == direction)
    #expect(aim.kind == kind)
    #expect(aim.basis == basis)
    #expect(!aim.reason.ja.isEmpty && !aim.reason.en.isEmpty)
  }

  @Test("Baseline and target tell the direction where no word does")
  func inferred() {
    let rising = Sample.progress(baseline: "10", target: "20").aim
    #expect(rising.direction == .higher && rising.kind == .improvement)
    #expect(rising.basis == .inferred)
    let falling = Sample.progress(baseline: "20", target: "10").aim
    #expect(falling.direction == .lower && falling.kind == .improvement)
    #expect(falling.basis == .inferred)
  }

  @Test("Without a baseline, or with one that equals the target, nothing tells")
  func unknown() {
    let alone = Sample.progress(target: "20").aim
    #expect(alone.direction == nil && alone.kind == .unknown && alone.basis == .unknown)
    let dash = Sample.progress(baseline: "—", target: "20").aim
    #expect(dash.direction == nil && dash.kind == .unknown && dash.basis == .unknown)
    let same = Sample.progress(baseline: "20", target: "20").aim
    #expect(same.direction == nil && same.kind == .maintenance && same.basis == .unknown)
  }

  @Test("The caller's direction wins over everything")
  func override() {
    let consultations = Sample.progress(
      "相談件数", baseline: "1,664", target: "1,322", direction: .lower
    ).aim
    #expect(consultations.direction == .lower && consultations.kind == .improvement)
    #expect(consultations.basis == .stated)
    let growing = Sample.progress(baseline: "10", target: "20", direction: .lower).aim
    #expect(growing.kind == .loweredExpectation)
  }

  @Test("以上 and 以下 in the target tell the direction")
  func bounds() {
    let atMost = Sample.progress(baseline: "5%", target: "8%以下").aim
    #expect(atMost.direction == .lower && atMost.basis == .printed)
    #expect(atMost.kind == .loweredExpectation)
    #expect(Sample.progress(baseline: "5%", target: "8%以上").aim.direction == .higher)
  }

  @Test("A loss that is printed as a positive number should shrink")
  func positiveLoss() {
    let aim = Sample.progress("転出超過数", baseline: "312", target: "275").aim
    #expect(aim.direction == .lower && aim.kind == .improvement && aim.basis == .word)
  }

  @Test(
    "A count over the plan is set against the baseline by its share of a year",
    arguments: [
      // 289 a year before, 890 ÷ 5 = 178 a year aimed at (tomakomai-progress:275).
      ("289", "累計890", Aim.Kind.loweredExpectation),
      // 46 × 5 = 230 (tomakomai-progress:212).
      ("46", "累計230", .maintenance),
      // 12 × 5 = 60 < 125 (tomakomai-progress:214).
      ("12", "累計125", .improvement),
    ])
  func perYear(baseline: String, target: String, kind: Aim.Kind) {
    let aim = Sample.progress(
      "参加者数", baseline: baseline, actual: [(2020, "累計1")], target: target
    ).aim
    #expect(aim.kind == kind)
    #expect(aim.comparedPerYearOf == 5)
  }

  @Test("No direction is inferred from a count over the plan, and none compared without a year")
  func countOverPlan() {
    let falling = Sample.progress(baseline: "289", target: "累計890").aim
    #expect(falling.direction == nil && falling.basis == .unknown)
    // iwamizawa-progress:339 prints a baseline of 26人 without its year.
    let undated = Sample.progress(baseline: "26", in: 0, target: "50 (5年間の合計)").aim
    #expect(undated.kind == .unknown && undated.comparedPerYearOf == nil)
  }

  @Test("Every direction of both cities is known")
  func all() throws {
    for code in [Published.tomakomai, Published.iwamizawa] {
      let record = try Published.record(code)
      let plan = try #require(record.leadingPlan)
      let aims = plan.indicators.filter { $0.indicator.first(.target)?.reading.value != nil }
        .map { Aim(of: $0.indicator, term: plan.term) }
      #expect(aims.count >= 45)
      #expect(aims.allSatisfy { $0.direction != nil && $0.basis != .unknown })
    }
  }
}
