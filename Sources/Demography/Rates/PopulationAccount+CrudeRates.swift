public import MunicipalModel

extension PopulationAccount {
  /// The crude birth rate (出生率): births ÷ population.
  ///
  /// - Throws: ``Demography/DemographyError``, as ``crudeRate(of:_:)`` does.
  public func crudeBirthRate(_ definition: RateDefinition) throws(DemographyError) -> CrudeRate {
    try crudeRate(of: .birth, definition)
  }

  /// The crude death rate (死亡率): deaths ÷ population.
  ///
  /// - Throws: ``Demography/DemographyError``, as ``crudeRate(of:_:)`` does.
  public func crudeDeathRate(_ definition: RateDefinition) throws(DemographyError) -> CrudeRate {
    try crudeRate(of: .death, definition)
  }

  /// The crude rate of natural change (自然増減率): (births − deaths) ÷ population.
  ///
  /// - Throws: ``Demography/DemographyError``, as ``crudeRate(of:_:)`` does.
  public func crudeNaturalChangeRate(
    _ definition: RateDefinition
  ) throws(DemographyError) -> CrudeRate {
    try crudeRate(of: .naturalChange, definition)
  }

  /// The crude in-migration rate (転入率): in-migrants ÷ population.
  ///
  /// - Throws: ``Demography/DemographyError``, as ``crudeRate(of:_:)`` does.
  public func crudeInMigrationRate(
    _ definition: RateDefinition
  ) throws(DemographyError) -> CrudeRate {
    try crudeRate(of: .inMigration, definition)
  }

  /// The crude out-migration rate (転出率): out-migrants ÷ population.
  ///
  /// - Throws: ``Demography/DemographyError``, as ``crudeRate(of:_:)`` does.
  public func crudeOutMigrationRate(
    _ definition: RateDefinition
  ) throws(DemographyError) -> CrudeRate {
    try crudeRate(of: .outMigration, definition)
  }

  /// The crude rate of social change (社会増減率): (in-migrants − out-migrants) ÷ population.
  ///
  /// - Throws: ``Demography/DemographyError``, as ``crudeRate(of:_:)`` does.
  public func crudeSocialChangeRate(
    _ definition: RateDefinition
  ) throws(DemographyError) -> CrudeRate {
    try crudeRate(of: .socialChange, definition)
  }

  /// The crude rate of total change (人口増減率): (closing − opening stock) ÷ population.
  ///
  /// - Throws: ``Demography/DemographyError``, as ``crudeRate(of:_:)`` does.
  public func crudeTotalChangeRate(
    _ definition: RateDefinition
  ) throws(DemographyError) -> CrudeRate {
    try crudeRate(of: .totalChange, definition)
  }
}
