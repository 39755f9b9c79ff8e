import MunicipalModel

extension PopulationAccount {
  /// The relative change of a figure.
  ///
  /// - Throws: ``Demography/DemographyError`` if a year lacks the figure, or it is zero in the base year.
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
