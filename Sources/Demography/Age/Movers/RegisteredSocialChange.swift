public import MunicipalModel

/// Social change by age from registered movers (年代別社会増減率): age at the move over the band's stock.
///
/// It is no cohort rate: the people who are 20–24 when they move are set against whoever is 20–24 in the
/// population at risk. Rates by cohort come from two stocks, by ``IntercensalPair``.
/// Formula: (in-migrants − out-migrants) ÷ population of the band × 100 or 1,000. Over several years the
/// movers and the populations are each added up first, so the rate is a yearly one. A band without
/// people and movers has no rate, and contributes nothing.
/// Source: Iwamizawa (前年末人口に対する割合); Preston, Heuveline and Guillot, Demography (2001), ch. 1.
public struct RegisteredSocialChange: Hashable, Sendable {
  static let subject = LocalizedText(
    ja: "年齢別社会増減率（登録移動者）", en: "social change rate by age, registered movers")

  /// The groups of ages, at the move.
  public let ages: AgeClassification
  /// The sexes.
  public let sexes: [Sex]
  /// What the rates divide by.
  public let denominator: AgeExposure.Denominator
  /// Per how many persons the rates are stated.
  public let scale: RateScale
  /// How many years were added up.
  public let years: Int
  /// The population at risk, summed over the years: all ages of the first sex, then of the second.
  public let population: [Double]
  /// 転入者 in the same order, in persons.
  public let inMigrants: [Double]
  /// 転出者 in the same order, in persons.
  public let outMigrants: [Double]
  /// What each row contributes to ``totalRate``; they add up to it exactly, in any order.
  ///
  /// Formula: net migrants of the row ÷ population of all rows × 100 or 1,000, to within 2^-49 of the
  /// sum of magnitudes.
  public let contributions: [Double]
  /// The crude rate of all ages and sexes, in the unit of ``scale``.
  public let totalRate: Double

  /// Makes the rates of one year.
  ///
  /// - Throws: ``AgeMethodError`` with `denominator-not-positive`, naming the row that has movers and no
  ///   population, or if there is no population at all.
  public init(_ year: RegisteredYear, scale: RateScale = .percent) throws(AgeMethodError) {
    try self.init([year], scale: scale)
  }

  /// Makes the yearly rates of several years.
  ///
  /// - Throws: ``AgeMethodError`` with `no-rows` without a year, `different-tables` if ages, sexes or
  ///   denominators differ, `duplicate-row` if a year is given twice, or `denominator-not-positive`, as
  ///   above: regroup to coarser ages first.
  public init(_ years: [RegisteredYear], scale: RateScale = .percent) throws(AgeMethodError) {
    guard let first = years.first else {
      throw AgeMethodError(code: .noRows, subject: Self.subject)
    }
    ages = first.inMigrants.ages
    sexes = first.inMigrants.sexes
    denominator = first.exposure.denominator
    self.scale = scale
    self.years = years.count
    var population = first.exposure.population.counts
    var inMigrants = first.inMigrants.counts
    var outMigrants = first.outMigrants.counts
    for (index, year) in years.enumerated().dropFirst() {
      let (inward, outward) = (
        year.inMigrants.ordered(as: sexes), year.outMigrants.ordered(as: sexes)
      )
      let people = year.exposure.population.ordered(as: sexes)
      guard inward.ages == ages, inward.sexes == sexes, year.exposure.denominator == denominator
      else {
        throw AgeMethodError(code: .differentTables, subject: Self.subject, row: index + 1)
      }
      if let period = year.inMigrants.period,
        years[..<index].contains(where: { $0.inMigrants.period?.overlaps(period) == true })
      {
        throw AgeMethodError(
          code: .duplicateRow, subject: Self.subject, row: index + 1, text: period.code)
      }
      for row in population.indices {
        population[row] += people.counts[row]
        inMigrants[row] += inward.counts[row]
        outMigrants[row] += outward.counts[row]
      }
    }
    guard population.contains(where: { $0 > 0 }) else {
      throw AgeMethodError(code: .denominatorNotPositive, subject: Self.subject, text: "0")
    }
    if let row = population.indices.first(where: {
      !(population[$0] > 0) && inMigrants[$0] + outMigrants[$0] > 0
    }) {
      throw AgeMethodError(
        code: .denominatorNotPositive, subject: Self.subject, row: row % ages.count + 1,
        sex: sexes[row / ages.count], age: ages.groups[row % ages.count],
        text: population[row].countText)
    }
    self.population = population
    self.inMigrants = inMigrants
    self.outMigrants = outMigrants
    var net = inMigrants
    for row in net.indices { net[row] -= outMigrants[row] }
    (contributions, totalRate) = ExactSum.quotients(
      of: net, times: Double(scale.factor), over: population.reduce(0, +))
  }
}
