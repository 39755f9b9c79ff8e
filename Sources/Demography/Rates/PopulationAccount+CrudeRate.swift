public import MunicipalModel

extension PopulationAccount {
  /// A crude rate of the year: events, or a balance, ÷ population × 100 or 1,000.
  ///
  /// A balance is taken as printed, and computed from its parts where it was not printed.
  ///
  /// - Parameters:
  ///   - kind: what is counted.
  ///   - definition: what it is divided by, and how it is stated.
  /// - Throws: ``Demography/DemographyError`` with `missing-input` and the missing figures; with
  ///   `denominator-not-positive`, `negative-count`, `too-large` or `unsupported-decimals` if a figure
  ///   is given but cannot be used.
  /// - Source: Preston, Heuveline and Guillot, Demography (2001), chapter 1.
  public func crudeRate(
    of kind: CrudeRateKind, _ definition: RateDefinition
  ) throws(DemographyError) -> CrudeRate {
    let numerator: TracedNumber
    let denominator: (value: ExactDecimal, inputs: [TracedNumber])
    do throws(DemographyError) {
      numerator = try figure(kind.numerator)
      denominator = try population(definition.denominator)
    } catch {
      throw DemographyError(
        code: error.code, subject: kind.label, period: period, missing: error.missing)
    }
    return try CrudeRate(
      kind: kind, numerator: numerator.value, denominator: denominator.value,
      definition: definition, population: self.definition, period: period,
      sources: ([numerator] + denominator.inputs).flatMap(\.sources).uniqued,
      quotient: kind.numerator.label + numerator.derivation + LocalizedText(" ÷ ")
        + definition.denominator.label
        + denominator.inputs.map(\.derivation).reduce(LocalizedText(""), +))
  }

  /// The population that a rate divides by, in persons, and the stocks that it comes from.
  private func population(
    _ denominator: RateDenominator
  ) throws(DemographyError) -> (value: ExactDecimal, inputs: [TracedNumber]) {
    let subject = denominator.label
    switch denominator {
    case .previousYearEnd:
      let opening = try stock(.openingStock)
      return (try opening.decimal(subject: subject, period: period), [opening])
    case .yearEnd:
      let closing = try stock(.closingStock)
      return (try closing.decimal(subject: subject, period: period), [closing])
    case .midYear:
      let missing = [AccountItem.openingStock, .closingStock].filter { self[$0] == nil }
      guard missing.isEmpty else {
        throw DemographyError(
          code: .missingInput, subject: subject, period: period, missing: missing)
      }
      let opening = try stock(.openingStock)
      let closing = try stock(.closingStock)
      let (sum, overflow) = opening.value.addingReportingOverflow(closing.value)
      // Half of an odd sum ends in .5: sum × 5 ÷ 10.
      let (tenths, overflowTenths) = Int64(sum).multipliedReportingOverflow(by: 5)
      guard !overflow, !overflowTenths, let mean = ExactDecimal(coefficient: tenths, scale: 1)
      else { throw DemographyError(code: .tooLarge, subject: subject, period: period) }
      return (mean, [opening, closing])
    }
  }

  /// A stock that is not below zero; one zero may still have a mean above it.
  private func stock(_ item: AccountItem) throws(DemographyError) -> TracedNumber {
    let stock = try figure(item)
    guard stock.value >= 0 else {
      throw DemographyError(
        code: .denominatorNotPositive, subject: item.label, period: period)
    }
    return stock
  }
}

extension TracedNumber {
  /// How the number was computed, in brackets; empty if it was read.
  var derivation: LocalizedText {
    formula.map { LocalizedText(" [") + $0 + LocalizedText("]") } ?? LocalizedText("")
  }
}
