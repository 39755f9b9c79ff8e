package import MunicipalModel

extension PublishedRateCheck {
  /// Checks a relative change against a base year, such as ▲6.4%.
  ///
  /// Hints are looked for in the other convention of sign, and in other years as this or as the base
  /// year.
  ///
  /// - Parameters:
  ///   - published: the change as printed, in percent.
  ///   - convention: how the publisher signs the change of this figure.
  ///   - candidates: accounts of other years.
  /// - Throws: ``DemographyError`` if the change cannot be computed.
  package static func change(
    _ published: ExactDecimal, citation: Citation? = nil, of item: AccountItem,
    in account: PopulationAccount, since base: PopulationAccount,
    convention: ChangeConvention = .plain, rule: RoundingRule = .halfUp,
    candidates: [PopulationAccount] = []
  ) throws(DemographyError) -> Self {
    let otherConvention = ChangeConvention.allCases.filter { $0 != convention }.compactMap {
      try? account.change(of: item, since: base, convention: $0)
    }
    let otherYears = pairs(account, base, candidates).compactMap {
      try? $0.change(of: item, since: $1, convention: convention)
    }
    return try Self(
      published, citation: citation,
      against: account.change(of: item, since: base, convention: convention), rule: rule,
      candidates: otherConvention + otherYears)
  }
}
