public import MunicipalModel

/// The balancing equation of one year (人口の基本方程式): how the opening became the closing stock.
///
/// Formula: closing − opening = natural change + social change + other change. Other change
/// (職権記載・消除、国籍の異動など) is what the equation leaves over. Unit: persons.
///
/// Source: Preston, Heuveline and Guillot, Demography (2001), chapter 1.
public struct BalancingEquation: Hashable, Sendable, Codable {
  /// The year.
  public let period: Period
  /// What the figures count.
  public let population: PopulationDefinition
  /// 前年末人口
  public let openingStock: TracedNumber
  /// 年末人口
  public let closingStock: TracedNumber
  /// 自然増減, as printed, or births less deaths.
  public let naturalChange: TracedNumber
  /// 社会増減, as printed, or in- less out-migrants.
  public let socialChange: TracedNumber
  /// The closing less the opening stock.
  public let totalChange: TracedNumber
  /// その他の増減: total change less natural and social change, with the cells of all of them.
  public let otherChange: TracedNumber
  /// Where a printed change is not the difference of its printed parts.
  public let discrepancies: [BalanceDiscrepancy]

  /// Balances an account.
  ///
  /// - Throws: ``DemographyError`` if a stock or a change was not printed and cannot be computed.
  public init(_ account: PopulationAccount) throws(DemographyError) {
    let subject = LocalizedText(ja: "人口の基本方程式", en: "balancing equation")
    period = account.period
    population = account.definition
    openingStock = try account.figure(.openingStock)
    closingStock = try account.figure(.closingStock)
    naturalChange = try account.figure(.naturalChange)
    socialChange = try account.figure(.socialChange)
    totalChange = try .difference(
      of: closingStock, and: [openingStock],
      formula: LocalizedText(
        ja: "年末人口 − 前年末人口", en: "year-end population − previous year-end population"),
      subject: subject,
      period: period)
    otherChange = try .difference(
      of: totalChange, and: [naturalChange, socialChange],
      formula: LocalizedText(
        ja: "人口増減 − 自然増減 − 社会増減", en: "total change − natural change − social change"),
      subject: subject, period: period)
    discrepancies = try account.balanceDiscrepancies()
  }

  /// Whether the opening stock was itself computed from these changes, so that nothing can be left.
  ///
  /// If so, an other change of 0 says nothing about the municipality.
  public var isBalancedByConstruction: Bool {
    let changes = naturalChange.sources + socialChange.sources
    return openingStock.formula != nil && !changes.isEmpty
      && Set(changes).isSubset(of: openingStock.sources)
  }
}

/// A printed change that is not the difference of the parts printed beside it.
public struct BalanceDiscrepancy: Hashable, Sendable, Codable {
  /// The change: natural, social or total.
  public let item: AccountItem
  /// The year.
  public let period: Period
  /// The change as printed, in persons.
  public let printed: TracedNumber
  /// The difference of its parts, in persons.
  public let expected: TracedNumber
  /// Printed less expected, in persons; never 0.
  public let difference: Int
}

extension PopulationAccount {
  /// Compares every printed change with the difference of its printed parts.
  ///
  /// Natural change = births − deaths; social change = in-migrants − out-migrants; total change =
  /// closing − opening stock. A change that lacks a printed part is not compared, nor is a social change
  /// that holds other change besides its parts.
  ///
  /// - Returns: the changes that differ; empty if none does.
  /// - Throws: ``Demography/DemographyError`` with `too-large` if a difference overflows.
  public func balanceDiscrepancies() throws(DemographyError) -> [BalanceDiscrepancy] {
    var found: [BalanceDiscrepancy] = []
    for item in AccountItem.allCases {
      guard let parts = item.parts, let printed = self[item], let gain = self[parts.gain],
        let loss = self[parts.loss],
        item != .socialChange || definition.otherChange != .insideSocialChange
      else { continue }
      let expected = try TracedNumber.difference(
        of: gain, and: [loss], formula: parts.gain.label + LocalizedText(" − ") + parts.loss.label,
        subject: item.label, period: period)
      let (difference, overflow) = printed.value.subtractingReportingOverflow(expected.value)
      if overflow { throw DemographyError(code: .tooLarge, subject: item.label, period: period) }
      guard difference != 0 else { continue }
      found.append(
        BalanceDiscrepancy(
          item: item, period: period, printed: printed, expected: expected,
          difference: difference))
    }
    return found
  }
}
