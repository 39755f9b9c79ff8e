public import MunicipalModel

extension Collection<PopulationAccount> {
  /// The crude rate of several years taken together: the sum of flows ÷ the sum of populations.
  ///
  /// It is a rate a year. With the mid-year population it is events ÷ person-years, the period rate of
  /// Preston, Heuveline and Guillot, Demography (2001), chapter 1. Years count by their population.
  ///
  /// - Throws: ``DemographyError`` if there is no year, a year is given twice, tables count different
  ///   populations, or the rate of a year cannot be computed.
  public func pooledCrudeRate(
    of kind: CrudeRateKind, _ definition: RateDefinition
  ) throws(DemographyError) -> CrudeRate {
    let years = try meanOfYearlyRates(of: kind, definition)
    var numerator = 0
    var denominator = ExactDecimal(0)
    for rate in years.rates {
      let (sum, overflow) = numerator.addingReportingOverflow(rate.numerator)
      guard !overflow, let population = denominator.adding(rate.denominator) else {
        throw DemographyError(code: .tooLarge, subject: kind.label, period: years.period)
      }
      numerator = sum
      denominator = population
    }
    let (flow, stock) = (kind.numerator.label, definition.denominator.label)
    return try CrudeRate(
      kind: kind, numerator: numerator, denominator: denominator, definition: definition,
      population: years.rates[0].population, period: years.period, sources: years.sources,
      quotient: LocalizedText(
        ja: "\(flow.ja)の合計 ÷ \(stock.ja)の合計", en: "sum of \(flow.en) ÷ sum of \(stock.en)"))
  }
}
