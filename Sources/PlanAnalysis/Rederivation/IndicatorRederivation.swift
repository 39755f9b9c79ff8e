import Demography
import MunicipalModel

/// Computes indicators again that are rates of the population table, such as 社会動態における転入率.
enum IndicatorRederivation {
  private static let kinds: [(word: String, kind: CrudeRateKind)] = [
    ("転入率", .inMigration), ("転出率", .outMigration), ("社会増減率", .socialChange),
    ("自然増減率", .naturalChange), ("人口増減率", .totalChange), ("出生率", .birth),
    ("死亡率", .death),
  ]

  static func add(
    _ contents: DocumentContents, accounts: [PopulationAccount],
    to rederivation: inout Rederivation
  ) {
    let places = PopulationItemName.places(of: contents.populationFigures)
    for (indicator, years) in contents.plans.flatMap({ plan in
      plan.indicators.map { ($0.indicator, PlanYears(plan.term)) }
    }) {
      guard
        let definition = RateDefinition(unit: indicator.unit)?.declared(contents.rateDenominator)
      else { continue }
      let name = PopulationItemName(indicator.name, of: places)
      guard let kind = kinds.first(where: { name.match($0.word) == .whole })?.kind else { continue }
      for observation in indicator.figures
      where [.baseline, .actual].contains(observation.role) {
        guard let value = observation.reading.value else { continue }
        rederivation.add(.indicator, value, at: observation.citation) {
          () throws(DemographyError) in
          try check(
            value, observation, kind: kind, definition, accounts: accounts, years: years)
        }
      }
    }
  }

  /// The year of the figure where it prints one, otherwise the newest year that gives the figure.
  private static func check(
    _ value: ExactDecimal, _ observation: IndicatorFigure, kind: CrudeRateKind,
    _ definition: RateDefinition, accounts: [PopulationAccount],
    years: PlanYears
  ) throws(DemographyError) -> PublishedRateCheck? {
    func check(_ account: PopulationAccount) throws(DemographyError) -> PublishedRateCheck {
      try .rate(
        value, citation: observation.citation, of: kind, definition, in: account,
        candidates: accounts)
    }
    if let period = observation.period {
      guard
        let account = accounts.first(where: {
          years.year(of: $0.period) == years.year(of: period)
        })
      else {
        return nil
      }
      return try check(account)
    }
    for account in accounts.reversed() {
      if let found = try? check(account), found.outcome == .agrees { return found }
    }
    return nil
  }
}
