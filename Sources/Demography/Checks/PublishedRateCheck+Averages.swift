package import MunicipalModel

extension PublishedRateCheck {
  /// Checks the mean of a yearly figure, such as births, over the years of the accounts.
  ///
  /// - Parameters:
  ///   - published: the mean as printed, in persons.
  ///   - candidates: other groups of years that may have been averaged instead.
  /// - Throws: ``DemographyError`` if the mean cannot be computed.
  package static func yearlyMean(
    _ published: ExactDecimal, citation: Citation? = nil, of item: AccountItem,
    over accounts: [PopulationAccount], rule: RoundingRule = .halfUp,
    candidates: [[PopulationAccount]] = []
  ) throws(DemographyError) -> Self {
    try Self(
      published, citation: citation, against: accounts.yearlyMean(of: item), rule: rule,
      candidates: candidates.compactMap { try? $0.yearlyMean(of: item) })
  }

  /// Checks the mean of yearly crude rates over the years of the accounts.
  ///
  /// Hints are looked for in the pooled rate, in the mean of the yearly rates as printed, and in other
  /// groups of years.
  ///
  /// - Parameters:
  ///   - published: the mean as printed, in percent or per mille as the definition says.
  ///   - candidates: other groups of years that may have been averaged instead.
  /// - Throws: ``DemographyError`` if the mean cannot be computed.
  package static func meanOfYearlyRates(
    _ published: ExactDecimal, citation: Citation? = nil, of kind: CrudeRateKind,
    _ definition: RateDefinition, over accounts: [PopulationAccount],
    candidates: [[PopulationAccount]] = []
  ) throws(DemographyError) -> Self {
    let mean = try accounts.meanOfYearlyRates(of: kind, definition)
    var others: [any DerivedFigure] = []
    if let pooled = try? accounts.pooledCrudeRate(of: kind, definition) { others.append(pooled) }
    let printed = mean.rates.compactMap(\.rounded)
    let name = LocalizedText(ja: "端数処理後の\(kind.label.ja)", en: "rounded \(kind.label.en)")
    if printed.count == mean.rates.count,
      let ofPrinted = try? YearlyMean(
        of: printed, item: name, unit: mean.unit, period: mean.period, sources: mean.sources)
    {
      others.append(ofPrinted)
    }
    others += candidates.compactMap { try? $0.meanOfYearlyRates(of: kind, definition) }
    return try Self(
      published, citation: citation, against: mean, rule: definition.rounding, candidates: others)
  }
}
