package import MunicipalModel

extension PublishedRateCheck {
  /// Checks a crude rate printed for one year, such as 自然増減率 or 社会増減率.
  ///
  /// Hints are looked for in the same year with other denominators and in the other years.
  ///
  /// - Parameters:
  ///   - published: the rate as printed, in percent or per mille as the definition says.
  ///   - candidates: accounts of other years.
  /// - Throws: ``DemographyError`` if the rate cannot be computed.
  package static func rate(
    _ published: ExactDecimal, citation: Citation? = nil, of kind: CrudeRateKind,
    _ definition: RateDefinition, in account: PopulationAccount,
    candidates: [PopulationAccount] = []
  ) throws(DemographyError) -> Self {
    let otherDenominators = RateDenominator.allCases.filter { $0 != definition.denominator }
      .compactMap { denominator -> RateOnOtherPopulation? in
        let definition = RateDefinition(
          denominator: denominator, scale: definition.scale, decimals: definition.decimals,
          rounding: definition.rounding)
        return (try? account.crudeRate(of: kind, definition)).map(RateOnOtherPopulation.init)
      }
    let otherYears: [any DerivedFigure] = candidates.filter { $0.period != account.period }
      .compactMap { try? $0.crudeRate(of: kind, definition) }
    return try Self(
      published, citation: citation, against: account.crudeRate(of: kind, definition),
      rule: definition.rounding, candidates: otherDenominators + otherYears)
  }

  /// Checks the change of a crude rate in points against a base year, such as ▲0.44P.
  ///
  /// The unrounded rates are subtracted. Hints are looked for in the difference of the printed rates and
  /// in other years as this or as the base year.
  ///
  /// - Throws: ``DemographyError`` if a rate cannot be computed.
  package static func changeInPoints(
    _ published: ExactDecimal, citation: Citation? = nil, of kind: CrudeRateKind,
    _ definition: RateDefinition, in account: PopulationAccount,
    since base: PopulationAccount, candidates: [PopulationAccount] = []
  ) throws(DemographyError) -> Self {
    func difference(
      _ account: PopulationAccount, _ base: PopulationAccount
    ) throws(DemographyError) -> RateDifference {
      // Rates of one kind and definition are comparable; caveats are of no use to a check.
      RateDifference(
        rate: try account.crudeRate(of: kind, definition),
        reference: try base.crudeRate(of: kind, definition), caveats: [])
    }
    let figure = try difference(account, base)
    let otherYears = pairs(account, base, candidates).compactMap { try? difference($0, $1) }
    return try Self(
      published, citation: citation, against: figure, rule: definition.rounding,
      candidates: [DifferenceOfPrintedRates(difference: figure)] + otherYears)
  }

  /// This year or the base year replaced by each of the candidates.
  static func pairs(
    _ account: PopulationAccount, _ base: PopulationAccount, _ candidates: [PopulationAccount]
  ) -> [(PopulationAccount, PopulationAccount)] {
    let others = candidates.filter { ![account.period, base.period].contains($0.period) }
    return others.map { ($0, base) } + others.map { (account, $0) }
  }
}

/// A rate that divides by another population than the check, which its name says.
private struct RateOnOtherPopulation: DerivedFigure {
  let rate: CrudeRate

  var label: LocalizedText {
    let population = rate.definition.denominator.label
    return rate.label
      + LocalizedText(ja: "（\(population.ja)に対する）", en: " (of the \(population.en))")
  }
  var unit: LocalizedText { rate.unit }
  var formula: LocalizedText { rate.formula }
  var sources: [Citation] { rate.sources }
  var value: Double { rate.value }

  func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    rate.rounded(to: decimals, rule: rule)
  }
}

/// The difference of two rates that were rounded before, as publishers often form it.
struct DifferenceOfPrintedRates: DerivedFigure {
  let difference: RateDifference

  var label: LocalizedText {
    difference.label + LocalizedText(ja: "（端数処理後の率の差）", en: " (of the rounded rates)")
  }
  var unit: LocalizedText { difference.unit }
  var formula: LocalizedText { difference.formula }
  var sources: [Citation] { difference.sources }
  var value: Double { difference.ofRounded?.doubleValue ?? .nan }

  func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    difference.ofRounded?.rounded(to: decimals, rule: rule)
  }
}

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
