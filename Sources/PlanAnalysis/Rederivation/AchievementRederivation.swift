import Demography
import MunicipalModel

/// Computes the printed 達成状況 again, from the actual figure of the same year and the target.
///
/// Where less is better, cities divide in three ways; a printed rate is right if it follows by one of
/// them. Where more is better it is actual ÷ target.
enum AchievementRederivation {
  static func add(_ contents: DocumentContents, to rederivation: inout Rederivation) {
    for plan in contents.plans {
      for placed in plan.indicators {
        for published in placed.indicator.observations where published.role == .achievement {
          guard let value = published.reading.value else { continue }
          rederivation.add(.achievement, value, at: published.citation) {
            () throws(DemographyError) in
            try check(value, published, of: placed.indicator, term: plan.term)
          }
        }
      }
    }
  }

  private static func check(
    _ value: ExactDecimal, _ published: Observation, of indicator: Indicator, term: Period?
  ) throws(DemographyError) -> PublishedRateCheck? {
    guard let target = target(at: published.period, of: indicator),
      let actual = indicator.actuals.first(where: { $0.period == published.period })
    else { return nil }
    func rate(_ actual: Observation, _ method: AchievementRate.Method) -> AchievementRate? {
      AchievementRate(
        indicator: indicator.name, actual: actual, target: target,
        baseline: indicator.first(.baseline), method: method)
    }
    func check(
      _ rate: AchievementRate?, hints: [AchievementRate] = []
    ) throws(DemographyError) -> PublishedRateCheck? {
      guard let rate else { return nil }
      return try PublishedRateCheck(
        value, citation: published.citation, against: rate, candidates: hints)
    }
    let plain = try check(rate(actual, .actualOverTarget))
    if plain?.outcome == .agrees { return plain }
    let ofOtherYears = indicator.actuals.filter { $0.period != published.period }
      .compactMap { rate($0, .actualOverTarget) }
    let fromBaseline = rate(actual, .fromBaseline)
    guard Aim(of: indicator, term: term).direction == .lower else {
      return try check(
        rate(actual, .actualOverTarget), hints: ofOtherYears + [fromBaseline].compactMap { $0 })
    }
    let inverse = try check(rate(actual, .targetOverActual), hints: ofOtherYears)
    if inverse?.outcome == .agrees { return inverse }
    let gone = try check(fromBaseline, hints: ofOtherYears)
    return gone?.outcome == .agrees ? gone : inverse ?? gone ?? plain
  }

  /// The target of the year itself, where each year has one; else that of the plan.
  private static func target(at period: Period?, of indicator: Indicator) -> Observation? {
    indicator.observations.first {
      ($0.role == .target || $0.role == .interimTarget) && period != nil && $0.period == period
    } ?? indicator.target
  }
}
