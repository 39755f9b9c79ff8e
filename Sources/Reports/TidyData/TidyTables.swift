public import MunicipalModel
public import Rendering

/// The whole model of some municipalities as tidy tables.
public struct TidyTables: Hashable, Sendable {
  /// Every printed figure of every indicator.
  public private(set) var observations = TidyTable.observations
  /// Every printed figure about the population, the surveys and the cost of the strategy.
  public private(set) var population = TidyTable.population
  /// Every node of every plan.
  public private(set) var plans = TidyTable.plans
  /// What the readers noticed.
  public private(set) var diagnostics = TidyTable.diagnostics
  /// The repairs that were applied.
  public private(set) var corrections = TidyTable.corrections

  /// The tables in the order of the files.
  public var all: [TidyTable] { [observations, population, plans, diagnostics, corrections] }

  /// Makes the tables.
  public init(_ records: [MunicipalityRecord]) {
    for record in records {
      for contents in record.documents { add(contents, of: record.municipality) }
    }
  }

  /// Adds what one document says.
  private mutating func add(_ contents: DocumentContents, of municipality: Municipality) {
    let code = municipality.code.sixDigits
    for plan in contents.plans {
      observations.appendObservations(of: plan, code: code)
      plans.appendNodes(of: plan, code: code)
    }
    population.append(figures: contents.populationFigures, code: code)
    population.append(surveys: contents.surveyResults, area: municipality.name.ja, code: code)
    population.append(budgets: contents.budgetFigures, area: municipality.name.ja, code: code)
    population.append(
      statements: contents.revisionStatements, area: municipality.name.ja, code: code)
    for diagnostic in contents.diagnostics { diagnostics.append(diagnostic, code: code) }
    for correction in contents.corrections { corrections.append(correction, code: code) }
  }
}
