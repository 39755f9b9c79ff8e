public import MunicipalModel

extension RegisteredSocialChange {
  /// One sex and group of ages, at the move.
  public struct Row: Hashable, Sendable, Codable {
    /// The sex.
    public let sex: Sex
    /// The ages at the move.
    public let age: AgeGroup
    /// The population at risk, in persons or person-years.
    public let population: Double
    /// 転入者, in persons.
    public let inMigrants: Double
    /// 転出者, in persons.
    public let outMigrants: Double
    /// Per how many persons the rates are stated.
    public let scale: RateScale
    /// What the row contributes to the total rate, in the unit of the scale.
    public let contribution: Double
    /// The row's part of the whole net migration in percent; `nil` if the whole is balanced.
    public let shareOfTotal: Double?

    /// 社会増減: in-migrants − out-migrants, in persons.
    public var netMigrants: Double { inMigrants - outMigrants }
    /// 転入率: in-migrants ÷ population of the band, in the unit of the scale; `nil` if nobody lives in it.
    public var inMigrationRate: Double? { rate(of: inMigrants) }
    /// 転出率: out-migrants ÷ population of the band, in the unit of the scale; `nil` if nobody lives in it.
    public var outMigrationRate: Double? { rate(of: outMigrants) }
    /// 社会増減率: net migrants ÷ population of the band, in the unit of the scale; `nil` if nobody lives in it.
    public var socialChangeRate: Double? { rate(of: netMigrants) }

    private func rate(of movers: Double) -> Double? {
      population > 0 ? movers * Double(scale.factor) / population : nil
    }

    /// 移動効果指数: net ÷ (in + out) × 100, −100 to 100; `nil` if nobody moved.
    public var effectiveness: Double? {
      let turnover = inMigrants + outMigrants
      return turnover > 0 ? netMigrants / turnover * 100 : nil
    }
  }

  /// The rows: all ages of the first sex, then of the second.
  public var rows: [Row] {
    let net = netMigrants
    return population.indices.map { index in
      Row(
        sex: sexes[index / ages.count], age: ages.groups[index % ages.count],
        population: population[index], inMigrants: inMigrants[index],
        outMigrants: outMigrants[index], scale: scale, contribution: contributions[index],
        shareOfTotal: net != 0 ? (inMigrants[index] - outMigrants[index]) / net * 100 : nil)
    }
  }

  /// 社会増減率 by age in the order of ``rows``, in the unit of the scale; `nil` where nobody lives.
  public var socialChangeRates: [Double?] {
    population.indices.map {
      population[$0] > 0
        ? (inMigrants[$0] - outMigrants[$0]) * Double(scale.factor) / population[$0] : nil
    }
  }

  /// All net migrants, in persons.
  public var netMigrants: Double { inMigrants.reduce(0, +) - outMigrants.reduce(0, +) }

  /// 移動効果指数 of all ages: net ÷ (in + out) × 100; `nil` if nobody moved.
  ///
  /// Source: Shryock and Siegel, The Methods and Materials of Demography (1971), chapter 21.
  public var effectiveness: Double? {
    let turnover = inMigrants.reduce(0, +) + outMigrants.reduce(0, +)
    return turnover > 0 ? netMigrants / turnover * 100 : nil
  }

  /// What a span of ages, such as 20–29, contributes to the total rate, over all sexes.
  ///
  /// - Throws: ``AgeMethodError`` with `needs-splitting` or `not-covered`.
  public func contribution(of span: AgeGroup) throws(AgeMethodError) -> Double {
    let range = try AgeMethodError.wrapping(ages.indices(of: span), subject: Self.subject)
    return sexes.indices.reduce(0) { sum, column in
      range.reduce(sum) { $0 + contributions[column * ages.count + $1] }
    }
  }
}
