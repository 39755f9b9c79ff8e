import MunicipalModel

extension DocumentSession {
  /// Notes figures of a document that cannot well stand beside their neighbours.
  ///
  /// Each of them was read as printed; nothing is changed.
  mutating func reportOddFigures(in contents: DocumentContents) {
    for plan in contents.plans {
      let years = PlanYears(plan)
      for placed in plan.indicators {
        reportOddScale(of: placed.indicator)
        reportOddUnits(of: placed.indicator)
        reportPossibleTotals(of: placed.indicator)
        reportReversedPeriods(of: placed.indicator)
        reportFarPeriods(of: placed.indicator, from: years)
      }
    }
    reportOddUnits(of: contents.populationFigures)
    reportSharesOfOne(in: contents.populationFigures)
    reportJumps(in: contents.populationFigures)
    reportParts(in: contents.populationFigures)
    reportResiduals(of: contents)
  }

  /// Notes something about a figure whose cell is cited already.
  mutating func warn(
    _ code: Diagnostic.Code, at citation: Citation, ja: String, en: String
  ) {
    note(.warning, code, at: citation, ja: ja, en: en)
  }
}
