public import MunicipalModel
public import Rendering

/// The whole model of some municipalities as tidy tables.
public struct TidyTables: Hashable, Sendable {
  /// Every printed figure of every indicator.
  public let observations: TidyTable
  /// Every printed figure about the population, the surveys and the cost of the strategy.
  public let population: TidyTable
  /// Every count of every population by sex and age.
  public let populationByAge: TidyTable
  /// Every node of every plan.
  public let plans: TidyTable
  /// What the readers noticed.
  public let diagnostics: TidyTable
  /// The repairs that were applied.
  public let corrections: TidyTable

  /// The tables in the order of the files.
  public var all: [TidyTable] {
    [observations, population, populationByAge, plans, diagnostics, corrections]
  }

  /// Makes the tables.
  public init(_ records: [MunicipalityRecord]) {
    observations = .observations(records)
    population = .population(records)
    populationByAge = .populationByAge(records)
    plans = .plans(records)
    diagnostics = .diagnostics(records)
    corrections = .corrections(records)
  }
}
