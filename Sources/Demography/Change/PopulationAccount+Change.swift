package import MunicipalModel

extension PopulationAccount {
  /// The relative change of a figure: (now − base) ÷ base × 100. Unit: percent.
  ///
  /// For a balance below zero use ``balanceChange(of:since:)``: here a loss that widens is positive.
  ///
  /// - Throws: ``Demography/DemographyError`` if a year lacks the figure, or it is zero in the base year.
  package func relativeChange(
    of item: AccountItem, since base: PopulationAccount
  ) throws(DemographyError) -> ChangeAgainstBase {
    try change(of: item, since: base, convention: .plain)
  }

  /// The relative change of a balance: (now − base) ÷ |base| × 100. Unit: percent.
  ///
  /// A loss that widens is negative, one that slows is positive, as Iwamizawa's note says.
  ///
  /// - Throws: ``Demography/DemographyError`` if a year lacks the figure, or it is zero in the base year.
  package func balanceChange(
    of item: AccountItem, since base: PopulationAccount
  ) throws(DemographyError) -> ChangeAgainstBase {
    try change(of: item, since: base, convention: .balance)
  }

  func change(
    of item: AccountItem, since base: PopulationAccount, convention: ChangeConvention
  ) throws(DemographyError) -> ChangeAgainstBase {
    let (old, new) = (try base.figure(item), try figure(item))
    return try ChangeAgainstBase(
      of: item.label, from: old.decimal(subject: item.label, period: base.period),
      in: base.period, to: new.decimal(subject: item.label, period: period), in: period,
      convention: convention, sources: (new.sources + old.sources).uniqued)
  }
}
