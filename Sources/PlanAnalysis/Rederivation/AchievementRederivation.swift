import Demography
package import MunicipalModel

/// Computes the printed 達成率 again, from the actual figure of the same year, the target and the baseline.
///
/// Cities print it by two definitions (``MunicipalModel/AchievementDefinition``). A plan's rates are tried by
/// each, or by the one that its layout declares. The one that fits most of them is the plan's, and those that do
/// not follow by it are errors; where each fits as many, a rate may follow by either.
/// Where less is better, a plan that divides by the target may print actual ÷ target, target ÷ actual or the way
/// from the baseline.
enum AchievementRederivation {
  static func add(_ contents: DocumentContents, to rederivation: inout Rederivation) {
    for plan in contents.plans {
      let printed = plan.indicators.flatMap { PrintedAchievement.all(of: $0.indicator, in: plan) }
      guard !printed.isEmpty else { continue }
      let fits = AchievementFit.all(of: printed)
      let definitions =
        plan.achievementDefinition.map { [$0] } ?? AchievementFit.best(of: fits)
      for rate in printed {
        rederivation.add(.achievement, rate.value, at: rate.published.citation) {
          () throws(DemographyError) in try rate.check(by: definitions)
        }
      }
      for fit in fits where definitions.contains(fit.definition) && fit.computable > 0 {
        rederivation.note(
          PlanAchievementDefinition(
            document: plan.document, definition: fit.definition,
            isDeclared: plan.achievementDefinition != nil, count: fit.computable,
            fitting: fit.fitting, citations: printed.map(\.published.citation)))
      }
    }
  }
}

/// By which definition a plan's printed 達成率 were checked, and how many of them follow.
package struct PlanAchievementDefinition: Hashable, Sendable {
  /// The document.
  package let document: DocumentID
  /// The definition.
  package let definition: AchievementDefinition
  /// Whether the layout declares it; otherwise it is the one that fits most of the rates.
  package let isDeclared: Bool
  /// How many rates can be computed by it.
  package let count: Int
  /// How many of these follow.
  package let fitting: Int
  /// The printed rates.
  package let citations: [Citation]
}

extension AchievementDefinition {
  /// The definition as a formula.
  package var label: LocalizedText {
    switch self {
    case .ofTarget: LocalizedText(ja: "実績 ÷ 目標値", en: "actual ÷ target")
    case .fromBaseline:
      LocalizedText(ja: "（実績 − 基準値）÷（目標値 − 基準値）", en: "(actual − baseline) ÷ (target − baseline)")
    }
  }
}

/// How many of a plan's printed rates follow by a definition.
private struct AchievementFit {
  let definition: AchievementDefinition
  let computable: Int
  let fitting: Int

  static func all(of printed: [PrintedAchievement]) -> [Self] {
    AchievementDefinition.allCases.map { definition in
      let results = printed.compactMap { $0.follows(by: definition) }
      return Self(
        definition: definition, computable: results.count, fitting: results.count { $0 })
    }
  }

  /// The definition that fits most rates, or both where each fits as many and is contradicted by as many.
  static func best(of fits: [Self]) -> [AchievementDefinition] {
    guard let most = fits.map(\.fitting).max(), most > 0 else { return [.ofTarget] }
    let fitting = fits.filter { $0.fitting == most }
    let least = fitting.map(\.contradicted).min()
    return fitting.filter { $0.contradicted == least }.map(\.definition)
  }

  private var contradicted: Int { computable - fitting }
}

/// A printed 達成率 with the figures that it is computed from.
private struct PrintedAchievement {
  let value: ExactDecimal
  let published: IndicatorFigure
  private let indicator: Indicator
  private let actual: IndicatorFigure
  private let target: IndicatorFigure
  private let direction: Direction?
  private let otherActuals: [IndicatorFigure]

  static func all(of indicator: Indicator, in plan: Plan) -> [Self] {
    indicator.figures.filter { $0.role == .achievement }.compactMap {
      Self($0, of: indicator, in: plan)
    }
  }

  private init?(_ published: IndicatorFigure, of indicator: Indicator, in plan: Plan) {
    let years = PlanYears(plan.term)
    func isOfYear(_ observation: IndicatorFigure) -> Bool {
      years.areSame(observation.period, published.period)
    }
    let actuals = indicator.actuals
    guard let value = published.reading.value,
      let actual = actuals.first(where: { $0.period == published.period })
        ?? actuals.first(where: isOfYear),
      let target = indicator.figures.first(where: {
        ($0.role == .target || $0.role == .interimTarget) && published.period != nil && isOfYear($0)
      }) ?? indicator.target
    else { return nil }
    self.value = value
    self.published = published
    self.indicator = indicator
    self.actual = actual
    self.target = target
    direction = Aim(of: indicator, term: plan.term).direction
    otherActuals = actuals.filter { $0 != actual }
  }

  /// Whether the rate follows by a definition; `nil` if it cannot be computed by it.
  func follows(by definition: AchievementDefinition) -> Bool? {
    let checks = rates(by: definition).compactMap { try? check(against: $0) }
    return checks.isEmpty ? nil : checks.contains { $0.outcome == .agrees }
  }

  /// The check by the plan's definitions; `nil` if the rate cannot be computed by any of them.
  func check(
    by definitions: [AchievementDefinition]
  ) throws(DemographyError) -> PublishedRateCheck? {
    var own = definitions.flatMap(rates)
    if direction == .lower, definitions == [.ofTarget] { own += rates(by: .fromBaseline) }
    for rate in own {
      let check = try check(against: rate)
      if check.outcome == .agrees { return check }
    }
    guard let first = own.first else { return nil }
    let others = AchievementDefinition.allCases.filter { !definitions.contains($0) }.flatMap(rates)
    let years = otherActuals.compactMap { self.rate($0, first.method) }
    return try check(against: first, hints: years + others)
  }

  /// The ways to divide that a definition allows, the usual one first.
  private func rates(by definition: AchievementDefinition) -> [AchievementRate] {
    let methods: [AchievementRate.Method] =
      switch (definition, direction) {
      case (.fromBaseline, _): [.fromBaseline]
      case (.ofTarget, .higher): [.actualOverTarget]
      case (.ofTarget, .lower): [.targetOverActual, .actualOverTarget]
      case (.ofTarget, nil): [.actualOverTarget, .targetOverActual]
      }
    return methods.compactMap { rate(actual, $0) }
  }

  private func rate(
    _ actual: IndicatorFigure, _ method: AchievementRate.Method
  ) -> AchievementRate? {
    // A limit (100%超) is no figure to divide.
    let bound = actual.reading.quantity?.bound
    guard bound == nil || bound == .about else { return nil }
    return AchievementRate(
      indicator: indicator.name, actual: actual, target: target,
      baseline: indicator.first(.baseline), method: method)
  }

  private func check(
    against rate: AchievementRate, hints: [AchievementRate] = []
  ) throws(DemographyError) -> PublishedRateCheck {
    try PublishedRateCheck(
      value, bound: published.reading.quantity?.bound, citation: published.citation, against: rate,
      candidates: hints)
  }
}
