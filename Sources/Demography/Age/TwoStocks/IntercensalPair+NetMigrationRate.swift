public import MunicipalModel

extension IntercensalPair {
  /// A net migration rate as 社人研 defines it (純移動率).
  ///
  /// Formula: P(x+n, t+n) = P(x, t) × (survival + rate), so rate = P(x+n, t+n) ÷ P(x, t) − survival.
  /// Source: 国立社会保障・人口問題研究所, 日本の地域別将来推計人口（平成30（2018）年推計）.
  public struct NetMigrationRate: Hashable, Sendable {
    /// The sex.
    public let sex: Sex
    /// 期首年齢: the ages at the start.
    public let ageAtStart: AgeGroup
    /// 期末年齢: the ages at the end.
    public let ageAtEnd: AgeGroup
    /// The survival ratio; of a pooled cohort, weighted by its people.
    public let survivalRatio: Double
    /// The rate, as a ratio; × 100 for percent; `nil` if nobody was there at the start.
    public let value: Double?

    /// The cohort at the end that so many people at the start become, in persons; `nil` without a rate.
    public func populationAtEnd(from populationAtStart: Double) -> Double? {
      value.map { populationAtStart * (survivalRatio + $0) }
    }

    /// The rate where one is needed.
    ///
    /// - Throws: ``AgeMethodError`` with `denominator-not-positive`, naming the cohort, if there is none.
    func known() throws(AgeMethodError) -> Double {
      guard let value else {
        throw AgeMethodError(
          code: .denominatorNotPositive,
          subject: LocalizedText(ja: "純移動率", en: "net migration rate"), sex: sex,
          age: ageAtStart, text: "0")
      }
      return value
    }
  }
}

extension IntercensalPair {
  /// The net migration rates (純移動率) of the period: all ages of the first sex, then of the second.
  ///
  /// Children born in the period are projected by the child–woman ratio instead.
  ///
  /// - Parameter survival: ratios of as many years; its ages are those at the start.
  /// - Throws: ``AgeMethodError``, as ``survivalRatioResidual(_:_:births:)`` does.
  public func netMigrationRates(
    _ survival: SurvivalRatios
  ) throws(AgeMethodError) -> [IntercensalPair.NetMigrationRate] {
    try survivors(survival).compactMap { cohort in
      cohort.ageAtStart.map { ageAtStart in
        IntercensalPair.NetMigrationRate(
          sex: start.sexes[cohort.column], ageAtStart: ageAtStart, ageAtEnd: cohort.ageAtEnd,
          survivalRatio: cohort.survival,
          value: cohort.atStart > 0
            ? (cohort.atEnd - cohort.survivors) / cohort.atStart : nil)
      }
    }
  }
}
