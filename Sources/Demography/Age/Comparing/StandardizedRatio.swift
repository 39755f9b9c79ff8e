public import MunicipalModel

/// A standardised ratio (標準化比; of deaths SMR, 標準化死亡比): events against those that a standard expects.
///
/// Formula: events ÷ Σ people × the standard's rate. It needs no rates of one's own, so it suits places
/// where some ages have nobody. Ratios of two places have different weights and are not to be set against
/// each other, only against the standard. Source: Fleiss, Statistical Methods for Rates and Proportions
/// (1981), chapter 14.
public struct StandardizedRatio: Hashable, Sendable {
  static let subject = LocalizedText(ja: "標準化比", en: "standardised ratio")

  /// What the standard is called; a standardised ratio is always told with it.
  public let standard: LocalizedText
  /// 観察数: the events, of unknown age too.
  public let observed: Double
  /// 期待数: the events that the people would have at the standard's rates; above zero.
  public let expected: Double
  /// The crude rate of the standard, of the same sexes.
  public let standardCrudeRate: Double
  /// Per how many persons the rates are stated.
  public let scale: RateScale

  /// Events ÷ expected events: 1 if they are as many; × 100 as it is often printed.
  public var value: Double { observed / expected }

  /// The interval of ``value`` by the chance of the events, which are taken as Poisson's.
  ///
  /// The expected events are taken as known. × 100 it is that of an SMR as it is often printed. Source:
  /// Breslow and Day, Statistical Methods in Cancer Research II (1987), section 2.3.
  ///
  /// - Parameters:
  ///   - level: the confidence, such as 0.95.
  ///   - method: exact limits, or Byar's.
  /// - Throws: ``AgeMethodError`` with `parameter-out-of-range`.
  public func interval(
    level: Double = 0.95, method: ConfidenceInterval.PoissonLimits = .exact
  ) throws(AgeMethodError) -> ConfidenceInterval {
    try method.interval(of: observed, level: level, subject: Self.subject)
      .scaled(by: 1 / expected)
  }

  /// 間接法による標準化率: the ratio × the standard's crude rate, on the scale of the rates.
  public var indirectlyStandardizedRate: Double { value * standardCrudeRate }
}

extension AgeSpecificRates {
  /// The standardised ratio of some people's events by these rates as the standard (間接標準化).
  ///
  /// Rates or people of both sexes together are set against the sum of men and women.
  ///
  /// - Parameters:
  ///   - events: the events, of any ages, such as one group of all.
  ///   - population: the people; their ages may be finer than those of the rates.
  ///   - name: what the standard is called.
  /// - Throws: ``AgeMethodError`` with `wrong-measure` if the events are not those of the rates or can be
  ///   below zero, `missing-sex`, `age-not-reported-left`, `needs-splitting` or `not-covered`, or
  ///   `denominator-not-positive` if no events are expected, or people have no rate in the standard.
  public func standardizedRatio(
    of events: AgeTable, among population: AgeTable, standard name: LocalizedText
  ) throws(AgeMethodError) -> StandardizedRatio {
    let subject = StandardizedRatio.subject
    guard events.measure == measure, !measure.isBalance else {
      throw AgeMethodError(code: .wrongMeasure, subject: subject, text: events.measure.rawValue)
    }
    try population.check([.population], subject: subject)
    try events.checkSexes(of: population, subject: subject)
    let isSum = sexes == [.both] && population.coveredSex == .both
    let people = try AgeMethodError.wrapping(
      (isSum ? population.bothSexes() : population).regrouped(to: ages), subject: subject)
    let standard = try (people.sexes == [.both] && sexes.count > 1 ? bothSexes() : self)
      .only(people.sexes, subject: name)
    var expected = 0.0
    for (row, rate) in standard.rates.enumerated() where people.counts[row] > 0 {
      guard let rate else {
        throw AgeMethodError(
          code: .denominatorNotPositive, subject: name, sex: people.sexes[row / ages.count],
          age: ages.groups[row % ages.count], text: "0")
      }
      expected += people.counts[row] * rate / Double(scale.factor)
    }
    guard expected > 0 else {
      throw AgeMethodError(code: .denominatorNotPositive, subject: subject, text: "\(expected)")
    }
    return StandardizedRatio(
      standard: name, observed: events.total, expected: expected,
      standardCrudeRate: standard.crudeRate, scale: scale)
  }
}
