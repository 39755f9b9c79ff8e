import MunicipalModel

/// A directly standardised rate (直接法による標準化率): the rate that the standard's people would have.
///
/// Formula: Σ rate × standard's people ÷ Σ standard's people. Source: Preston, Heuveline and Guillot,
/// Demography (2001), chapter 2.
public struct StandardizedRate: Hashable, Sendable {
  static let subject = LocalizedText(ja: "標準化率", en: "standardised rate")

  /// The standard.
  public let standard: StandardPopulation
  /// The standardised rate, on the scale of the rates.
  public let value: Double
  /// The crude rate, on the scale of the rates.
  public let crudeRate: Double
  /// Per how many persons both are stated.
  public let scale: RateScale
  /// The events; `nil` where they are balances, which have no interval.
  let events: Double?
  /// Σ w² × events, with w the weight of an event.
  let variance: Double
  /// The largest weight of an event, on the scale of the rates.
  let largestWeight: Double
}

extension AgeSpecificRates {
  /// The rate standardised directly (直接標準化) on a named population.
  ///
  /// On a standard of both sexes together, rates of men and women are added up first, and rates of one sex stand
  /// for themselves: 平成27年モデル人口 is one population for men and for women alike, as 厚生労働省 publishes
  /// age-adjusted death rates of each (``only(_:)``, per 100,000).
  ///
  /// - Parameter standard: its ages may be finer than those of the rates.
  /// - Throws: ``AgeMethodError`` with `missing-sex`, with `needs-splitting` or `not-covered` if the
  ///   standard's ages cannot be brought to those of the rates, or with `denominator-not-positive`,
  ///   naming a band where the standard has people and there is no rate; ``StandardizedRatio`` needs none.
  public func directlyStandardized(
    on standard: StandardPopulation
  ) throws(AgeMethodError) -> StandardizedRate {
    let weights = try AgeMethodError.wrapping(
      standard.population.regrouped(to: ages), subject: standard.name)
    let isOfBoth = weights.sexes == [.both]
    let own = isOfBoth && sexes.count > 1 ? bothSexes() : self
    if !isOfBoth, let sex = weights.sexes.first(where: { !own.sexes.contains($0) }) {
      throw AgeMethodError(code: .missingSex, subject: Self.subject, sex: sex)
    }
    let total = weights.totalOfKnownAge
    var (sum, variance, largestWeight) = (0.0, 0.0, 0.0)
    for (column, sex) in own.sexes.enumerated() {
      guard let people = weights.counts(of: isOfBoth ? .both : sex) else {
        throw AgeMethodError(code: .missingSex, subject: standard.name, sex: sex)
      }
      for (row, people) in people.enumerated() where people > 0 {
        let index = column * ages.count + row
        guard let rate = own.rates[index] else {
          throw AgeMethodError(
            code: .denominatorNotPositive, subject: Self.subject, sex: sex, age: ages.groups[row],
            text: "0",
            hint: LocalizedText(
              ja: "直接法には基準人口のいる年齢すべての率が必要です。階級をまとめるか、間接法を使います",
              en:
                "direct standardisation needs a rate wherever the standard has people: use coarser "
                + "ages, or the indirect method"))
        }
        sum += people * rate
        let weight = people / total / own.population[index] * Double(scale.factor)
        variance += weight * weight * own.events[index]
        largestWeight = max(largestWeight, weight)
      }
    }
    return StandardizedRate(
      standard: standard, value: sum / total, crudeRate: crudeRate, scale: scale,
      events: measure.isBalance ? nil : own.events.reduce(0, +), variance: variance,
      largestWeight: largestWeight)
  }
}
