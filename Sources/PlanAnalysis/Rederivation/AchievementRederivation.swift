import Demography
package import MunicipalModel

/// Computes the printed 達成率 again, from the actual figure of the same year, the target and the baseline.
///
/// Cities print it by two definitions (``MunicipalModel/AchievementDefinition``), and of several targets against that of
/// the year, the next one or the last. A plan's rates are tried by each way, or by those of the definition that its
/// layout declares. The one that fits most of them is the plan's, and those that do not follow by it are errors; where
/// several fit as many, a rate may follow by any of them.
/// Where less is better, a plan that divides by the target may print actual ÷ target, target ÷ actual or the way
/// from the baseline.
enum AchievementRederivation {
  static func add(_ contents: DocumentContents, to rederivation: inout Rederivation) {
    for plan in contents.plans {
      let printed = plan.indicators.flatMap { PrintedAchievement.all(of: $0.indicator, in: plan) }
      guard !printed.isEmpty else { continue }
      let fits = AchievementFit.all(of: printed, declared: plan.achievementDefinition)
      let ways = AchievementFit.best(of: fits)
      for rate in printed {
        rederivation.add(.achievement, rate.value, at: rate.published.citation) {
          () throws(DemographyError) in try rate.check(by: ways)
        }
      }
      var told: Set<AchievementDefinition> = []
      for fit in fits where ways.contains(fit.way) && fit.computable > 0 {
        guard told.insert(fit.way.definition).inserted else { continue }
        rederivation.note(
          PlanAchievementDefinition(
            document: plan.document, definition: fit.way.definition, target: fit.way.target,
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
  /// Which of several targets is divided by.
  package let target: AchievementTarget
  /// Whether the layout declares it; otherwise it is the one that fits most of the rates.
  package let isDeclared: Bool
  /// How many rates can be computed by it.
  package let count: Int
  /// How many of these follow.
  package let fitting: Int
  /// The printed rates.
  package let citations: [Citation]
}

/// Which of an indicator's targets a printed 達成率 is set against.
package enum AchievementTarget: String, Hashable, Sendable, Codable, CaseIterable {
  /// That of the rate's own year, or else the last.
  case ofYear = "of_year"
  /// The first of the rate's year or a later one: the 前期目標 of two.
  case next
  /// The last, that of the plan.
  case last

  /// Which target it is, in words; `nil` of the usual one.
  package var label: LocalizedText? {
    switch self {
    case .ofYear: nil
    case .next: LocalizedText(ja: "次に来る年の目標値", en: "the target of the next year that has one")
    case .last: LocalizedText(ja: "最後の年の目標値", en: "the target of the last year")
    }
  }
}

/// A definition with the target that it is computed by.
private struct AchievementWay: Hashable {
  let definition: AchievementDefinition
  let target: AchievementTarget
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

/// How many of a plan's printed rates follow by a way.
private struct AchievementFit {
  let way: AchievementWay
  let computable: Int
  let fitting: Int

  static func all(
    of printed: [PrintedAchievement], declared: AchievementDefinition?
  ) -> [Self] {
    (declared.map { [$0] } ?? AchievementDefinition.allCases).flatMap { definition in
      AchievementTarget.allCases.map { target in
        let way = AchievementWay(definition: definition, target: target)
        let results = printed.compactMap { $0.follows(by: way) }
        return Self(way: way, computable: results.count, fitting: results.count { $0 })
      }
    }
  }

  /// The way that fits most rates, or all of those that fit as many and are contradicted by as many.
  static func best(of fits: [Self]) -> [AchievementWay] {
    guard let most = fits.map(\.fitting).max(), most > 0 else {
      return fits.first.map { [$0.way] } ?? []
    }
    let fitting = fits.filter { $0.fitting == most }
    let least = fitting.map(\.contradicted).min()
    return fitting.filter { $0.contradicted == least }.map(\.way)
  }

  private var contradicted: Int { computable - fitting }
}

/// A printed 達成率 with the figures that it is computed from.
private struct PrintedAchievement {
  let value: ExactDecimal
  let published: IndicatorFigure
  private let indicator: Indicator
  private let actual: IndicatorFigure
  private let targets: [AchievementTarget: IndicatorFigure]
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
      let last = indicator.target
    else { return nil }
    let all = indicator.figures.filter {
      ($0.role == .target || $0.role == .interimTarget) && $0.period != nil
    }
    let ofYear = published.period == nil ? nil : all.first(where: isOfYear)
    let next = all.filter { target in
      guard let period = target.period, let own = published.period else { return false }
      return years.year(of: period) >= years.year(of: own)
    }.min { ($0.period?.year ?? 0) < ($1.period?.year ?? 0) }
    self.value = value
    self.published = published
    self.indicator = indicator
    self.actual = actual
    targets = [.ofYear: ofYear ?? last, .next: next ?? last, .last: last]
    direction = Aim(of: indicator, term: plan.term).direction
    otherActuals = actuals.filter { $0 != actual }
  }

  /// Whether the rate follows by a way; `nil` if it cannot be computed by it.
  func follows(by way: AchievementWay) -> Bool? {
    let checks = rates(by: way).compactMap { try? check(against: $0) }
    return checks.isEmpty ? nil : checks.contains { $0.outcome == .agrees }
  }

  /// The check by the plan's ways; `nil` if the rate cannot be computed by any of them.
  func check(by ways: [AchievementWay]) throws(DemographyError) -> PublishedRateCheck? {
    // Most rates follow, and need no other way to say which one they follow by.
    lazy var others = ways.flatMap { way in
      AchievementDefinition.allCases.filter { other in
        !ways.contains { $0.definition == other }
      }.map { AchievementWay(definition: $0, target: way.target) }
    }.flatMap(rates).uniqued
    var own = ways.flatMap(rates).uniqued
    if direction == .lower, ways.allSatisfy({ $0.definition == .ofTarget }) {
      own += others.filter { $0.method == .fromBaseline }
    }
    for rate in own {
      let check = try check(against: rate)
      if check.outcome == .agrees { return check }
    }
    guard let first = own.first else { return nil }
    let years = otherActuals.compactMap { self.rate($0, first.target, first.method) }
    return try check(against: first, hints: years + others)
  }

  /// The ways to divide that a definition allows, the usual one first.
  private func rates(by way: AchievementWay) -> [AchievementRate] {
    guard let target = targets[way.target] else { return [] }
    let methods: [AchievementRate.Method] =
      switch (way.definition, direction) {
      case (.fromBaseline, _): [.fromBaseline]
      case (.ofTarget, .higher): [.actualOverTarget]
      case (.ofTarget, .lower): [.targetOverActual, .actualOverTarget]
      case (.ofTarget, nil): [.actualOverTarget, .targetOverActual]
      }
    return methods.compactMap { rate(actual, target, $0) }
  }

  private func rate(
    _ actual: IndicatorFigure, _ target: IndicatorFigure, _ method: AchievementRate.Method
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
