public import MunicipalModel

extension PopulationAccount {
  /// The crude rate of natural change (自然増減率): (births − deaths) ÷ population.
  ///
  /// - Throws: ``Demography/DemographyError``, as ``crudeRate(of:_:)`` does.
  public func crudeNaturalChangeRate(
    _ definition: RateDefinition
  ) throws(DemographyError) -> CrudeRate {
    try crudeRate(of: .naturalChange, definition)
  }

  /// The crude rate of social change (社会増減率): (in-migrants − out-migrants) ÷ population.
  ///
  /// - Throws: ``Demography/DemographyError``, as ``crudeRate(of:_:)`` does.
  public func crudeSocialChangeRate(
    _ definition: RateDefinition
  ) throws(DemographyError) -> CrudeRate {
    try crudeRate(of: .socialChange, definition)
  }

}
