import MunicipalModel

/// A directly standardised rate (直接法による標準化率): the rate that the standard's people would have.
///
/// Formula: Σ rate × standard's people ÷ Σ standard's people. Source: Preston, Heuveline and Guillot,
/// Demography (2001), chapter 2.
public struct StandardizedRate: Hashable, Sendable {
  /// The standard.
  public let standard: StandardPopulation
  /// The standardised rate, on the scale of the rates.
  public let value: Double
  /// The crude rate, on the scale of the rates.
  public let crudeRate: Double
  /// Per how many persons both are stated.
  public let scale: RateScale
}

extension AgeSpecificRates {
  /// The rate standardised directly (直接標準化) on a named population.
  ///
  /// A standard of both sexes together is set against the rates of both sexes together.
  ///
  /// - Parameter standard: its ages may be finer than those of the rates.
  /// - Throws: ``AgeMethodError`` with `missing-sex`, with `needs-splitting` or `not-covered` if the
  ///   standard's ages cannot be brought to those of the rates, or with `denominator-not-positive`,
  ///   naming a band where the standard has people and there is no rate; ``StandardizedRatio`` needs none.
  public func directlyStandardized(
    on standard: StandardPopulation
  ) throws(AgeMethodError) -> StandardizedRate {
    let weights: AgeTable
    do throws(AgeTableError) {
      weights = try standard.population.regrouped(to: ages)
    } catch {
      throw AgeMethodError(error, subject: standard.name)
    }
    let own = weights.sexes == [.both] && sexes.count > 1 ? bothSexes() : self
    var sum = 0.0
    for sex in own.sexes {
      guard let people = weights.counts(of: sex), let rates = own.rates(of: sex) else {
        throw AgeMethodError(code: .missingSex, subject: standard.name, sex: sex)
      }
      for (age, (people, rate)) in zip(ages.groups, zip(people, rates)) where people > 0 {
        guard let rate else {
          throw AgeMethodError(
            code: .denominatorNotPositive, subject: Self.subject, sex: sex, age: age, text: "0",
            hint: LocalizedText(
              ja: "直接法には基準人口のいる年齢すべての率が必要です。階級をまとめるか、間接法を使います",
              en:
                "direct standardisation needs a rate wherever the standard has people: use coarser "
                + "ages, or the indirect method"))
        }
        sum += people * rate
      }
    }
    if let sex = weights.sexes.first(where: { !own.sexes.contains($0) }) {
      throw AgeMethodError(code: .missingSex, subject: Self.subject, sex: sex)
    }
    return StandardizedRate(
      standard: standard, value: sum / weights.totalOfKnownAge, crudeRate: crudeRate,
      scale: scale)
  }
}
