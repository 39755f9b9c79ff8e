public import MunicipalModel

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
  /// closing − opening stock. A change that lacks a printed part is not compared.
  ///
  /// - Returns: the changes that differ; empty if none does.
  /// - Throws: ``Demography/DemographyError`` with `too-large` if a difference overflows.
  public func balanceDiscrepancies() throws(DemographyError) -> [BalanceDiscrepancy] {
    var found: [BalanceDiscrepancy] = []
    for item in AccountItem.allCases {
      guard let parts = item.parts, let printed = self[item], let gain = self[parts.gain],
        let loss = self[parts.loss]
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
