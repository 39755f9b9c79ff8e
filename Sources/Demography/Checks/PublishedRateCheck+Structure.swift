public import MunicipalModel

extension PublishedRateCheck {
  /// Checks an ageing rate (高齢化率) printed for one year.
  ///
  /// - Parameters:
  ///   - published: the rate as printed, in percent.
  ///   - candidates: accounts of other years, in which hints are looked for.
  /// - Throws: ``DemographyError`` if the rate cannot be computed.
  public static func ageingRate(
    _ published: ExactDecimal, citation: Citation? = nil, in account: PopulationAccount,
    rule: RoundingRule = .halfUp, candidates: [PopulationAccount] = []
  ) throws(DemographyError) -> Self {
    let otherYears = candidates.filter { $0.period != account.period }
    return try Self(
      published, citation: citation, against: account.ageingRate(), rule: rule,
      candidates: otherYears.compactMap { try? $0.ageingRate() })
  }

  /// Checks the printed shares of a composition (構成比), one a part.
  ///
  /// Hints are looked for in the shares of the other parts, as when two cells were swapped.
  ///
  /// - Parameter published: the shares as printed, in percent, in the order of the parts, with the cells
  ///   where they were printed.
  /// - Throws: ``DemographyError`` with `different-count` if there is not one share a part.
  package static func shares(
    _ published: [(value: ExactDecimal, citation: Citation?)], of composition: Composition,
    rule: RoundingRule = .halfUp
  ) throws(DemographyError) -> [Self] {
    guard published.count == composition.shares.count else {
      throw DemographyError(
        code: .differentCount, subject: LocalizedText(ja: "構成比", en: "shares"))
    }
    var checks: [Self] = []
    for (printed, share) in zip(published, composition.shares) {
      checks.append(
        try Self(
          printed.value, citation: printed.citation, against: share, rule: rule,
          candidates: composition.shares.filter { $0 != share }))
    }
    return checks
  }
}
