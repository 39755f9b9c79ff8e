package import MunicipalModel

extension PublishedRateCheck {
  /// Checks an ageing rate (高齢化率) printed for one year.
  ///
  /// - Parameters:
  ///   - published: the rate as printed, in percent.
  ///   - candidates: accounts of other years, in which hints are looked for.
  /// - Throws: ``DemographyError`` if the rate cannot be computed.
  package static func ageingRate(
    _ published: ExactDecimal, citation: Citation? = nil, in account: PopulationAccount,
    rule: RoundingRule = .halfUp, candidates: [PopulationAccount] = []
  ) throws(DemographyError) -> Self {
    let otherYears = candidates.filter { $0.period != account.period }
    return try Self(
      published, citation: citation, against: account.ageingRate(), rule: rule,
      candidates: otherYears.compactMap { try? $0.ageingRate() })
  }
}
